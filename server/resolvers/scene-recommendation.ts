import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { badInput } from '../../core/errors';
import { CauseKind } from '../../core/notice';
import type { SceneRecommended } from '../../core/scene/recommendation';
import type { DescribedScene } from '../../core/scene/scene';
import type { FoundTheme } from '../../core/scene/theme';
import type { Title } from '../../core/title';
import type { Cause, Push } from '../../flow/refresh';
import { type SceneAnswer, sceneRecommendations } from '../../flow/scene-recommendations';
import {
  DescribedSceneType,
  FoundThemeType,
  SceneRecommendationListType,
  SceneRecommendationsInput,
  SceneRecommendationType,
} from '../../schema/scene';
import { TitleType } from '../../schema/title';
import type { Context } from '../context';
import { sceneListId, sceneRequest } from '../scene-request';

/** An answer with the name that caches know it by. */
type NamedAnswer = SceneAnswer & { readonly id: string };
type SentAnswer = NamedAnswer & { readonly cause: Cause };

const ASKED: Cause = { kind: CauseKind.SUBSCRIBED, eventId: null, titleId: null };

@Resolver(() => SceneRecommendationListType)
export class SceneRecommendationResolver {
  @Query(() => SceneRecommendationListType, {
    description:
      'Titles that show what is being watched, by the three best themes of it: those in all three, else in two, else in the first; in the order of the person’s taste. Never the title itself, nor what the person knows or dislikes.',
  })
  async sceneRecommendations(
    @Arg('input', () => SceneRecommendationsInput, { defaultValue: {}, description: 'What is being watched, and by whom.' })
    input: SceneRecommendationsInput,
    @Ctx() context: Context,
  ): Promise<SentAnswer> {
    const request = await sceneRequest(context, input);
    return { ...(await sceneRecommendations(context.house, request)), id: sceneListId(request), cause: ASKED };
  }

  @Subscription(() => SceneRecommendationListType, {
    description: 'The answer as it is now, then the whole answer again after every change of the person’s past or preferences.',
    subscribe: ({ args, context }: { args: { input?: SceneRecommendationsInput; knownVersion?: number | null }; context: Context }) =>
      watchScenes(context, args.input ?? {}, args.knownVersion ?? null),
  })
  sceneRecommendationsChanged(
    @Root() { answer, cause }: Push<NamedAnswer>,
    @Arg('input', () => SceneRecommendationsInput, { defaultValue: {}, description: 'What is being watched, and by whom.' })
    _input: SceneRecommendationsInput,
    @Arg('knownVersion', () => Int, { nullable: true, description: 'The version of the answer that you have: it is not sent again.' })
    _knownVersion: number | null | undefined,
  ): SentAnswer {
    return { ...answer, cause };
  }

  @FieldResolver(() => [SceneRecommendationType], { description: 'The titles, best first.' })
  async items(@Root() { items }: SceneAnswer, @Ctx() context: Context): Promise<readonly (SceneRecommended & { readonly title: Title })[]> {
    const titles = await Promise.all(items.map(({ titleId }) => context.house.recommender.titles.get(titleId)));
    // Taken away since the answer was made.
    return items.flatMap((item, at) => {
      const title = titles[at];
      return title ? [{ ...item, title }] : [];
    });
  }
}

@Resolver(() => SceneRecommendationType)
export class SceneRecommendedResolver {
  @FieldResolver(() => TitleType, { description: 'The title.' })
  title(@Root() { title }: { readonly title: Title }): Title {
    return title;
  }

  @FieldResolver(() => DescribedSceneType, {
    nullable: true,
    description: 'The scene of it that shows most of the themes; null where none of its scenes is described so.',
  })
  scene(@Root() { scene }: SceneRecommended): DescribedScene | null {
    return scene;
  }

  @FieldResolver(() => [FoundThemeType], { description: 'Which of the themes gone by it is in.' })
  themes(@Root() { themes }: SceneRecommended): readonly FoundTheme[] {
    return themes;
  }
}

/** Opens the live answer of a request; the subscriber that leaves ends it. */
async function watchScenes(
  context: Context,
  input: SceneRecommendationsInput,
  knownVersion: number | null,
): Promise<AsyncIterable<Push<NamedAnswer>>> {
  const request = await sceneRequest(context, input);
  const { userId } = request;
  if (userId === null) throw badInput('input.userId', 'An answer for nobody does not change.', 'a user, or a viewer token');
  const { house } = context;
  const id = sceneListId(request);
  const compute = async (standing: number): Promise<NamedAnswer> => ({
    ...(await sceneRecommendations(house, { ...request, userId: standing })),
    id,
  });
  return house.liveScenes.watch({ userId, key: id, knownVersion, compute });
}
