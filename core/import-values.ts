import type { FileCell } from './file-row';
import { cleanText, webUrl } from './import-field';
import { type Availability, type ExternalId, type Tag, TitleKind, TitleState } from './title';

/** What a cell tells, or what was expected of it. */
export type Read<Value> = { readonly value: Value } | { readonly expected: string };

const read = <Value>(value: Value | null | undefined, expected: string): Read<Value> =>
  value === null || value === undefined ? { expected } : { value };

/** A cell as one text; a list with bars between. */
export function plain(cell: FileCell): string {
  return cleanText(typeof cell === 'string' ? cell : cell.join('|'));
}

export function readText(cell: FileCell, most: number): Read<string> {
  const text = plain(cell);
  return read(text.length <= most ? text : null, `at most ${most.toLocaleString('en')} characters`);
}

/** A text that keeps its line breaks. */
export function readProse(cell: FileCell, most: number): Read<string> {
  const text = (typeof cell === 'string' ? cell : cell.join('\n'))
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trimEnd())
    .join('\n')
    .trim();
  return read(text.length <= most ? text : null, `at most ${most.toLocaleString('en')} characters`);
}

export function readWhole(cell: FileCell, least: number, most: number): Read<number> {
  const text = plain(cell).replace(/^(-?\d+)\.0+$/, '$1');
  const value = Number(text.replace(/(\d)[, ](?=\d{3}\b)/g, '$1'));
  const fits = /^-?\d[\d, ]*$/.test(text) && value >= least && value <= most;
  return read(fits ? value : null, `a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`);
}

export function readNumber(cell: FileCell, least: number, most: number): Read<number> {
  const text = plain(cell).replace(/^(-?\d+),(\d+)$/, '$1.$2');
  const value = Number(text);
  return read(/^-?\d+(\.\d+)?$/.test(text) && value >= least && value <= most ? value : null, `a number from ${least} to ${most}`);
}

/** The year of `1999`, `1999-03-31`, `31.03.1999` and `2006–2007`. */
export function readYear(cell: FileCell): Read<number> {
  const text = plain(cell);
  const found =
    /^(-?\d{1,4})(?:\.0+)?$/.exec(text) ??
    /^(\d{4})[-/.–]/.exec(text) ??
    /(?:^|\D)(\d{4})$/.exec(text) ??
    /^\w+ \d{1,2}, (\d{4})/.exec(text);
  return read(found ? Number(found[1]) : null, 'a year such as 1999, or a date with one');
}

const CLOCK = /^(?:(\d+):)?(\d{1,3}):(\d{2})$/;
const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i;
const UNITS = /^(?:(\d+)\s*h(?:ours?|rs?|r)?\.?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?\.?)?\s*(?:(\d+)\s*s(?:ec(?:ond)?s?)?\.?)?$/i;
const LONGEST_SECONDS = 1_000_000;

/** A length in seconds: a number of `unitSeconds` each, `1:52:30`, `112 min`, `1h 52m` or `PT1H52M`. */
export function readSeconds(cell: FileCell, unitSeconds: number): Read<number> {
  const text = plain(cell);
  const expected = 'a length such as 112 min, 1:52:30 or a number';
  if (/^\d+([.,]\d+)?$/.test(text)) return fitting(Math.round(Number(text.replace(',', '.')) * unitSeconds), expected);
  const parts = CLOCK.exec(text) ?? ISO.exec(text) ?? (text === '' ? null : UNITS.exec(text));
  if (!parts) return { expected };
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  // Where minutes are meant, 1:52 is an hour and 52 minutes.
  const isShort = unitSeconds === 60 && /^\d+:\d\d$/.test(text);
  return fitting(isShort ? minutes * 3600 + seconds * 60 : hours * 3600 + minutes * 60 + seconds, expected);
}

function fitting(seconds: number, expected: string): Read<number> {
  return read(seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : null, `${expected}, from 1 second to 1,000,000`);
}

interface ListRule {
  readonly most: number;
  readonly longest: number;
  /** The values may hold semicolons and commas. */
  readonly onlyBars?: boolean;
}

/** Several values: a list of the file's own, JSON, or parted by bars, else semicolons, else commas. */
export function readList(cell: FileCell, { most, longest, onlyBars = false }: ListRule): Read<readonly string[]> {
  const parts = typeof cell === 'string' ? partsOf(cell, onlyBars ? ['|'] : ['|', ';', ',']) : cell;
  const values = [...new Set(parts.map(cleanText).filter((part) => part !== ''))];
  const fits = values.length <= most && values.every((value) => value.length <= longest);
  return read(fits ? values : null, `at most ${most} values of ${longest} characters`);
}

function partsOf(text: string, marks: readonly string[]): readonly string[] {
  const bare = text.trim();
  if (bare.startsWith('[') && bare.endsWith(']')) return listIn(bare);
  const separator = marks.find((mark) => bare.includes(mark));
  return separator === undefined ? [bare] : bare.split(separator);
}

