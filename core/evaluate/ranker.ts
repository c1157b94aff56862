import { type InteractionMatrix, likesPerColumn } from '../interaction-matrix';
import { below, seeded } from '../random';
import { columnsIn } from './matrix-part';
import type { EvaluationCase } from './split';

/** Rows, best first, at most `LIST_LENGTH`: of the titles that the person has no entry for, or of the case's own. */
export type Ranker = (asked: EvaluationCase) => Int32Array;

type Scores = Float32Array | Float64Array;

/** What the longest metric looks at. */
export const LIST_LENGTH = 100;

/** The titles that most people like, the same for everyone but for their past; equals stand in the order of rows. */
export function popularityRanker(train: InteractionMatrix): Ranker {
  const likes = likesPerColumn(train);
  const order = ordered(rowsUpTo(train.columns), likes);
  return (asked) => {
    if (asked.negatives !== null) return among(asked, (rows) => Float64Array.from(rows, (row) => likes[row] as number));
    const past = new Set(columnsIn(train, asked.user));
    return firstOf(train.columns - past.size, (place) => order[place] as number, past);
  };
}

/** Titles by chance, the same for the same seed and person. */
export function randomRanker(train: InteractionMatrix, seed: number): Ranker {
  return (asked) => {
    const random = seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(asked.user + 1, 0x85ebca6b));
    if (asked.negatives !== null) return among(asked, (rows) => Float64Array.from(rows, () => random()));
    const past = new Set(columnsIn(train, asked.user));
    return firstOf(train.columns - past.size, () => below(random, train.columns), past);
  };
}

/** The case's own titles by score, best first; equal scores stand in the order of rows. */
export function among({ relevant, negatives }: EvaluationCase, scoresOf: (rows: Int32Array) => Scores): Int32Array {
  const rows = Int32Array.from(new Set([...relevant, ...(negatives ?? [])])).sort();
  return ordered(rows, scoresOf(rows)).subarray(0, LIST_LENGTH);
}

/** The rows of `next(0), next(1), ...` that are not in `without`, each once. */
function firstOf(left: number, next: (place: number) => number, without: Set<number>): Int32Array {
  const list = new Int32Array(Math.min(LIST_LENGTH, left));
  for (let at = 0, place = 0; at < list.length; place++) {
    const row = next(place);
    if (without.has(row)) continue;
    without.add(row);
    list[at++] = row;
  }
  return list;
}

function ordered(rows: Int32Array, scores: Scores): Int32Array {
  const order = rowsUpTo(rows.length).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  return order.map((place) => rows[place] as number);
}

function rowsUpTo(length: number): Int32Array {
  return Int32Array.from({ length }, (_, row) => row);
}
