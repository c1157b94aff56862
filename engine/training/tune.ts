import { alsSettings, DEFAULT_SETTINGS } from '../../core/als-settings';
import { badInput } from '../../core/errors';
import { MOST_PEOPLE, narrowed, type Ranges, type Rung, rungsOf, sameStrength, spread, TUNE_RANGES } from '../../core/evaluate/halving';
import type { MetricName } from '../../core/evaluate/metric';
import type { Split } from '../../core/evaluate/split';
import { lastFifth } from '../../core/evaluate/timed-split';
import type { TimedMatrix } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import { bestOf, climb, createTrials, type Trial } from './trials';

export interface TuneRequest {
  /** The train part alone: what is held out of it for validation never touches a test part. */
  readonly matrix: TimedMatrix;
  /** Where the search starts, and what it keeps of what is not searched. Default: DEFAULT_SETTINGS. */
  readonly base?: AlsSettings;
  /** Default, each: TUNE_RANGES. */
  readonly ranges?: Partial<Ranges>;
  /** Configurations tried, `base` among them: 1 to 100. Default 24. */
  readonly trials?: number;
  /** What decides. Default ndcg@10. */
  readonly metric?: MetricName;
  /** How a validation part is held out; where it asks about few people, once more of the rest. Default: the newest fifth of each person. */
  readonly validation?: (matrix: TimedMatrix) => Split<TimedMatrix>;
  readonly seed?: number;
  readonly threads?: number;
  /** 0 to 1, with a short sentence. */
  readonly onProgress?: (fraction: number, message: string) => void;
  /** Ends the work between iterations and between people. */
  readonly signal?: AbortSignal;
}

export type { Trial } from './trials';

export interface Tuning {
  /** `base` where nothing was better, or nobody could be asked about. */
  readonly best: AlsSettings;
  /** Lists of the validation part; 0 where nobody has enough entries for one. */
  readonly lists: number;
  /** Value of the metric for `best` and for `base`, on the same lists. */
  readonly value: number;
  readonly baseValue: number;
  /** In the order in which they were made. */
  readonly trials: readonly Trial[];
  readonly seconds: number;
}

const MOST_TRIALS = 100;

/**
 * Searches for settings on validation data held out of `matrix`: two brackets of successive halving, the second in a third of the ranges
 * around the best of the first. Throws BAD_INPUT for ranges and trials that are none, and what `signal` was aborted with.
 */
export async function tuneSettings(request: TuneRequest): Promise<Tuning> {
  const { matrix, base = DEFAULT_SETTINGS, trials = 24, validation = (whole) => lastFifth(whole), seed = 1 } = request;
  const ranges: Ranges = { ...TUNE_RANGES, ...request.ranges };
  check(ranges, trials);
  request.signal?.throwIfAborted();
  const started = performance.now();
  const folds = foldsOf(matrix, validation);
  const [split] = folds;
  if (split === undefined) return { best: base, lists: 0, value: 0, baseValue: 0, trials: [], seconds: 0 };
  const narrow = Math.floor(trials / 3);
  const wide = trials - narrow;
  // The second bracket begins where the first was after its first rung.
  const brackets = [rungsOf(wide, ranges.iterations), rungsOf(3 * narrow, ranges.iterations).slice(1)] as const;
  const trainings = createTrials({ ...request, folds, seed, work: workOf(base, brackets.flat()) });
  const asIs = await trainings.judge(base, { iterations: base.iterations, people: MOST_PEOPLE });
  const first = await climb(trainings, [unscaled(split, base), ...spread(ranges, wide - 1, { base, seed })], brackets[0]);
  const around = narrowed(ranges, first.length > 0 ? bestOf(first).drawn : unscaled(split, base));
  const second = narrow === 0 ? [] : await climb(trainings, spread(around, narrow, { base, seed: seed + 1 }), brackets[1]);
  const found = bestOf([...asIs, ...first, ...second]);
  return {
    best: found.trial.settings,
    lists: found.trial.lists,
    value: found.value,
    baseValue: bestOf(asIs).value,
    trials: trainings.made,
    seconds: (performance.now() - started) / 1000,
  };
}

/** With fewer people the best of the trials is mostly the luckiest. */
const ENOUGH_CASES = 2_000;

/** The validation part; where it asks about few people also what came before it, held out of the rest. */
function foldsOf(matrix: TimedMatrix, validation: (matrix: TimedMatrix) => Split<TimedMatrix>): readonly Split<TimedMatrix>[] {
  const last = validation(matrix);
  if (last.cases.length >= ENOUGH_CASES) return [last];
  return [last, validation(last.train)].filter(({ cases }) => cases.length > 0);
}

/** Settings as they were drawn, their regularisation as for an exponent of 1. */
function unscaled({ train }: Split, settings: AlsSettings): AlsSettings {
  return { ...settings, regularization: settings.regularization / sameStrength(train, settings) };
}

function workOf(base: AlsSettings, rungs: readonly Rung[]): number {
  return rungs.reduce((sum, { configurations, iterations }) => sum + configurations * iterations, base.iterations);
}

function check(ranges: Ranges, trials: number): void {
  if (!Number.isInteger(trials) || trials < 1 || trials > MOST_TRIALS)
    throw badInput('trials', 'The number of trials is out of range.', `a whole number from 1 to ${MOST_TRIALS}`);
  for (const [name, { least, most }] of Object.entries(ranges)) {
    alsSettings({ [name]: least }, DEFAULT_SETTINGS, 'ranges');
    alsSettings({ [name]: most }, DEFAULT_SETTINGS, 'ranges');
    if (least > most) throw badInput(`ranges.${name}`, `The least ${name} is more than the most.`, 'a range from least to most');
  }
}
