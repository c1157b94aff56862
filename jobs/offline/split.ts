import { type GivenNegatives, givenSplit } from '../../core/evaluate/given-split';
import type { Split } from '../../core/evaluate/split';
import { byTime, lastFifth, leaveLastOut } from '../../core/evaluate/timed-split';
import type { InteractionMatrix, TimedMatrix } from '../../core/interaction-matrix';
import { type PairMatrix, pairMatrix } from '../../core/plain/pair-matrix';
import { addPair, NO_TIME, type PairStore, pairStore } from '../../core/plain/pair-store';
import type { EvaluateOptions, SPLITS } from './evaluate-options';
import type { Plain } from './interactions';
import { WorkFault } from './usage';

type SplitName = (typeof SPLITS)[number];

const MAKE: Readonly<Record<SplitName, (matrix: TimedMatrix, seed: number) => Split<TimedMatrix>>> = {
  'last-fifth': (matrix, seed) => lastFifth(matrix, { seed }),
  time: (matrix) => byTime(matrix),
  'leave-last-out': (matrix, seed) => leaveLastOut(matrix, { seed }),
};

const NOBODY: Readonly<Record<SplitName, string>> = {
  'last-fifth': 'nobody has five interactions or more',
  time: 'nobody has interactions both before and after the moment from which the newest fifth lies',
  'leave-last-out': 'nobody has two interactions or more',
};

const CHANCE = 'No interaction has a timestamp, so what is held out of each person is drawn by chance.';

/** The split that was asked for, its weights multiplied by alpha. Throws WorkFault where nobody can be asked about. */
export function splitOf(
  { parts, negatives }: Plain,
  options: EvaluateOptions,
  { alpha, seed }: { readonly alpha: number; readonly seed: number },
): Split<TimedMatrix> {
  const [train, test] = parts;
  if (train === undefined) throw new Error('Nothing was read.');
  const matrix = weighted(train.matrix, alpha);
  if (options.interactions === undefined) {
    const split = givenSplit({ train: matrix, test: testPart(train, test, negatives), ...(negatives && { negatives }) });
    if (split.cases.length === 0) throw new WorkFault('The test part asks about nobody.');
    return split;
  }
  const name = options.split ?? 'last-fifth';
  if (name === 'time' && !train.timed) throw new WorkFault(`${options.interactions} has no timestamps, so it cannot be split by time.`);
  const split = MAKE[name](matrix, seed);
  if (split.cases.length === 0) throw new WorkFault(`Nobody can be asked about: ${NOBODY[name]}.`);
  return train.timed ? split : { ...split, warnings: [...split.warnings, CHANCE] };
}

/** How a search holds out its own validation part: as the test part is. */
export function validationOf({ split, negatives }: EvaluateOptions, seed: number): (matrix: TimedMatrix) => Split<TimedMatrix> {
  return (matrix) => MAKE[split ?? (negatives === undefined ? 'last-fifth' : 'leave-last-out')](matrix, seed);
}

/** The same pairs with their weights multiplied. */
export function weighted(matrix: TimedMatrix, alpha: number): TimedMatrix {
  return alpha === 1 ? matrix : { ...matrix, weight: matrix.weight.map((weight) => weight * alpha) };
}

/** Without times where either part has none; what the negatives ask about where there is no test part. */
function testPart(train: PairMatrix, test: PairMatrix | undefined, negatives: Plain['negatives']): InteractionMatrix {
  const { matrix, timed } = test ?? pairMatrix(askedPairs(negatives ?? []), train.matrix);
  if (train.timed && timed) return matrix;
  const { time: _, ...untimed } = matrix;
  return untimed;
}

function askedPairs(lists: readonly GivenNegatives[]): PairStore {
  const pairs = pairStore();
  for (const { user, item } of lists) addPair(pairs, user, item, 1, NO_TIME);
  return pairs;
}
