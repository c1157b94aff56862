import { type Columns, codeOf, KINDS } from '../columns';
import { SOUNDS, type Sound } from '../sound';
import type { MoodBook, MoodSound, MoodDraft as Weights } from './mood';

/** From here on a title fits a mood. */
export const LEAST_FIT = 0.3;
/** What the sound of a track counts beside its genres: nearly every track of a catalogue is pop, and only its sound tells how it feels. */
const SOUND_WEIGHT = 3;
/** So far outside of its range a fact counts nothing; twice as far it counts against the track. */
const TOLERANCE: Readonly<Record<Sound, number>> = { tempo: 15, energy: 0.12, valence: 0.15, acousticness: 0.15 };

/**
 * How well every row of the catalogue fits a mood, -1 to 1; NaN where neither genres, sound nor a tag that the mood names says anything.
 * With g = the sum of the mood's weights of the title's genres / sqrt(how many of them it weighs), s = the mean of how well each
 * fact of SOUNDS lies in its range (1 inside, falling to -1 at twice the tolerance outside), weighed, and t = the sum of weight x relevance
 * of its tags, the score is tanh(g + t) without sound and tanh((g + 3 s) / 4 x 1.5 + t) with it: sure of nothing, and no two equal by a bound.
 */
export function moodScores(columns: Columns, mood: Weights, tags: MoodBook['tags']): Float32Array {
  const genres = genreWeights(columns, mood);
  const scores = new Float32Array(columns.size);
  for (let row = 0; row < columns.size; row++) {
    const genre = genreScore(columns, row, genres);
    const sound = soundScore(columns, row, mood.sound);
    scores[row] = Math.tanh(Number.isNaN(sound) ? genre : (SOUND_BOOST * ((genre || 0) + SOUND_WEIGHT * sound)) / (1 + SOUND_WEIGHT));
  }
  addTags(columns, scores, { mood, tags });
  return scores;
}

// A track whose every fact lies in its range is as good as a film whose genres say so.
const SOUND_BOOST = 1.5;

/** A weight per kind and genre of the catalogue; NaN where the mood names the genre not. */
function genreWeights({ genreNames }: Columns, { genres }: Weights): Float64Array {
  const weights = new Float64Array(KINDS.length * genreNames.names.length).fill(Number.NaN);
  for (const { kind, genre, weight } of genres) {
    const code = codeOf(genreNames, genre);
    if (code >= 0) weights[KINDS.indexOf(kind) * genreNames.names.length + code] = weight;
  }
  return weights;
}

/** NaN for a row without genres, 0 for one whose genres the mood does not name. */
function genreScore({ genres, genreNames, genreWidth, kind }: Columns, row: number, weights: Float64Array): number {
  const from = (kind[row] as number) * genreNames.names.length;
  let sum = 0;
  let weighed = 0;
  let has = false;
  for (let word = 0; word < genreWidth; word++) {
    for (let bits = genres[row * genreWidth + word] as number; bits !== 0; bits &= bits - 1) {
      has = true;
      const weight = weights[from + word * 32 + 31 - Math.clz32(bits & -bits)] as number;
      if (Number.isNaN(weight)) continue;
      sum += weight;
      weighed++;
    }
  }
  if (!has) return Number.NaN;
  return weighed === 0 ? 0 : sum / Math.sqrt(weighed);
}

/** The weighted mean of the facts that are known, -1 to 1; NaN where none is. */
function soundScore({ sound }: Columns, row: number, ranges: readonly MoodSound[]): number {
  let sum = 0;
  let total = 0;
  for (let at = 0; at < ranges.length; at++) {
    const range = ranges[at] as MoodSound;
    const value = sound[row * SOUNDS.length + SOUNDS.indexOf(range.fact)] as number;
    if (Number.isNaN(value)) continue;
    sum += range.weight * inRange(value, range);
    total += range.weight;
  }
  return total === 0 ? Number.NaN : sum / total;
}

function inRange(value: number, { fact, from, to }: MoodSound): number {
  const outside = Math.max(0, from - value, value - to);
  return Math.max(-1, 1 - outside / TOLERANCE[fact]);
}

/** Tags say something of a title even where nothing else does. */
function addTags({ rowOf }: Columns, scores: Float32Array, { mood, tags }: { mood: Weights; tags: MoodBook['tags'] }): void {
  for (const [titleId, relevances] of tags) {
    const row = rowOf.get(titleId);
    if (row === undefined) continue;
    let sum = 0;
    let named = false;
    for (const { tag, weight } of mood.tags) {
      const relevance = relevances.get(tag.toLowerCase());
      if (relevance === undefined) continue;
      named = true;
      sum += weight * relevance;
    }
    if (!named) continue;
    const before = scores[row] as number;
    scores[row] = Math.tanh((Number.isNaN(before) ? 0 : Math.atanh(before)) + sum);
  }
}
