/** What can be wrong with a line, as the end of a sentence. */
export enum RowFault {
  TOO_FEW = 'has too few fields',
  TOO_MANY = 'has more than four fields',
  EMPTY_ID = 'has an empty id',
  NO_WEIGHT = 'has a weight that is no number',
  NEGATIVE_WEIGHT = 'has a negative weight',
  INFINITE_WEIGHT = 'has an infinite weight',
  NO_TIMESTAMP = 'has a timestamp that is none',
  TOO_LONG = 'is too long',
  NO_UTF8 = 'is no valid UTF-8',
  OPEN_QUOTE = 'opens a quote and does not close it',
  CUT_OFF = 'is cut off by the end of the file',
}

/** A line that was left out, counted from 1. */
export interface BadLine {
  readonly line: number;
  readonly fault: RowFault;
}

/** How a file was read so far. */
export interface LineTally {
  /** Lines with something in them, the header not counted. */
  lines: number;
  malformed: number;
  /** The first of the malformed. */
  readonly first: BadLine[];
}

const NAMED = 10;

/** Nothing read yet. */
export function lineTally(): LineTally {
  return { lines: 0, malformed: 0, first: [] };
}

/** Counts a malformed line, which counts as a line too. */
export function countBad(tally: LineTally, line: number, fault: RowFault): void {
  tally.lines++;
  tally.malformed++;
  if (tally.first.length < NAMED) tally.first.push({ line, fault });
}
