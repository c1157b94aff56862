import type { RecommendationsInput, TitleKind } from '../generated/documents';

/** The kinds to choose from, in the order in which they are shown. */
export const KINDS = ['MOVIE', 'SHOW', 'BOOK', 'TRACK'] as const satisfies readonly TitleKind[];
export type Kind = (typeof KINDS)[number];

/** How somebody feels and what they have time for, as the address of the page says. */
export interface Choice {
  /** Null: any mood. */
  readonly mood: string | null;
  /** Null: as long as it takes. */
  readonly minutes: number | null;
  /** Empty: all of them. */
  readonly kinds: readonly Kind[];
  /** Empty: any genre. */
  readonly genres: readonly string[];
}

/** So many of each kind to choose from. */
export const PER_KIND = 3;
/** A week: the server refuses more. */
const MOST_MINUTES = 10_080;
/** The server takes no more; what was put aside first may come again. */
const MOST_WITHOUT = 1_000;
const MOST_GENRES = 20;
const LONGEST_GENRE = 100;
const SECONDS = 60;

/** Reads an address; what it does not understand counts as not said. */
export function choiceOf(search: string): Choice {
  const asked = new URLSearchParams(search);
  const mood = asked.get('mood') ?? '';
  const minutes = /^\d{1,5}$/.test(asked.get('minutes') ?? '') ? Number(asked.get('minutes')) : 0;
  const kinds = (asked.get('kinds') ?? '').split(',');
  const genres = asked.getAll('genre').filter((genre) => genre.trim() !== '' && genre.length <= LONGEST_GENRE && !genre.includes('\0'));
  return {
    mood: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(mood) ? mood : null,
    minutes: minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null,
    kinds: KINDS.filter((kind) => kinds.includes(kind)),
    genres: [...new Set(genres)].slice(0, MOST_GENRES),
  };
}

/** The address that says so. */
export function addressOf({ mood, minutes, kinds, genres }: Choice): string {
  const asked = new URLSearchParams([
    ...(mood === null ? [] : [['mood', mood]]),
    ...(minutes === null ? [] : [['minutes', String(minutes)]]),
    ...(kinds.length === 0 ? [] : [['kinds', kinds.join()]]),
    ...genres.map((genre) => ['genre', genre]),
  ]).toString();
  return asked === '' ? '/mood' : `/mood?${asked}`;
}

/** The kinds that are looked for. */
export const kindsOf = ({ kinds }: Pick<Choice, 'kinds'>): readonly Kind[] => (kinds.length === 0 ? KINDS : kinds);

/** The list to ask for, without the titles that are not wanted again. */
export function inputOf(choice: Choice, without: readonly string[]): RecommendationsInput {
  return {
    mood: choice.mood,
    availableSeconds: choice.minutes === null ? null : choice.minutes * SECONDS,
    kinds: [...kindsOf(choice)],
    perKind: PER_KIND,
    genres: choice.genres.length === 0 ? null : [...choice.genres],
    excludeTitleIds: without.length === 0 ? null : without.slice(-MOST_WITHOUT),
  };
}

/** A limit that can be let go of. */
export type Limit = 'minutes' | 'genres' | 'kinds';

/** The limits that may be why nothing fits, the hardest first. A mood is none: where nothing fits it, the list is made without. */
export function limitsOf({ minutes, genres, kinds }: Choice): readonly Limit[] {
  return [
    ...(genres.length > 0 ? (['genres'] as const) : []),
    ...(minutes === null ? [] : (['minutes'] as const)),
    ...(kinds.length > 0 ? (['kinds'] as const) : []),
  ];
}

/** The choice without a limit. */
export function loosened(choice: Choice, limit: Limit): Choice {
  return { ...choice, [limit]: limit === 'minutes' ? null : [] };
}
