import type { InteractionMatrix } from '../interaction-matrix';
import { below, type Random } from '../random';
import { columnsIn } from './matrix-part';

/** Different columns for which a row has no entry, each as likely as any other; all of them where there are no more than `count`. */
export function sampledNegatives(
  matrix: InteractionMatrix,
  row: number,
  { count, random }: { readonly count: number; readonly random: Random },
): Int32Array {
  const taken = new Set(columnsIn(matrix, row));
  const free = matrix.columns - taken.size;
  if (free <= 2 * count) return drawn(unseen(matrix.columns, taken), Math.min(count, free), random);
  const negatives = new Int32Array(count);
  for (let at = 0; at < count; ) {
    const column = below(random, matrix.columns);
    if (taken.has(column)) continue;
    taken.add(column);
    negatives[at++] = column;
  }
  return negatives;
}

/** The first `count` of the values, shuffled (Fisher and Yates). */
export function drawn(values: Int32Array, count: number, random: Random): Int32Array {
  const pool = values.slice();
  for (let at = 0; at < count; at++) {
    const other = at + below(random, pool.length - at);
    const value = pool[at] as number;
    pool[at] = pool[other] as number;
    pool[other] = value;
  }
  return pool.subarray(0, count);
}

function unseen(columns: number, taken: ReadonlySet<number>): Int32Array {
  return Int32Array.from({ length: columns }, (_, column) => column).filter((column) => !taken.has(column));
}
