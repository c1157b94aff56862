import { type AppError, badInput } from './errors';
import { isText } from './text';
import {
  type Availability,
  type Credit,
  type ExternalId,
  type Tag,
  type Title,
  type TitleAttributes,
  TitleKind,
  TitleState,
} from './title';

/** What a save may say of a title: null empties a field, and one that is left out stays as it is. */
export interface TitleInput {
  readonly kind?: TitleKind | null;
  readonly name?: string | null;
  readonly year?: number | null;
  readonly description?: string | null;
  readonly genres?: readonly string[] | null;
  readonly category?: string | null;
  readonly certificate?: string | null;
  readonly seconds?: number | null;
  readonly pages?: number | null;
  readonly parentId?: number | null;
  readonly season?: number | null;
  readonly number?: number | null;
  readonly availability?: readonly Availability[] | null;
  readonly attributes?: TitleAttributes | null;
  readonly posterSource?: string | null;
  readonly mediaUrl?: string | null;
  readonly state?: TitleState | null;
  readonly externalIds?: readonly ExternalId[] | null;
  readonly tags?: readonly Tag[] | null;
  readonly aliases?: readonly string[] | null;
  readonly credits?: readonly Credit[] | null;
}

/** The columns that a save writes. */
export type TitleFields = Omit<Title, 'id' | 'mergedIntoId' | 'version' | 'createdAt' | 'updatedAt'>;

const BLANK: Omit<TitleFields, 'kind'> = {
  name: '',
  year: null,
  description: null,
  genres: [],
  category: null,
  certificate: null,
  seconds: null,
  pages: null,
  parentId: null,
  season: null,
  number: null,
  availability: [],
  attributes: {},
  posterSource: null,
  mediaUrl: null,
  state: TitleState.LISTED,
};

/**
 * The title after a save over what stood there (null: nothing did); a save lists a removed title again. Throws BAD_INPUT that names
 * the first field at fault.
 */
export function checkTitle(input: TitleInput, before: TitleFields | null): TitleFields {
  const kind = before?.kind ?? input.kind;
  if (!kind) throw badInput('input.kind', 'A new title needs a kind.', Object.keys(TitleKind).join(', '));
  if (input.kind && input.kind !== kind) throw badInput('input.kind', `A title stays what it is: ${kind}.`, kind);
  const state = before?.state === TitleState.HIDDEN ? TitleState.HIDDEN : TitleState.LISTED;
  const title: TitleFields = { ...BLANK, ...before, state, ...given(input), kind };
  const fault = faultOf(title) ?? listFault(input);
  if (fault !== null) throw fault;
  return { ...title, availability: title.availability.map(inUtc) };
}

/** Times as `2026-03-01T00:00:00.000Z`, so that they compare as texts. */
function inUtc({ region, from, until }: Partial<Availability>): Availability {
  const utc = (time: string | null | undefined): string | null => (time ? new Date(time).toISOString() : null);
  return { region: region?.toUpperCase() || null, from: utc(from), until: utc(until) };
}

/** The columns that the input names, with their empty value for null. */
function given(input: TitleInput): Partial<TitleFields> {
  const fields = Object.keys(BLANK) as (keyof typeof BLANK)[];
  return Object.fromEntries(fields.filter((field) => input[field] !== undefined).map((field) => [field, input[field] ?? BLANK[field]]));
}

const isWhole = (value: number | null, least: number, most: number): boolean =>
  value === null || (Number.isInteger(value) && value >= least && value <= most);
