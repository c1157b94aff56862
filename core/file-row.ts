/** A value of a row: a text, or several where the file itself has a list. */
export type FileCell = string | readonly string[];

/** A row of a file. One that could not be read has a `fault`, and its first characters as its only cell. */
export interface FileRow {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly FileCell[];
  readonly fault: string | null;
}

/** Reads rows from text that comes in pieces, cut anywhere. It never throws, and holds no more than a row and a piece. */
export interface RowReader {
  /** The names of the columns as far as they are known: a row's cells stand in their order. */
  readonly columns: readonly string[];
  push(text: string): readonly FileRow[];
  end(): readonly FileRow[];
}

/** A row longer than this is not read: no title has so much to tell. */
export const LONGEST_ROW = 1_000_000;
/** A row with more cells than this is not read, and a file with more columns neither. */
export const MOST_CELLS = 1_000;

const SHOWN = 1_000;

/** A row that could not be read. */
export function unreadRow(line: number, text: string, fault: string): FileRow {
  return { line, cells: [text.slice(0, SHOWN)], fault };
}

export const TOO_LONG = `This row has more than ${LONGEST_ROW.toLocaleString('en')} characters.`;
export const TOO_MANY_CELLS = `This row has more than ${MOST_CELLS.toLocaleString('en')} cells.`;
