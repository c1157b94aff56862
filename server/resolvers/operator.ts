import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Operator } from '../../core/operator';
import { Right, rightsOf } from '../../core/rights';
import { OperatorType } from '../../schema/access';

@Resolver(() => OperatorType)
export class OperatorResolver {
  @FieldResolver(() => [Right], { description: 'What the role allows, one by one: a console shows no more than that.' })
  rights(@Root() { role }: Operator): readonly Right[] {
    return rightsOf(role);
  }
}
