import { attributeMap, writeMapped } from '../../core/attribute-map';
import { type Columns, KINDS } from '../../core/columns';
import type { ItemSide } from '../../core/fold-in';
import { openServing, type ServingKernel } from '../../core/kernel/serving';
import type { Factors } from '../../core/model';
import { type MoodBook, NO_MOODS } from '../../core/mood/mood';
import { type NormGroups, normGroups } from '../../core/norm-groups';
import { bonusOf } from '../../core/ridge';
import { atOnce, ROWS_A_STEP, type Steps } from '../../core/steps';
import { loadKernel } from './kernel-file';
import { NO_PEERS, peersOf } from './peers';
import { newWorkspace, type Workspace } from './workspace';

/** A kind with fewer interactions than this is ranked by genres and popularity; DESIGN.md section 3. */
export const LEAST_INTERACTIONS = 1_000;

// Any number would do: more ratings are more fame, and all of them less than one person's liking.
const RATINGS_OF_HALF_FAME = 1_000;

/** Everything a request reads of the catalogue and the model: one immutable value, replaced whole. Arrays have a place per catalogue row. */
export interface LocalState {
  readonly columns: Columns;
  readonly modelId: number | null;
  /** The model's item side with a vector per catalogue row; null without a model. */
  readonly side: ItemSide | null;
  /** 1: the row has a vector, trained or from its attributes. */
  readonly known: Uint8Array;
  /** 1: known, and of a kind with enough interactions to be ranked by the model. */
  readonly scored: Uint8Array;
  /** 0 to 1 within the row's kind. */
  readonly popularity: Float64Array;
  /** Alike for every kind: the people here who liked the row, and as a fraction below one what the public ratings say. */
  readonly fame: Float64Array;
  /** The scored rows that may stand in a list, by the length of their vectors; null without a model. */
  readonly byNorm: NormGroups | null;
  /** The moods that lists may be asked by. */
  readonly moods: MoodBook;
  /** Of trained rows that say nothing of themselves, the nearest ones that do; see `peersOf`. */
  readonly peers: ReadonlyMap<number, readonly number[]>;
  /** Where lists are computed; says nothing by itself. */
  readonly workspace: Workspace;
}

/** Joins a catalogue with a model. Without a model `likes` (title id -> people) says what is popular. */
export function stateOf(columns: Columns, factors: Factors | null, likes: ReadonlyMap<number, number> = new Map()): LocalState {
  return atOnce(stateInSteps(columns, factors, likes));
}

/** As `stateOf`, for catalogues that take seconds. It knows no moods: whoever does puts them in. */
export function* stateInSteps(columns: Columns, factors: Factors | null, likes: ReadonlyMap<number, number>): Steps<LocalState> {
  const liked = yield* likesPerRow(columns, factors, likes);
  const totals = perKind(columns, liked, (sum, value) => sum + value);
  const popularity = yield* popularityOf(columns, liked, totals);
  const fame = fameOf(columns, liked);
  yield;
  const workspace = newWorkspace(columns.size);
  const known = new Uint8Array(columns.size);
  const plain = { columns, popularity, fame, moods: NO_MOODS, workspace };
  if (factors === null) return { ...plain, modelId: null, side: null, known, scored: known, byNorm: null, peers: NO_PEERS };
  const kernel = openServing(loadKernel().module, { rows: columns.size, k: factors.settings.k, bonus: bonusOf(factors.settings) });
  kernel.setGram(factors.gram);
  yield* align(columns, factors, { kernel, known });
  const peers = yield* peersOf(columns, kernel, { trained: known, popularity });
  const enough = totals.map((total) => (total >= LEAST_INTERACTIONS ? 1 : 0));
  yield* addMapped(columns, kernel.vectors, { known, enough });
  const scored = known.map((has, row) => has & (enough[columns.kind[row] as number] as number));
  const side = { settings: factors.settings, kernel, trained: factors.titleIds.length };
  const mayStand = scored.map((has, row) => has & (columns.listed[row] as number));
  yield;
  const byNorm = yield* normGroups(kernel.vectors, kernel.stride, mayStand);
  return { ...plain, modelId: factors.modelId, side, known, scored, byNorm, peers };
}

// A title that was merged since the training lends its vector to the one that stands for it, if that has none of its own.
function* align(
  columns: Columns,
  factors: Factors,
  { kernel, known }: { readonly kernel: ServingKernel; readonly known: Uint8Array },
): Steps<void> {
  const { k } = factors.settings;
  for (const own of [true, false]) {
    for (const [index, titleId] of factors.titleIds.entries()) {
      if (index % ROWS_A_STEP === 0) yield;
      const row = columns.rowOf.get(titleId);
      const standIn = row === undefined ? undefined : columns.listedAs[row];
      if (standIn === undefined || (row === standIn) !== own || known[standIn] === 1) continue;
      kernel.vectors.set(factors.items.subarray(index * k, (index + 1) * k), standIn * kernel.stride);
      known[standIn] = 1;
    }
  }
}

function* addMapped(columns: Columns, vectors: Float32Array, { known, enough }: { known: Uint8Array; enough: Float64Array }): Steps<void> {
  const map = yield* attributeMap(columns, vectors, known);
  for (let row = 0; row < columns.size; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    const joins = known[row] === 0 && columns.listed[row] === 1 && enough[columns.kind[row] as number] === 1;
    if (!joins) continue;
    writeMapped(map, columns, row, vectors);
    known[row] = 1;
  }
}

function* likesPerRow(columns: Columns, factors: Factors | null, likes: ReadonlyMap<number, number>): Steps<Float64Array> {
  const liked = new Float64Array(columns.size);
  const add = (titleId: number, people: number): void => {
    const row = columns.rowOf.get(titleId);
    if (row === undefined) return;
    const standIn = columns.listedAs[row] as number;
    liked[standIn] = (liked[standIn] as number) + people;
  };
  let count = 0;
  for (const titleId of factors?.titleIds ?? likes.keys()) {
    if (count % ROWS_A_STEP === 0) yield;
    add(titleId, factors?.popularity[count] ?? likes.get(titleId) ?? 0);
    count++;
  }
  return liked;
}

// Logarithms, because popularity falls by powers; public ratings of the catalogue fill in where a kind has few likes of its own.
function* popularityOf(columns: Columns, liked: Float64Array, totals: Float64Array): Steps<Float64Array> {
  const mostLiked = perKind(columns, liked, Math.max);
  const mostRated = perKind(columns, columns.ratingCount, Math.max);
  const popularity = new Float64Array(columns.size);
  for (let row = 0; row < columns.size; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    const kind = columns.kind[row] as number;
    const trust = Math.min(1, (totals[kind] as number) / LEAST_INTERACTIONS);
    const own = share(liked[row] as number, mostLiked[kind] as number);
    const rated = share(columns.ratingCount[row] as number, mostRated[kind] as number);
    popularity[row] = trust * own + (1 - trust) * rated;
  }
  return popularity;
}

function fameOf({ ratingCount }: Columns, liked: Float64Array): Float64Array {
  return liked.map((people, row) => {
    const ratings = ratingCount[row] as number;
    return people + ratings / (ratings + RATINGS_OF_HALF_FAME);
  });
}

function share(count: number, most: number): number {
  return most === 0 ? 0 : Math.log1p(count) / Math.log1p(most);
}

function perKind(columns: Columns, values: Float64Array, join: (a: number, b: number) => number): Float64Array {
  const joined = new Float64Array(KINDS.length);
  values.forEach((value, row) => {
    const kind = columns.kind[row] as number;
    joined[kind] = join(joined[kind] as number, value);
  });
  return joined;
}
