import type { TimedMatrix } from '../interaction-matrix';
import { below, type Random, seeded } from '../random';
import { likedIn, withoutEntries } from './matrix-part';
import { sampledNegatives } from './negatives';
import type { EvaluationCase, Split } from './split';

interface Liking {
  /** Weight from which a held-out entry counts as liked, so that a mere click need not. Default: any weight. */
  readonly likedFrom?: number;
}

interface LastFifthOptions extends Liking {
  /** Share of each person's entries that is held out, rounded up. Default 0.2. */
  readonly share?: number;
  /** Of chance among entries of the same second. Default 1. */
  readonly seed?: number;
}

/** People with fewer entries are learned from and not asked about. */
const LEAST_ENTRIES = 5;
const NEGATIVES = 99;

/**
 * Holds out the newest fifth of everyone with at least five entries. Entries of the same second fall in seeded order, so that a
 * matrix without times is split by chance. What was held out and not liked is never asked for.
 */
export function lastFifth(matrix: TimedMatrix, { share = 0.2, seed = 1, likedFrom = 0 }: LastFifthOptions = {}): Split<TimedMatrix> {
  const random = seeded(seed);
  const held = heldOut(matrix, (from, to, hold) => {
    const age = agesOf(matrix.time.subarray(from, to), random);
    if (age.length < LEAST_ENTRIES) return;
    const kept = age.length - Math.max(1, Math.ceil(share * age.length - 1e-9));
    for (const at of inOrder(age).subarray(kept)) hold(from + at);
  });
  return { name: 'last-fifth', parameters: { share, seed, likedFrom }, ...parted(matrix, held, likedFrom), warnings: [] };
}

interface TimeOptions extends Liking {
  readonly share?: number;
  readonly moment?: number;
}

/**
 * Holds out everything from one moment on: `moment` (seconds since 1970), or the one from which on the newest `share` of all entries
 * lies. Asked about are people with a past before it.
 */
export function byTime(
  matrix: TimedMatrix,
  { share = 0.2, moment = momentOf(matrix.time, share), likedFrom = 0 }: TimeOptions = {},
): Split<TimedMatrix> {
  const held = Uint8Array.from(matrix.time, (time) => (time >= moment ? 1 : 0));
  const { train, cases } = parted(matrix, held, likedFrom);
  const known = cases.filter(({ user }) => (train.start[user + 1] as number) > (train.start[user] as number));
  return { name: 'time', parameters: { share, moment, likedFrom }, train, cases: known, warnings: [] };
}

interface LeaveLastOutOptions extends Liking {
  /** Titles that the person has no entry for, among which the held-out one is ranked; 0: among all titles. Default 99. */
  readonly negatives?: number;
  readonly seed?: number;
}

/** Holds out the last liked entry of everyone with at least two, and what came after it. */
export function leaveLastOut(
  matrix: TimedMatrix,
  { negatives = NEGATIVES, seed = 1, likedFrom = 0 }: LeaveLastOutOptions = {},
): Split<TimedMatrix> {
  const random = seeded(seed);
  const liked = likedFromWeight(matrix, likedFrom);
  const asked = new Int32Array(matrix.rows).fill(-1);
  const held = heldOut(matrix, (from, to, hold, row) => {
    const order = inOrder(agesOf(matrix.time.subarray(from, to), random));
    const last = order.findLastIndex((at) => liked[from + at] === 1);
    if (last < 1) return;
    asked[row] = matrix.column[from + (order[last] as number)] as number;
    for (const at of order.subarray(last)) hold(from + at);
  });
  const cases: EvaluationCase[] = [];
  asked.forEach((column, user) => {
    if (column < 0) return;
    const strangers = negatives > 0 ? sampledNegatives(matrix, user, { count: negatives, random }) : null;
    cases.push({ user, relevant: Int32Array.of(column), negatives: strangers });
  });
  return { name: 'leave-last-out', parameters: { negatives, seed, likedFrom }, train: withoutEntries(matrix, held), cases, warnings: [] };
}

type Hold = (entry: number) => void;

function heldOut(matrix: TimedMatrix, choose: (from: number, to: number, hold: Hold, row: number) => void): Uint8Array {
  const held = new Uint8Array(matrix.column.length);
  const hold: Hold = (entry) => {
    held[entry] = 1;
  };
  for (let row = 0; row < matrix.rows; row++) choose(matrix.start[row] as number, matrix.start[row + 1] as number, hold, row);
  return held;
}

function parted(matrix: TimedMatrix, held: Uint8Array, likedFrom: number): { train: TimedMatrix; cases: EvaluationCase[] } {
  const askable = likedFromWeight(matrix, likedFrom).map((liked, e) => liked & (held[e] as number));
  const cases: EvaluationCase[] = [];
  for (let user = 0; user < matrix.rows; user++) {
    const relevant = likedIn(matrix, user, askable);
    if (relevant.length > 0) cases.push({ user, relevant, negatives: null });
  }
  return { train: withoutEntries(matrix, held), cases };
}

function likedFromWeight({ preference, weight }: TimedMatrix, least: number): Uint8Array {
  return preference.map((liked, e) => (liked === 1 && (weight[e] as number) >= least ? 1 : 0));
}

// 2^21 draws beside 2^31 seconds fit the 53 bits of a number.
const DRAWS = 2 ** 21;

/** Times with seeded fractions: older is smaller, and what is of the same second falls by chance. */
function agesOf(time: Int32Array, random: Random): Float64Array {
  return Float64Array.from(time, (second) => second * DRAWS + below(random, DRAWS));
}

function inOrder(age: Float64Array): Int32Array {
  return Int32Array.from(age, (_, at) => at).sort((a, b) => (age[a] as number) - (age[b] as number) || a - b);
}

function momentOf(time: Int32Array, share: number): number {
  const sorted = time.slice().sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (1 - share)))] ?? 0;
}
