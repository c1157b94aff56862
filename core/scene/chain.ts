import type { FoundTheme } from './theme';

/** The rows of the catalogue that are in a theme: 1 for each, and how many there are. */
export interface ThemeRows {
  readonly mask: Uint8Array;
  readonly count: number;
}

/** Titles by themes: those in all three, else in two, else in the first. */
export interface ByThemes {
  /** How many of the themes each of the titles is in; 0 where there is none. */
  readonly matched: 3 | 2 | 1 | 0;
  /** 1 for every row of such a title. */
  readonly mask: Uint8Array;
  /** The themes that are left: each has three titles at least. */
  readonly themes: readonly FoundTheme[];
}

/** A theme with fewer titles is too rare to recommend by. */
export const LEAST_TITLES = 3;

/**
 * Titles by the three themes of a scene, the surest theme first. Themes with fewer than three titles are dropped; then come the titles in all three
 * that are left, else those in two of them (the surest pair first: first and second, first and third, second and third), else those in the
 * first, the second, the third. The original meant this and asked its second step for all three again. Only rows with 1 in `standing` are answered.
 */
export function rowsByThemes(found: readonly FoundTheme[], rowsOf: (themeId: string) => ThemeRows, standing: Uint8Array): ByThemes {
  const themes = found.filter(({ id }) => rowsOf(id).count >= LEAST_TITLES);
  for (const among of ways(themes)) {
    const mask = standing.slice();
    let any = 0;
    for (const { id } of among) any = keepOnly(mask, rowsOf(id).mask);
    if (any > 0) return { matched: among.length as 3 | 2 | 1, mask, themes };
  }
  return { matched: 0, mask: new Uint8Array(standing.length), themes };
}

/** Takes out of a mask, in place, what another has not; whether anything is left. */
function keepOnly(mask: Uint8Array, other: Uint8Array): number {
  let any = 0;
  for (let row = 0; row < mask.length; row++) {
    const both = (mask[row] as number) & (other[row] as number);
    mask[row] = both;
    any |= both;
  }
  return any;
}

/** The sets of themes to be in, the most and surest first. */
function ways([first, second, third]: readonly FoundTheme[]): readonly (readonly FoundTheme[])[] {
  if (!first) return [];
  if (!second) return [[first]];
  if (!third) return [[first, second], [first], [second]];
  return [[first, second, third], [first, second], [first, third], [second, third], [first], [second], [third]];
}
