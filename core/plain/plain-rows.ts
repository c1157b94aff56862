import { digitsEnd, isPlainId, isPlainTime, MOST_DIGITS, wholeNumber } from './digits';
import { type IdTable, rowOfNumber } from './id-table';
import { BLOCK_PAIRS, NO_TIME, nextBlock, type PairBlock, type PairStore } from './pair-store';
import { COLON, CR, LF } from './separator';

/** Where rows go. */
export interface RowTarget {
  readonly users: IdTable;
  readonly items: IdTable;
  readonly pairs: PairStore;
}

/** Whole lines within a buffer: `to` stands behind a line break. */
export interface Stretch {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

const DOT = 46;
// Once compiled to CommonJS, a name of another module is looked up at each use, which made the loop below three times slower.
const mostDigits = MOST_DIGITS;
const fullBlock = BLOCK_PAIRS;
const noTime = NO_TIME;
const lineFeed = LF;
const carriageReturn = CR;
const colon = COLON;
const endOfDigits = digitsEnd;
const numberAt = wholeNumber;
const isId = isPlainId;
const isTime = isPlainTime;
const rowOf = rowOfNumber;

const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => 10 ** digits);

/**
 * Reads rows for as long as they are plain: whole numbers as ids, a weight like 4 or 3.5, a time in whole seconds. Returns where it
 * stopped: at `to`, or where a line begins that needs a closer look. 20 million rows of four fields take 1.7 s.
 */
export function readPlainRows({ bytes, from, to }: Stretch, separator: number, { users, items, pairs }: RowTarget): number {
  const width = separator === colon ? 2 : 1;
  let block = lastBlock(pairs);
  let used = pairs.used;
  let line = from;
  while (line < to) {
    const userEnd = endOfDigits(bytes, line);
    if (!isId(bytes, line, userEnd) || bytes[userEnd] !== separator || bytes[userEnd + width - 1] !== separator) break;
    const itemFrom = userEnd + width;
    const itemEnd = endOfDigits(bytes, itemFrom);
    if (!isId(bytes, itemFrom, itemEnd)) break;
    let end = itemEnd;
    let weight = 1;
    let time = noTime;
    if (bytes[end] === separator && bytes[end + width - 1] === separator) {
      const weightFrom = end + width;
      const dot = endOfDigits(bytes, weightFrom);
      end = bytes[dot] === DOT ? endOfDigits(bytes, dot + 1) : dot;
      if (dot === weightFrom || end - weightFrom > mostDigits) break;
      weight = numberAt(bytes, weightFrom, dot);
      // Both are whole numbers below 2^53, so the quotient is the nearest number to what is written.
      if (end > dot + 1) weight = numberAt(bytes, dot + 1, end, weight) / (POWERS[end - dot - 1] as number);
      if (bytes[end] === separator && bytes[end + width - 1] === separator) {
        const timeFrom = end + width;
        end = endOfDigits(bytes, timeFrom);
        if (!isTime(bytes, timeFrom, end)) break;
        time = numberAt(bytes, timeFrom, end);
      }
    }
    if (bytes[end] === carriageReturn) end++;
    if (bytes[end] !== lineFeed) break;

    if (used === fullBlock) {
      block = nextBlock(pairs);
      used = 0;
    }
    block.user[used] = rowOf(users, numberAt(bytes, line, userEnd));
    block.item[used] = rowOf(items, numberAt(bytes, itemFrom, itemEnd));
    block.weight[used] = weight;
    block.time[used++] = time;
    line = end + 1;
  }
  pairs.used = used;
  return line;
}

function lastBlock(pairs: PairStore): PairBlock {
  return pairs.blocks.at(-1) ?? nextBlock(pairs);
}
