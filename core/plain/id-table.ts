import { plainId } from './digits';
import { rowOfBytes, type TextIds, textIds } from './text-ids';

/** Row numbers for ids in the order in which they were first met. Whole numbers as people write them and any other text are one space: "7" is 7, "07" is not. */
export interface IdTable {
  /** Id of each row: a number below 10^9, or text. */
  readonly ids: (number | string)[];
  /** Row + 1 by number; 0: not met. Grows up to `MOST_DIRECT`. */
  direct: Int32Array;
  readonly numbers: Map<number, number>;
  readonly texts: TextIds;
}

// 64 MB for ids up to here; larger numbers are looked up in a map, at about a third of the speed.
const MOST_DIRECT = 2 ** 24;
const FIRST_DIRECT = 2 ** 16;

/** A table that has met nothing. */
export function idTable(): IdTable {
  return { ids: [], direct: new Int32Array(FIRST_DIRECT), numbers: new Map(), texts: textIds() };
}

/** The row of a whole number from 0 to 10^9 - 1, a new one if need be. */
export function rowOfNumber(table: IdTable, id: number): number {
  const { direct } = table;
  const row = id < direct.length ? (direct[id] as number) - 1 : -1;
  return row >= 0 ? row : meetNumber(table, id);
}

/** The row of an id as it was written, a new one if need be; the bytes are valid UTF-8. */
export function rowOfText(table: IdTable, bytes: Buffer, place: { readonly from: number; readonly to: number }): number {
  const { from, to } = place;
  const number = plainId(bytes, from, to);
  if (number >= 0) return rowOfNumber(table, number);
  return rowOfBytes(table.texts, bytes, place, () => table.ids.push(bytes.toString('utf8', from, to)) - 1);
}

/** The ids as text, by row. */
export function idTexts(table: IdTable): readonly string[] {
  return table.ids.map(String);
}

function meetNumber(table: IdTable, id: number): number {
  if (id >= MOST_DIRECT) {
    const known = table.numbers.get(id);
    if (known !== undefined) return known;
    table.numbers.set(id, table.ids.length);
    return table.ids.push(id) - 1;
  }
  if (id >= table.direct.length) widen(table, id);
  const row = table.ids.push(id) - 1;
  table.direct[id] = row + 1;
  return row;
}

function widen(table: IdTable, id: number): void {
  let length = table.direct.length;
  while (length <= id) length *= 4;
  const wider = new Int32Array(Math.min(length, MOST_DIRECT));
  wider.set(table.direct);
  table.direct = wider;
}
