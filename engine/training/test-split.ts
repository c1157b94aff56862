import { type Split, withFewerCases } from '../../core/evaluate/split';
import { byTime, lastFifth } from '../../core/evaluate/timed-split';
import type { TimedMatrix } from '../../core/interaction-matrix';
import type { NamedMatrix } from './matrix-rows';
import { somePeople } from './people-sample';

/** Of more interactions people are drawn: so many tell settings apart, and memory has room for the rest. */
export const MOST_ENTRIES = 2_000_000;
/** People asked about, at most: with so many the interval of NDCG@10 is under 0.01 wide. */
const MOST_CASES = 10_000;
/** A split by time that asks about fewer people, or about fewer of them all, says too little; then the newest fifth of each person is asked for. */
const FEWEST = 20;
const LEAST_SHARE = 0.1;
const SEED = 1;

/** What settings are measured by, and the people that it is of. */
export interface TestSplit {
  readonly named: NamedMatrix;
  readonly split: Split<TimedMatrix>;
}

/**
 * Parts the newest fifth of everything from what came before. Where that asks about too few (of MovieLens small about 28 of 610 people, whose
 * NDCG@10 is known to a factor of three), the newest fifth of each person.
 */
export function testSplit(whole: NamedMatrix): TestSplit {
  const named = somePeople(whole, MOST_ENTRIES, SEED);
  const timed = byTime(named.matrix);
  const enough = Math.max(FEWEST, LEAST_SHARE * named.matrix.rows);
  const split = timed.cases.length >= enough ? timed : lastFifth(named.matrix);
  return { named, split: noted(withFewerCases(split, MOST_CASES, SEED), whole, named) };
}

function noted(split: Split<TimedMatrix>, { matrix: all }: NamedMatrix, { matrix }: NamedMatrix): Split<TimedMatrix> {
  if (matrix === all) return split;
  const drawn = `Of ${all.rows} people ${matrix.rows} were drawn, with ${matrix.column.length} of ${all.column.length} interactions.`;
  return { ...split, warnings: [...split.warnings, drawn] };
}
