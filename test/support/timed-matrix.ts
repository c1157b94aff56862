import type { TimedMatrix } from '../../core/interaction-matrix';

/** One pair of a person and a title. */
export interface Entry {
  readonly column: number;
  readonly time: number;
  readonly preference?: 0 | 1;
  readonly weight?: number;
}

/** A matrix of people, each with their entries in the given order; liked with weight 1 unless they say otherwise. */
export function timedMatrix(people: readonly (readonly Entry[])[], columns: number): TimedMatrix {
  const entries = people.flat();
  const start = new Int32Array(people.length + 1);
  people.forEach((row, at) => {
    start[at + 1] = (start[at] ?? 0) + row.length;
  });
  return {
    rows: people.length,
    columns,
    start,
    column: Int32Array.from(entries, ({ column }) => column),
    weight: Float32Array.from(entries, ({ weight }) => weight ?? 1),
    preference: Uint8Array.from(entries, ({ preference }) => preference ?? 1),
    time: Int32Array.from(entries, ({ time }) => time),
  };
}
