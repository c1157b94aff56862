import type { Split } from '../../core/evaluate/split';
import type { TimedMatrix } from '../../core/interaction-matrix';
import type { NamedMatrix } from './matrix-rows';

/**
 * A split of `named` as it is under another reading of the same interactions: the same people are asked for the same titles, but the part
 * to learn from has the weights of `other`. Of pairs that `other` says nothing of, nothing is learned.
 */
export function reweighed(split: Split<TimedMatrix>, named: NamedMatrix, other: NamedMatrix): Split<TimedMatrix> {
  const { train } = split;
  const rowOf = new Map(other.userIds.map((userId, row) => [userId, row]));
  const columnOf = new Map(other.titleIds.map((titleId, column) => [titleId, column]));
  const otherColumn = Int32Array.from(named.titleIds, (titleId) => columnOf.get(titleId) ?? -1);
  const entryOf = new Int32Array(other.matrix.columns).fill(-1);
  const start = new Int32Array(train.rows + 1);
  const entries: number[] = [];
  const from: number[] = [];
  for (let row = 0; row < train.rows; row++) {
    const theirs = rowOf.get(named.userIds[row] as number);
    const [first, end] = theirs === undefined ? [0, 0] : [other.matrix.start[theirs] as number, other.matrix.start[theirs + 1] as number];
    for (let e = first; e < end; e++) entryOf[other.matrix.column[e] as number] = e;
    for (let e = train.start[row] as number; e < (train.start[row + 1] as number); e++) {
      const entry = entryOf[otherColumn[train.column[e] as number] as number] ?? -1;
      if (entry < first || entry >= end) continue;
      entries.push(e);
      from.push(entry);
    }
    start[row + 1] = entries.length;
  }
  const { weight, preference } = other.matrix;
  return {
    ...split,
    train: {
      rows: train.rows,
      columns: train.columns,
      start,
      column: Int32Array.from(entries, (e) => train.column[e] as number),
      time: Int32Array.from(entries, (e) => train.time[e] as number),
      weight: Float32Array.from(from, (e) => weight[e] as number),
      preference: Uint8Array.from(from, (e) => preference[e] as number),
    },
  };
}
