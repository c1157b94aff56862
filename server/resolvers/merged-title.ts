import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { may, Right } from '../../core/rights';
import type { Title } from '../../core/title';
import { TitleType } from '../../schema/title';
import { mergedInto } from '../../store/title-merge';
import type { Context } from '../context';

@Resolver(() => TitleType)
export class MergedTitleResolver {
  @FieldResolver(() => [TitleType], {
    nullable: true,
    description: 'Rows of the same work that it stands for since they were merged, at most 100; null for whoever may not see them.',
  })
  mergedFrom(@Root() title: Title, @Ctx() context: Context): Promise<readonly Title[]> | null {
    return may(context.caller, Right.CATALOGUE_READ_ALL) ? mergedInto(context.house.database.db, title.id) : null;
  }
}
