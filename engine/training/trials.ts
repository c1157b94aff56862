import { bestPlaces, type Rung, sameStrength } from '../../core/evaluate/halving';
import type { MetricName, Metrics } from '../../core/evaluate/metric';
import { type Split, withFewerCases } from '../../core/evaluate/split';
import { joined, meansOf } from '../../core/evaluate/tally';
import type { AlsSettings } from '../../core/model';
import { type Judged, judgeSettings } from './judge-settings';

/** One training, up to an iteration, and what it was worth. */
export interface Trial {
  readonly settings: AlsSettings;
  /** Lists of the validation part that it was judged by. */
  readonly lists: number;
  readonly metrics: Metrics;
  /** Of training. */
  readonly seconds: number;
}

/** A trial with what it was drawn as and what decides. */
export interface Attempt {
  /** Its regularisation as for an exponent of 1. */
  readonly drawn: AlsSettings;
  readonly trial: Trial;
  readonly value: number;
}

interface TrialsOptions {
  /** Validation parts; each configuration is trained and judged on every one. */
  readonly folds: readonly Split[];
  readonly metric?: MetricName;
  readonly seed: number;
  readonly threads?: number;
  /** Iterations that will be made in all. */
  readonly work: number;
  readonly onProgress?: (fraction: number, message: string) => void;
  readonly signal?: AbortSignal;
}

type Depth = Pick<Rung, 'iterations' | 'people'> & { readonly checkpoints?: readonly number[] };

/** Makes trials on validation parts, and keeps them. */
export interface Trials {
  /** Trains settings as they are. */
  judge(settings: AlsSettings, depth: Depth): Promise<Attempt[]>;
  /** Trains settings whose regularisation is as for an exponent of 1; nothing comes of those that cannot be trained here. */
  try(drawn: AlsSettings, depth: Depth): Promise<Attempt[]>;
  readonly made: readonly Trial[];
}

/** No trials yet. */
export function createTrials({ folds, metric = 'ndcg@10', seed, threads, work, onProgress, signal }: TrialsOptions): Trials {
  const made: Trial[] = [];
  let done = 0;
  let best = 0;
  const options = { ...(threads === undefined ? {} : { threads }), ...(signal ? { signal } : {}) };
  const run = async (drawn: AlsSettings, settings: AlsSettings, { iterations, people, checkpoints = [] }: Depth): Promise<Attempt[]> => {
    const judged: Judged[][] = [];
    for (const fold of folds) {
      signal?.throwIfAborted();
      const split = withFewerCases(fold, people, seed);
      judged.push(await judgeSettings({ split, settings: { ...settings, iterations }, checkpoints, ...options }));
    }
    const attempts = together(judged).map((trial): Attempt => ({ drawn, trial, value: trial.metrics[metric] }));
    made.push(...attempts.map(({ trial }) => trial));
    done += iterations;
    best = Math.max(best, bestOf(attempts).value);
    onProgress?.(Math.min(1, done / work), `Search: ${made.length} trials · best ${metric} ${best.toFixed(4)}`);
    return attempts;
  };
  return {
    made,
    judge: (settings, depth) => run(settings, settings, depth),
    try: (drawn, depth) => run(drawn, scaled(folds, drawn), depth).catch(noneOfUntrainable),
  };
}

// Factors that do not fit into memory and sums that have no solution are a RangeError: such settings are no candidates, but others are.
function noneOfUntrainable(error: unknown): Attempt[] {
  if (error instanceof RangeError) return [];
  throw error;
}

/** What every fold says of the same iterations, as one trial. */
function together(folds: readonly (readonly Judged[])[]): Trial[] {
  const [first = []] = folds;
  return first.map(({ settings }, at) => {
    const judged = folds.flatMap((fold) => fold[at] ?? []);
    const values = joined(judged.map((each) => each.values));
    const seconds = judged.reduce((sum, each) => sum + each.seconds, 0);
    return { settings, lists: values['ndcg@10'].length, metrics: meansOf(values), seconds };
  });
}

/** In the last rung a training is judged after every so many iterations. */
const CHECKPOINT = 2;

/** Takes configurations up the rungs, the better third from each to the next. Answers what the last rung made of the rest. */
export async function climb(trials: Trials, drawn: readonly AlsSettings[], rungs: readonly Rung[]): Promise<readonly Attempt[]> {
  let left = drawn;
  let attempts: Attempt[] = [];
  for (const [at, { configurations, iterations, people }] of rungs.entries()) {
    const before = rungs[at - 1]?.iterations ?? 0;
    const checkpoints = at === rungs.length - 1 ? checkpointsBetween(before, iterations) : [];
    if (at > 0) left = bestPlaces(valuesOf(attempts), configurations).flatMap((place) => attempts[place]?.drawn ?? []);
    attempts = [];
    for (const each of left) attempts.push(...(await trials.try(each, { iterations, people, checkpoints })));
  }
  return attempts;
}

/** The best attempt, of equal ones the first. Throws where there is none. */
export function bestOf(attempts: readonly Attempt[]): Attempt {
  const [place = -1] = bestPlaces(valuesOf(attempts), 1);
  const best = attempts[place];
  if (best === undefined) throw new Error('There is no best of nothing.');
  return best;
}

function scaled([fold]: readonly Split[], drawn: AlsSettings): AlsSettings {
  return fold ? { ...drawn, regularization: drawn.regularization * sameStrength(fold.train, drawn) } : drawn;
}

function valuesOf(attempts: readonly Attempt[]): number[] {
  return attempts.map(({ value }) => value);
}

function checkpointsBetween(before: number, last: number): number[] {
  const checkpoints: number[] = [];
  for (let iteration = before + CHECKPOINT; iteration < last; iteration += CHECKPOINT) checkpoints.push(iteration);
  return checkpoints;
}
