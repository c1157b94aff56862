import { audienceAge } from './certificate';
import { enlarged, type Fresh, NO_COLUMNS } from './column-arrays';
import { type Dictionary, growing, learn } from './dictionary';
import { SOUNDS, type Sound } from './sound';
import { atOnce, ROWS_A_STEP, type Steps } from './steps';
import { type Availability, type Title, TitleKind, TitleState } from './title';

/** What lists need to know of a title. */
export type TitleFacts = Pick<
  Title,
  | 'id'
  | 'kind'
  | 'year'
  | 'genres'
  | 'category'
  | 'certificate'
  | 'seconds'
  | 'parentId'
  | 'availability'
  | 'attributes'
  | 'state'
  | 'mergedIntoId'
> &
  Partial<Pick<Title, 'pages' | 'season' | 'number' | 'createdAt'>> & {
    /** An operator keeps it out of every list. */
    readonly blocked?: boolean;
  };

/** Codes of `Columns.kind`. */
export const KINDS = Object.values(TitleKind);
/** Stands in a column where a fact is not known. */
export const UNKNOWN = -1;

/** The catalogue as plain arrays, a row per title: everything that filtering and ranking read, immutable once built. */
export interface Columns {
  readonly size: number;
  readonly ids: Float64Array;
  readonly rowOf: ReadonlyMap<number, number>;
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  /** 1: may stand in a list. */
  readonly listed: Uint8Array;
  /** 1: an operator keeps it out of every list. */
  readonly blocked: Uint8Array;
  /** Id of the show of an episode or of the title that a merged one became; 0: none. */
  readonly above: Float64Array;
  /** The row that stands for this one in lists and in the model: itself, its show, or what it was merged into. */
  readonly listedAs: Int32Array;
  readonly year: Int32Array;
  readonly seconds: Int32Array;
  readonly pages: Int32Array;
  /** Place of an episode in its show, specials behind all others; UNKNOWN for what is none or may not be watched. */
  readonly episode: Int32Array;
  /** A number per fact of SOUNDS and row, row by row; NaN where it is not known. */
  readonly sound: Float32Array;
  /** Least age of the audience that the certificate names. */
  readonly age: Int8Array;
  /** Index into `words`, of the category and of the language. */
  readonly category: Int32Array;
  readonly language: Int32Array;
  readonly words: Dictionary;
  readonly genreNames: Dictionary;
  /** 32-bit words a row in `genres`. */
  readonly genreWidth: number;
  /** Bit g of a row: it has genre g. */
  readonly genres: Uint32Array;
  /** Public ratings that the catalogue tells of. */
  readonly ratingCount: Float64Array;
  /** When the row was made, in seconds since 1970; 0: not known. */
  readonly created: Float64Array;
  /** Only rows that are not available always and everywhere. */
  readonly windows: ReadonlyMap<number, readonly Availability[]>;
}

/** Columns of a whole catalogue, rows in the order given. */
export function columnsOf(titles: readonly TitleFacts[]): Columns {
  return withTitles(NO_COLUMNS, titles);
}

/** New columns in which `titles` replace their old rows or follow as new ones; the given columns stay as they are. */
export function withTitles(old: Columns, titles: readonly TitleFacts[]): Columns {
  return atOnce(withTitlesInSteps(old, titles));
}

/** As `withTitles`, for catalogues that take seconds: a million titles do. */
export function* withTitlesInSteps(old: Columns, titles: readonly TitleFacts[]): Steps<Columns> {
  const rowOf = yield* rowsWith(old.rowOf, titles);
  const genreNames = growing(old.genreNames);
  const words = growing(old.words);
  for (const [at, { genres, category, attributes }] of titles.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    for (const genre of genres) learn(genreNames, genre);
    learn(words, category);
    learn(words, languageOf(attributes.language));
  }
  const columns = enlarged(old, rowOf, { genreNames, words });
  for (const [at, title] of titles.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    put(columns, title);
  }
  for (let row = 0; row < columns.size; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    columns.listedAs[row] = standIn(columns, row);
  }
  return columns;
}

/** The code of a name in a dictionary, or UNKNOWN. */
export function codeOf(dictionary: Dictionary, name: string | null): number {
  return name === null ? UNKNOWN : (dictionary.codes.get(name.toLowerCase()) ?? UNKNOWN);
}

