import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Right } from '../../core/rights';
import { checkKeywords, type DescribedScene } from '../../core/scene/scene';
import { SHIPPED_THEMES } from '../../core/scene/shipped';
import type { FoundTheme, Theme } from '../../core/scene/theme';
import { sceneThemes } from '../../core/scene/title-themes';
import type { Title } from '../../core/title';
import { saveScenes } from '../../flow/scene';
import { findThemes } from '../../flow/theme-book';
import { DescribedSceneType, FoundThemeType, SaveScenesInput, SaveScenesPayload, ThemeType } from '../../schema/scene';
import { TitleType } from '../../schema/title';
import { actorOf } from '../actor';
import type { Context } from '../context';
import { withUserErrors } from '../graphql/user-errors';
import { requireRight } from '../rights';
import { optionalRowId, titleIdOf } from '../subject';

const THEMES = new Map(SHIPPED_THEMES.map((theme) => [theme.id, theme]));

@Resolver()
export class SceneResolver {
  @Query(() => [ThemeType], { description: 'Every theme that scenes and titles are found by.' })
  themes(@Ctx() context: Context): readonly Theme[] {
    requireRight(context, Right.CATALOGUE_READ);
    return SHIPPED_THEMES;
  }

  @Query(() => [FoundThemeType], {
    description:
      'The themes that a scene of these keywords would have, at most three, the surest first; nothing is saved. For forms that answer at once.',
  })
  async scenePreview(
    @Arg('keywords', () => [String], { description: 'What is seen or said in it: 1 to 40 keywords of 1 to 60 characters.' })
    keywords: string[],
    @Arg('titleId', () => ID, { nullable: true, description: 'Of which title: its genres and tags speak weakly beside them.' })
    titleId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<readonly FoundTheme[]> {
    requireRight(context, Right.CATALOGUE_WRITE);
    checkKeywords(keywords, 'keywords');
    const id = titleId == null ? null : await titleIdOf(context, titleId, 'titleId');
    const [title, tags] = id === null ? [null, []] : await Promise.all([context.loaders.title.load(id), context.loaders.tags.load(id)]);
    return sceneThemes(findThemes, { genres: title?.genres ?? [], tags, keywords });
  }

  @Mutation(() => SaveScenesPayload, { description: 'Puts described scenes in the place of those of a title.' })
  async saveScenes(
    @Arg('input', () => SaveScenesInput, { description: 'The scenes, whole.' }) input: SaveScenesInput,
    @Ctx() context: Context,
  ): Promise<SaveScenesPayload> {
    requireRight(context, Right.CATALOGUE_WRITE);
    return withUserErrors(
      async () => {
        const titleId = await titleIdOf(context, input.titleId, 'input.titleId');
        const scenes = input.scenes.map(({ id, fromSeconds = null, toSeconds = null, keywords }, at) => ({
          id: optionalRowId(id, `input.scenes[${at}].id`) ?? null,
          ...{ fromSeconds, toSeconds, keywords },
        }));
        return saveScenes(context.house.database.db, actorOf(context), { titleId, version: input.version, scenes });
      },
      async ({ field }) => {
        if (field === 'input.titleId') return { scenes: null, version: null };
        return context.loaders.describedScenes.load(await titleIdOf(context, input.titleId, 'input.titleId'));
      },
    );
  }
}

@Resolver(() => ThemeType)
export class ThemeResolver {
  @FieldResolver(() => [String], { description: 'What speaks for it when it is seen or said, the strongest first.' })
  keywords(@Root() { keywords }: Theme): readonly string[] {
    return strongestFirst(keywords);
  }

  @FieldResolver(() => [String], { description: 'Genres that speak for it, the strongest first.' })
  genres(@Root() { genres }: Theme): readonly string[] {
    return strongestFirst(genres);
  }
}

@Resolver(() => FoundThemeType)
export class FoundThemeResolver {
  @FieldResolver(() => ThemeType, { description: 'The theme.' })
  theme(@Root() { id }: FoundTheme): Theme {
    const theme = THEMES.get(id);
    if (theme === undefined) throw new Error(`The theme ${id} was found and is not there.`);
    return theme;
  }
}

@Resolver(() => DescribedSceneType)
export class DescribedSceneResolver {
  @FieldResolver(() => [FoundThemeType], { description: 'What it is about: at most three themes, the surest first.' })
  async themes(@Root() { id, titleId }: DescribedScene, @Ctx() { house }: Context): Promise<readonly FoundTheme[]> {
    const title = (await house.themes.book()).of(titleId);
    return title?.scenes.find((scene) => scene.id === id)?.themes ?? [];
  }
}

@Resolver(() => TitleType)
export class TitleSceneResolver {
  @FieldResolver(() => [DescribedSceneType], {
    description: 'Its scenes as somebody described them, by time; those that nobody placed come last.',
  })
  async describedScenes(@Root() title: Title, @Ctx() context: Context): Promise<readonly DescribedScene[]> {
    return (await context.loaders.describedScenes.load(title.id)).scenes;
  }

  @FieldResolver(() => Int, {
    description: 'The version of `describedScenes`: a save takes the one it was read at. 0 while nobody described any.',
  })
  async scenesVersion(@Root() title: Title, @Ctx() context: Context): Promise<number> {
    return (await context.loaders.describedScenes.load(title.id)).version;
  }

  @FieldResolver(() => [FoundThemeType], { description: 'What it is about as a whole: at most nine themes, the surest first.' })
  async themes(@Root() title: Title, @Ctx() { house }: Context): Promise<readonly FoundTheme[]> {
    return (await house.themes.book()).of(title.id)?.themes.slice(0, MOST_OF_TITLE) ?? [];
  }
}

const MOST_OF_TITLE = 9;

function strongestFirst(weights: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(weights)
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .map(([word]) => word);
}
