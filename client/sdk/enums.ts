/** What a title is; OTHER: a word of a newer server. */
export type TitleKind = 'BOOK' | 'EPISODE' | 'MOVIE' | 'SHOW' | 'TRACK' | 'VIDEO' | 'OTHER';
/** What computed a list; OTHER: a word of a newer server. */
export type EngineName = 'LOCAL' | 'PERSONALIZE' | 'SPARK' | 'OTHER';
/** Why a list was sent; OTHER: a word of a newer server. */
export type CauseKind = 'DELETED' | 'EVENT' | 'IMPORT' | 'PREFERENCES' | 'RESYNC' | 'SUBSCRIBED' | 'OTHER';
/** Why a title stands in a list; OTHER: a word of a newer server. */
export type ReasonCode =
  | 'BECAUSE_WATCHED'
  | 'EDITORIAL'
  | 'EXPLORATION'
  | 'FALLBACK'
  | 'FITS_TIME'
  | 'GROUP_COMPROMISE'
  | 'LIKED_GENRE'
  | 'MOOD_MATCH'
  | 'POPULAR'
  | 'SIMILAR_TITLE'
  | 'SIMILAR_USERS'
  | 'TRENDING'
  | 'OTHER';

type Word = TitleKind | EngineName | CauseKind | ReasonCode;

/** One set for all four: no field could hold a word of another one. */
const WORDS: ReadonlySet<unknown> = new Set<Word>([
  'BOOK',
  'EPISODE',
  'MOVIE',
  'SHOW',
  'TRACK',
  'VIDEO',
  'LOCAL',
  'PERSONALIZE',
  'SPARK',
  'DELETED',
  'EVENT',
  'IMPORT',
  'PREFERENCES',
  'RESYNC',
  'SUBSCRIBED',
  'BECAUSE_WATCHED',
  'EDITORIAL',
  'EXPLORATION',
  'FALLBACK',
  'FITS_TIME',
  'GROUP_COMPROMISE',
  'LIKED_GENRE',
  'MOOD_MATCH',
  'POPULAR',
  'SIMILAR_TITLE',
  'SIMILAR_USERS',
  'TRENDING',
]);

/** The word itself where this version knows it, OTHER for what a newer server says. */
export function known(word: unknown): unknown {
  return WORDS.has(word) ? word : 'OTHER';
}
