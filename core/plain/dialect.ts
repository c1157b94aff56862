import { cutLine, fieldRoom, fieldText, type Separator } from './cut-line';
import { FileFault } from './file-fault';
import { COLON, COMMA, LF, SPACE, TAB } from './separator';
import { timeOf, weightOf } from './value';

/** What the lines of a file are: a pair each, a user with all their items, or a user and an item with negatives. */
export type Shape = 'pairs' | 'lists' | 'negatives';

/** How a file is written. */
export interface Dialect {
  readonly separator: Separator;
  readonly shape: Shape;
  /** Whether the first line that is not empty names the columns. */
  readonly header: boolean;
  /** Fields that most lines have. */
  readonly usualFields: number;
}

/** What was said of a file beforehand; what was not is read off its first lines. */
export type DialectHint = Partial<Pick<Dialect, 'separator' | 'shape'>>;

const SAMPLE_LINES = 300;
const MOST_FIELDS = 4;
const MOSTLY = 0.9;
const SEPARATORS = [TAB, COMMA, COLON] as const;
const WHOLE = /^\d+$/;
const ID_SUFFIX = '([ _-]?(id|no|nr|number|index|idx|key|name))?$';
const USER_NAME = new RegExp(`^(user|users|uid|person|people|viewer|customer|member|account|reader|session)${ID_SUFFIX}`, 'i');
const ITEM_NAME = new RegExp(`^(item|items|iid|movie|title|film|show|book|product|track|song|artist|video|game|article)${ID_SUFFIX}`, 'i');
const VALUE_NAME = /^(weight|rating|score|count|value|confidence|plays|strength|stars|time|timestamp|date|when|ts)s?$/i;

/** Reads off the first lines how a file is written. Throws FileFault when it is no text that we can read. */
export function detectDialect(sample: Buffer, hint: DialectHint = {}): Dialect {
  const text = textOf(sample);
  const separator = hint.separator ?? likeliestSeparator(text, hint.shape);
  const cells = text.map((line) => cellsOf(line, separator));
  const shape = hint.shape ?? shapeOf(cells, separator);
  const header = hasHeader(cells);
  return { separator, shape, header, usualFields: commonest(cells.slice(header ? 1 : 0).map(({ length }) => length)) };
}

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'is compressed (gzip); unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a zip archive; unpack it first'],
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], 'is a numpy array; lines of text are expected'],
  [[0x50, 0x41, 0x52, 0x31], 'is a Parquet file; lines of text are expected'],
  [[0xff, 0xfe], 'is UTF-16; save it as UTF-8'],
  [[0xfe, 0xff], 'is UTF-16; save it as UTF-8'],
];

function textOf(sample: Buffer): readonly Buffer[] {
  const magic = MAGIC.find(([bytes]) => bytes.every((byte, at) => sample[at] === byte));
  if (magic !== undefined) throw new FileFault(magic[1]);
  const lines: Buffer[] = [];
  for (let from = 0; from < sample.length && lines.length < SAMPLE_LINES; ) {
    const found = sample.indexOf(LF, from);
    const to = found === -1 ? sample.length : found;
    const line = sample.subarray(from, to);
    if (/\S/.test(line.toString('latin1'))) lines.push(line);
    from = to + 1;
  }
  return lines;
}

function cellsOf(line: Buffer, separator: Separator): readonly string[] {
  const fields = fieldRoom();
  const end = line.at(-1) === 13 ? line.length - 1 : line.length;
  if (!cutLine(fields, line, 0, end, separator)) return [];
  return Array.from({ length: fields.count }, (_, field) => fieldText(fields, line, field, false));
}

/** The one by which most lines are well written; blanks only where nothing else parts most of the lines. */
function likeliestSeparator(lines: readonly Buffer[], shape: Shape | undefined): Separator {
  const judged = SEPARATORS.map((separator) => {
    const cells = lines.map((line) => cellsOf(line, separator)).filter(({ length }) => length > 1);
    const whole = shape === 'negatives' || separator === TAB ? cells : cells.filter(isPair);
    return { separator, parted: cells.length, whole: whole.length };
  });
  const best = judged.reduce((a, b) => (b.whole > a.whole || (b.whole === a.whole && b.parted > a.parted) ? b : a));
  if (best.parted > 0 && 2 * best.parted >= lines.length) return best.separator;
  return lines.some((line) => cellsOf(line, SPACE).length > 1) ? SPACE : best.separator;
}

function isPair([, , weight = '', time = '', ...more]: readonly string[]): boolean {
  return more.length === 0 && typeof weightOf(weight) === 'number' && typeof timeOf(time) === 'number';
}

// Tabs part pairs and lists alike: lists have long lines, and a person only once.
function shapeOf(cells: readonly (readonly string[])[], separator: Separator): Shape {
  if (separator === SPACE) return 'lists';
  if (separator !== TAB) return 'pairs';
  const long = cells.filter(({ length }) => length > MOST_FIELDS).length;
  const people = new Set(cells.map(([user]) => user)).size;
  return long > 0 && (people === cells.length || 20 * long > cells.length) ? 'lists' : 'pairs';
}

function hasHeader([first = [], ...rest]: readonly (readonly string[])[]): boolean {
  const [user = '', item = '', value = ''] = first;
  if (USER_NAME.test(user) && ITEM_NAME.test(item)) return true;
  if (WHOLE.test(user) || (value !== '' && typeof weightOf(value) === 'number')) return false;
  const numbered = rest.filter(([otherUser = '', otherItem = '']) => WHOLE.test(otherUser) && WHOLE.test(otherItem)).length;
  return VALUE_NAME.test(value) || (numbered > 0 && numbered >= MOSTLY * rest.length && !WHOLE.test(item));
}

/** Of several that are equally common the largest. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return (
    [...counts].reduce(([a, times], [b, more]) => (more > times || (more === times && b > a) ? [b, more] : [a, times]), [0, 0])[0] ?? 0
  );
}
