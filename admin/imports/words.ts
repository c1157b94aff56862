import type { ImportField, ImportsQuery } from '../generated/imports';
import { count } from '../parts/numbers';
import { wordsOf } from '../parts/state-chip';

export type ListedImport = ImportsQuery['imports']['nodes'][number];

/** Every field that a column may be, as the mapping offers it, in groups. */
export const FIELDS: readonly (readonly [group: string, fields: readonly ImportField[]])[] = [
  ['Found again by', ['ID', 'EXTERNAL_ID', 'EXTERNAL_IDS', 'KINOGRAPH_ID']],
  [
    'About it',
    ['NAME', 'NAME_AND_YEAR', 'ALIASES', 'YEAR', 'KIND', 'DESCRIPTION', 'GENRES', 'TAGS', 'CATEGORY', 'CERTIFICATE', 'LANGUAGE', 'ALBUM'],
  ],
  ['Length', ['SECONDS', 'MINUTES', 'MILLISECONDS', 'PAGES']],
  ['Episodes', ['PARENT', 'SEASON', 'NUMBER']],
  ['People', ['DIRECTORS', 'ACTORS', 'CREATORS', 'AUTHORS', 'ARTISTS']],
  ['Where it is', ['MEDIA_URL', 'POSTER_URL', 'AVAILABILITY', 'STATE']],
  ['What others say', ['RATING', 'RATING_OF_TEN', 'RATING_COUNT', 'POPULARITY']],
];

const WORDS: Readonly<Partial<Record<ImportField, string>>> = {
  ID: 'Own id',
  EXTERNAL_ID: 'Id of a catalogue',
  EXTERNAL_IDS: 'Ids with sources',
  KINOGRAPH_ID: 'Kinograph id',
  NAME_AND_YEAR: 'Name with year',
  ALIASES: 'Other names',
  CATEGORY: 'Shelf',
  PARENT: 'Show of an episode',
  NUMBER: 'Episode number',
  MEDIA_URL: 'Media address',
  POSTER_URL: 'Poster address',
  RATING: 'Rating, 0 to 5',
  RATING_OF_TEN: 'Rating, 0 to 10',
  RATING_COUNT: 'Number of ratings',
};

/** A field in words. */
export const fieldWords = (field: ImportField): string => WORDS[field] ?? wordsOf(field);

/** The files of an import in one line. */
export function filesOf({ files }: Pick<ListedImport, 'files'>): string {
  const [first, ...rest] = files;
  return rest.length === 0
    ? (first?.name ?? '')
    : `${first?.name.split('/').slice(0, -1).join('/') || first?.name} (${files.length} files)`;
}

type Counts = NonNullable<ListedImport['counts']>;

/** "3 new, 2 changed, 1 as it was, 1 bad": in a dry run, what would be. */
export function countsOf({ created, updated, unchanged, bad }: Counts): string {
  const parts = [
    [created, 'new'],
    [updated, 'changed'],
    [unchanged, 'as before'],
    [bad, 'bad'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, word]) => `${count(number)} ${word}`);
  return told.length === 0 ? 'No rows' : told.join(', ');
}

/** States in which something works with an import. */
export const WORKING: readonly ListedImport['state'][] = ['CHECKING', 'RUNNING', 'UNDOING'];
