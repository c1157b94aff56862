import type { Past } from '../../core/fold-in';
import type { AlsSettings } from '../../core/model';
import { createScorer } from '../training/scorer';
import type { ReadFactors } from './factors';

/** Both sides keep 32-bit floats: of MovieLens small 2e-6 was measured, and equations that are hard to solve are further apart. */
const TOLERANCE = 0.01;

/**
 * How far fold-in is from Spark's own factors of the same people, at most: the length of the difference over the length. Throws an Error where it is
 * further than rounding goes: then Spark made something else small than we serve by.
 */
export function foldInDifference(pasts: readonly Past[], users: ReadFactors, items: Float32Array, settings: AlsSettings): number {
  const { k } = settings;
  const scorer = createScorer(items, settings);
  let most = 0;
  for (const [row, past] of pasts.entries()) {
    const theirs = users.values.subarray(row * k, (row + 1) * k);
    const ours = users.has[row] === 1 ? scorer.foldIn(past) : null;
    most = Math.max(most, ours === null ? Number.POSITIVE_INFINITY : differenceOf(ours, theirs));
  }
  if (most <= TOLERANCE) return most;
  throw new Error(
    `Spark's factors of people are not those that fold-in makes of the same past (${short(most)} apart): this version of Spark cannot be used.`,
  );
}

function differenceOf(ours: Float32Array, theirs: Float32Array): number {
  let apart = 0;
  let length = 0;
  theirs.forEach((value, i) => {
    apart += ((ours[i] as number) - value) ** 2;
    length += value ** 2;
  });
  return length === 0 ? Math.sqrt(apart) : Math.sqrt(apart / length);
}

function short(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(2) : 'some are missing, so endlessly';
}
