import type { FoundTheme } from './theme';
import type { ThemedScene } from './theme-book';

/** Where the themes of an answer come from: the first of these that leads to any title. */
export enum SceneSource {
  /** Keywords that the request brought. */
  KEYWORDS = 'KEYWORDS',
  /** The described scene at the time that was asked for. */
  SCENE = 'SCENE',
  /** The described scenes of the title that people play again most. */
  MOST_WATCHED = 'MOST_WATCHED',
  /** The title as a whole. */
  TITLE = 'TITLE',
  /** What the person had to do with last. */
  PAST = 'PAST',
}

/** A title by themes. */
export interface SceneRecommended {
  readonly titleId: number;
  /** The scene of it that says most of these themes; null where none of its scenes is described so. */
  readonly scene: ThemedScene | null;
  /** Which of the themes asked by it is in. */
  readonly themes: readonly FoundTheme[];
  readonly matched: 3 | 2 | 1;
}
