import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { DEFAULT_PLACES } from '../../core/insights/window';
import { Right } from '../../core/rights';
import type { Title } from '../../core/title';
import { type AskedInsights, type Insights, insightsOf, type SeenInsight, type SharedInsights } from '../../flow/insights';
import { InsightsType, PersonalInsightsType, type SharedGenreType, SharedInsightsType } from '../../schema/insights';
import { InsightsInput } from '../../schema/insights-input';
import { TitleType } from '../../schema/title';
import type { Context } from '../context';
import { rowId, subjectOf } from '../subject';
import { titlesInOrder } from '../titles-in-order';

/** Insights on their way to one reader. */
interface InsightsView extends Omit<Insights, 'people' | 'shared'> {
  readonly seconds: number;
  readonly plays: number;
  readonly people: readonly PersonView[];
  readonly shared: SharedView | null;
}

/** One person's numbers with as many places as were asked for. */
export interface PersonView
  extends SeenInsight,
    Pick<SeenInsight['insight'], 'seconds' | 'titles' | 'unknownSeconds' | 'untimedPlays' | 'kinds'> {
  readonly playCount: number;
  readonly places: number;
}

interface SharedView extends Omit<SharedInsights, 'genres'> {
  readonly genres: readonly SharedGenreType[];
  readonly topGenre: string | null;
  readonly titleCount: number | null;
  readonly places: number;
}

@Resolver(() => InsightsType)
export class InsightsResolver {
  @Query(() => InsightsType, { description: 'How somebody watches, or all in a blend: sums of plays, each of which can be listed.' })
  async insights(
    @Arg('input', () => InsightsInput, { defaultValue: {}, description: 'Whose, and which plays.' }) input: InsightsInput,
    @Ctx() context: Context,
  ): Promise<InsightsView> {
    const readerId = await subjectOf(context, input.userId, { right: Right.USERS_READ, field: 'input.userId' });
    const asked = askedFrom(input, readerId);
    return viewOf(await insightsOf(context.house.database.db, asked), asked.first);
  }

  @FieldResolver(() => [PersonalInsightsType], {
    description:
      'Each of them, the viewer first. Others only in a blend; while not all of them agree, not where `from` or `until` is given.',
  })
  people(@Root() { people }: InsightsView): readonly PersonView[] {
    return people;
  }
}

@Resolver(() => SharedInsightsType)
export class SharedInsightsResolver {
  @FieldResolver(() => [TitleType], {
    nullable: true,
    description:
      'Titles that all of them played, the one first that the least of them played longest, `first` of them; null until all agree.',
  })
  titles(@Root() { titleIds, places }: SharedView, @Ctx() context: Context): Promise<readonly Title[]> | null {
    return titleIds && titlesInOrder(context, titleIds.slice(0, places));
  }

  @FieldResolver(() => TitleType, { nullable: true, description: 'The first of these; null where they share none, and until all agree.' })
  topTitle(@Root() { titleIds }: SharedView, @Ctx() { loaders }: Context): Promise<Title | null> | null {
    const id = titleIds?.[0];
    return id === undefined ? null : loaders.title.load(id);
  }
}

function askedFrom({ blendId, importId, kinds, from, until, timeZone, first }: InsightsInput, readerId: number): AskedInsights {
  return {
    readerId,
    blendId: blendId ? rowId(blendId, 'input.blendId') : null,
    importId: importId ? rowId(importId, 'input.importId') : null,
    kinds: kinds ?? null,
    from: from ?? null,
    until: until ?? null,
    timeZone: timeZone ?? null,
    // An input that is left out whole brings no defaults of its fields.
    first: first ?? DEFAULT_PLACES,
  };
}

function viewOf({ people, shared, ...rest }: Insights, first: number): InsightsView {
  const sum = (of: (person: SeenInsight) => number): number => people.reduce((total, person) => total + of(person), 0);
  return {
    ...rest,
    seconds: sum(({ insight }) => insight.seconds),
    plays: sum(({ insight }) => insight.plays),
    people: people.map((person) => {
      const { seconds, plays, titles, unknownSeconds, untimedPlays, kinds } = person.insight;
      return { ...person, seconds, playCount: plays, titles, unknownSeconds, untimedPlays, kinds, places: first };
    }),
    shared: shared && sharedView(shared, people, first),
  };
}

function sharedView(shared: SharedInsights, people: readonly SeenInsight[], first: number): SharedView {
  const genres = shared.genres.slice(0, first).map(({ genre, seconds }) => ({
    genre,
    seconds: seconds.reduce((total, each) => total + each, 0),
    people: seconds.map((each, at) => ({ userId: people[at]?.userId ?? 0, seconds: each })),
  }));
  return { ...shared, genres, topGenre: genres[0]?.genre ?? null, titleCount: shared.titleIds?.length ?? null, places: first };
}