const isUrl = (text: string | null): boolean =>
  text === null || (isText(text, 2_000) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
/** Stands for a time that is not given. */
const EVER = '2000-01-01';
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/;
const isTime = (text: string): boolean => TIME.test(text) && !Number.isNaN(Date.parse(text));
const isLabel = (text: string, most: number): boolean => text.trim() !== '' && isText(text, most);
const isEpisode = ({ kind, parentId }: TitleFields): boolean => (kind === TitleKind.EPISODE) === (parentId !== null);

/** A picture that an operator uploaded, under its hash. */
const OUR_POSTER = /^\/posters\/[0-9a-f]{64}$/;

/** Every rule on a column: whether it holds, and what is expected. */
const RULES: readonly (readonly [keyof TitleFields, (title: TitleFields) => boolean, string])[] = [
  ['name', ({ name }) => isLabel(name, 500), 'a name of 1 to 500 characters'],
  ['year', ({ year }) => isWhole(year, -5_000, 3_000), 'a year from -5000 to 3000'],
  ['description', ({ description }) => isText(description ?? '', 10_000), 'at most 10,000 characters'],
  [
    'genres',
    ({ genres }) => genres.length <= 50 && genres.every((genre) => isLabel(genre, 100)),
    'at most 50 genres of 1 to 100 characters',
  ],
  ['category', ({ category }) => category === null || isLabel(category, 100), 'a shelf of 1 to 100 characters'],
  ['certificate', ({ certificate }) => certificate === null || isLabel(certificate, 20), 'a certificate such as PG-13 or TV-MA'],
  ['seconds', ({ seconds }) => isWhole(seconds, 1, 1_000_000), 'whole seconds from 1 to 1,000,000'],
  ['pages', ({ pages }) => isWhole(pages, 1, 100_000), 'whole pages from 1 to 100,000'],
  ['parentId', isEpisode, 'the id of a SHOW for an EPISODE, and nothing for another kind'],
  ['season', ({ season }) => isWhole(season, 0, 10_000), 'a season from 0 to 10,000'],
  ['number', ({ number }) => isWhole(number, 0, 100_000), 'a number from 0 to 100,000'],
  [
    'availability',
    ({ availability }) => availability.length <= 300 && availability.every(isWindow),
    'at most 300 windows: a region of two letters, and ISO 8601 times, from before until',
  ],
  [
    'attributes',
    ({ attributes }) =>
      isText(JSON.stringify(attributes), 10_000) && !JSON.stringify(attributes).includes('\\u0000') && isRated(attributes),
    'numbers for rating (0 to 5) and ratingCount',
  ],
  [
    'posterSource',
    ({ posterSource }) => isUrl(posterSource) || OUR_POSTER.test(posterSource ?? ''),
    'an address that begins with http:// or https://',
  ],
  ['mediaUrl', ({ mediaUrl }) => isUrl(mediaUrl), 'an address that begins with http:// or https://'],
  ['state', ({ state }) => state === TitleState.LISTED || state === TitleState.HIDDEN, 'LISTED or HIDDEN'],
];

function isWindow({ region, from, until }: Partial<Availability>): boolean {
  const ordered = !from || !until || Date.parse(from) < Date.parse(until);
  return /^([A-Za-z]{2})?$/.test(region ?? '') && isTime(from ?? EVER) && isTime(until ?? EVER) && ordered;
}

function isRated({ rating, ratingCount }: TitleAttributes): boolean {
  return (rating === undefined || (rating >= 0 && rating <= 5)) && (ratingCount === undefined || Number.isInteger(ratingCount));
}

function faultOf(title: TitleFields): AppError | null {
  const broken = RULES.find(([, holds]) => !holds(title));
  return broken ? badInput(`input.${broken[0]}`, `${broken[0]} cannot be kept as it came.`, broken[2]) : null;
}

const MOST_ALIASES = 100;

function listFault({ externalIds, tags, aliases, credits }: TitleInput): AppError | null {
  if (externalIds && !externalIds.every(({ source, value }) => /^[a-z][a-z0-9-]{0,31}$/.test(source) && isLabel(value, 200)))
    return badInput(
      'input.externalIds',
      'An external id cannot be kept as it came.',
      'a source of lower-case letters and a value of 1 to 200 characters',
    );
  if (tags && !tags.every(({ tag, relevance }) => isLabel(tag, 200) && relevance >= 0 && relevance <= 1))
    return badInput('input.tags', 'A tag cannot be kept as it came.', 'a tag of 1 to 200 characters with a relevance from 0 to 1');
  if (aliases && (aliases.length > MOST_ALIASES || !aliases.every((name) => isLabel(name, 500))))
    return badInput('input.aliases', 'Another name cannot be kept as it came.', `at most ${MOST_ALIASES} names of 1 to 500 characters`);
  if (
    credits &&
    !credits.every(({ name, character, position }) => isLabel(name, 200) && isText(character ?? '', 200) && isWhole(position, 0, 10_000))
  )
    return badInput('input.credits', 'A credit cannot be kept as it came.', 'a name of 1 to 200 characters and a position from 0');
  return null;
}
