import type { InteractionMatrix } from '../interaction-matrix';
import { seeded } from '../random';
import { drawn } from './negatives';

/** How the past was parted from what is to be foretold. */
export type SplitName = 'last-fifth' | 'time' | 'leave-last-out' | 'given';

/** What one list is judged by. */
export interface EvaluationCase {
  /** Row of the train part. */
  readonly user: number;
  /** Columns that were held out and liked, each once; at least one. */
  readonly relevant: Int32Array;
  /** Rank only these and the relevant ones; null: every title that is not in the past. */
  readonly negatives: Int32Array | null;
}

/** A part to learn from, and what is asked about it. Rows and columns of the train part are those of the whole. */
export interface Split<Matrix extends InteractionMatrix = InteractionMatrix> {
  readonly name: SplitName;
  readonly parameters: Readonly<Record<string, number>>;
  readonly train: Matrix;
  readonly cases: readonly EvaluationCase[];
  /** What a reader should know, as sentences. */
  readonly warnings: readonly string[];
}

/** The split with at most so many cases, drawn by chance and left in their order. */
export function withFewerCases<Matrix extends InteractionMatrix>(split: Split<Matrix>, most: number, seed: number): Split<Matrix> {
  const { cases } = split;
  if (cases.length <= most) return split;
  const places = drawn(
    Int32Array.from(cases, (_, at) => at),
    most,
    seeded(seed),
  ).sort();
  return { ...split, cases: Array.from(places, (at) => cases[at] as EvaluationCase) };
}
