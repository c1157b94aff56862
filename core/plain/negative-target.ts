import type { GivenNegatives } from '../evaluate/given-split';
import type { IdTable } from './id-table';
import { type CutLine, isEmpty, type LineTarget, LONGEST_LIST, rowAt } from './line-target';
import { RowFault } from './row-fault';

/** Where lines of a user, an item and its negatives go. */
export interface NegativeTarget {
  readonly users: IdTable;
  readonly items: IdTable;
  readonly lists: GivenNegatives[];
}

/** The target for `user,item,negative,negative,...`. */
export function negativeTarget(to: NegativeTarget): LineTarget {
  return { longest: LONGEST_LIST, plain: null, take: (line) => takeNegatives(to, line) };
}

function takeNegatives({ users, items, lists }: NegativeTarget, line: CutLine): RowFault | null {
  const { fields } = line;
  if (fields.count < 3) return RowFault.TOO_FEW;
  if (isEmpty(fields, 0) || isEmpty(fields, 1)) return RowFault.EMPTY_ID;
  const negatives: number[] = [];
  const [user, item] = [rowAt(users, line, 0), rowAt(items, line, 1)];
  for (let field = 2; field < fields.count; field++) {
    if (!isEmpty(fields, field)) negatives.push(rowAt(items, line, field));
  }
  lists.push({ user, item, negatives: Int32Array.from(negatives) });
  return null;
}
