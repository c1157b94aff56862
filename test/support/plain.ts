import type { TimedMatrix } from '../../core/interaction-matrix';
import type { DialectHint } from '../../core/plain/dialect';
import { type IdTable, idTable, idTexts } from '../../core/plain/id-table';
import { interactionTarget } from '../../core/plain/line-target';
import { pairMatrix } from '../../core/plain/pair-matrix';
import { pairStore } from '../../core/plain/pair-store';
import { plainReader, type ReadFile } from '../../core/plain/plain-reader';

/** A text as it was read, with each entry of its matrix as `user item weight time`. */
export interface ReadText extends ReadFile {
  readonly entries: readonly string[];
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly duplicates: number;
  readonly weightless: number;
  readonly timed: boolean;
}

/** Reads a text in parts of `step` bytes. */
export function readPlain(text: string | Buffer, { step = 2 ** 20, hint }: { step?: number; hint?: DialectHint } = {}): ReadText {
  const rows = { users: idTable(), items: idTable(), pairs: pairStore() };
  const reader = plainReader(({ shape }) => interactionTarget(rows, shape), hint);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += step) {
    // The same memory each time, as whoever reads a file does it.
    const part = Buffer.from(bytes.subarray(at, at + step));
    reader.feed(part);
    part.fill(0);
  }
  const file = reader.end();
  const { matrix, ...counts } = pairMatrix(rows.pairs, { rows: rows.users.ids.length, columns: rows.items.ids.length });
  return { ...file, ...counts, entries: entriesOf(matrix, rows), users: idTexts(rows.users), items: idTexts(rows.items) };
}

function entriesOf(matrix: TimedMatrix, { users, items }: { users: IdTable; items: IdTable }): string[] {
  const [user, item] = [idTexts(users), idTexts(items)];
  return user.flatMap((id, row) => {
    const entries: string[] = [];
    for (let e = matrix.start[row] ?? 0; e < (matrix.start[row + 1] ?? 0); e++)
      entries.push(`${id} ${item[matrix.column[e] ?? -1]} ${matrix.weight[e]} ${matrix.time[e]}`);
    return entries;
  });
}
