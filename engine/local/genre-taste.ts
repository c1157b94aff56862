import { hasGenre, KINDS } from '../../core/columns';
import { foldIn, type Taste } from '../../core/fold-in';
import { affinityOf, type GenreProfile } from '../../core/genre-profile';
import { bestRows } from '../../core/rank';
import type { LocalState } from './state';

/** How many titles speak for a genre; with 10 or 100 lists are about as good (bench/cold-start.ts). */
const SPEAKERS = 30;
/** How much they weigh together: as 40 titles that were rated 3.5. 100 does as well; with 10 the part of told genres drowns the score. */
const WEIGHT = 40;

/**
 * The factors of a person who told us genres and nothing else: they are folded in as if they liked the titles that most people liked
 * of each genre, by how well each fits all of them. So they stand in one space with everyone, and no map has to be stored with a model.
 * Null where no told genre is of a kind that the model ranks.
 */
export function genreTaste(state: LocalState, { told, genres }: GenreProfile): Taste | null {
  const { side, columns } = state;
  if (side === null) return null;
  const rows = new Set<number>();
  told.forEach((weight, at) => {
    if (weight > 0) for (const row of speakersOf(state, Math.floor(at / genres), at % genres)) rows.add(row);
  });
  const index = Int32Array.from(rows);
  const fits = Float64Array.from(index, (row) => affinityOf(columns, row, told));
  const total = fits.reduce((sum, fit) => sum + fit, 0);
  const weight = fits.map((fit) => (WEIGHT * fit) / total);
  return foldIn({ index, weight, preference: new Uint8Array(index.length).fill(1) }, side);
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
