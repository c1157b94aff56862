import { stringify } from 'csv-stringify/sync';

/** What may stand in a cell; null is an empty one. */
export type Cell = string | number | boolean | null;

const PLAIN_NUMBER = /^-\d+(\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180), each with a line feed behind it. A cell that a spreadsheet would compute gets an apostrophe in front; a plain
 * negative number stays as it is.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  return stringify(
    rows.map((row) => row.map(shown)),
    { escape_formulas: true, cast: { string: (text) => (PLAIN_NUMBER.test(text) ? { value: text, escape_formulas: false } : text) } },
  );
}

/** A cell as it was before `csvText` kept it from being computed. */
export function withoutApostrophe(cell: string): string {
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
}

function shown(cell: Cell): string | number | null {
  return typeof cell === 'boolean' ? String(cell) : cell;
}
