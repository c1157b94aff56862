import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Placement } from '../../core/placement';
import { placementFields } from '../../core/placement-input';
import { EngineName } from '../../core/recommendation';
import { Right } from '../../core/rights';
import { savePlacement } from '../../flow/placement';
import { PlacementType, SavePlacementInput, SavePlacementPayload } from '../../schema/placement';
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
        const placement = { name, version, description: description ?? '', input: defaults, engine: engine ?? EngineName.LOCAL };
        return { placement: await savePlacement(db, actorOf(context), placement) };
      },
      async () => ({ placement: (await placementsList(db)).find((each) => each.name === name) ?? null }),
    );
  }
}

/** The JSON of a placement with ids of ours in it. */
async function defaultsOf(context: Context, given: Readonly<Record<string, unknown>>): Promise<Placement['input']> {
  const { excludeTitleIds, ...fields } = placementFields(given, 'input.input');
  if (!Array.isArray(excludeTitleIds)) return fields;
  return { ...fields, excludeTitleIds: await titleIdsOf(context, excludeTitleIds.map(String), 'input.input.excludeTitleIds') };
}
