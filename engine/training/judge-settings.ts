import { compacted } from '../../core/evaluate/matrix-part';
import { popularityRanker, type Ranker } from '../../core/evaluate/ranker';
import type { Split } from '../../core/evaluate/split';
import { type CaseValues, type HitCount, newHitCount } from '../../core/evaluate/tally';
import type { AlsSettings } from '../../core/model';
import type { Steps } from '../../core/steps';
import { unhurried } from '../local/unhurried';
import { modelRanker } from './model-ranker';
import { trainMatrix } from './train-matrix';

interface JudgeRequest {
  readonly split: Split;
  readonly settings: AlsSettings;
  /** Iterations after which to judge beside the last one. */
  readonly checkpoints?: readonly number[];
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/** What settings are worth after so many iterations: one value of each metric for each case. */
export interface Judged {
  readonly settings: AlsSettings;
  readonly values: CaseValues;
  /** Seconds of training, up to here. */
  readonly seconds: number;
}

/** Trains once and ranks for every case as a request does, at the checkpoints and at the end. Throws what `signal` was aborted with. */
export async function judgeSettings({ split, settings, checkpoints = [], threads, signal }: JudgeRequest): Promise<Judged[]> {
  const { train, cases } = split;
  const fallback = popularityRanker(train);
  const compact = compacted(train);
  const judged: Judged[] = [];
  let started = performance.now();
  const judge = async (items: Float32Array, iterations: number): Promise<void> => {
    const from = performance.now();
    const seconds = (from - started) / 1000;
    const hits = newHitCount(cases.length, train.columns);
    await unhurried(counting(split, { ranker: modelRanker({ train, compact, items, settings, fallback }), hits, signal }));
    judged.push({ settings: { ...settings, iterations }, values: hits.values, seconds });
    started += performance.now() - from;
  };
  const { items } = await trainMatrix({
    matrix: compact.matrix,
    settings,
    ...(threads === undefined ? {} : { threads }),
    onIteration: async ({ iteration }, factors) => {
      signal?.throwIfAborted();
      if (iteration < settings.iterations && checkpoints.includes(iteration)) await judge(factors().items, iteration);
    },
  });
  await judge(items, settings.iterations);
  return judged;
}

interface Counting {
  readonly ranker: Ranker;
  readonly hits: HitCount;
  readonly signal: AbortSignal | undefined;
}

function* counting({ cases }: Split, { ranker, hits, signal }: Counting): Steps<void> {
  for (const [at, asked] of cases.entries()) {
    signal?.throwIfAborted();
    hits.add(at, asked, ranker(asked));
    yield;
  }
}
