import { FINEST, ROWS_AT_ONCE } from '../kernel/tags';
import type { Steps } from '../steps';
import { type TagVectors, WHOLE } from './tag-vectors';

/** Exponents of the power mean that a taste may be made with. */
export const POWERS: readonly number[] = [0.5, 2];

/**
 * What a person likes, tag by tag, from the titles they watched: the power mean M_i = (sum_j l_ji^p / n)^(1/p) over the relevance l_ji of
 * tag i to title j. With p = 1/2 this is ((sum_j sqrt(l_ji)) / n)^2, the original's: a tag counts that runs through all titles, not one
 * that is strong in a single one. (Its paper leaves the division by n out, by which a taste would leave 0..1 and every distance grow with
 * the length of the history; its program divides.) With p = 2 it is the root mean square. A title counts once, however often it was watched.
 * Rows without a vector are left out; null when none has one.
 */
export function tagTaste({ kernel, has }: TagVectors, rows: readonly number[], power: number): Float64Array | null {
  const { width, stride, values } = kernel;
  const known = [...new Set(rows)].filter((row) => has[row] === 1);
  if (known.length === 0) return null;
  const raised = Float64Array.from({ length: WHOLE + 1 }, (_, byte) => (byte / WHOLE) ** power);
  const taste = new Float64Array(width);
  for (const row of known)
    for (let tag = 0; tag < width; tag++) taste[tag] = (taste[tag] as number) + (raised[values[row * stride + tag] as number] as number);
  return taste.map((sum) => (sum / known.length) ** (1 / power));
}

/**
 * How far each of `rows` lies from each taste: the Euclidean distance |L - v|, 0 for the nearest; Infinity for a row without a vector. It
 * comes from |L|^2 - 2 L.v + |v|^2, so that a vector is read once for two tastes and nothing is subtracted tag by tag.
 */
export function* tagDistances(vectors: TagVectors, rows: Int32Array, tastes: readonly Float64Array[]): Steps<readonly Float64Array[]> {
  const { kernel, has, squares } = vectors;
  const fine = tastes.map((taste) => Uint16Array.from(taste, (value) => Math.round(value * FINEST)));
  const lengths = fine.map((taste) => taste.reduce((sum, value) => sum + value * value, 0) / FINEST ** 2);
  const distances = tastes.map(() => new Float64Array(rows.length));
  for (let first = 0; first < fine.length; first += 2) {
    const second = Math.min(first + 1, fine.length - 1);
    const pair = [fine[first] as Uint16Array, fine[second] as Uint16Array] as const;
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      yield;
      const chosen = rows.subarray(from, from + ROWS_AT_ONCE);
      const dots = kernel.dots(pair, chosen);
      for (const [side, member] of first === second
        ? [[0, first] as const]
        : ([
            [0, first],
            [1, second],
          ] as const)) {
        const [found, own, length] = [distances[member] as Float64Array, dots[side], lengths[member] as number];
        for (let at = 0; at < chosen.length; at++) {
          const row = chosen[at] as number;
          const square = length - (2 * (own[at] as number)) / (FINEST * WHOLE) + (squares[row] as number) / WHOLE ** 2;
          found[from + at] = has[row] === 1 ? Math.sqrt(Math.max(0, square)) : Number.POSITIVE_INFINITY;
        }
      }
    }
  }
  return distances;
}
