import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { badInput, notFound } from '../../core/errors';
import { everyKind, LIKES_NEEDED, type Likeliness, type LikeModelRow } from '../../core/like-model';
import { may, Right } from '../../core/rights';
import { type Title, TitleState } from '../../core/title';
import { likeliness } from '../../flow/likes';
import { LikelinessType, LikeModelType } from '../../schema/like';
import { TitleType } from '../../schema/title';
import { likeModelRows } from '../../store/like-models';
import type { Context } from '../context';
import { requireRight } from '../rights';
import { subjectOf, titleIdsOf } from '../subject';

const MOST_TITLES = 100;

@Resolver(() => LikelinessType)
export class LikeResolver {
  @Query(() => [LikelinessType], {
    description:
      'How likely a person likes these titles, in their order, each once; what they said of a title themselves is left out of account. Train with the job train-likes.',
  })
  async likeliness(
    @Arg('titleIds', () => [ID], { description: 'The titles, at most 100, by our id or an external one.' }) titleIds: string[],
    @Arg('userId', () => ID, { nullable: true, description: 'Whom; only for callers who may name others. None: the viewer.' })
    userId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<readonly Likeliness[]> {
    const person = await subjectOf(context, userId, { right: Right.RECOMMENDATIONS_READ });
    if (titleIds.length > MOST_TITLES) throw badInput('titleIds', `There are ${titleIds.length} ids.`, `at most ${MOST_TITLES} ids`);
    const ids = await titleIdsOf(context, titleIds, 'titleIds');
    await requireShown(context, ids);
    return likeliness(context.house.database.db, person, ids);
  }

  @FieldResolver(() => TitleType, { description: 'The title.' })
  async title(@Root() { titleId }: Likeliness, @Ctx() context: Context): Promise<Title> {
    const title = await context.loaders.title.load(titleId);
    if (title === null) throw new Error(`The title ${titleId} of an answer is gone.`);
    return title;
  }
}

// As for an id that does not exist, so that what is hidden cannot be probed.
async function requireShown(context: Context, ids: readonly number[]): Promise<void> {
  if (may(context.caller, Right.CATALOGUE_READ_ALL)) return;
  const titles = await context.loaders.title.loadMany(ids);
  const at = titles.findIndex((title) => title === null || title instanceof Error || title.state !== TitleState.LISTED);
  if (at >= 0) throw notFound(`titleIds[${at}]`, 'title');
}

@Resolver(() => LikeModelType)
export class LikeModelResolver {
  @Query(() => [LikeModelType], { description: 'What was learned of who likes what: every kind of title, trained or not.' })
  async likeModels(@Ctx() context: Context): Promise<readonly LikeModelRow[]> {
    requireRight(context, Right.MODELS_READ);
    return everyKind(await likeModelRows(context.house.database.db));
  }

  @FieldResolver(() => Int, { description: 'So many likes must the kind have before anything is learned.' })
  needed(): number {
    return LIKES_NEEDED;
  }
}
