type Cell = string | number | null;

/** What spreadsheets take for a formula: the last two are skipped by some before they look. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV after RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. A text that would run as a formula is defused by '. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
