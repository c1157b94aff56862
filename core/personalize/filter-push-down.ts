import type { ListFilter } from '../recommendation';
import { LISTED_KINDS, TitleKind } from '../title';
import { SEEN_TYPES } from './event-types';
import type { FilterKey } from './filters';

/** A fixed filter with the values of its parameters, in the words of the wire: a list of quoted texts, or a number, as one text. */
export interface PushedFilter {
  readonly key: FilterKey;
  readonly values: Readonly<Record<string, string>>;
}

/** How long the value of one parameter may be. */
const LONGEST_VALUE = 1_000;

/**
 * The part of a list's rules that Personalize can apply by itself, so that fewer of its places are spent on what is left out afterwards; null
 * where there is none. It never leaves out what the whole rules would let pass: `spelled` gives a genre as the catalogue writes it, because
 * Personalize tells letters by case; null for one that the catalogue does not know.
 */
export function pushDown(filter: ListFilter, spelled: (genre: string) => string | null): PushedFilter | null {
  const values = present([
    ['OTHER_KINDS', otherKinds(filter)],
    ['YEAR_FROM', wholeNumber(filter.yearFrom)],
    ['YEAR_TO', wholeNumber(filter.yearTo)],
    // Whoever has time goes on with a show, however much of it they have seen.
    ['SEEN', filter.excludeSeen && filter.availableSeconds === undefined ? quoted(SEEN_TYPES) : null],
  ]);
  const genres = filter.genres?.length ? genresOf(filter.genres, spelled) : null;
  if (genres !== null) return { key: 'genres', values: { GENRES: genres, ...values } };
  return Object.keys(values).length === 0 ? null : { key: 'open', values };
}

function otherKinds({ kinds }: ListFilter): string | null {
  if (!kinds?.length) return null;
  // An episode is listed as its show.
  const wanted = new Set(kinds.map((kind) => (kind === TitleKind.EPISODE ? TitleKind.SHOW : kind)));
  return quoted(LISTED_KINDS.filter((kind) => !wanted.has(kind)));
}

function genresOf(genres: readonly string[], spelled: (genre: string) => string | null): string | null {
  return quoted([...new Set(genres.map(spelled).filter((genre) => genre !== null))]);
}

/** Null where nothing stands in the list, or where it cannot be told. */
function quoted(words: readonly string[]): string | null {
  const text = words.map((word) => `"${word}"`).join(',');
  const canBeTold = words.length > 0 && text.length <= LONGEST_VALUE && words.every((word) => !/["\\\p{Cc}]/u.test(word));
  return canBeTold ? text : null;
}

function wholeNumber(value: number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function present(entries: readonly (readonly [string, string | null])[]): Record<string, string> {
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
