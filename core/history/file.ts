import { dialectOf } from '../csv-dialect';
import { csvReader } from '../csv-reader';
import type { FileRow } from '../file-row';
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
const SAMPLE = 500;

/** Reads an export whole, whatever its locale, delimiter and quoting. Every row behind the header is answered. Never throws. */
export function readHistory(text: string): HistoryFile {
  const reader = csvReader({ ...dialectOf(text), header: false });
  const all = [...reader.push(text), ...reader.end()];
  const places = new Map((all[0]?.cells.map(String) ?? []).map((name, index) => [name.trim().toLowerCase(), index]));
  const isFull = places.has('profile name') && places.has('start time') && places.has('title');
  if (isFull) return fullFile(all.slice(1), (name) => places.get(name) ?? -1);
  const hasHeader = all[0] !== undefined && !all[0].cells.some((cell) => isDate(String(cell)));
  return shortFile(hasHeader ? all.slice(1) : all);
}

function fullFile(rows: readonly FileRow[], placeOf: (name: string) => number): HistoryFile {
  const read = rows.map(({ cells, fault }, index): HistoryRow => {
    const cell = (name: string): string => String(cells[placeOf(name)] ?? '').trim();
    const seconds = durationOf(cell('duration'));
    const facts = { supplement: cell('supplemental video type'), attributes: cell('attributes'), seconds };
    const text = tidyTitle(cell('title'));
    return {
      row: index + 1,
      text,
      date: cell('start time'),
      profile: cell('profile name')
        .slice(0, 200)
        .replace(/\p{Surrogate}/gu, ''),
      seconds,
      dropped: fault ?? dropReason(facts),
    };
  });
  const profiles = [...new Set(read.map(({ profile }) => profile ?? '').filter(Boolean))].sort();
  return { kind: 'FULL', profiles, rows: read };
}

function shortFile(rows: readonly FileRow[]): HistoryFile {
  const dateAt = dateColumn(rows);
  const read = rows.map(({ cells, fault }, index): HistoryRow => {
    const texts = cells.map((cell) => String(cell).trim());
    // A title with commas that nobody quoted: what is no date belongs to it.
    const at = isDate(texts[dateAt] ?? '') ? dateAt : texts.findLastIndex(isDate);
    const title = texts.filter((cell, place) => place !== at && cell !== '').join(', ');
    const dropped = at < 0 && fault !== null ? fault : null;
    return { row: index + 1, text: tidyTitle(title).slice(0, LONGEST_TEXT), date: texts[at] ?? '', profile: null, seconds: null, dropped };
  });
  return { kind: 'SHORT', profiles: [], rows: read };
}

/** Where most rows have their date: the last such place, for a title may begin like one. */
function dateColumn(rows: readonly FileRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows.slice(0, SAMPLE))
    for (const [place, cell] of cells.entries()) if (isDate(String(cell))) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] >= best[1] ? one : best), [-1, 0])[0];
}
