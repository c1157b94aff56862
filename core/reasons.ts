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
  let best: Contribution | null = null;
  for (let place = 0; place < (among ?? parts.length); place++) {
    const index = taste.past.index[place] as number;
    const contribution = parts[place] as number;
    if (contribution > (best?.contribution ?? 0) && index !== row && mayName(index)) best = { index, contribution };
  }
  return best;
}

/** What the titles of the past from place `from` on add to the score of `row` together. */
export function addedFrom(from: number, row: number, taste: Taste, kernel: ServingKernel): number {
  return kernel
    .contributions(row, taste.folded, taste.past)
    .subarray(from)
    .reduce((sum, part) => sum + part, 0);
}
