import type { TimedMatrix } from '../../core/interaction-matrix';
import { seeded } from '../../core/random';
import type { NamedMatrix } from './matrix-rows';

/**
 * Whole people, drawn by chance until they have about `most` entries; everyone, as they are, where there are no more. Columns keep
 * their places.
 */
export function somePeople(named: NamedMatrix, most: number, seed: number): NamedMatrix {
  const { matrix, userIds, titleIds } = named;
  const share = most / matrix.column.length;
  if (share >= 1) return named;
  const random = seeded(seed);
  const rows = userIds.flatMap((_, row) => (random() < share ? [row] : []));
  return { matrix: rowsOf(matrix, rows), userIds: rows.map((row) => userIds[row] as number), titleIds };
}

function rowsOf(matrix: TimedMatrix, rows: readonly number[]): TimedMatrix {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    start[at + 1] = (start[at] as number) + (matrix.start[row + 1] as number) - (matrix.start[row] as number);
  });
  const entries = start[rows.length] as number;
  const part = {
    column: new Int32Array(entries),
    weight: new Float32Array(entries),
    preference: new Uint8Array(entries),
    time: new Int32Array(entries),
  };
  rows.forEach((row, at) => {
    const [from, to] = [matrix.start[row], matrix.start[row + 1]];
    for (const name of ['column', 'weight', 'preference', 'time'] as const) part[name].set(matrix[name].subarray(from, to), start[at]);
  });
  return { rows: rows.length, columns: matrix.columns, start, ...part };
}
