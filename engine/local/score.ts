import { affinityOf, likedGenre } from '../../core/genre-profile';
import { type Best, bestRows } from '../../core/rank';
import { addedFrom, strongest } from '../../core/reasons';
import { type Reason, ReasonCode } from '../../core/recommendation';
import type { Reading } from './reading';
import type { LocalState } from './state';

/** What placed a row: every row of a higher tier stands before every row of a lower one. */
export enum Tier {
  ANYTHING = 0,
  POPULAR = 1,
  GENRE = 2,
  MODEL = 3,
}

/** Scores lie far inside -STEP / 2 to STEP / 2, so one number holds tier and score. */
export const STEP = 1_000;
/** A told genre's own part of a model score, beside that of its speakers: with 0.1 it drowned the score of who did little (bench/cold-start.ts). */
export const GENRE_WEIGHT = 0.02;
/** Of popularity, beside the genres of who is ranked by those. */
export const POPULARITY_WEIGHT = 0.5;

/** The sort key of every row with 1 in `mask`: tier * 1,000 + score, in the workspace; other rows hold anything. */
export function keysOf(state: LocalState, reading: Reading, mask: Uint8Array): Float64Array {
  const { keys } = state.workspace;
  const byModel = reading.taste === null ? NO_ROWS : state.scored;
  setModelKeys(state, reading, rowsIn(mask, byModel, state.workspace.rows));
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && byModel[row] !== 1) keys[row] = plainKey(state, reading, row);
  return keys;
}

/**
 * The best `count` rows with 1 in `mask`, best first: what `keysOf` and `topRows` find together, though most rows are never scored.
 * For half of the demo's people no more than a quarter of the films are. The keys of the rows found stand in the workspace.
 */
export function bestByKey(state: LocalState, reading: Reading, { mask, count }: { mask: Uint8Array; count: number }): number[] {
  const { keys } = state.workspace;
  const best = bestRows({ keys, ids: state.columns.ids }, count);
  const byModel = reading.taste === null ? NO_ROWS : state.scored;
  offerByModel(state, reading, { mask, best });
  // A row that no model scored stands behind all that one did.
  for (let row = 0; row < mask.length && best.least() < Tier.MODEL * STEP - STEP / 2; row++) {
    if (mask[row] !== 1 || byModel[row] === 1) continue;
    keys[row] = plainKey(state, reading, row);
    best.offer(row);
  }
  return best.rows();
}

// Far above the rounding of a score, far below any difference between scores that means something.
const SLACK = 1e-5;

function offerByModel(state: LocalState, reading: Reading, { mask, best }: { mask: Uint8Array; best: Best }): void {
  const { byNorm, side, workspace } = state;
  const { taste } = reading;
  if (taste === null || side === null || byNorm === null) return;
  const { start, rows, longest } = byNorm;
  const { keys } = workspace;
  const length = Math.hypot(...taste.factors);
  // An affinity is the product of the weights with a vector of length 1.
  const most = reading.toldGenres ? GENRE_WEIGHT * Math.hypot(...reading.profile.told) : 0;
  let least = best.least();
  for (let group = 0; group < longest.length; group++) {
    if (Tier.MODEL * STEP + length * (longest[group] as number) + most < least - SLACK) return;
    const passing = rowsOf(rows.subarray(start[group], start[group + 1]), mask, workspace.rows);
    const scores = side.kernel.scores(taste.factors, passing);
    // Here and below by number: a for-of over a typed array makes an object a row, 0.3 MB a list of 10,000 titles.
    for (let at = 0; at < passing.length; at++) {
      const row = passing[at] as number;
      const key = modelKey(state, reading, row, scores[at] as number);
      if (key < least) continue;
      keys[row] = key;
      best.offer(row);
      least = best.least();
    }
  }
}

function rowsOf(rows: Int32Array, mask: Uint8Array, into: Int32Array): Int32Array {
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (mask[rows[at] as number] === 1) into[count++] = rows[at] as number;
  return into.subarray(0, count);
}

const NO_ROWS = new Uint8Array(0);

function rowsIn(mask: Uint8Array, also: Uint8Array, rows: Int32Array): Int32Array {
  let count = 0;
  for (let row = 0; row < also.length; row++) if (mask[row] === 1 && also[row] === 1) rows[count++] = row;
  return rows.subarray(0, count);
}

function setModelKeys(state: LocalState, reading: Reading, rows: Int32Array): void {
  const { side, workspace } = state;
  if (reading.taste === null || side === null) return;
  const scores = side.kernel.scores(reading.taste.factors, rows);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    workspace.keys[row] = modelKey(state, reading, row, scores[at] as number);
  }
}

function modelKey({ columns }: LocalState, { profile, toldGenres }: Reading, row: number, score: number): number {
  return Tier.MODEL * STEP + score + (toldGenres ? GENRE_WEIGHT * affinityOf(columns, row, profile.told) : 0);
}

/** The score that a key holds; null where no model made it. */
export function scoreIn(key: number): number | null {
  const tier = tierIn(key);
  return tier === Tier.MODEL ? key - tier * STEP : null;
}

/** The tier that a key holds. */
export function tierIn(key: number): Tier {
  return Math.round(key / STEP);
}

/** The sort key of a row that no model scored. */
export function plainKey(state: LocalState, { profile }: Reading, row: number): number {
  const popularity = state.popularity[row] as number;
  const affinity = affinityOf(state.columns, row, profile.all);
  if (affinity > 0) return Tier.GENRE * STEP + affinity + POPULARITY_WEIGHT * popularity;
  return popularity > 0 ? Tier.POPULAR * STEP + popularity : 0;
}

/** Why a row stands where it stands. Only titles of the person's own past are named. */
export function reasonsOf(state: LocalState, reading: Reading, row: number): readonly Reason[] {
  if (reading.taste !== null && state.scored[row] === 1) return modelReasons(state, reading, row);
  const tier = tierIn(plainKey(state, reading, row));
  if (tier === Tier.GENRE) return [likedReason(likedGenre(state.columns, row, reading.profile.all), null)];
  return [{ code: tier === Tier.POPULAR ? ReasonCode.POPULAR : ReasonCode.FALLBACK, ...NO_EVIDENCE }];
}

const NO_EVIDENCE = { titleId: null, genre: null, contribution: null } as const;

function modelReasons(state: LocalState, reading: Reading, row: number): readonly Reason[] {
  const { columns, side } = state;
  const { taste, ownTitles, profile, toldGenres } = reading;
  if (taste === null || side === null) return [];
  const cause = strongest(row, taste, { kernel: side.kernel, mayName: (index) => columns.listed[index] === 1, among: ownTitles });
  const watched: Reason[] = cause
    ? [{ code: ReasonCode.BECAUSE_WATCHED, titleId: columns.ids[cause.index] as number, genre: null, contribution: cause.contribution }]
    : [];
  const genre = toldGenres ? likedGenre(columns, row, profile.told) : null;
  const told = genre === null ? 0 : addedFrom(ownTitles, row, taste, side.kernel) + GENRE_WEIGHT * affinityOf(columns, row, profile.told);
  const reasons = told > 0 ? [...watched, likedReason(genre, told)] : watched;
  if (reasons.length > 0) return reasons.sort((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0));
  const score = side.kernel.scores(taste.factors, Int32Array.of(row))[0] ?? null;
  return [{ code: ReasonCode.SIMILAR_USERS, ...NO_EVIDENCE, contribution: score }];
}

function likedReason(genre: string | null, contribution: number | null): Reason {
  return { code: ReasonCode.LIKED_GENRE, titleId: null, genre, contribution };
}
