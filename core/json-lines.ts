import { type FileCell, type FileRow, LONGEST_ROW, MOST_CELLS, type RowReader, TOO_LONG, TOO_MANY_CELLS, unreadRow } from './file-row';

/** Reads JSON Lines: an object a line. A list with an object a line, as some programs write it, is read the same. It never throws. */
export function jsonLinesReader(): RowReader {
  const places = new Map<string, number>();
  const columns: string[] = [];
  let buffer = '';
  let line = 1;
  let skipping = false;

  function rowsOf(text: string): readonly FileRow[] {
    const at = line;
    line += 1;
    if (skipping) {
      skipping = false;
      return [];
    }
    const json = text.trim().replace(/,$/, '');
    if (json === '' || json === '[' || json === ']') return [];
    if (json.length > LONGEST_ROW) return [unreadRow(at, json, TOO_LONG)];
    const record = objectIn(json);
    if (record === null) return [unreadRow(at, json, 'This line is no JSON object.')];
    const cells: FileCell[] = [];
    for (const [name, value] of Object.entries(record)) {
      const place = places.get(name) ?? add(name);
      if (place >= MOST_CELLS) return [unreadRow(at, json, TOO_MANY_CELLS)];
      cells[place] = cellOf(value);
    }
    return [{ line: at, cells: cells.length === 0 ? [''] : Array.from(cells, (cell) => cell ?? ''), fault: null }];
  }

  function add(name: string): number {
    if (columns.length >= MOST_CELLS) return MOST_CELLS;
    places.set(name, columns.length);
    return columns.push(name) - 1;
  }

  return {
    columns,
    push(text) {
      const lines = (buffer + text).split('\n');
      buffer = lines.pop() ?? '';
      const rows = lines.flatMap(rowsOf);
      if (buffer.length <= LONGEST_ROW) return rows;
      const long = skipping ? [] : [unreadRow(line, buffer, TOO_LONG)];
      [buffer, skipping] = ['', true];
      return [...rows, ...long];
    },
    end() {
      const last = buffer;
      buffer = '';
      return rowsOf(last);
    },
  };
}

function objectIn(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** A list stays one; of an object in a list its name counts, a tag's with its relevance and an external id's with its source. */
function cellOf(value: unknown): FileCell {
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== '');
  return textOf(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return stored(value);
  if (typeof value !== 'object') return String(value);
  const { name, tag, relevance, source, value: id } = value as Readonly<Record<string, unknown>>;
  if (typeof tag === 'string') return stored(typeof relevance === 'number' ? `${tag}:${relevance}` : tag);
  if (typeof source === 'string' && id !== undefined) return stored(`${source}:${id}`);
  return stored(typeof name === 'string' ? name : JSON.stringify(value));
}

const stored = (text: string): string => text.replaceAll('\u0000', '');
