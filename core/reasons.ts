import { solve } from './cholesky';
import { dotRows } from './dot';
import type { Taste } from './fold-in';
import type { Vectors } from './normal-equations';

/** A title of the person's own past and its part of a score. */
export interface Contribution {
  readonly index: number;
  readonly contribution: number;
}

/**
 * What each title of the past adds to the score of `row`: s_ij w_j p_j with s_ij = y_i' W y_j and W the inverse of the person's
 * normal equations (Hu, Koren, Volinsky 2008, section 5). The parts sum to the score; a title that was not liked adds 0.
 */
export function contributionsTo(row: number, taste: Taste, vectors: Vectors): Float64Array {
  const { past, cholesky, factors } = taste;
  const k = factors.length;
  const turned = new Float64Array(k);
  for (let i = 0; i < k; i++) turned[i] = vectors[row * k + i] as number;
  solve(cholesky, turned, k);
  const parts = dotRows(turned, vectors, past.index);
  for (let place = 0; place < parts.length; place++) {
    parts[place] = (parts[place] as number) * (past.weight[place] as number) * (past.preference[place] as number);
  }
  return parts;
}

/** The title of the past that adds most to the score of `row`, among those that `mayName` allows; null when none adds anything. */
export function strongest(
  row: number,
  taste: Taste,
  { vectors, mayName }: { vectors: Vectors; mayName: (index: number) => boolean },
): Contribution | null {
  const parts = contributionsTo(row, taste, vectors);
  let best: Contribution | null = null;
  for (let place = 0; place < parts.length; place++) {
    const index = taste.past.index[place] as number;
    const contribution = parts[place] as number;
    if (contribution > (best?.contribution ?? 0) && index !== row && mayName(index)) best = { index, contribution };
  }
  return best;
}
