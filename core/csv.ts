import { parse } from 'csv-parse/sync';

/** A row with the line on which it ends, counted from 1; `cells` null where the line is no CSV. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[] | null;
}

/**
 * Reads CSV (RFC 4180; stray quotes inside a cell allowed, empty lines skipped, cells trimmed). It never throws: where a quote is left
 * open, every line is read alone, so that one bad row does not swallow the rest of the file.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const whole = attempt(text);
  if (whole !== null) return whole;
  return text.split(/\r\n|\n|\r/).flatMap((line, index): readonly CsvRow[] => {
    const rows = attempt(line) ?? [{ line: 1, cells: null }];
    return rows.map(({ cells }) => ({ line: index + 1, cells }));
  });
}

function attempt(text: string): readonly CsvRow[] | null {
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
    return rows;
  } catch {
    return null;
  }
}
