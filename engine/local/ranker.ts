import { KINDS } from '../../core/columns';
import { topRows, topRowsPerGroup } from '../../core/rank';
import type { Reading } from './reading';
import { bestByKey, keysOf, POPULARITY_WEIGHT, STEP, Tier } from './score';
import type { LocalState } from './state';

/** The order of a list. Keys stand in the workspace; the rows that are found have theirs there. */
export interface Ranker {
  /** The sort key of every row with 1 in `mask`. */
  keys(mask: Uint8Array): Float64Array;
  /** The best `count` rows with 1 in `mask`, best first. */
  best(mask: Uint8Array, count: number): number[];
  /** The best `perKind` rows of each kind with 1 in `mask`, best first. */
  bestPerKind(mask: Uint8Array, perKind: number): number[];
  /** Whether a mood has its part in the order. */
  readonly byMood: boolean;
  /** What the mood adds to the score of a row; 0 without a mood. */
  moodPart(row: number): number;
}

/** The order by taste alone. */
export function rankerOf(state: LocalState, reading: Reading): Ranker {
  const keys = (mask: Uint8Array): Float64Array => keysOf(state, reading, mask);
  return {
    keys,
    best: (mask, count) => bestByKey(state, reading, { mask, count }),
    bestPerKind: (mask, perKind) => perGroup(state, keys(mask), mask, perKind),
    byMood: false,
    moodPart: () => 0,
  };
}

/** A title that fits a mood fully gains one and a half times what the best title of its kind has by taste: with 1 moods had a third of their titles in common. */
const MOOD_WEIGHT = 1.5;

/**
 * The order by taste and mood: score = taste + 1.5 x m x mood, where m is the best score by taste among the rows of the kind in `passing`,
 * so that a mood weighs the same whatever scale a kind is scored on. Rows that the model scores stand before the others, as ever; among
 * the others taste is liked genres and half of popularity, and no row stands behind another only because its genres are not among the liked.
 */
export function moodRanker(
  state: LocalState,
  reading: Reading,
  { scores, passing }: { readonly scores: Float32Array; readonly passing: Uint8Array },
): Ranker {
  const { kind } = state.columns;
  const byModel = reading.taste === null ? NO_ROWS : state.scored;
  const groupOf = (row: number): number => 2 * (kind[row] as number) + (byModel[row] === 1 ? 1 : 0);
  const tastes = (mask: Uint8Array): Float64Array => {
    const keys = keysOf(state, reading, mask);
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && byModel[row] !== 1) keys[row] = besideMood(keys[row] as number);
    return keys;
  };
  const weights = weightsOf(tastes(passing), passing, groupOf);
  const part = (row: number): number => {
    const score = scores[row] as number;
    return Number.isNaN(score) ? 0 : (weights[groupOf(row)] as number) * score;
  };
  const keys = (mask: Uint8Array): Float64Array => {
    const all = tastes(mask);
    for (let row = 0; row < mask.length; row++) if (mask[row] === 1) all[row] = (all[row] as number) + part(row);
    return all;
  };
  return {
    keys,
    best: (mask, count) => topRows(mask, { keys: keys(mask), ids: state.columns.ids }, count),
    bestPerKind: (mask, perKind) => perGroup(state, keys(mask), mask, perKind),
    byMood: true,
    moodPart: part,
  };
}

const NO_ROWS = new Uint8Array(0);
// Names of this file: an imported one is looked up at every use, and here for every title.
const [GENRE_KEY, POPULAR_KEY, MODEL_KEY] = [Tier.GENRE * STEP, Tier.POPULAR * STEP, Tier.MODEL * STEP];
const HALF_STEP = STEP / 2;
const POPULARITY_SHARE = POPULARITY_WEIGHT;

/** The weight of the mood for each kind, of rows that the model scores and of others. */
function weightsOf(keys: Float64Array, passing: Uint8Array, groupOf: (row: number) => number): Float64Array {
  const best = new Float64Array(2 * KINDS.length);
  for (let row = 0; row < passing.length; row++) {
    if (passing[row] !== 1) continue;
    const group = groupOf(row);
    const taste = (keys[row] as number) - (group % 2 === 1 ? MODEL_KEY : GENRE_KEY);
    if (taste > (best[group] as number)) best[group] = taste;
  }
  // Where nothing is known of taste only the mood ranks.
  return best.map((score) => MOOD_WEIGHT * (score || 1));
}

/** The tiers of rows that no model scored become one. */
function besideMood(key: number): number {
  if (key > GENRE_KEY - HALF_STEP) return key;
  return GENRE_KEY + (key > POPULAR_KEY - HALF_STEP ? POPULARITY_SHARE * (key - POPULAR_KEY) : 0);
}

function perGroup({ columns }: LocalState, keys: Float64Array, mask: Uint8Array, count: number): number[] {
  return topRowsPerGroup(mask, { keys, ids: columns.ids }, { group: columns.kind, perGroup: count });
}
