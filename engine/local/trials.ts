import { bestPlaces, type Rung, sameStrength } from '../../core/evaluate/halving';
import type { MetricName, Metrics } from '../../core/evaluate/metric';
import { type Split, withFewerCases } from '../../core/evaluate/split';
import { meansOf } from '../../core/evaluate/tally';
import type { AlsSettings } from '../../core/model';
import { judgeSettings } from './judge-settings';

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
  readonly split: Split;
  readonly metric?: MetricName;
  readonly seed: number;
  readonly threads?: number;
  /** Iterations that will be made in all. */
  readonly work: number;
  readonly onProgress?: (fraction: number, message: string) => void;
  readonly signal?: AbortSignal;
}

type Depth = Pick<Rung, 'iterations' | 'people'> & { readonly checkpoints?: readonly number[] };

/** Makes trials on one validation split, and keeps them. */
export interface Trials {
  /** Trains settings as they are. */
  judge(settings: AlsSettings, depth: Depth): Promise<Attempt[]>;
  /** Trains settings whose regularisation is as for an exponent of 1. */
  try(drawn: AlsSettings, depth: Depth): Promise<Attempt[]>;
  readonly made: readonly Trial[];
}

/** No trials yet. */
export function createTrials({ split, metric = 'ndcg@10', seed, work, onProgress, signal, ...threads }: TrialsOptions): Trials {
  const made: Trial[] = [];
  let done = 0;
  let best = 0;
  const run = async (drawn: AlsSettings, settings: AlsSettings, { iterations, people, checkpoints = [] }: Depth): Promise<Attempt[]> => {
    signal?.throwIfAborted();
    const fewer = withFewerCases(split, people, seed);
    const whole = { ...settings, iterations };
    const judged = await judgeSettings({ split: fewer, settings: whole, checkpoints, ...threads, ...(signal ? { signal } : {}) });
    const attempts = judged.map((each): Attempt => {
      const metrics = meansOf(each.values);
      return {
        drawn,
        trial: { settings: each.settings, lists: fewer.cases.length, metrics, seconds: each.seconds },
        value: metrics[metric],
      };
    });
    made.push(...attempts.map(({ trial }) => trial));
    done += iterations;
    best = Math.max(best, bestOf(attempts).value);
    onProgress?.(Math.min(1, done / work), `Search: ${made.length} trials · best ${metric} ${best.toFixed(4)}`);
    return attempts;
  };
  return {
    made,
    judge: (settings, depth) => run(settings, settings, depth),
    try: (drawn, depth) => run(drawn, scaled(split, drawn), depth),
  };
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

function scaled({ train }: Split, drawn: AlsSettings): AlsSettings {
  return { ...drawn, regularization: drawn.regularization * sameStrength(train, drawn) };
}

function valuesOf(attempts: readonly Attempt[]): number[] {
  return attempts.map(({ value }) => value);
}

function checkpointsBetween(before: number, last: number): number[] {
  const checkpoints: number[] = [];
  for (let iteration = before + CHECKPOINT; iteration < last; iteration += CHECKPOINT) checkpoints.push(iteration);
  return checkpoints;
}
