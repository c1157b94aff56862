import { dialectOf } from '../csv-dialect';
import { csvReader } from '../csv-reader';
import type { FileRow } from '../file-row';
import type { Steps } from '../steps';
import { isDate } from './day';
import { dropReason, durationOf } from './drop-rule';
import { tidyTitle } from './title-string';

/** A row of an export, before its title is looked for. */
export interface HistoryRow {
  /** Counted from 1 at the first row behind the header. */
  readonly row: number;
  readonly text: string;
  /** As it stood there: a date, or a time in UTC. */
  readonly date: string;
  readonly profile: string | null;
  /** How long it was played; null where the export does not tell. */
  readonly seconds: number | null;
  /** Why it is no viewing or cannot be read; null when it may be placed. */
  readonly dropped: string | null;
}

/** An export as it was read. */
export interface HistoryFile {
  /** FULL tells profiles, times in UTC and durations; SHORT a title and a day. */
  readonly kind: 'SHORT' | 'FULL';
  readonly profiles: readonly string[];
  readonly rows: readonly HistoryRow[];
}

const LONGEST_TEXT = 1_000;
const LONGEST_PROFILE = 200;
const SAMPLE = 500;
/** Characters and rows that are read in a few milliseconds. */
const PIECE = 64 * 1024;
const ROWS_A_TURN = 1_000;

/** Reads an export whole, whatever its locale, delimiter and quoting. Every row behind the header is answered. Never throws. */
export function* historyIn(text: string): Steps<HistoryFile> {
  const all = yield* rowsIn(text);
  const places = new Map((all[0]?.cells.map(String) ?? []).map((name, index) => [name.trim().toLowerCase(), index]));
  const isFull = places.has('profile name') && places.has('start time') && places.has('title');
  const hasHeader = isFull || (all[0] !== undefined && !all[0].cells.some((cell) => isDate(String(cell))));
  const rows = hasHeader ? all.slice(1) : all;
  const dateAt = isFull ? -1 : dateColumn(rows);
  const read: HistoryRow[] = [];
  for (const [index, row] of rows.entries()) {
    read.push(isFull ? fullRow(row, index, (name) => places.get(name) ?? -1) : shortRow(row, index, dateAt));
    if (read.length % ROWS_A_TURN === 0) yield;
  }
  const profiles = [...new Set(read.map(({ profile }) => profile ?? '').filter(Boolean))].sort();
  return { kind: isFull ? 'FULL' : 'SHORT', profiles, rows: read };
}

function* rowsIn(text: string): Steps<readonly FileRow[]> {
  const reader = csvReader({ ...dialectOf(text), header: false });
  const all: FileRow[] = [];
  for (let at = 0; at < text.length; at += PIECE) {
    for (const row of reader.push(text.slice(at, at + PIECE))) all.push(row);
    yield;
  }
  for (const row of reader.end()) all.push(row);
  return all;
}

function fullRow({ cells, fault }: FileRow, index: number, placeOf: (name: string) => number): HistoryRow {
  const cell = (name: string): string => String(cells[placeOf(name)] ?? '').trim();
  const seconds = durationOf(cell('duration'));
  const facts = { supplement: cell('supplemental video type'), attributes: cell('attributes'), seconds };
  return {
    row: index + 1,
    text: tidyTitle(cell('title')),
    date: cell('start time'),
    profile: cell('profile name')
      .slice(0, LONGEST_PROFILE)
      .replace(/\p{Surrogate}/gu, ''),
    seconds,
    dropped: fault ?? dropReason(facts),
  };
}

function shortRow({ cells, fault }: FileRow, index: number, dateAt: number): HistoryRow {
  const texts = cells.map((cell) => String(cell).trim());
  // A title with commas that nobody quoted: what is no date belongs to it.
  const at = isDate(texts[dateAt] ?? '') ? dateAt : texts.findLastIndex(isDate);
  const title = texts.filter((cell, place) => place !== at && cell !== '').join(', ');
  const dropped = at < 0 && fault !== null ? fault : null;
  return { row: index + 1, text: tidyTitle(title).slice(0, LONGEST_TEXT), date: texts[at] ?? '', profile: null, seconds: null, dropped };
}

/** Where most rows have their date: the last such place, for a title may begin like one. */
function dateColumn(rows: readonly FileRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows.slice(0, SAMPLE))
    for (const [place, cell] of cells.entries()) if (isDate(String(cell))) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] >= best[1] ? one : best), [-1, 0])[0];
}
