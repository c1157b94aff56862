const TITLE_KINDS = ['BOOK', 'EPISODE', 'MOVIE', 'SHOW', 'TRACK', 'VIDEO'] as const;
const ENGINES = ['LOCAL', 'PERSONALIZE', 'SPARK'] as const;
const CAUSES = ['DELETED', 'EVENT', 'IMPORT', 'PREFERENCES', 'RESYNC', 'SUBSCRIBED'] as const;
const REASONS = [
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
] as const;

/** What a title is; OTHER: a word of a newer server. */
export type TitleKind = (typeof TITLE_KINDS)[number] | 'OTHER';
/** What computed a list; OTHER: a word of a newer server. */
export type EngineName = (typeof ENGINES)[number] | 'OTHER';
/** Why a list was sent; OTHER: a word of a newer server. */
export type CauseKind = (typeof CAUSES)[number] | 'OTHER';
/** Why a title stands in a list; OTHER: a word of a newer server. */
export type ReasonCode = (typeof REASONS)[number] | 'OTHER';

/** Reads the words of a closed list; whatever this version does not know becomes OTHER. */
export const titleKind = reader<TitleKind>(TITLE_KINDS);
export const engineName = reader<EngineName>(ENGINES);
export const causeKind = reader<CauseKind>(CAUSES);
export const reasonCode = reader<ReasonCode>(REASONS);

function reader<Word extends string>(words: readonly Word[]): (value: unknown) => Word | 'OTHER' {
  return (value) => words.find((word) => word === value) ?? 'OTHER';
}
