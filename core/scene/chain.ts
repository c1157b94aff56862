import type { FoundTheme } from './theme';

/** Titles by themes: those in all three, else in two, else in the first. */
export interface ByThemes {
  /** How many of the themes each of the titles is in; 0 where there is none. */
  readonly matched: 3 | 2 | 1 | 0;
  readonly titleIds: readonly number[];
  /** The themes that are left: each has three titles at least. */
  readonly themes: readonly FoundTheme[];
}

/** A theme with fewer titles is too rare to recommend by. */
export const LEAST_TITLES = 3;

/**
 * Titles by the three themes of a scene, the surest theme first. Themes with fewer than three titles are dropped; then come the titles in all three
 * that are left, else those in two of them (the surest pair first: first and second, first and third, second and third), else those in the
 * first, the second, the third. The original meant this and asked its second step for all three again. Only titles that `mayStand` are answered,
 * by ascending id.
 */
export function titlesByThemes(
  found: readonly FoundTheme[],
  titlesOf: (themeId: string) => ReadonlySet<number>,
  mayStand: (titleId: number) => boolean,
): ByThemes {
  const themes = found.filter(({ id }) => titlesOf(id).size >= LEAST_TITLES);
  for (const among of ways(themes)) {
    const [own = new Set<number>(), ...others] = among.map(({ id }) => titlesOf(id));
    const titleIds = [...own].filter((id) => others.every((titles) => titles.has(id)) && mayStand(id)).sort((a, b) => a - b);
    if (titleIds.length > 0) return { matched: among.length as 3 | 2 | 1, titleIds, themes };
  }
  return { matched: 0, titleIds: [], themes };
}

/** The sets of themes to be in, the most and surest first. */
function ways([first, second, third]: readonly FoundTheme[]): readonly (readonly FoundTheme[])[] {
  if (!first) return [];
  if (!second) return [[first]];
  if (!third) return [[first, second], [first], [second]];
  return [[first, second, third], [first, second], [first, third], [second, third], [first], [second], [third]];
}