/** JSON, or what Python prints of a list. */
function listIn(text: string): readonly string[] {
  try {
    const values: unknown = JSON.parse(text);
    if (Array.isArray(values))
      return values.map((value) => (typeof value === 'object' && value !== null && 'name' in value ? value.name : value)).map(String);
  } catch {
    // It is no JSON: the brackets and quotes are taken off by hand.
  }
  return text
    .slice(1, -1)
    .split(',')
    .map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'));
}

/** Tags, with a relevance behind a colon or without: `space:0.9|robots`. */
export function readTags(cell: FileCell): Read<readonly Tag[]> {
  const list = readList(cell, { most: 1_000, longest: 220 });
  if (!('value' in list)) return list;
  const tags = list.value.map((text) => {
    const [, tag = text, relevance = '1'] = /^(.+):(0(?:\.\d+)?|1(?:\.0+)?|\d(?:\.\d+)?e-\d+)$/.exec(text) ?? [];
    return { tag: tag.trim().toLowerCase(), relevance: Number(relevance) };
  });
  const first = new Map(tags.map((tag) => [tag.tag, tag]));
  return read(tags.every(({ tag }) => tag.length <= 200) ? [...first.values()] : null, 'tags of at most 200 characters');
}

const SOURCE = /^[a-z][a-z0-9-]{0,31}$/;
const LONGEST_ID = 200;

/** An id of a source; IMDb's with its letters and seven digits, however it came. */
export function readId(cell: FileCell, source: string): Read<ExternalId> {
  const text = plain(cell).replace(/^(\d+)\.0$/, '$1');
  const imdb = source === 'imdb' ? /^(?:.*\/title\/)?(?:tt)?(\d{1,9})\/?$/.exec(text)?.[1] : undefined;
  const value = imdb === undefined ? text : `tt${imdb.padStart(7, '0')}`;
  const fits = value.length <= LONGEST_ID && (source !== 'imdb' || imdb !== undefined);
  return read(
    fits && value !== '' ? { source, value } : null,
    source === 'imdb' ? 'an IMDb id such as tt0111161' : `an id of 1 to ${LONGEST_ID} characters`,
  );
}

/** `imdb:tt0111161|tmdb:278`. */
export function readIds(cell: FileCell): Read<readonly ExternalId[]> {
  const expected = 'ids with their sources, such as imdb:tt0111161|tmdb:278';
  const list = readList(cell, { most: 100, longest: LONGEST_ID + 33 });
  if (!('value' in list)) return { expected };
  const ids = list.value.map((text) => ({ source: text.slice(0, text.indexOf(':')), value: text.slice(text.indexOf(':') + 1) }));
  return read(ids.every(({ source, value }) => SOURCE.test(source) && value !== '' && value.length <= LONGEST_ID) ? ids : null, expected);
}

const KINDS: ReadonlyMap<string, TitleKind> = new Map(
  (
    [
      [TitleKind.MOVIE, 'movie movies film feature featurefilm tvmovie spielfilm'],
      [TitleKind.SHOW, 'show series tv tvshow tvseries tvminiseries miniseries serie'],
      [TitleKind.EPISODE, 'episode tvepisode folge'],
      [TitleKind.BOOK, 'book books novel ebook buch livre audiobook'],
      [TitleKind.TRACK, 'track song music audio single'],
      [TitleKind.VIDEO, 'video clip short tvshort trailer tvspecial'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

export function readKind(cell: FileCell): Read<TitleKind> {
  const word = plain(cell)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return read(KINDS.get(word), Object.keys(TitleKind).join(', '));
}

export function readState(cell: FileCell): Read<Exclude<TitleState, TitleState.MERGED>> {
  const text = plain(cell).toUpperCase();
  const state = ([TitleState.LISTED, TitleState.HIDDEN, TitleState.REMOVED] as const).find((each) => each === text);
  return read(state, 'LISTED, HIDDEN or REMOVED');
}

const WINDOW = /^(\*|[A-Za-z]{2}) ([^/\s]*)\/([^/\s]*)$/;

/** Windows as an export writes them: a region or a star, a blank, and two times with a slash between, each of which may be left out. */
export function readAvailability(cell: FileCell): Read<readonly Availability[]> {
  const expected = 'windows such as FI 2026-01-01T00:00:00.000Z/ with bars between';
  const windows = plain(cell)
    .split('|')
    .map((text) => WINDOW.exec(text.trim()));
  const read = windows.map((parts) => windowOf(parts?.slice(1) ?? []));
  return read.every((window) => window !== null) && read.length <= 300 ? { value: read } : { expected };
}

function windowOf([region = '', from = '', until = '']: readonly string[]): Availability | null {
  const times = [from, until].filter((time) => time !== '').map(Date.parse);
  const fits = region !== '' && times.every((time) => !Number.isNaN(time)) && (times.length < 2 || Number(times[0]) < Number(times[1]));
  return fits ? { region: region === '*' ? null : region.toUpperCase(), from: utc(from), until: utc(until) } : null;
}

/** As a save keeps it, so that times compare as texts. */
const utc = (time: string): string | null => (time === '' ? null : new Date(time).toISOString());

export function readUrl(cell: FileCell): Read<string> {
  const text = plain(cell);
  return read(text.length <= 2_000 ? webUrl(text) : null, 'an address that begins with http:// or https://');
}
