import type { InteractionMatrix } from '../../core/interaction-matrix';

type Cell = { readonly weight: number; readonly preference: 0 | 1 } | null;

/** A matrix from what `cell` says of each pair; null leaves the pair unobserved. */
export function matrixOf(rows: number, columns: number, cell: (row: number, column: number) => Cell): InteractionMatrix {
  const start = [0];
  const entries: { column: number; weight: number; preference: number }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const found = cell(row, column);
      if (found) entries.push({ column, ...found });
    }
    start.push(entries.length);
  }
  return {
    rows,
    columns,
    start: Int32Array.from(start),
    column: Int32Array.from(entries, (entry) => entry.column),
    weight: Float32Array.from(entries, (entry) => entry.weight),
    preference: Uint8Array.from(entries, (entry) => entry.preference),
  };
}

/** Even users like even items, odd ones odd items; the diagonal is withheld, so that the right answer for it is known. */
export function checkerboard(size: number): InteractionMatrix {
  return matrixOf(size, size, (row, column) => (row !== column && row % 2 === column % 2 ? { weight: 1, preference: 1 } : null));
}
