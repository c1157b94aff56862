import type { Taste } from './fold-in';
import type { ServingKernel } from './kernel/serving';

/** A title of the person's own past and its part of a score. */
export interface Contribution {
  readonly index: number;
  readonly contribution: number;
}

interface Naming {
  readonly kernel: ServingKernel;
  readonly mayName: (index: number) => boolean;
  /** So many titles of the past, the first ones, may be named; all when left out. */
  readonly among?: number;
}

/**
 * The title of the past that adds most to the score of `row`, among those that `mayName` allows; null when none adds anything. A title j
 * adds s_ij w_j p_j with s_ij = y_i' W y_j and W the inverse of the person's normal equations (Hu, Koren, Volinsky 2008, section 5); all
 * parts together are the score, and a title that was not liked adds 0.
 */
export function strongest(row: number, taste: Taste, { kernel, mayName, among }: Naming): Contribution | null {
  const parts = kernel.contributions(row, taste.folded, taste.past);
  const { index } = taste.past;
  let best = -1;
  let most = 0;
  for (let place = 0; place < (among ?? parts.length); place++) {
    const contribution = parts[place] as number;
    if (!(contribution > most) || index[place] === row || !mayName(index[place] as number)) continue;
    best = place;
    most = contribution;
  }
  return best < 0 ? null : { index: index[best] as number, contribution: most };
}

/** What the titles of the past from place `from` on add to the score of `row` together. */
export function addedFrom(from: number, row: number, taste: Taste, kernel: ServingKernel): number {
  return kernel
    .contributions(row, taste.folded, taste.past)
    .subarray(from)
    .reduce((sum, part) => sum + part, 0);
}