/** Whether `row` has genre `genre`. */
export function hasGenre(columns: Columns, row: number, genre: number): boolean {
  return (((columns.genres[row * columns.genreWidth + (genre >>> 5)] as number) >>> (genre & 31)) & 1) === 1;
}

/** The genres of `row`, as codes. */
export function genresOf(columns: Columns, row: number): number[] {
  const found: number[] = [];
  for (let word = 0; word < columns.genreWidth; word++) {
    for (let bits = columns.genres[row * columns.genreWidth + word] as number; bits !== 0; bits &= bits - 1) {
      found.push(word * 32 + 31 - Math.clz32(bits & -bits));
    }
  }
  return found;
}

/** The language part of a BCP 47 tag in its shortest form (`eng-GB` and `en-US` are both `en`); null when there is none. */
export function languageOf(tag: string | null | undefined): string | null {
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]?.split('-')[0] ?? null;
  } catch {
    return null;
  }
}

// The old rows serve as they are when no title is new: copying a million for one changed name would take longer than all the rest.
function* rowsWith(old: ReadonlyMap<number, number>, titles: readonly TitleFacts[]): Steps<ReadonlyMap<number, number>> {
  if (titles.every(({ id }) => old.has(id))) return old;
  const rowOf = new Map<number, number>();
  for (const [id, row] of old) {
    if (row % ROWS_A_STEP === 0) yield;
    rowOf.set(id, row);
  }
  for (const [at, { id }] of titles.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    if (!rowOf.has(id)) rowOf.set(id, rowOf.size);
  }
  return rowOf;
}

function put(columns: Fresh, title: TitleFacts): void {
  const row = columns.rowOf.get(title.id) as number;
  columns.ids[row] = title.id;
  columns.kind[row] = KINDS.indexOf(title.kind);
  columns.blocked[row] = title.blocked === true ? 1 : 0;
  columns.listed[row] = title.state === TitleState.LISTED && title.kind !== TitleKind.EPISODE && title.blocked !== true ? 1 : 0;
  columns.above[row] = title.mergedIntoId ?? (title.kind === TitleKind.EPISODE ? (title.parentId ?? 0) : 0);
  columns.year[row] = title.year ?? UNKNOWN_YEAR;
  columns.seconds[row] = title.seconds ?? UNKNOWN;
  columns.pages[row] = title.pages ?? UNKNOWN;
  columns.episode[row] = title.state === TitleState.LISTED && title.blocked !== true ? episodePlace(title) : UNKNOWN;
  for (let at = 0; at < SOUNDS.length; at++) columns.sound[row * SOUNDS.length + at] = title.attributes[SOUNDS[at] as Sound] ?? Number.NaN;
  columns.age[row] = audienceAge(title.certificate) ?? UNKNOWN;
  columns.category[row] = codeOf(columns.words, title.category);
  columns.language[row] = codeOf(columns.words, languageOf(title.attributes.language));
  columns.ratingCount[row] = title.attributes.ratingCount ?? 0;
  columns.created[row] = Math.floor((title.createdAt?.getTime() ?? 0) / 1000);
  columns.genres.fill(0, row * columns.genreWidth, (row + 1) * columns.genreWidth);
  for (const name of title.genres) {
    const genre = codeOf(columns.genreNames, name);
    const word = row * columns.genreWidth + (genre >>> 5);
    columns.genres[word] = (columns.genres[word] as number) | (1 << (genre & 31));
  }
  if (title.availability.length > 0) columns.windows.set(row, title.availability);
  else columns.windows.delete(row);
}

const SPECIALS = 20_000;
const EPISODES_A_SEASON = 100_000;

// Season 0 holds specials, as does none.
function episodePlace({ kind, season, number }: TitleFacts): number {
  if (kind !== TitleKind.EPISODE) return UNKNOWN;
  return Math.min(season || SPECIALS, SPECIALS) * EPISODES_A_SEASON + Math.min(number ?? Number.POSITIVE_INFINITY, EPISODES_A_SEASON - 1);
}

/** Years may be negative (books of antiquity), so the unknown one lies below every year. */
export const UNKNOWN_YEAR = -(2 ** 31);

// A merged title may have been merged again, and an episode's show merged too: a chain longer than this is a circle.
const LONGEST_CHAIN = 8;

function standIn(columns: Columns, row: number): number {
  if (columns.above[row] === 0) return row;
  let at = row;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const next = columns.rowOf.get(columns.above[at] as number);
    if (next === undefined) return at;
    at = next;
  }
  return row;
}
