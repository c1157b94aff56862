import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { SavedFilter } from '../../core/personalize/saved-filter';
import { Right } from '../../core/rights';
import { checkedFilter, type FilterCheck, removeFilter, saveFilter } from '../../flow/saved-filter';
import { FilterCheckType, RemoveFilterPayload, SavedFilterType, SaveFilterInput, SaveFilterPayload } from '../../schema/saved-filter';
import { savedFilters } from '../../store/saved-filters';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';

@Resolver(() => SavedFilterType)
export class SavedFilterResolver {
  @Query(() => [SavedFilterType], { description: 'Every saved filter, by name.' })
  savedFilters(@Ctx() context: Context): Promise<readonly SavedFilter[]> {
    requireRight(context, Right.PLACEMENTS_WRITE);
    return savedFilters(context.house.database.db);
  }

  @Query(() => FilterCheckType, {
    description: 'Whether an expression can be saved as a filter, and how many titles it would let pass; nothing is kept.',
  })
  checkFilter(
    @Arg('expression', () => String, { description: 'The expression.' }) expression: string,
    @Ctx() context: Context,
  ): FilterCheck {
    requireRight(context, Right.PLACEMENTS_WRITE);
    return checkedFilter(context.house.recommender, expression);
  }

  @Mutation(() => SaveFilterPayload, { description: 'Makes or changes a filter: from the next request on, its name means this.' })
  saveFilter(
    @Arg('input', () => SaveFilterInput, { description: 'The filter.' }) input: SaveFilterInput,
    @Ctx() context: Context,
  ): Promise<SaveFilterPayload> {
    requireRight(context, Right.PLACEMENTS_WRITE);
    const { db } = context.house.database;
    return withUserErrors(
      async () => ({ filter: await saveFilter(db, actorOf(context), { ...input, version: input.version ?? null }) }),
      async () => ({ filter: (await savedFilters(db)).find(({ name }) => name === input.name) ?? null }),
    );
  }

  @Mutation(() => RemoveFilterPayload, { description: 'Takes a filter out: requests that name it are told that there is none.' })
  removeFilter(
    @Arg('name', () => String, { description: 'Which one.' }) name: string,
    @Arg('version', () => Int, { description: 'The version it was read at.' }) version: number,
    @Ctx() context: Context,
  ): Promise<RemoveFilterPayload> {
    requireRight(context, Right.PLACEMENTS_WRITE);
    return withUserErrors(
      async () => {
        await removeFilter(context.house.database.db, actorOf(context), { name, version });
        return { removed: true };
      },
      { removed: false },
    );
  }
}
