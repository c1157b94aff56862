import { type Fields, fieldText } from './cut-line';
import type { Shape } from './dialect';
import { plainTime, plainWeight } from './digits';
import { type IdTable, rowOfText } from './id-table';
import { addPair, NO_TIME } from './pair-store';
import type { RowTarget } from './plain-rows';
import { RowFault } from './row-fault';
import { timeOf, weightOf } from './value';

const LONGEST_PAIR = 2 ** 16;
/** A line with all the items of one user; the longest id fits too. */
export const LONGEST_LIST = 2 ** 26;

/** One line, cut; `ascii` says that it holds no other bytes. */
export interface CutLine {
  readonly fields: Fields;
  readonly bytes: Buffer;
  readonly ascii: boolean;
}

/** What lines of one shape become. */
export interface LineTarget {
  /** Longest line, in bytes. */
  readonly longest: number;
  /** Takes a line, or says what is wrong with it and takes nothing. */
  take(line: CutLine): RowFault | null;
  /** Where lines that are plain pairs go without being cut; null: none may. */
  readonly plain: RowTarget | null;
}

/** The target for pairs or lists. */
export function interactionTarget(rows: RowTarget, shape: Shape): LineTarget {
  if (shape === 'lists') return { longest: LONGEST_LIST, plain: null, take: (line) => takeList(rows, line) };
  return { longest: LONGEST_PAIR, plain: rows, take: (line) => takePair(rows, line) };
}

// user item [weight [time]]
function takePair({ users, items, pairs }: RowTarget, line: CutLine): RowFault | null {
  const { fields } = line;
  if (fields.count < 2) return RowFault.TOO_FEW;
  if (fields.count > 4) return RowFault.TOO_MANY;
  if (isEmpty(fields, 0) || isEmpty(fields, 1)) return RowFault.EMPTY_ID;
  const weight = fields.count > 2 ? weightAt(line) : 1;
  if (typeof weight !== 'number') return weight;
  const time = fields.count > 3 ? timeAt(line) : NO_TIME;
  if (typeof time !== 'number') return time;
  addPair(pairs, rowAt(users, line, 0), rowAt(items, line, 1), weight, time);
  return null;
}

// Texts cost a microsecond each, so digits are read as they stand.
function weightAt({ fields, bytes, ascii }: CutLine): number | RowFault {
  const plain = plainWeight(bytes, fields.from[2] as number, fields.to[2] as number);
  return plain < 0 ? weightOf(fieldText(fields, bytes, 2, ascii)) : plain;
}

function timeAt({ fields, bytes, ascii }: CutLine): number | RowFault {
  const plain = plainTime(bytes, fields.from[3] as number, fields.to[3] as number);
  return plain < 0 ? timeOf(fieldText(fields, bytes, 3, ascii)) : plain;
}

// user item item ...; a user alone has met nothing.
function takeList({ users, items, pairs }: RowTarget, line: CutLine): RowFault | null {
  const { fields } = line;
  if (isEmpty(fields, 0)) return RowFault.EMPTY_ID;
  const user = rowAt(users, line, 0);
  for (let field = 1; field < fields.count; field++) {
    if (!isEmpty(fields, field)) addPair(pairs, user, rowAt(items, line, field), 1, NO_TIME);
  }
  return null;
}

/** The row of the id in a field that is not empty. */
export function rowAt(table: IdTable, { fields, bytes, ascii }: CutLine, field: number): number {
  if (fields.doubled[field] === 1) {
    const text = Buffer.from(fieldText(fields, bytes, field, ascii));
    return rowOfText(table, text, { from: 0, to: text.length });
  }
  return rowOfText(table, bytes, { from: fields.from[field] as number, to: fields.to[field] as number });
}

/** True for a field with nothing in it. */
export function isEmpty(fields: Fields, field: number): boolean {
  return fields.from[field] === fields.to[field];
}
