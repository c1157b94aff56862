import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Role } from '../../core/caller';
import type { Operator } from '../../core/operator';
import { Right, rightsOf } from '../../core/rights';
import { createOperator, saveOperator } from '../../flow/operator';
import { OperatorType } from '../../schema/access';
import {
  CreateOperatorInput,
  CreateOperatorPayload,
  OperatorConnection,
  SaveOperatorInput,
  SaveOperatorPayload,
} from '../../schema/operator';
import { type Connection, TablePageArgs } from '../../schema/page';
import { countMatching, operatorById, operatorsPage } from '../../store/operators';
import { actorOf } from '../actor';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { searchText } from '../search-text';
import { optionalRowId, rowId } from '../subject';

@Resolver(() => OperatorType)
export class OperatorResolver {
  @Query(() => OperatorType, { nullable: true, description: 'The operator who is signed in to the console; null for anyone else.' })
  operator(@Ctx() { caller, house }: Context): Promise<Operator | null> | null {
    return caller.kind === 'operator' ? operatorById(house.database.db, caller.operatorId) : null;
  }

  @Query(() => OperatorConnection, { description: 'Who may run this installation, the newest first.' })
  async operators(
    @Arg('search', () => String, { nullable: true, description: 'Whose name or address holds this.' }) search: string | null | undefined,
    @Arg('role', () => Role, { nullable: true, description: 'Only of this role.' }) role: Role | null | undefined,
    @Args(() => TablePageArgs) page: TablePageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Operator>> {
    requireRight(context, Right.OPERATORS_WRITE);
    const filter = { search: searchText('search', search), role: role ?? null };
    const { db } = context.house.database;
    return connectionFrom(await operatorsPage(db, { ...filter, page: pageFrom(page) }), () => countMatching(db, filter));
  }

  @Mutation(() => CreateOperatorPayload, {
    description: 'Makes an operator, who chooses a password by the link of an hour in this answer.',
  })
  createOperator(
    @Arg('input', () => CreateOperatorInput, { description: 'The operator.' }) input: CreateOperatorInput,
    @Ctx() context: Context,
  ): Promise<CreateOperatorPayload> {
    requireRight(context, Right.OPERATORS_WRITE);
    const { database, clock } = context.house;
    const create = () => {
      const operator = { ...input, shopId: optionalRowId(input.shopId, 'input.shopId') };
      return createOperator(database.db, operator, { actor: actorOf(context), now: clock() });
    };
    return withUserErrors(async () => create(), { operator: null, link: null });
  }

  @Mutation(() => SaveOperatorPayload, {
    description: 'Changes what an operator may do, at once in every open connection. The last admin who can sign in stays one.',
  })
  saveOperator(
    @Arg('input', () => SaveOperatorInput, { description: 'The change.' }) input: SaveOperatorInput,
    @Ctx() context: Context,
  ): Promise<SaveOperatorPayload> {
    requireRight(context, Right.OPERATORS_WRITE);
    const { database, clock } = context.house;
    const { db } = database;
    return withUserErrors(
      async () => {
        const change = { ...input, id: rowId(input.id, 'input.id'), shopId: optionalRowId(input.shopId, 'input.shopId') };
        return { operator: await saveOperator(db, change, { actor: actorOf(context), now: clock() }) };
      },
      async () => ({ operator: await readable(db, input.id) }),
    );
  }

  @FieldResolver(() => [Right], { description: 'What the role allows, one by one: a console shows no more than that.' })
  rights(@Root() { role }: Operator): readonly Right[] {
    return rightsOf(role);
  }
}

/** The row as it is now beside a refusal; null for an id that is none. */
function readable(db: Context['house']['database']['db'], id: string): Promise<Operator | null> | null {
  return /^[1-9]\d{0,15}$/.test(id) ? operatorById(db, Number(id)) : null;
}
