import type { FileCell } from './file-row';
import { type ColumnMapping, IDENTIFYING, ImportField, REPEATABLE } from './import-columns';
import { ID_SPELLINGS, SPELLINGS, spelling } from './import-spellings';
import { TitleKind } from './title';

/** A column with what it seems to be; `confidence` 0 to 1 is 0 where nothing is known of it. */
export interface GuessedColumn {
  readonly column: string;
  readonly samples: readonly string[];
  readonly field: ImportField | null;
  readonly source: string | null;
  readonly confidence: number;
}

const SAMPLES = 5;
const BY_NAME = 0.95;
const BY_PART = 0.6;
const BY_SHAPE = 0.75;
/** A name of three letters and less says nothing as a part of another. */
const SHORTEST_PART = 4;
/** How many there are is not which one it is. */
const COUNTS = /seasons$|episodes$|countries$/;

interface Guess {
  readonly field: ImportField;
  readonly source: string | null;
  readonly confidence: number;
}

/** Guesses what each column is, by its name and by the shape of what stands in it; no field twice that may stand once. Never throws. */
export function guessColumns(columns: readonly string[], rows: readonly (readonly FileCell[])[]): readonly GuessedColumn[] {
  const values = columns.map((_, index) => rows.map((cells) => shown(cells[index] ?? '')).filter((text) => text !== ''));
  const known = new Set(columns.map(spelling));
  const guesses = columns.map((column, index) => guessOf(column, { values: values[index] ?? [], known }));
  const kept = withoutRivals(guesses);
  return columns.map((column, index) => {
    const guess = kept[index] ?? null;
    const samples = [...new Set(values[index])].slice(0, SAMPLES).map((text) => text.slice(0, 200));
    return { column, samples, field: guess?.field ?? null, source: guess?.source ?? null, confidence: guess?.confidence ?? 0 };
  });
}

/** The mapping that a guess amounts to. */
export function mappingOf(guessed: readonly GuessedColumn[]): readonly ColumnMapping[] {
  return guessed.flatMap(({ column, field, source }) => (field === null ? [] : [{ column, field, source }]));
}

/** What titles are of which the file does not tell the kind. */
export function guessKind(guessed: readonly GuessedColumn[]): TitleKind {
  const fields = new Set(guessed.map(({ field }) => field));
  const sources = new Set(guessed.map(({ source }) => source));
  if (fields.has(ImportField.PAGES) || fields.has(ImportField.AUTHORS) || sources.has('isbn') || sources.has('goodreads'))
    return TitleKind.BOOK;
  if (fields.has(ImportField.ARTISTS) || fields.has(ImportField.ALBUM) || sources.has('spotify')) return TitleKind.TRACK;
  if (fields.has(ImportField.PARENT) && fields.has(ImportField.NUMBER)) return TitleKind.EPISODE;
  if (sources.has('youtube')) return TitleKind.VIDEO;
  return TitleKind.MOVIE;
}

interface Column {
  readonly values: readonly string[];
  readonly known: ReadonlySet<string>;
}

function guessOf(column: string, { values, known }: Column): Guess | null {
  const name = spelling(column);
  const named = byName(name) ?? byPart(name);
  const shaped = byShape(values);
  if (shaped !== null && (named === null || named.field === ImportField.ID || named.confidence < BY_SHAPE)) return shaped;
  if (named === null) return lengthGuess(name, values);
  return refined(named, { values, known });
}

const exactly = (field: ImportField, source: string | null = null): Guess => ({ field, source, confidence: BY_NAME });

function byName(name: string): Guess | null {
  for (const [source, spellings] of Object.entries(ID_SPELLINGS))
    if (spellings.includes(name)) return exactly(ImportField.EXTERNAL_ID, source);
  for (const [field, spellings] of Object.entries(SPELLINGS)) if (spellings.includes(name)) return exactly(field as ImportField);
  return null;
}

function byPart(name: string): Guess | null {
  if (COUNTS.test(name)) return null;
  for (const [field, spellings] of Object.entries(SPELLINGS))
    if (spellings.some((known) => known.length >= SHORTEST_PART && (name.startsWith(known) || name.endsWith(known))))
      return { field: field as ImportField, source: null, confidence: BY_PART };
  return null;
}

