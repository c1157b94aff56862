import type { Confidence } from '../../core/confidence';
import type { TimedMatrix } from '../../core/interaction-matrix';

/** A matrix with the ids of its rows and columns. */
export interface NamedMatrix {
  readonly matrix: TimedMatrix;
  /** Person of each row. */
  readonly userIds: readonly number[];
  /** Title of each column, in the order in which they were first met. */
  readonly titleIds: readonly number[];
}

/** Fills a matrix with what is said one after another, a person's things together. */
export interface MatrixRows {
  add(userId: number, titleId: number, said: Confidence, time: number): void;
  end(): NamedMatrix;
}

/** A matrix of at most so many entries: its arrays are taken whole, and what is never written costs no memory. */
export function matrixRows(most: number): MatrixRows {
  const column = new Int32Array(most);
  const weight = new Float32Array(most);
  const preference = new Uint8Array(most);
  const time = new Int32Array(most);
  const starts: number[] = [];
  const userIds: number[] = [];
  const columnOf = new Map<number, number>();
  /** Where each column was last written. */
  const placeOf: number[] = [];
  let used = 0;
  let userId: number | null = null;
  let rowStart = 0;

  function write(at: number, said: Confidence): void {
    weight[at] = said.weight;
    preference[at] = said.preference;
  }
  function newColumn(titleId: number): number {
    const at = columnOf.size;
    columnOf.set(titleId, at);
    placeOf.push(-1);
    return at;
  }

  return {
    add(user, titleId, said, seenAt) {
      if (user !== userId) {
        userId = user;
        rowStart = used;
        starts.push(used);
        userIds.push(user);
      }
      const at = columnOf.get(titleId) ?? newColumn(titleId);
      const before = placeOf[at] as number;
      if (before >= rowStart) {
        // The surest of several interactions speaks, as in `pastOf`.
        if (said.weight > (weight[before] as number)) write(before, said);
        time[before] = Math.max(time[before] as number, seenAt);
        return;
      }
      placeOf[at] = used;
      column[used] = at;
      time[used] = seenAt;
      write(used++, said);
    },
    end() {
      const start = Int32Array.from([...starts, used]);
      const shape = { rows: userIds.length, columns: columnOf.size, start };
      const arrays = { column: column.subarray(0, used), weight: weight.subarray(0, used), preference: preference.subarray(0, used) };
      return { matrix: { ...shape, ...arrays, time: time.subarray(0, used) }, userIds, titleIds: [...columnOf.keys()] };
    },
  };
}
