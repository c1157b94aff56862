import { wordsOf } from './words';

/** What a scene or a title is about, by name. */
export interface Theme {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly names: { readonly en: string; readonly ru: string };
  /** What speaks for it when it is seen or said, above 0 to 1 each; in lower case, singular, of one to three words. */
  readonly keywords: Readonly<Record<string, number>>;
  /** Genres that speak for it, above 0 to 1 each: they say what a whole title is, not what a scene shows. */
  readonly genres: Readonly<Record<string, number>>;
}

/** A theme that was found, and how surely: comparable within one answer only. */
export interface FoundTheme {
  readonly id: string;
  readonly score: number;
}

/** A text and what its words count, 0 to 1. */
export interface Said {
  readonly text: string;
  readonly counts: number;
}

/** What speaks for themes. */
export interface Evidence {
  readonly said: readonly Said[];
  readonly genres: readonly string[];
  /** What a genre counts, 0 to 1; left out: a whole. */
  readonly genreWeight?: number;
}

/** As many themes as are looked for. */
export const MOST_THEMES = 3;
/** Less than this is chance: one weak word that two themes share. */
export const LEAST_SCORE = 0.3;

/** Finds themes; the surest first, equal ones in the order of their ids. */
export type ThemeFinder = (evidence: Evidence) => readonly FoundTheme[];

/**
 * Finds every theme whose score is 0.3 and more: the sum over its keywords of weight x what the word counts / how many themes the word speaks
 * for, and over its genres of weight x `genreWeight`. A word that says everything says nothing: the divisor is an inverse document frequency
 * whose documents are the themes. A word that is said twice counts once, at its most. A theme's own names are words of it.
 */
export function themeFinder(themes: readonly Theme[]): ThemeFinder {
  const byWord = spokenFor(themes, ({ keywords, names }) => ({ [names.en]: 1, [names.ru]: 1, ...keywords }));
  const byGenre = spokenFor(themes, ({ genres }) => genres);
  const mattering = lookUp((text) => wordsOf(text).filter((word) => byWord.has(word)));
  return ({ said, genres, genreWeight = 1 }) => {
    const scores = new Map<number, number>();
    const add = (theme: number, score: number): void => void scores.set(theme, (scores.get(theme) ?? 0) + score);
    for (const [word, counts] of mostOf(said, mattering)) {
      const themesOfWord = byWord.get(word) ?? [];
      for (const { theme, weight } of themesOfWord) add(theme, (weight * counts) / themesOfWord.length);
    }
    for (const genre of new Set(genres.map(lower)))
      for (const { theme, weight } of byGenre.get(genre) ?? []) add(theme, weight * genreWeight);
    return [...scores]
      .filter(([, score]) => score >= LEAST_SCORE)
      .map(([theme, score]) => ({ id: themes[theme]?.id ?? '', score }))
      .sort(surestFirst);
  };
}

/** The order of found themes. */
export function surestFirst(a: FoundTheme, b: FoundTheme): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** The three best themes of plain keywords. */
export function themesOf(find: ThemeFinder, keywords: readonly string[]): readonly FoundTheme[] {
  return find({ said: keywords.map((text) => ({ text, counts: 1 })), genres: [] }).slice(0, MOST_THEMES);
}

const lower = (text: string): string => text.toLowerCase();

interface Spoken {
  readonly theme: number;
  readonly weight: number;
}

function spokenFor(
  themes: readonly Theme[],
  weightsOf: (theme: Theme) => Readonly<Record<string, number>>,
): ReadonlyMap<string, readonly Spoken[]> {
  const spoken = new Map<string, Spoken[]>();
  for (const [theme, each] of themes.entries())
    for (const [word, weight] of Object.entries(weightsOf(each)))
      spoken.set(lower(word), [...(spoken.get(lower(word)) ?? []), { theme, weight }]);
  return spoken;
}

function mostOf(said: readonly Said[], wordsIn: (text: string) => readonly string[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { text, counts } of said) for (const word of wordsIn(text)) most.set(word, Math.max(counts, most.get(word) ?? 0));
  return most;
}

const MOST_KEPT = 20_000;
const LONGEST_KEPT = 60;

/** The same tags are given to thousands of titles: what short texts say is looked up once. */
function lookUp(read: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return read(text);
    const words = known.get(text) ?? read(text);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, words);
    return words;
  };
}
