import type { InteractionMatrix, TimedMatrix } from '../interaction-matrix';

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
