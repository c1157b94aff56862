import type { Mood } from '../../core/mood/mood';
import { LEAST_FIT, moodScores } from '../../core/mood/score';
import type { LocalState } from './state';

const known = new WeakMap<LocalState, Map<string, Float32Array>>();

/** How well every row fits a mood, as `moodScores`; a row that says nothing of itself scores as its peers do on average. Found once a state. */
export function moodScoresIn(state: LocalState, mood: Mood): Float32Array {
  const ofState = known.get(state) ?? new Map<string, Float32Array>();
  known.set(state, ofState);
  const name = `${mood.id} ${mood.version}`;
  const scores = ofState.get(name) ?? scoresOf(state, mood);
  ofState.set(name, scores);
  return scores;
}

function scoresOf({ columns, moods, peers }: LocalState, mood: Mood): Float32Array {
  const scores = moodScores(columns, mood, moods.tags);
  for (const [row, near] of peers) {
    if (Number.isNaN(scores[row] as number)) scores[row] = near.reduce((sum, peer) => sum + (scores[peer] as number), 0) / near.length;
  }
  return scores;
}

/** Whether a row fits the mood that these are the scores of. */
export function fitsMood(scores: Float32Array, row: number): boolean {
  return (scores[row] as number) >= LEAST_FIT;
}

/** Takes out of a mask, in place, what does not fit the mood; where nothing does, answers false and leaves it as it is. */
export function keepFitting(mask: Uint8Array, scores: Float32Array): boolean {
  // A name of its own: an imported one is looked up for every row.
  const least = LEAST_FIT;
  const fits = (row: number): boolean => (scores[row] as number) >= least;
  let any = false;
  for (let row = 0; row < mask.length && !any; row++) any = mask[row] === 1 && fits(row);
  if (any) for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && !fits(row)) mask[row] = 0;
  return any;
}
