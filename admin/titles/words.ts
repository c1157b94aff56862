import type { TitleKind } from '../generated/titles';
import { duration } from '../parts/numbers';

/** What titles are, as they are called on a page. */
export const KINDS: readonly { readonly id: TitleKind; readonly name: string }[] = [
  { id: 'MOVIE', name: 'Movie' },
  { id: 'SHOW', name: 'Show' },
  { id: 'EPISODE', name: 'Episode' },
  { id: 'BOOK', name: 'Book' },
  { id: 'TRACK', name: 'Track' },
  { id: 'VIDEO', name: 'Video' },
];

export const kindOf = (kind: string): string => KINDS.find(({ id }) => id === kind)?.name ?? kind;

export const STATES = [
  { id: 'LISTED', name: 'Listed' },
  { id: 'HIDDEN', name: 'Hidden' },
  { id: 'REMOVED', name: 'Removed' },
  { id: 'MERGED', name: 'Merged' },
] as const;

/** How long it is: 1 h 52 min, 320 pages; a dash where nobody knows. */
export function lengthOf({ seconds, pages }: { readonly seconds: number | null; readonly pages: number | null }): string {
  if (seconds !== null) return duration(seconds);
  return pages === null ? '–' : `${pages} pages`;
}

/** A poster of this server: the console loads no picture from elsewhere, and a drawn one stands in. */
export const posterOf = ({ id, posterUrl }: { readonly id: string; readonly posterUrl: string }): string =>
  posterUrl.startsWith('/') ? posterUrl : `/posters/${id}`;

const FIELD_NAMES: Readonly<Record<string, string>> = {
  aliases: 'Also called',
  mediaUrl: 'Media address',
  externalIds: 'External ids',
  posterSource: 'Poster',
  parentId: 'Show',
  mergedIntoId: 'Merged into',
  seconds: 'Length in seconds',
  pages: 'Length in pages',
  category: 'Shelf',
};

/** A field as it is called on a page. */
export function fieldName(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  return FIELD_NAMES[field] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Values of the API as they are called on a page. */
const WORDS: ReadonlyMap<unknown, string> = new Map([...KINDS, ...STATES].map(({ id, name }) => [id, name]));

/** A value of a field in words. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object') return WORDS.get(value) ?? String(value);
  const { tag, relevance, source, value: id, name, role, character, region, from, until } = value as Record<string, unknown>;
  if (tag !== undefined) return `${tag} (${relevance})`;
  if (source !== undefined) return `${source}:${id}`;
  if (role !== undefined) return `${name}${character ? ` as ${character}` : ''} (${String(role).toLowerCase()})`;
  if (from !== undefined || until !== undefined) return `${region ?? 'everywhere'} ${dayOf(from)} to ${dayOf(until)}`;
  return typeof name === 'string' ? name : JSON.stringify(value);
}

const dayOf = (time: unknown): string => (typeof time === 'string' ? time.slice(0, 10) : 'open');

const LONGEST_NAME = 200;

/** A name as a row or a heading holds it: an import may bring one of thousands of letters. */
export function shortName(name: string): string {
  const letters = [...name.slice(0, 2 * LONGEST_NAME)];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : name;
}
