import type { Stretch } from '../audience';
import type { InteractionFacts } from '../interaction';
import { type DescribedScene, sceneAt, scenesInStretches, scenesPlayed } from './scene';
import { type FoundTheme, MOST_THEMES, type ThemeFinder } from './theme';
import { joinedThemes, sceneThemes, type TitleWords, titleThemes } from './title-themes';

/** A described scene and what it is about. */
export interface ThemedScene extends DescribedScene {
  readonly themes: readonly FoundTheme[];
}

/** What a title and its scenes are about; every theme of the title, the three best of a scene. */
export interface ThemedTitle {
  readonly themes: readonly FoundTheme[];
  readonly scenes: readonly ThemedScene[];
}

/** The themes of every title of the catalogue. */
export interface ThemeBook {
  /** Counts up with every change. */
  readonly version: number;
  of(titleId: number): ThemedTitle | null;
  /** The titles that are in a theme; nobody may change it. */
  titlesIn(themeId: string): ReadonlySet<number>;
}

/** What is known of a title that themes are found by. */
export interface TitleTold extends TitleWords {
  readonly id: number;
  readonly scenes: readonly DescribedScene[];
}

/** Finds the themes of a title and of its scenes. */
export function themedTitle(find: ThemeFinder, { scenes, ...title }: TitleTold): ThemedTitle {
  return {
    themes: titleThemes(find, { ...title, keywords: scenes.flatMap(({ keywords }) => keywords) }),
    scenes: scenes.map((scene) => ({ ...scene, themes: sceneThemes(find, { ...title, keywords: scene.keywords }) })),
  };
}

/** The themes of the scene at a time; none where no scene is described there. */
export function themesAt({ scenes }: ThemedTitle, atSeconds: number): readonly FoundTheme[] {
  return sceneAt(scenes, atSeconds)?.themes ?? [];
}

/** The three best themes of the scenes that people watch most. */
export function themesWatched({ scenes }: ThemedTitle, stretches: readonly Stretch[], mediaSeconds: number): readonly FoundTheme[] {
  return joinedThemes(scenesInStretches(scenes, stretches, mediaSeconds).map(({ themes }) => themes));
}

/** The three best themes of a title as a whole. */
export function themesWhole({ themes }: ThemedTitle): readonly FoundTheme[] {
  return themes.slice(0, MOST_THEMES);
}

/** Of a past the newest titles count, each a fifth less than the one after it. */
const MOST_PAST = 10;
const FADING = 0.8;

/**
 * The three best themes of what a person had to do with last, by the time of it, what they dislike left out: of each title the scenes that were
 * played by half at least, where it has such scenes, else the title as a whole.
 */
export function themesOfPast(
  interactions: readonly InteractionFacts[],
  of: (titleId: number) => ThemedTitle | null,
): readonly FoundTheme[] {
  const newest = [...interactions].sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime() || b.titleId - a.titleId);
  const lists: (readonly FoundTheme[])[] = [];
  for (const { titleId, covered } of newest) {
    const title = of(titleId);
    if (title === null || title.themes.length === 0) continue;
    const played = joinedThemes(scenesPlayed(title.scenes, covered).map(({ themes }) => themes));
    lists.push(played.length > 0 ? played : themesWhole(title));
    if (lists.length === MOST_PAST) break;
  }
  return joinedThemes(lists, FADING);
}

/** The scene of a title that says most of these themes; of equal ones the earliest. Null where none says any. */
export function sceneFor({ scenes }: ThemedTitle, among: readonly FoundTheme[]): ThemedScene | null {
  const wanted = new Set(among.map(({ id }) => id));
  let [best, most]: [ThemedScene | null, number] = [null, 0];
  for (const scene of scenes) {
    const said = scene.themes.reduce((sum, { id, score }) => sum + (wanted.has(id) ? score : 0), 0);
    if (said > most) [best, most] = [scene, said];
  }
  return best;
}
