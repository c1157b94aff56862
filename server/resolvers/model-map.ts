import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { KINDS } from '../../core/columns';
import { badInput, notFound } from '../../core/errors';
import { Right } from '../../core/rights';
import { TitleKind } from '../../core/title';
import type { ModelMap } from '../../flow/model-map';
import { MapPointType, ModelMapType } from '../../schema/model-map';
import type { Context } from '../context';
import { requireRight } from '../rights';
import { rowId } from '../subject';

const MOST_POINTS = 5_000;

@Resolver(() => ModelMapType)
export class ModelMapResolver {
  @Query(() => ModelMapType, { description: 'A map of the titles of a model, computed once. CONFLICT where its factors were removed.' })
  async modelMap(@Arg('modelId', () => ID, { description: 'The model.' }) modelId: string, @Ctx() context: Context): Promise<ModelMap> {
    requireRight(context, Right.MODELS_READ);
    const model = await context.loaders.model.load(rowId(modelId, 'modelId'));
    if (model === null) throw notFound('modelId', 'model');
    return context.house.modelMaps.of(model);
  }

  @FieldResolver(() => Int, { description: 'Titles that the model has factors of.' })
  titles(@Root() { titleIds }: ModelMap): number {
    return titleIds.length;
  }

  @FieldResolver(() => [MapPointType], { description: 'Titles that may stand in lists, those first that most people like.' })
  async points(
    @Root() map: ModelMap,
    @Arg('first', () => Int, { defaultValue: 2_000, description: 'How many, up to 5,000.' }) first: number,
    @Arg('kinds', () => [TitleKind], { nullable: true, description: 'Only these kinds.' }) kinds: readonly TitleKind[] | null | undefined,
    @Ctx() context: Context,
  ): Promise<readonly MapPointType[]> {
    if (first < 0 || first > MOST_POINTS)
      throw badInput('first', `first is out of range: it came as ${first}.`, `a whole number from 0 to ${MOST_POINTS}`);
    const places = placesOf(map, { first, kinds: kinds ?? null, context });
    const titles = await context.loaders.title.loadMany(places.map((at) => map.titleIds[at] as number));
    return places.flatMap((at, index) => {
      const title = titles[index];
      if (!title || title instanceof Error) return [];
      return {
        title: title as MapPointType['title'],
        x: map.x[at] as number,
        y: map.y[at] as number,
        popularity: map.popularity[at] as number,
      };
    });
  }
}

interface Wanted {
  readonly first: number;
  readonly kinds: readonly TitleKind[] | null;
  readonly context: Context;
}

/** Places on the map of titles that are listed and of the wanted kinds. */
function placesOf({ titleIds }: ModelMap, { first, kinds, context }: Wanted): readonly number[] {
  const { columns } = context.house.recommender.local.state();
  const places: number[] = [];
  for (let at = 0; at < titleIds.length && places.length < first; at++) {
    const row = columns.rowOf.get(titleIds[at] as number);
    if (row === undefined || columns.listed[row] !== 1) continue;
    const kind = KINDS[columns.kind[row] as number];
    if (kinds === null || kinds.some((each) => each === kind)) places.push(at);
  }
  return places;
}
