import { badInput } from '../errors';
import type { InteractionMatrix, TimedMatrix } from '../interaction-matrix';
import { columnsIn, likedIn } from './matrix-part';
import type { EvaluationCase, Split } from './split';

/** One held-out title and those among which it is ranked, as columns. */
export interface GivenNegatives {
  readonly user: number;
  readonly item: number;
  readonly negatives: Int32Array;
}

interface GivenParts<Matrix> {
  readonly train: Matrix;
  /** Rows and columns are those of `train`. */
  readonly test: InteractionMatrix | TimedMatrix;
  readonly negatives?: readonly GivenNegatives[];
}

/** A swapped pair of parts has several times more to test than to learn from. */
const MOST_TEST_SHARE = 1.5;

/**
 * A split that was made elsewhere. Pairs that stand in both parts are not asked for, and that is said. Throws BAD_INPUT when the parts look
 * swapped, when nothing in the test part is new, and when nobody in it is known.
 */
export function givenSplit<Matrix extends InteractionMatrix>({ train, test, negatives }: GivenParts<Matrix>): Split<Matrix> {
  if (train.rows !== test.rows || train.columns !== test.columns) throw new Error('Train and test part differ in rows or columns.');
  refuseSwapped(train, test);
  const asked = negatives ? askedAmong(negatives) : askedOf(test);
  const cases: EvaluationCase[] = [];
  let overlap = 0;
  let strangers = 0;
  for (const { user, relevant, ...rest } of asked) {
    const past = new Set(columnsIn(train, user));
    const fresh = relevant.filter((column) => !past.has(column));
    overlap += relevant.length - fresh.length;
    if (fresh.length === 0) continue;
    strangers += past.size === 0 ? 1 : 0;
    cases.push({ user, relevant: fresh, ...rest });
  }
  if (overlap > 0 && cases.length === 0)
    throw badInput(
      'test',
      `Everything liked in the test part stands in the train part too: ${counted(overlap, 'pair')}.`,
      'a test part with pairs of its own',
    );
  if (cases.length > 0 && strangers === cases.length)
    throw badInput('test', 'Nobody in the test part has anything in the train part.', 'people of the train part');
  const warnings = [...overlapSaid(overlap), ...strangersSaid(strangers), ...lostSaid(negatives, test)];
  return { name: 'given', parameters: {}, train, cases, warnings };
}

function refuseSwapped(train: InteractionMatrix, test: InteractionMatrix | TimedMatrix): void {
  const [learned, tested] = [train.column.length, test.column.length];
  if (tested > MOST_TEST_SHARE * learned)
    throw badInput('test', `The test part has ${tested} pairs, the train part only ${learned}: they look swapped.`, 'a smaller test part');
  if (isTimed(train) && isTimed(test) && testIsOlder(train, test))
    throw badInput('test', 'The test part is older than the train part: they look swapped.', 'a test part that came after the train part');
}

function isTimed(matrix: InteractionMatrix | TimedMatrix): matrix is TimedMatrix {
  return 'time' in matrix;
}

/** True when for nine of ten people who are in both parts everything tested was before everything learned. */
function testIsOlder(train: TimedMatrix, test: TimedMatrix): boolean {
  let both = 0;
  let older = 0;
  for (let row = 0; row < train.rows; row++) {
    const learned = train.time.subarray(train.start[row], train.start[row + 1]);
    const tested = test.time.subarray(test.start[row], test.start[row + 1]);
    if (learned.length === 0 || tested.length === 0) continue;
    both += 1;
    older += most(tested) < least(learned) ? 1 : 0;
  }
  return both > 0 && older >= 0.9 * both;
}

function most(times: Int32Array): number {
  return times.reduce((a, b) => Math.max(a, b));
}

function least(times: Int32Array): number {
  return times.reduce((a, b) => Math.min(a, b));
}

function askedOf(test: InteractionMatrix): EvaluationCase[] {
  return Array.from({ length: test.rows }, (_, user) => ({ user, relevant: likedIn(test, user), negatives: null })).filter(
    ({ relevant }) => relevant.length > 0,
  );
}

// Published sets have people whose own test item is among the sampled negatives: it is one title, and counts once.
function askedAmong(given: readonly GivenNegatives[]): EvaluationCase[] {
  return given.map(({ user, item, negatives }) => ({
    user,
    relevant: Int32Array.of(item),
    negatives: Int32Array.from(new Set(negatives)).filter((column) => column !== item),
  }));
}

function overlapSaid(pairs: number): string[] {
  return pairs === 0 ? [] : [`In both parts, and so not asked for: ${counted(pairs, 'liked pair')}.`];
}

function strangersSaid(lists: number): string[] {
  return lists === 0 ? [] : [`For people without a past in the train part, who get what is popular: ${counted(lists, 'list')}.`];
}

function lostSaid(negatives: readonly GivenNegatives[] | undefined, test: InteractionMatrix): string[] {
  const lost = (negatives ?? []).filter(({ user, item }) => !columnsIn(test, user).includes(item)).length;
  return lost === 0 ? [] : [`To rank among negatives, though not in the test part: ${counted(lost, 'title')}.`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
