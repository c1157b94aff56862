/**
 * Observed pairs in compressed rows (CSR): row r holds entries start[r] to start[r + 1] - 1, each with its column,
 * its weight (confidence, above 0) and its preference (1 liked, 0 not).
 */
export interface InteractionMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float32Array;
  readonly preference: Uint8Array;
}

/** A matrix that knows when each pair was last seen: seconds since 1970. */
export interface TimedMatrix extends InteractionMatrix {
  readonly time: Int32Array;
}

/** The same pairs with rows and columns exchanged; entries of a row come out sorted by column. */
export function transpose(matrix: InteractionMatrix): InteractionMatrix {
  const entries = matrix.column.length;
  const start = columnStarts(matrix);
  const next = start.slice();
  const flipped = { column: new Int32Array(entries), weight: new Float32Array(entries), preference: new Uint8Array(entries) };
  for (let row = 0; row < matrix.rows; row++) {
    for (let e = matrix.start[row] as number; e < (matrix.start[row + 1] as number); e++) {
      const at = increment(next, matrix.column[e] as number);
      flipped.column[at] = row;
      flipped.weight[at] = matrix.weight[e] as number;
      flipped.preference[at] = matrix.preference[e] as number;
    }
  }
  return { rows: matrix.columns, columns: matrix.rows, start, ...flipped };
}

/** Entries of each row. */
export function rowCounts(matrix: InteractionMatrix): Int32Array {
  return Int32Array.from({ length: matrix.rows }, (_, row) => (matrix.start[row + 1] as number) - (matrix.start[row] as number));
}

/** Entries of each column. */
export function columnCounts(matrix: InteractionMatrix): Int32Array {
  const counts = new Int32Array(matrix.columns);
  for (let e = 0; e < matrix.column.length; e++) increment(counts, matrix.column[e] as number);
  return counts;
}

/** Where each column would start if entries stood by column: columns + 1 places. */
export function columnStarts(matrix: InteractionMatrix): Int32Array {
  const start = new Int32Array(matrix.columns + 1);
  start.set(columnCounts(matrix), 1);
  for (let c = 0; c < matrix.columns; c++) start[c + 1] = (start[c + 1] as number) + (start[c] as number);
  return start;
}

/** Rows with a preference of 1, per column: how many people like it. */
export function likesPerColumn(matrix: InteractionMatrix): Float64Array {
  const likes = new Float64Array(matrix.columns);
  for (let e = 0; e < matrix.column.length; e++) {
    const column = matrix.column[e] as number;
    likes[column] = (likes[column] as number) + (matrix.preference[e] as number);
  }
  return likes;
}

/** Counts one more at a place; returns what stood there before. */
export function increment(counts: Int32Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}
