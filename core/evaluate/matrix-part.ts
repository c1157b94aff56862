import { columnCounts, type InteractionMatrix, type TimedMatrix } from '../interaction-matrix';

/** The matrix without the entries that have 1 in `gone`; rows and columns keep their places. */
export function withoutEntries(matrix: TimedMatrix, gone: Uint8Array): TimedMatrix {
  const start = new Int32Array(matrix.rows + 1);
  let kept = 0;
  for (let row = 0; row < matrix.rows; row++) {
    for (let e = matrix.start[row] as number; e < (matrix.start[row + 1] as number); e++) kept += gone[e] === 1 ? 0 : 1;
    start[row + 1] = kept;
  }
  const entries = new Int32Array(kept);
  let at = 0;
  for (let e = 0; e < gone.length; e++) if (gone[e] !== 1) entries[at++] = e;
  return {
    rows: matrix.rows,
    columns: matrix.columns,
    start,
    column: entries.map((e) => matrix.column[e] as number),
    weight: Float32Array.from(entries, (e) => matrix.weight[e] as number),
    preference: Uint8Array.from(entries, (e) => matrix.preference[e] as number),
    time: entries.map((e) => matrix.time[e] as number),
  };
}

/** Columns that a row likes, of all its entries or of those with 1 in `among`. */
export function likedIn(matrix: InteractionMatrix, row: number, among: Uint8Array | null = null): Int32Array {
  const liked: number[] = [];
  for (let e = matrix.start[row] as number; e < (matrix.start[row + 1] as number); e++)
    if (matrix.preference[e] === 1 && (among === null || among[e] === 1)) liked.push(matrix.column[e] as number);
  return Int32Array.from(liked);
}

/** Columns of a row, in its order. */
export function columnsIn(matrix: InteractionMatrix, row: number): Int32Array {
  return matrix.column.subarray(matrix.start[row], matrix.start[row + 1]);
}

/** What a snapshot of these entries would hold: no row and no column without any. */
export interface Compact {
  readonly matrix: InteractionMatrix;
  /** The former column of each column, ascending. */
  readonly columns: Int32Array;
  /** The column of each former one; -1 where it is gone. */
  readonly placeOf: Int32Array;
}

/** The matrix without empty rows and columns, as training would get it had the rest never been. */
export function compacted(matrix: InteractionMatrix): Compact {
  const counts = columnCounts(matrix);
  const columns = rowsUpTo(matrix.columns).filter((column) => (counts[column] as number) > 0);
  const placeOf = new Int32Array(matrix.columns).fill(-1);
  columns.forEach((column, place) => {
    placeOf[column] = place;
  });
  // A row that is empty ends where it starts, so its end says nothing new.
  const ends = matrix.start.subarray(1).filter((end, row) => end > (matrix.start[row] as number));
  const start = new Int32Array(ends.length + 1);
  start.set(ends, 1);
  return {
    columns,
    placeOf,
    matrix: {
      rows: ends.length,
      columns: columns.length,
      start,
      column: matrix.column.map((column) => placeOf[column] as number),
      weight: matrix.weight,
      preference: matrix.preference,
    },
  };
}

function rowsUpTo(length: number): Int32Array {
  return Int32Array.from({ length }, (_, row) => row);
}
