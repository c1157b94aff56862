import { hasGenre, KINDS } from '../../core/columns';
import type { Past } from '../../core/fold-in';
import { affinityOf, type GenreProfile } from '../../core/genre-profile';
import { bestRows } from '../../core/rank';
import type { LocalState } from './state';

/** How many titles speak for a genre; with 10 or 100 lists are about as good (bench/cold-start.ts). */
const SPEAKERS = 30;
/**
 * How much they weigh together: as five titles that were rated 3.5. For people of MovieLens who told three genres and rated 0, 1, 3 and 10
 * films NDCG@10 is 0.397, 0.417, 0.426 and 0.453 with 5; 0.390, 0.394, 0.401 and 0.417 with 40; 0.287, 0.305 and 0.360 for 1, 3 and 10 by
 * their ratings alone.
 */
const WEIGHT = 5;

/**
 * A past with the titles that most people liked of each genre told, as far as each fits all of them: they come after the person's own, and
 * never in their place. So somebody who told genres and did nothing yet stands in one space with everyone, no map has to be stored with a
 * model, and the more a person does, the less what they told weighs.
 */
export function withSpeakers(state: LocalState, own: Past, { told, genres }: GenreProfile): Past {
  const known = new Set(own.index);
  const rows = new Set<number>();
  told.forEach((weight, at) => {
    if (weight === 0) return;
    for (const row of speakersOf(state, Math.floor(at / genres), at % genres)) if (!known.has(row)) rows.add(row);
  });
  const speakers = [...rows];
  const fits = speakers.map((row) => affinityOf(state.columns, row, told));
  const total = fits.reduce((sum, fit) => sum + fit, 0);
  return {
    index: Int32Array.from([...own.index, ...speakers]),
    weight: Float64Array.from([...own.weight, ...fits.map((fit) => (WEIGHT * fit) / total)]),
    preference: Uint8Array.from([...own.preference, ...speakers.map(() => 1)]),
  };
}

const found = new WeakMap<LocalState, Map<number, readonly number[]>>();

/** The titles of a kind and genre that most people liked, of those that the model ranks; found once a state. */
function speakersOf(state: LocalState, kind: number, genre: number): readonly number[] {
  const known = found.get(state) ?? new Map<number, readonly number[]>();
  found.set(state, known);
  const key = genre * KINDS.length + kind;
  const speakers = known.get(key) ?? findSpeakers(state, kind, genre);
  known.set(key, speakers);
  return speakers;
}

function findSpeakers({ columns, scored, popularity }: LocalState, kind: number, genre: number): readonly number[] {
  const best = bestRows({ keys: popularity, ids: columns.ids }, SPEAKERS);
  for (let row = 0; row < columns.size; row++) {
    const speaks = scored[row] === 1 && columns.kind[row] === kind && (popularity[row] as number) > 0 && hasGenre(columns, row, genre);
    if (speaks) best.offer(row);
  }
  return best.rows();
}
