import type { Vectors } from './normal-equations';
import { ROWS_A_STEP, type Steps } from './steps';

/**
 * Rows in groups of falling vector length. By Cauchy and Schwarz no row scores more than the length of its vector times that of the
 * person's, so a search for the best rows ends at the first group that cannot hold a better one (Teflioudi et al., LEMP, 2015).
 */
export interface NormGroups {
  readonly rows: Int32Array;
  /** Group g is `rows` from start[g] to start[g + 1] - 1. */
  readonly start: Int32Array;
  /** The longest vector of each group and all that follow. */
  readonly longest: Float64Array;
}

const GROUPS = 32;

/** Groups the rows that have 1 in `passes`; within a group they keep their order. Linear in the number of rows. */
export function* normGroups(vectors: Vectors, k: number, passes: Uint8Array): Steps<NormGroups> {
  const norms = new Float64Array(passes.length);
  for (let row = 0; row < passes.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (passes[row] === 1) norms[row] = normOf(vectors, k, row);
  }
  const most = norms.reduce((max, norm) => Math.max(max, norm), 0);
  const groupOf = (row: number): number =>
    most === 0 ? 0 : Math.min(GROUPS - 1, Math.floor(GROUPS * (1 - (norms[row] as number) / most)));
  const start = new Int32Array(GROUPS + 1);
  const longest = new Float64Array(GROUPS);
  for (let row = 0; row < passes.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (passes[row] !== 1) continue;
    const group = groupOf(row);
    start[group + 1] = (start[group + 1] as number) + 1;
    longest[group] = Math.max(longest[group] as number, norms[row] as number);
  }
  for (let group = 0; group < GROUPS; group++) start[group + 1] = (start[group + 1] as number) + (start[group] as number);
  for (let group = GROUPS - 2; group >= 0; group--) longest[group] = Math.max(longest[group] as number, longest[group + 1] as number);
  const next = start.slice(0, GROUPS);
  const rows = new Int32Array(start[GROUPS] as number);
  for (let row = 0; row < passes.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (passes[row] !== 1) continue;
    const group = groupOf(row);
    rows[next[group] as number] = row;
    next[group] = (next[group] as number) + 1;
  }
  return { rows, start, longest };
}

function normOf(vectors: Vectors, k: number, row: number): number {
  let sum = 0;
  for (let i = row * k; i < (row + 1) * k; i++) sum += (vectors[i] as number) ** 2;
  return Math.sqrt(sum);
}
