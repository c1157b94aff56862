import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { badInput } from '../../core/errors';
import type { Fit } from '../../core/free-time/fit';
import { reasonText } from '../../core/reason-text';
import type { Reason, Recommended } from '../../core/recommendation';
import type { Title } from '../../core/title';
import type { RankedAnswer } from '../../flow/recommend';
import { listId } from '../../flow/recommend';
import type { Cause, Push } from '../../flow/refresh';
import type { ShownTitles } from '../../flow/shown-titles';
import { ModelType } from '../../schema/model';
import { PageArgs } from '../../schema/page';
import {
  CauseType,
  FitType,
  ReasonType,
  RecommendationConnection,
  RecommendationListType,
  RecommendationsInput,
  RecommendationType,
  RerankInput,
} from '../../schema/recommendation';
import { TitleType } from '../../schema/title';
import type { Context } from '../context';
import { listRequest, personOf } from '../list-request';
import { type ServedList, servedList, servedPage } from '../served-list';
import { titleIdsOf } from '../subject';

const MOST_RERANKED = 500;

@Resolver(() => RecommendationListType)
export class RecommendationResolver {
  @Query(() => RecommendationListType, { description: 'What a person will like next, best first, with reasons.' })
  async recommendations(
    @Arg('input', () => RecommendationsInput, { defaultValue: {}, description: 'For whom, and what the list may hold.' })
    input: RecommendationsInput,
    @Ctx() context: Context,
  ): Promise<ServedList> {
    return servedList(await context.house.recommender.recommend(await listRequest(context, input)));
  }

  @Query(() => RecommendationListType, {
    description: 'The titles given, in the order in which the person will like them; none is left out.',
  })
  async rerank(
    @Arg('input', () => RerankInput, { description: 'For whom, and which titles.' }) input: RerankInput,
    @Ctx() context: Context,
  ): Promise<ServedList> {
    const count = input.titleIds.length;
    if (count > MOST_RERANKED) throw badInput('input.titleIds', `There are ${count} titles.`, `at most ${MOST_RERANKED}`);
    const userId = await personOf(context, input.userId ?? undefined);
    const titleIds = await titleIdsOf(context, input.titleIds, 'input.titleIds');
    const { placement, engine } = input;
    return servedList(
      await context.house.recommender.rerank({ userId, titleIds, placement: placement ?? null, engine: engine ?? undefined }),
    );
  }

  @Subscription(() => RecommendationListType, {
    description: 'The list as it is now, then the whole list again after every change of the person’s past or preferences.',
    subscribe: ({ args, context }: { args: { input?: RecommendationsInput; knownVersion?: number | null }; context: Context }) =>
      watchLists(context, args.input ?? {}, args.knownVersion ?? null),
  })
  recommendationsChanged(
    @Root() { answer, cause }: Push<RankedAnswer>,
    @Arg('input', () => RecommendationsInput, { defaultValue: {}, description: 'For whom, and what the list may hold.' })
    _input: RecommendationsInput,
    @Arg('knownVersion', () => Int, { nullable: true, description: 'The version of the list that you have: it is not sent again.' })
    _knownVersion: number | null | undefined,
  ): ServedList {
    return servedList(answer, cause);
  }

  @FieldResolver(() => RecommendationConnection, { description: 'Its places. A cursor pins the list: nothing repeats for 30 minutes.' })
  items(@Root() list: ServedList, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return servedPage(context, list, page);
  }

  @FieldResolver(() => ModelType, { nullable: true, description: 'The model that ranked it; null where none did.' })
  model(@Root() list: ServedList, @Ctx() context: Context) {
    return list.modelId === null ? null : context.loaders.model.load(list.modelId);
  }
}

/** Opens the live list of a request; the subscriber that leaves ends it. */
async function watchLists(
  context: Context,
  input: RecommendationsInput,
  knownVersion: number | null,
): Promise<AsyncIterable<Push<RankedAnswer>>> {
  const request = await listRequest(context, input);
  const { live, recommender } = context.house;
  const { userId } = request;
  if (userId === null) throw badInput('input.userId', 'A list of nobody does not change.', 'a user, or a viewer token');
  return live.watch({
    userId,
    key: listId(request),
    knownVersion,
    compute: (standing) => recommender.recommend({ ...request, userId: standing }),
  });
}

@Resolver(() => RecommendationType)
export class RecommendedTitleResolver {
  @FieldResolver(() => TitleType, { description: 'The title.' })
  title(@Root() { titleId }: Recommended, @Ctx() context: Context): ShownTitle {
    return shownTitle(context, titleId);
  }
}

@Resolver(() => FitType)
export class FitResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The episode of a show that comes next; null for other kinds.' })
  episode(@Root() { episodeId }: Fit, @Ctx() context: Context): ShownTitle {
    return shownTitle(context, episodeId);
  }

  @FieldResolver(() => [TitleType], {
    nullable: true,
    description:
      'For a track: tracks that fill the time to at least 95 % and never exceed it, in the order in which to play them, the track itself among them. Null where no such set is found: then `seconds` are of the track alone.',
  })
  async playlist(@Root() { playlist }: Fit, @Ctx() context: Context): Promise<readonly Title[] | null> {
    if (playlist === null) return null;
    const titles = await Promise.all(playlist.map((titleId) => shownTitle(context, titleId)));
    return titles.filter((title) => title !== null);
  }
}

@Resolver(() => ReasonType)
export class ReasonResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title that is the evidence.' })
  title(@Root() { titleId }: Reason, @Ctx() context: Context): ShownTitle {
    return shownTitle(context, titleId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The genre that is the evidence.' })
  genre(@Root() reason: Reason): string | null {
    return reason.genre;
  }

  @FieldResolver(() => String, { description: 'The reason in words.' })
  text(@Root() { code, titleId, genre }: Reason, @Ctx() context: Context): string | Promise<string> {
    const textWith = (title: Title | null): string => reasonText(code, { title: title?.name ?? null, genre });
    const title = shownTitle(context, titleId);
    return title instanceof Promise ? title.then(textWith) : textWith(title);
  }
}

@Resolver(() => CauseType)
export class CauseResolver {
  @FieldResolver(() => TitleType, { nullable: true, description: 'The title of the event that changed it.' })
  title(@Root() { titleId }: Cause, @Ctx() context: Context): ShownTitle {
    return shownTitle(context, titleId);
  }
}

type ShownTitle = ReturnType<ShownTitles['get']>;

// At once where it is kept: a list of 20 has 40 of them, and a promise each costs more than the rest of the list.
function shownTitle({ house }: Context, titleId: number | null): ShownTitle {
  return titleId === null ? null : house.recommender.titles.get(titleId);
}