const SHAPES: readonly (readonly [shape: RegExp, field: ImportField, source: string | null])[] = [
  [/^tt\d{7,9}$/, ImportField.EXTERNAL_ID, 'imdb'],
  [/^97[89][\d-]{10,14}$/, ImportField.EXTERNAL_ID, 'isbn'],
  [/^10\.5240\//, ImportField.EXTERNAL_ID, 'eidr'],
  [/^spotify:track:/, ImportField.EXTERNAL_ID, 'spotify'],
  [/^[a-z][a-z0-9-]{1,31}:(?!\/\/)[^\s|]+(\|[a-z][a-z0-9-]{1,31}:[^\s|]+)*$/, ImportField.EXTERNAL_IDS, null],
  [/^https?:\/\/.+\.(jpe?g|png|webp|gif)(\?.*)?$/i, ImportField.POSTER_URL, null],
  [/^https?:\/\/.+\.(mp4|webm|m3u8|mpd|mp3|m4a)(\?.*)?$/i, ImportField.MEDIA_URL, null],
  [/^.+ \((18|19|20)\d\d\)$/, ImportField.NAME_AND_YEAR, null],
];
const MOSTLY = 0.8;
const SELDOM = 0.2;

const share = (values: readonly string[], shape: RegExp): number =>
  values.length === 0 ? 0 : values.filter((value) => shape.test(value)).length / values.length;

function byShape(values: readonly string[]): Guess | null {
  const found = SHAPES.find(([shape]) => share(values, shape) >= MOSTLY);
  return found ? { field: found[1], source: found[2], confidence: BY_SHAPE } : null;
}

/** A length without a unit in its name: what its numbers would be. */
function lengthGuess(name: string, values: readonly string[]): Guess | null {
  if (!/^(duration|length|lange|dauer|playtime)$/.test(name)) return null;
  const clock = share(values, /^(\d+:)?\d{1,2}:\d\d$|^PT|min|h\b/i) >= MOSTLY;
  const middle = [...values.map(Number)].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const seconds = middle > 600 || clock ? ImportField.SECONDS : ImportField.MINUTES;
  return { field: middle >= 30_000 ? ImportField.MILLISECONDS : seconds, source: null, confidence: clock ? BY_NAME : BY_PART };
}

/** What a name says, corrected by what stands in the column. */
function refined(guess: Guess, { values, known }: Column): Guess | null {
  const { field } = guess;
  if (field === ImportField.NAME && share(values, /\(\d{4}\)$/) >= MOSTLY && !known.has('year'))
    return { ...guess, field: ImportField.NAME_AND_YEAR };
  if (field === ImportField.RATING && values.some((value) => Number(value) > 5)) return { ...guess, field: ImportField.RATING_OF_TEN };
  // What is rated PG-13 is no number.
  if (field === ImportField.RATING && share(values, /^[\d.,]+$/) < MOSTLY && values.length > 0)
    return { ...guess, field: ImportField.CERTIFICATE };
  if (field === ImportField.YEAR && values.length > 0 && share(values, /\d{4}/) < SELDOM) return null;
  if (field === ImportField.STATE && values.length > 0 && share(values, /^(listed|hidden|removed)$/i) < MOSTLY) return null;
  return guess;
}

/** Of columns that seem to be the same, the surest keeps it, then the first; the file's own id must be one, too. */
function withoutRivals(guesses: readonly (Guess | null)[]): readonly (Guess | null)[] {
  const surest = new Map<ImportField, Guess>();
  for (const guess of guesses)
    if (guess !== null && (surest.get(guess.field)?.confidence ?? 0) < guess.confidence) surest.set(guess.field, guess);
  const sources = new Set<string>();
  return guesses.map((guess) => {
    if (guess === null) return null;
    if (guess.field === ImportField.EXTERNAL_ID) {
      if (sources.has(guess.source ?? '')) return null;
      sources.add(guess.source ?? '');
    }
    return REPEATABLE.has(guess.field) || surest.get(guess.field) === guess ? guess : null;
  });
}

/** Whether a mapping has a field by which titles are found again. */
export function identifies(mapping: readonly ColumnMapping[]): boolean {
  return mapping.some(({ field }) => IDENTIFYING.has(field));
}

const shown = (cell: FileCell): string => (typeof cell === 'string' ? cell : cell.join('|'));
