import type { CsvDialect } from './csv-dialect';
import { type FileRow, LONGEST_ROW, MOST_CELLS, type RowReader, TOO_LONG, TOO_MANY_CELLS, unreadRow } from './file-row';

const UNCLOSED = 'A quote in this row is not closed.';

/**
 * Reads CSV (RFC 4180; stray quotes inside a cell allowed, empty lines skipped, cells trimmed). Where a quote is left open, the lines
 * behind it are read each by itself, so that one bad row does not swallow the rest; each character is looked at twice at most.
 */
export function csvReader(dialect: CsvDialect): RowReader {
  const { newline, header } = dialect;
  let columns: readonly string[] = [];
  let buffer = '';
  let line = 1;
  let skipping = false;
  let begun = false;

  /** Takes what is whole from the buffer, and leaves the rest in it. */
  function take(final: boolean): FileRow[] {
    const rows: FileRow[] = [];
    let at = 0;
    while (at < buffer.length) {
      if (skipping) {
        const end = buffer.indexOf(newline, at);
        skipping = end < 0;
        at = end < 0 ? buffer.length : end + 1;
        if (end >= 0) line += 1;
        continue;
      }
      const record = readRecord(buffer, at, { dialect, final });
      if (record !== null && record.end - at <= LONGEST_ROW) {
        rows.push(...rowOf(record.cells, line));
        line += record.lines;
        at = record.end;
        continue;
      }
      if (record === null && !final && buffer.length - at <= LONGEST_ROW) break;
      at = recover(rows, at);
    }
    buffer = buffer.slice(at);
    return rows;
  }

  /** Goes on behind a row that is too long or has no end: answers from where. */
  function recover(rows: FileRow[], at: number): number {
    const first = buffer.indexOf(newline, at);
    if (first < 0 || first - at > LONGEST_ROW) {
      rows.push(unreadRow(line, buffer.slice(at, at + LONGEST_ROW), first < 0 && buffer.length - at <= LONGEST_ROW ? UNCLOSED : TOO_LONG));
      skipping = true;
      return at;
    }
    const last = buffer.lastIndexOf(newline, at + LONGEST_ROW);
    for (const text of buffer.slice(at, last).split(newline)) {
      const record = readRecord(text, 0, { dialect, final: true });
      rows.push(...(record === null ? [unreadRow(line, text, UNCLOSED)] : rowOf(record.cells, line)));
      line += 1;
    }
    return last + 1;
  }

  function rowOf(cells: readonly string[], at: number): readonly FileRow[] {
    if (cells.every((cell) => cell === '')) return [];
    if (cells.length > MOST_CELLS) {
      // A header like this names no columns that the rows behind it could be read by.
      begun = true;
      return [unreadRow(at, cells.join(dialect.delimiter), TOO_MANY_CELLS)];
    }
    if (!begun) {
      // Spreadsheets are told the delimiter like this; it is no row.
      if (/^sep=/i.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '')) return [];
      begun = true;
      columns = header ? named(cells) : cells.map((_, index) => `Column ${index + 1}`);
      if (header) return [];
    }
    if (cells.length <= columns.length || cells.slice(columns.length).every((cell) => cell === ''))
      return [{ line: at, cells: cells.slice(0, columns.length), fault: null }];
    return [{ line: at, cells, fault: `This row has more cells than the ${columns.length} columns of the file.` }];
  }

  return {
    get columns() {
      return columns;
    },
    push(text) {
      buffer += line === 1 && buffer === '' ? text.replace(/^\ufeff/, '') : text;
      return take(false);
    },
    end: () => take(true),
  };
}

/** A header with a name for each column, each once: `name`, `name (2)`, `Column 3`. */
function named(cells: readonly string[]): readonly string[] {
  const known = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.slice(0, 200) || `Column ${index + 1}`;
    let unique = name;
    for (let number = 2; known.has(unique); number++) unique = `${name} (${number})`;
    known.add(unique);
    return unique;
  });
}

interface Record {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  readonly lines: number;
}

interface Reading {
  readonly dialect: CsvDialect;
  /** Whether nothing follows the text. */
  readonly final: boolean;
}

/** The row that begins at a place of the text; null where its end is not in it. */
function readRecord(text: string, start: number, { dialect, final }: Reading): Record | null {
  const { delimiter, quote, newline } = dialect;
  const newlineAt = text.indexOf(newline, start);
  if (newlineAt < 0 && !final) return null;
  const lineEnd = newlineAt < 0 ? text.length : newlineAt;
  const plain = text.slice(start, lineEnd);
  if (!plain.includes(quote)) return { cells: plain.split(delimiter).map((cell) => cell.trim()), end: lineEnd + 1, lines: 1 };
  return readQuoted(text, start, { dialect, final });
}

function readQuoted(text: string, start: number, { dialect, final }: Reading): Record | null {
  const { delimiter, quote, newline } = dialect;
  const cells: string[] = [];
  const ended = (end: number): Record => ({ cells, end: end + 1, lines: linesIn(text, { start, end, newline }) + 1 });
  let at = start;
  for (;;) {
    const from = afterBlanks(text, at, dialect);
    const quoted = text[from] === quote ? readCell(text, from + 1, { dialect, final }) : null;
    if (text[from] === quote && quoted === null) return null;
    const end = quoted?.end ?? endOfCell(text, at, dialect);
    if (end < 0 && !final) return null;
    const stop = end < 0 ? text.length : end;
    cells.push(quoted?.value ?? text.slice(at, stop).trim());
    if (stop >= text.length) return final ? ended(stop) : null;
    if (text[stop] !== delimiter) return ended(stop);
    at = stop + 1;
    if (cells.length > 2 * MOST_CELLS) return ended(Math.max(stop, text.indexOf(newline, stop)));
  }
}

/** A quoted cell behind its opening quote, and where the delimiter or line end behind it stands; null where it is not closed. */
function readCell(text: string, start: number, { dialect, final }: Reading): { readonly value: string; readonly end: number } | null {
  const { delimiter, quote, newline } = dialect;
  let value = '';
  let from = start;
  for (;;) {
    const close = text.indexOf(quote, from);
    if (close < 0) return null;
    if (text[close + 1] === quote) {
      value += text.slice(from, close + 1);
      from = close + 2;
      continue;
    }
    const next = afterBlanks(text, close + 1, dialect);
    if (next >= text.length && !final) return null;
    if (next >= text.length || text[next] === delimiter || text[next] === newline)
      return { value: value + text.slice(from, close), end: next };
    value += text.slice(from, close + 1);
    from = close + 1;
  }
}

function afterBlanks(text: string, from: number, { delimiter, newline }: CsvDialect): number {
  let at = from;
  for (let char = text[at]; char === ' ' || (char === '\r' && newline !== '\r') || (char === '\t' && delimiter !== '\t'); char = text[at])
    at += 1;
  return at;
}

function endOfCell(text: string, from: number, { delimiter, newline }: CsvDialect): number {
  const [next, end] = [text.indexOf(delimiter, from), text.indexOf(newline, from)];
  if (next < 0) return end;
  return end < 0 ? next : Math.min(next, end);
}

function linesIn(text: string, { start, end, newline }: { start: number; end: number; newline: string }): number {
  let lines = 0;
  for (let at = text.indexOf(newline, start); at >= 0 && at < end; at = text.indexOf(newline, at + 1)) lines += 1;
  return lines;
}
