import { type Columns, KINDS } from '../../core/columns';
import { unitRows } from '../../core/diversity';
import { dotRowsInto } from '../../core/dot';
import type { ServingKernel } from '../../core/kernel/serving';
import { bestRows } from '../../core/rank';
import { SOUNDS } from '../../core/sound';
import { ROWS_A_STEP, type Steps } from '../../core/steps';

export const NO_PEERS: ReadonlyMap<number, readonly number[]> = new Map();

/** The rows that others are compared with: so many of each kind, which most people know. */
const LANDMARKS = 1_000;
/** So many peers speak for a row, and not fewer than the least; further away than this cosine nobody does. */
const PEERS = 10;
const LEAST_PEERS = 3;
const LEAST_COSINE = 0.4;
/** More bare rows than that are a catalogue without attributes, where peers would say nothing either. */
const MOST_BARE = 10_000;
const A_STEP = 50;

/**
 * The nearest rows of the same kind, by the cosine of trained factors, of every listed row that has neither genres nor sound: what fits a
 * mood among those who like it says what it is. A row whose vector comes from its attributes has no peers, as it has nothing to be near by.
 */
export function* peersOf(
  columns: Columns,
  { vectors, stride }: Pick<ServingKernel, 'vectors' | 'stride'>,
  { trained, popularity }: { readonly trained: Uint8Array; readonly popularity: Float64Array },
): Steps<ReadonlyMap<number, readonly number[]>> {
  const bare: number[] = [];
  const known = KINDS.map(() => bestRows({ keys: popularity, ids: columns.ids }, LANDMARKS));
  for (let row = 0; row < trained.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (trained[row] !== 1) continue;
    if (hasAttributes(columns, row)) known[columns.kind[row] as number]?.offer(row);
    else if (columns.listed[row] === 1 && bare.length < MOST_BARE) bare.push(row);
  }
  if (bare.length === 0) return NO_PEERS;
  const peers = new Map<number, readonly number[]>();
  for (const kind of KINDS.keys()) {
    const landmarks = known[kind]?.rows() ?? [];
    const units = unitRows(vectors, stride, landmarks);
    const rows = Int32Array.from(landmarks.keys());
    const keys = new Float64Array(landmarks.length);
    const ids = Float64Array.from(landmarks, (row) => columns.ids[row] as number);
    for (const [at, row] of bare.filter((each) => columns.kind[each] === kind).entries()) {
      if (at % A_STEP === 0) yield;
      dotRowsInto(keys, unitRows(vectors, stride, [row]), { vectors: units, rows });
      const best = bestRows({ keys, ids }, PEERS);
      for (const place of rows) if ((keys[place] as number) >= LEAST_COSINE) best.offer(place);
      const near = best.rows().map((place) => landmarks[place] as number);
      if (near.length >= LEAST_PEERS) peers.set(row, near);
    }
  }
  return peers;
}

/** Whether genres or sound say anything of a row. */
function hasAttributes({ genres, genreWidth, sound }: Columns, row: number): boolean {
  for (let word = 0; word < genreWidth; word++) if (genres[row * genreWidth + word] !== 0) return true;
  for (let at = 0; at < SOUNDS.length; at++) if (!Number.isNaN(sound[row * SOUNDS.length + at] as number)) return true;
  return false;
}
