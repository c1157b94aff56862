import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { badInput } from '../../core/errors';
import type { Placement } from '../../core/placement';
import { placementFields } from '../../core/placement-input';
import { EngineName } from '../../core/recommendation';
import { Right } from '../../core/rights';
import { removePlacement, savePlacement } from '../../flow/placement';
import {
  PlacementServedType,
  PlacementType,
  RemovePlacementPayload,
  SavePlacementInput,
  SavePlacementPayload,
} from '../../schema/placement';
import type { PlacementServed } from '../../store/placement-served';
import { placementsList } from '../../store/placements';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { titleIdsOf } from '../subject';

@Resolver(() => PlacementType)
export class PlacementResolver {
  @Query(() => [PlacementType], { description: 'Every placement, by name.' })
  placements(@Ctx() context: Context): Promise<readonly Placement[]> {
    requireRight(context, Right.CATALOGUE_READ);
    return placementsList(context.house.database.db);
  }

  @Mutation(() => SavePlacementPayload, { description: 'Makes or changes a placement: from the next request on, its name means this.' })
  savePlacement(
    @Arg('input', () => SavePlacementInput, { description: 'The placement.' }) input: SavePlacementInput,
    @Ctx() context: Context,
  ): Promise<SavePlacementPayload> {
    requireRight(context, Right.PLACEMENTS_WRITE);
    const { db } = context.house.database;
    const { version = null, description, engine, name } = input;
    return withUserErrors(
      async () => {
        const defaults = await defaultsOf(context, input.input ?? {});
        const { shadow = null, shadowShare } = input;
        const placement = {
          ...{ name, version, description: description ?? '', input: defaults, engine: engine ?? EngineName.LOCAL, shadow },
          ...(typeof shadowShare === 'number' && { shadowShare }),
        };
        return { placement: await savePlacement(db, actorOf(context), placement) };
      },
      async () => ({ placement: (await placementsList(db)).find((each) => each.name === name) ?? null }),
    );
  }

  @Mutation(() => RemovePlacementPayload, {
    description: 'Takes a placement out, unless every installation has it or somebody asked for it within a day.',
  })
  removePlacement(
    @Arg('name', () => String, { description: 'Which one.' }) name: string,
    @Arg('version', () => Int, { description: 'The version it was read at.' }) version: number,
    @Arg('force', () => Boolean, { defaultValue: false, description: 'Also where somebody asked for it within a day.' }) force: boolean,
    @Ctx() context: Context,
  ): Promise<RemovePlacementPayload> {
    requireRight(context, Right.PLACEMENTS_WRITE);
    const { database, clock } = context.house;
    return withUserErrors(
      async () => {
        await removePlacement(database.db, { name, version, isForced: force }, { actor: actorOf(context), now: clock() });
        return { removed: true };
      },
      { removed: false },
    );
  }

  @FieldResolver(() => [PlacementServedType], {
    nullable: true,
    description: 'What was served in it, by engine and model, the most first; counted a minute later. Needs the right to read metrics.',
  })
  async served(
    @Root() { name }: Placement,
    @Arg('days', () => Int, { defaultValue: 1, description: 'In how many last days, 1 to 30.' }) days: number,
    @Ctx() context: Context,
  ): Promise<readonly PlacementServed[]> {
    requireRight(context, Right.METRICS_READ);
    if (!(days >= 1 && days <= MOST_DAYS)) throw badInput('days', `days came as ${days}.`, `1 to ${MOST_DAYS}`);
    // To the minute, so that all rows of a page ask for the same time.
    const since = Math.floor(context.house.clock().getTime() / MINUTE_MS) * MINUTE_MS - days * DAY_MS;
    return context.loaders.placementServed.load(`${since} ${name}`);
  }
}

const MOST_DAYS = 30;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The JSON of a placement with ids of ours in it. */
async function defaultsOf(context: Context, given: Readonly<Record<string, unknown>>): Promise<Placement['input']> {
  const { excludeTitleIds, ...fields } = placementFields(given, 'input.input');
  if (!Array.isArray(excludeTitleIds)) return fields;
  return { ...fields, excludeTitleIds: await titleIdsOf(context, excludeTitleIds.map(String), 'input.input.excludeTitleIds') };
}
