import { eligible } from '../../core/eligible';
import { topRows } from '../../core/rank';
import { sharedGenres } from '../../core/shared-genres';
import type { Ranked } from '../engine';
import type { LocalState } from './state';

// A shared genre alone says less than any cosine of factors; popularity only decides among equals.
const GENRE_SHARE = 0.5;
const POPULARITY_SHARE = 0.01;

/**
 * The `count` listed titles of the same kind that are nearest to a title: by the cosine of item factors where both have them,
 * by shared genres (Jaccard) and popularity otherwise. An episode means its show; an unknown title has no neighbours.
 */
export function similarTo(state: LocalState, titleId: number, { count, now }: { count: number; now: Date }): readonly Ranked[] {
  const { columns } = state;
  const found = columns.rowOf.get(titleId);
  if (found === undefined) return [];
  const row = columns.listedAs[found] as number;
  const mask = eligible(columns, {}, now).map((passes, other) => (columns.kind[other] === columns.kind[row] ? passes : 0));
  mask[row] = 0;
  const keys = nearness(state, row, mask);
  return topRows(mask, { keys, ids: columns.ids }, count).map((other) => ({
    titleId: columns.ids[other] as number,
    score: keys[other] as number,
  }));
}

function nearness(state: LocalState, row: number, mask: Uint8Array): Float64Array {
  const { side, scored, columns, popularity } = state;
  const byFactors = side !== null && scored[row] === 1;
  const length = byFactors ? norm(side.kernel.vectors, side.kernel.stride, row) : 0;
  return Float64Array.from(mask, (passes, other) => {
    if (passes === 0) return 0;
    if (byFactors && scored[other] === 1 && length > 0) return cosine(side.kernel.vectors, side.kernel.stride, { row, other, length });
    return GENRE_SHARE * sharedGenres(columns, row, other) + POPULARITY_SHARE * (popularity[other] as number);
  });
}

function cosine(
  vectors: Float32Array | Float64Array,
  k: number,
  { row, other, length }: { row: number; other: number; length: number },
): number {
  let sum = 0;
  for (let i = 0; i < k; i++) sum += (vectors[row * k + i] as number) * (vectors[other * k + i] as number);
  const both = length * norm(vectors, k, other);
  return both === 0 ? 0 : sum / both;
}

function norm(vectors: Float32Array | Float64Array, k: number, row: number): number {
  let sum = 0;
  for (let i = 0; i < k; i++) sum += (vectors[row * k + i] as number) ** 2;
  return Math.sqrt(sum);
}
