import type { TimedMatrix } from '../interaction-matrix';
import { filledBlocks, NO_TIME, type PairStore, pairCount } from './pair-store';

/** Pairs as a matrix of users x items, and what became of those that are not in it. */
export interface PairMatrix {
  readonly matrix: TimedMatrix;
  /** Pairs that had been said before; the last one by time counts, of equal times the last one in the file. */
  readonly duplicates: number;
  /** Pairs of weight 0, which say nothing and are left out. */
  readonly weightless: number;
  /** Whether any pair has a timestamp; if none has, `time` is 0. Where some have, the others are as old as the oldest. */
  readonly timed: boolean;
}

/** Puts pairs into compressed rows; all are liked. The entries of a row stand in the order of the file. */
export function pairMatrix(pairs: PairStore, { rows, columns }: { readonly rows: number; readonly columns: number }): PairMatrix {
  const start = startsOf(pairs, rows);
  const entries = pairCount(pairs);
  const sorted = { column: new Int32Array(entries), weight: new Float32Array(entries), time: new Int32Array(entries) };
  const { earliest, timed } = timesOf(pairs);
  scatter(pairs, start.slice(), sorted, timed ? earliest : 0);
  const distinct = keepLast(start, columns, sorted);
  const kept = sorted.weight.subarray(0, distinct).includes(0) ? dropWeightless(start, sorted) : distinct;
  const matrix = {
    rows,
    columns,
    start,
    column: sorted.column.subarray(0, kept),
    weight: sorted.weight.subarray(0, kept),
    time: sorted.time.subarray(0, kept),
    preference: new Uint8Array(kept).fill(1),
  };
  return { matrix, duplicates: entries - distinct, weightless: distinct - kept, timed };
}

interface Sorted {
  readonly column: Int32Array;
  readonly weight: Float32Array;
  readonly time: Int32Array;
}

function startsOf(pairs: PairStore, rows: number): Int32Array {
  const start = new Int32Array(rows + 1);
  for (const [{ user }, filled] of filledBlocks(pairs)) {
    for (let at = 0; at < filled; at++) {
      const next = (user[at] as number) + 1;
      start[next] = (start[next] as number) + 1;
    }
  }
  for (let row = 0; row < rows; row++) start[row + 1] = (start[row + 1] as number) + (start[row] as number);
  return start;
}

function timesOf(pairs: PairStore): { readonly earliest: number; readonly timed: boolean } {
  let earliest = 2 ** 31;
  for (const [{ time }, filled] of filledBlocks(pairs)) {
    for (let at = 0; at < filled; at++) {
      const seen = time[at] as number;
      if (seen !== NO_TIME && seen < earliest) earliest = seen;
    }
  }
  return { earliest, timed: earliest < 2 ** 31 };
}

/** `next` holds the place of each row's next entry. */
function scatter(pairs: PairStore, next: Int32Array, to: Sorted, timeOfNone: number): void {
  const none = NO_TIME;
  for (const [{ user, item, weight, time }, filled] of filledBlocks(pairs)) {
    for (let at = 0; at < filled; at++) {
      const row = user[at] as number;
      const entry = next[row] as number;
      next[row] = entry + 1;
      to.column[entry] = item[at] as number;
      to.weight[entry] = weight[at] as number;
      to.time[entry] = time[at] === none ? timeOfNone : (time[at] as number);
    }
  }
}

/** Moves the last of each pair to the front and corrects `start`; returns how many entries stay. */
function keepLast(start: Int32Array, columns: number, { column, weight, time }: Sorted): number {
  // Where in the row that is being written a column stands, plus one.
  const written = new Int32Array(columns);
  let kept = 0;
  for (let row = 0; row + 1 < start.length; row++) {
    const from = start[row] as number;
    const to = start[row + 1] as number;
    const begin = kept;
    start[row] = begin;
    for (let entry = from; entry < to; entry++) {
      const item = column[entry] as number;
      const before = (written[item] as number) - 1;
      const repeated = before >= begin;
      if (repeated && (time[entry] as number) < (time[before] as number)) continue;
      const at = repeated ? before : kept++;
      written[item] = at + 1;
      column[at] = item;
      weight[at] = weight[entry] as number;
      time[at] = time[entry] as number;
    }
  }
  start[start.length - 1] = kept;
  return kept;
}

/** Moves what weighs anything to the front and corrects `start`; returns how many entries stay. */
function dropWeightless(start: Int32Array, { column, weight, time }: Sorted): number {
  let kept = 0;
  for (let row = 0; row + 1 < start.length; row++) {
    const from = start[row] as number;
    const to = start[row + 1] as number;
    start[row] = kept;
    for (let entry = from; entry < to; entry++) {
      if (weight[entry] === 0) continue;
      column[kept] = column[entry] as number;
      weight[kept] = weight[entry] as number;
      time[kept++] = time[entry] as number;
    }
  }
  start[start.length - 1] = kept;
  return kept;
}
