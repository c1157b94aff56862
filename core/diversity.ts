import type { Vectors } from './normal-equations';

/** What is put in a more varied order: places 0 to n - 1, best first. */
export interface Candidates {
  /** 0 to 1, how well each place fits. */
  readonly relevance: Float64Array;
  /** Places of an earlier part all stand before those of a later one; parts never fall. */
  readonly part: Int32Array;
  /** At most so many of a group: the group of each place. */
  readonly group: Int32Array;
  /** Writes how alike `place` and every other one are, -1 to 1. */
  readonly alike: (place: number, into: Float64Array) => void;
}

/**
 * Maximal marginal relevance (Carbonell and Goldstein 1998): next comes the place of the largest
 * (1 - diversity) * relevance - diversity * (its likeness to the most alike of those before), equal ones in their own order.
 * The first `count` places; those of a longer call begin with the same. `mostOfGroup` bounds how many of one group are taken.
 */
export function diverseOrder(
  { relevance, part, group, alike }: Candidates,
  { diversity, count, mostOfGroup = Number.POSITIVE_INFINITY }: { diversity: number; count: number; mostOfGroup?: number },
): number[] {
  const nearest = new Float64Array(relevance.length).fill(Number.NEGATIVE_INFINITY);
  const likeness = new Float64Array(relevance.length);
  const open = new Uint8Array(relevance.length).fill(1);
  const taken = new Map<number, number>();
  const order: number[] = [];
  const gain = (place: number): number =>
    // Before anything stands, nothing is alike.
    (1 - diversity) * (relevance[place] as number) - diversity * (order.length === 0 ? 0 : (nearest[place] as number));
  while (order.length < count) {
    const next = bestOpen(open, part, gain);
    if (next < 0) return order;
    open[next] = 0;
    const ofGroup = taken.get(group[next] as number) ?? 0;
    if (ofGroup >= mostOfGroup) continue;
    taken.set(group[next] as number, ofGroup + 1);
    order.push(next);
    alike(next, likeness);
    for (let place = 0; place < open.length; place++) nearest[place] = Math.max(nearest[place] as number, likeness[place] as number);
  }
  return order;
}

/** Scores of one part, best first, as relevance: the best is 1, the last 0; all are 1 where they are equal. */
export function relevanceOf(scores: Float64Array): Float64Array {
  const [most, least] = [scores[0] ?? 0, scores.at(-1) ?? 0];
  return scores.map((score) => (most === least ? 1 : (score - least) / (most - least)));
}

/** Rows of `vectors` (n x k) one after another, each of length 1; a row of zeros stays as it is. */
export function unitRows(vectors: Vectors, k: number, rows: readonly number[]): Float64Array {
  const units = new Float64Array(rows.length * k);
  rows.forEach((row, at) => {
    let sum = 0;
    for (let i = row * k; i < (row + 1) * k; i++) sum += (vectors[i] as number) ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let i = 0; i < k; i++) units[at * k + i] = (vectors[row * k + i] as number) / length;
  });
  return units;
}

function bestOpen(open: Uint8Array, part: Int32Array, gain: (place: number) => number): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < open.length; place++) {
    if (open[place] !== 1) continue;
    if (best >= 0 && (part[place] as number) > (part[best] as number)) return best;
    const gained = gain(place);
    if (gained <= most) continue;
    best = place;
    most = gained;
  }
  return best;
}
