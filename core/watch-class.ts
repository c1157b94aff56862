import type { InteractionFacts, Range } from './interaction';

/** How far a play went, as the watch log and Amazon Personalize name it. */
export enum WatchClass {
  /** At least half of the title. */
  WATCHED = 'WATCHED',
  /** More than nothing, but less than half, or a title of unknown length. */
  CLICKED = 'CLICKED',
}

/** Exactly half is watched: 517 of the 20,000 rows of the video recommender's log are. */
const WATCHED_FROM = 0.5;
const TENTHS = 10;

/** The class of a play of `coveredSeconds` of a title of `mediaSeconds` (null: unknown); null when nothing was covered. */
export function watchClass(coveredSeconds: number, mediaSeconds: number | null): WatchClass | null {
  if (!(coveredSeconds > 0)) return null;
  const known = mediaSeconds !== null && mediaSeconds > 0;
  return known && coveredSeconds >= WATCHED_FROM * mediaSeconds ? WatchClass.WATCHED : WatchClass.CLICKED;
}

/** The class of everything that a person did with a title: a whole play counts as watched, a click as clicked. */
export function watchClassOf(interaction: InteractionFacts): WatchClass | null {
  if (interaction.completions > 0) return WatchClass.WATCHED;
  const played = watchClass(coveredSeconds(interaction.covered), interaction.mediaSeconds);
  if (played !== null) return played;
  return interaction.clicks > 0 || interaction.secondsPlayed > 0 ? WatchClass.CLICKED : null;
}

/** Seconds in a set of ranges. */
export function coveredSeconds(covered: readonly Range[]): number {
  return covered.reduce((sum, [from, to]) => sum + to - from, 0) / TENTHS;
}

/** Share of the title that was covered, 0 to 1; null when its length is unknown. A whole play told without seconds is 1. */
export function coverageOf(interaction: InteractionFacts): number | null {
  if (interaction.completions > 0) return 1;
  if (interaction.mediaSeconds === null) return null;
  return Math.min(1, coveredSeconds(interaction.covered) / interaction.mediaSeconds);
}
