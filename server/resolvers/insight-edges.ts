import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Binge, Play, TitleInsight } from '../../core/insights/insights';
import { checkPlayFilter } from '../../core/insights/window';
import { present } from '../../core/present';
import type { Title } from '../../core/title';
import {
  ActorInsightType,
  BingeType,
  GenreInsightType,
  HourInsightType,
  PersonalInsightsType,
  PlayConnection,
  PlayType,
  SpanInsightType,
  TitleInsightType,
  WeekdayInsightType,
} from '../../schema/insights';
import { PlayFilter as PlayFilterInput } from '../../schema/insights-input';
import { type Connection, PageArgs } from '../../schema/page';
import { TitleType } from '../../schema/title';
import { playsPage, type RowOfPlay, sumPlays } from '../../store/plays';
import { connectionFrom, pageFrom } from '../connection';
import type { Context } from '../context';
import { titleIdOf } from '../subject';
import type { PersonView } from './insights';

const UNTIL_AGREED = 'Null for another person until all in the blend agree.';

@Resolver(() => PersonalInsightsType)
export class PersonalInsightsResolver {
  @FieldResolver(() => [TitleInsightType], { nullable: true, description: `Shows, the longest first. ${UNTIL_AGREED}` })
  shows(@Root() { insight, open }: PersonView): readonly TitleInsight[] | null {
    return open ? insight.shows : null;
  }

  @FieldResolver(() => [TitleInsightType], { nullable: true, description: `Films, the longest first. ${UNTIL_AGREED}` })
  films(@Root() { insight, open }: PersonView): readonly TitleInsight[] | null {
    return open ? insight.films : null;
  }

  @FieldResolver(() => [ActorInsightType], {
    nullable: true,
    description: `Actors, who was seen most often first: each play of a title counts once for everyone who acts in it. ${UNTIL_AGREED}`,
  })
  actors(@Root() { insight, open }: PersonView): readonly ActorInsightType[] | null {
    return open ? insight.actors : null;
  }

  @FieldResolver(() => [GenreInsightType], { description: 'Genres, the longest first.' })
  genres(@Root() { insight, places }: PersonView): readonly GenreInsightType[] {
    return insight.genres.slice(0, places);
  }

  @FieldResolver(() => [SpanInsightType], {
    nullable: true,
    description: `By month, the oldest first; months without a play are left out. ${UNTIL_AGREED}`,
  })
  months(@Root() { insight, open }: PersonView): readonly SpanInsightType[] | null {
    return open ? insight.months : null;
  }

  @FieldResolver(() => [WeekdayInsightType], { nullable: true, description: `All seven days, Monday first. ${UNTIL_AGREED}` })
  weekdays(@Root() { insight, open }: PersonView): readonly WeekdayInsightType[] | null {
    return open ? insight.weekdays : null;
  }

  @FieldResolver(() => [HourInsightType], {
    nullable: true,
    description: `All 24 hours; \`untimedPlays\` are in none of them. ${UNTIL_AGREED}`,
  })
  hours(@Root() { insight, open }: PersonView): readonly HourInsightType[] | null {
    return open ? insight.hours : null;
  }

  @FieldResolver(() => [BingeType], { nullable: true, description: `Binges, the most plays first. ${UNTIL_AGREED}` })
  binges(@Root() { insight, open }: PersonView): readonly Binge[] | null {
    return open ? insight.binges : null;
  }

  @FieldResolver(() => PlayType, { nullable: true, description: `The first play; null where there is none. ${UNTIL_AGREED}` })
  first(@Root() { insight, open }: PersonView): Play | null {
    return open ? insight.first : null;
  }

  @FieldResolver(() => PlayType, { nullable: true, description: `The last play; null where there is none. ${UNTIL_AGREED}` })
  last(@Root() { insight, open }: PersonView): Play | null {
    return open ? insight.last : null;
  }

  @FieldResolver(() => PlayConnection, {
    nullable: true,
    description: `The plays behind any of these numbers, the newest first, up to 200 a page. ${UNTIL_AGREED}`,
  })
  async plays(
    @Root() { asked, open }: PersonView,
    @Arg('of', () => PlayFilterInput, { nullable: true, description: 'Which of them; none: all.' }) of: PlayFilterInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Play> | null> {
    if (!open) return null;
    const { db } = context.house.database;
    const { titleId, ...rest } = present(of);
    checkPlayFilter(rest);
    const filter = titleId === undefined ? rest : { ...rest, titleId: await titleIdOf(context, titleId, 'of.titleId') };
    const wanted = { plays: asked, filter };
    return connectionFrom(await playsPage(db, wanted, pageFrom(page)), async () => (await sumPlays(db, wanted)).plays);
  }
}

@Resolver(() => TitleInsightType)
export class TitleInsightResolver {
  @FieldResolver(() => TitleType, { description: 'The title; of an episode its show.' })
  title(@Root() { titleId }: TitleInsight, @Ctx() { loaders }: Context): Promise<Title | null> {
    return loaders.title.load(titleId);
  }
}

@Resolver(() => BingeType)
export class BingeResolver {
  @FieldResolver(() => TitleType, { description: 'The show.' })
  title(@Root() { titleId }: Binge, @Ctx() { loaders }: Context): Promise<Title | null> {
    return loaders.title.load(titleId);
  }
}

@Resolver(() => PlayType)
export class PlayResolver {
  @FieldResolver(() => TitleType, { description: 'What was played: the episode, where it is known, else the show.' })
  title(@Root() { titleId }: Play, @Ctx() { loaders }: Context): Promise<Title | null> {
    return loaders.title.load(titleId);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The row of that import, from 1.' })
  async number(@Root() play: Play, @Ctx() context: Context): Promise<number | null> {
    return (await rowOf(play, context))?.number ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'How that row names the title.' })
  async text(@Root() play: Play, @Ctx() context: Context): Promise<string | null> {
    return (await rowOf(play, context))?.text ?? null;
  }
}

async function rowOf({ importId, eventId }: Play, { loaders }: Context): Promise<RowOfPlay | null> {
  return importId === null || eventId === null ? null : loaders.rowOfPlay.load(`${importId} ${eventId}`);
}
