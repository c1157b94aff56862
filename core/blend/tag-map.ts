import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { ROWS_A_STEP, type Steps } from '../steps';

/** Factors of titles: `k` numbers a row, `stride` from one row to the next. */
export interface FactorRows {
  readonly vectors: Float32Array;
  readonly stride: number;
  readonly k: number;
}

/** What is known of tags: rows that have any, and for each its tags by their places with a relevance of 0 to 1. */
export type KnownTags = ReadonlyMap<number, ReadonlyMap<number, number>>;

// As much doubt as ten titles of one factor would settle.
const RIDGE = 10;

/**
 * What each factor says of each tag: ridge regression W = (Y'Y + ridge I)^-1 Y'T from the factors Y of the titles that people have tagged to the
 * relevance T of the tags, k x tags row-major. By it a title that nobody tagged gets tags from those who watch it.
 */
export function* tagMap({ vectors, stride, k }: FactorRows, known: KnownTags, tags: number): Steps<Float64Array> {
  const left = new Float64Array(k * k);
  const right = new Float64Array(k * tags);
  for (let i = 0; i < k; i++) left[i * k + i] = RIDGE;
  let count = 0;
  for (const [row, relevances] of known) {
    if (count++ % ROWS_A_STEP === 0) yield;
    const at = row * stride;
    for (let i = 0; i < k; i++) {
      const y = vectors[at + i] as number;
      for (let j = 0; j < k; j++) left[i * k + j] = (left[i * k + j] as number) + y * (vectors[at + j] as number);
      for (const [tag, relevance] of relevances) right[i * tags + tag] = (right[i * tags + tag] as number) + y * relevance;
    }
  }
  yield;
  if (right.length === 0) return right;
  const solved = new CholeskyDecomposition(Matrix.from1DArray(k, k, left)).solve(Matrix.from1DArray(k, tags, right));
  return Float64Array.from(solved.to1DArray());
}

/** The relevance of every tag to one row by such a map, into `into`. */
export function writeMappedTags(map: Float64Array, { vectors, stride, k }: FactorRows, row: number, into: Float64Array): void {
  into.fill(0);
  for (let i = 0; i < k; i++) {
    const y = vectors[row * stride + i] as number;
    if (y === 0) continue;
    for (let tag = 0; tag < into.length; tag++) into[tag] = (into[tag] as number) + y * (map[i * into.length + tag] as number);
  }
}
