import { badInput } from '../core/errors';
import type { Paged } from '../core/page';

/** What a cursor may hold: `time` is an ISO-8601 UTC text, so that PostgreSQL's microseconds survive. */
interface CursorValues {
  readonly integer: number;
  readonly number: number;
  readonly text: string;
  readonly time: string;
}
export type CursorKind = keyof CursorValues;
export type CursorValue = CursorValues[CursorKind] | null;

/** The deepest page that a page-numbered table may ask for; beyond it a cursor is the way. */
const MOST_OFFSET = 10_000;

/** The place of a row in a sorted list, opaque to clients: base64url of its sort values, the id last. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor back, checked against what the list sorts by. Throws BAD_INPUT on `field` for anything that `encodeCursor` did not write for this list. */
export function decodeCursor<const Kinds extends readonly CursorKind[]>(
  text: string,
  field: string,
  kinds: Kinds,
): { [Index in keyof Kinds]: CursorValues[Kinds[Index]] | null } {
  const values = parse(text);
  const fits = Array.isArray(values) && values.length === kinds.length && kinds.every((kind, index) => fitsKind(kind, values[index]));
  if (!fits)
    throw badInput(
      field,
      `${field} is not a cursor of this list.`,
      'an endCursor or edge cursor that this list answered, in the same order',
    );
  return values as { [Index in keyof Kinds]: CursorValues[Kinds[Index]] | null };
}

/** Checks how many rows are asked for. Throws BAD_INPUT on `first`. */
export function pageSize(first: number, most: number): number {
  if (Number.isInteger(first) && first >= 0 && first <= most) return first;
  throw badInput('first', `first is out of range: it came as ${first}.`, `a whole number from 0 to ${most}`);
}

/** Checks how many rows are skipped. Throws BAD_INPUT on `offset`. */
export function pageOffset(offset: number | null): number {
  if (offset === null) return 0;
  if (Number.isInteger(offset) && offset >= 0 && offset <= MOST_OFFSET) return offset;
  throw badInput(
    'offset',
    `offset is out of range: it came as ${offset}.`,
    `a whole number from 0 to ${MOST_OFFSET}; use after for deeper pages`,
  );
}

/** Makes a page of `first` from rows read with `limit first + 1`: the row too many only tells that there is a next page. */
export function paged<Row>(rows: readonly Row[], first: number, cursorOf: (row: Row) => readonly CursorValue[]): Paged<Row> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return { edges, hasNextPage: rows.length > first };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** ISO 8601 has a year 0000, PostgreSQL has none. */
const UTC_TIME = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)$/;

function fitsKind(kind: CursorKind, value: unknown): boolean {
  if (value === null) return true;
  if (kind === 'integer') return Number.isSafeInteger(value);
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string' || value.includes('\u0000')) return false;
  return kind === 'text' || isTime(value);
}

/** A day that the month does not have would pass `Date` and then fail in PostgreSQL. */
function isTime(text: string): boolean {
  if (!UTC_TIME.test(text) || Number.isNaN(Date.parse(text))) return false;
  return new Date(text).toISOString().startsWith(text.slice(0, 19));
}
