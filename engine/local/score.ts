import { scoreOf } from '../../core/fold-in';
import { affinityOf, likedGenre } from '../../core/genre-profile';
import { strongest } from '../../core/reasons';
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

// Scores lie far inside -STEP / 2 to STEP / 2, so one number holds tier and score.
const STEP = 1_000;
/** A liked genre's part of a model score, where a strong match scores about 1. */
const GENRE_WEIGHT = 0.1;
const POPULARITY_WEIGHT = 0.5;

/** The sort key of every row with 1 in `mask`: tier * 1,000 + score; other rows keep 0. */
export function keysOf(state: LocalState, reading: Reading, mask: Uint8Array): Float64Array {
  const keys = new Float64Array(mask.length);
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) keys[row] = keyOf(state, reading, row);
  return keys;
}

/** The score that a key holds; null where no model made it. */
export function scoreIn(key: number): number | null {
  const tier = tierIn(key);
  return tier === Tier.MODEL ? key - tier * STEP : null;
}

function tierIn(key: number): Tier {
  return Math.round(key / STEP);
}

function keyOf(state: LocalState, reading: Reading, row: number): number {
  const { taste, profile, toldGenres } = reading;
  if (taste !== null && state.side !== null && state.scored[row] === 1) {
    const told = toldGenres ? GENRE_WEIGHT * affinityOf(state.columns, row, profile.told) : 0;
    return Tier.MODEL * STEP + scoreOf(taste, state.side.vectors, row) + told;
  }
  const popularity = state.popularity[row] as number;
  const affinity = affinityOf(state.columns, row, profile.all);
  if (affinity > 0) return Tier.GENRE * STEP + affinity + POPULARITY_WEIGHT * popularity;
  return popularity > 0 ? Tier.POPULAR * STEP + popularity : 0;
}

/** Why a row stands where it stands. Only titles of the person's own past are named. */
export function reasonsOf(state: LocalState, reading: Reading, row: number): readonly Reason[] {
  const tier = tierIn(keyOf(state, reading, row));
  if (tier === Tier.MODEL) return modelReasons(state, reading, row);
  if (tier === Tier.GENRE) return [likedReason(likedGenre(state.columns, row, reading.profile.all), null)];
  return [{ code: tier === Tier.POPULAR ? ReasonCode.POPULAR : ReasonCode.FALLBACK, ...NO_EVIDENCE }];
}

const NO_EVIDENCE = { titleId: null, genre: null, contribution: null } as const;

function modelReasons(state: LocalState, { taste, profile, toldGenres }: Reading, row: number): readonly Reason[] {
  const { columns, side } = state;
  if (taste === null || side === null) return [];
  const cause = strongest(row, taste, { vectors: side.vectors, mayName: (index) => columns.listed[index] === 1 });
  const first: Reason = cause
    ? { code: ReasonCode.BECAUSE_WATCHED, titleId: columns.ids[cause.index] as number, genre: null, contribution: cause.contribution }
    : { code: ReasonCode.SIMILAR_USERS, ...NO_EVIDENCE, contribution: scoreOf(taste, side.vectors, row) };
  const genre = toldGenres ? likedGenre(columns, row, profile.told) : null;
  return genre === null ? [first] : [first, likedReason(genre, GENRE_WEIGHT * affinityOf(columns, row, profile.told))];
}

function likedReason(genre: string | null, contribution: number | null): Reason {
  return { code: ReasonCode.LIKED_GENRE, titleId: null, genre, contribution };
}
