import { compare } from '../../core/evaluate/bootstrap';
import { type Compact, compacted } from '../../core/evaluate/matrix-part';
import { popularityRanker, type Ranker, randomRanker } from '../../core/evaluate/ranker';
import type { EvaluationReport } from '../../core/evaluate/report';
import { peopleIn, segmentsOf } from '../../core/evaluate/segment';
import type { Split } from '../../core/evaluate/split';
import { type CaseValues, type Catalogue, newTally, type Tally } from '../../core/evaluate/tally';
import { type Distance, factorDistance, genreDistance } from '../../core/evaluate/variety';
import { likesPerColumn } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import type { Steps } from '../../core/steps';
import { unhurried } from '../local/unhurried';
import { type FactorPlaces, modelRanker } from './model-ranker';
import { trainMatrix } from './train-matrix';

/** Factors of the titles of a split, a row for each of `columns`, x k. */
export interface SplitFactors extends FactorPlaces {
  readonly items: Float32Array;
}

export interface EvaluateRequest {
  readonly split: Split;
  readonly settings: AlsSettings;
  /** Threads that train; see `trainMatrix`. */
  readonly threads?: number;
  /** Of chance: the random lists and the bootstrap. Default 1. */
  readonly seed?: number;
  /** Factors that were trained elsewhere with these settings; left out: trained here on the train part. */
  readonly factors?: SplitFactors;
  /** Genres of each column; where given, diversity is told by them. */
  readonly genres?: readonly (readonly string[])[];
  /** 0 to 1, with a short sentence. */
  readonly onProgress?: (fraction: number, message: string) => void;
  /** Ends the work between iterations and between people. */
  readonly signal?: AbortSignal;
}

export type { CaseValues } from '../../core/evaluate/tally';

export interface Evaluation {
  readonly report: EvaluationReport;
  readonly factors: SplitFactors;
  /** One value for each case of the split, in its order. */
  readonly perUser: { readonly model: CaseValues; readonly popularity: CaseValues; readonly random: CaseValues };
}

/**
 * Trains on the train part and ranks for each case as a request does: the past is folded in, its titles are left out. Someone of whom
 * nothing liked is known gets what is popular. Throws what `signal` was aborted with.
 */
export async function evaluateSettings(request: EvaluateRequest): Promise<Evaluation> {
  const { split, settings, seed = 1, genres } = request;
  const { train, cases } = split;
  const compact = compacted(train);
  const { seconds: trainedSeconds, ...factors } = request.factors ? { ...request.factors, seconds: 0 } : await trainPart(compact, request);
  const fallback = popularityRanker(train);
  const catalogue: Catalogue = {
    items: train.columns,
    people: compact.matrix.rows,
    likes: likesPerColumn(train),
    distance: genres ? genreDistance(genres) : distanceOf(factors, settings.k),
  };
  const contenders = {
    model: contender(modelRanker({ train, compact: factors, items: factors.items, settings, fallback }), split, catalogue),
    popularity: contender(fallback, split, catalogue),
    random: contender(randomRanker(train, seed), split, catalogue),
  };
  await unhurried(ranking(request, Object.values(contenders)));
  const users = peopleIn(cases);
  const values = {
    model: contenders.model.tally.values,
    popularity: contenders.popularity.tally.values,
    random: contenders.random.tally.values,
  };
  const report: EvaluationReport = {
    split: { name: split.name, parameters: split.parameters, warnings: split.warnings },
    users,
    lists: cases.length,
    items: train.columns,
    trainedSeconds,
    model: contenders.model.tally.report(users, seed),
    popularity: contenders.popularity.tally.report(users, seed),
    random: contenders.random.tally.report(users, seed),
    segments: segmentsOf({ train, cases, ...values }),
    ratioToPopularity: compare(values.model['ndcg@10'], values.popularity['ndcg@10'], { seed }).ratio,
  };
  return { report, factors, perUser: values };
}

/** Half of the time goes into training, as far as the bar is concerned. */
const TRAINING_PART = 0.5;

async function trainPart(
  { matrix, columns, placeOf }: Compact,
  { settings, threads, onProgress, signal }: EvaluateRequest,
): Promise<SplitFactors & { readonly seconds: number }> {
  signal?.throwIfAborted();
  const { items, seconds } = await trainMatrix({
    matrix,
    settings,
    ...(threads === undefined ? {} : { threads }),
    onIteration: ({ iteration }) => {
      signal?.throwIfAborted();
      onProgress?.(
        (TRAINING_PART * iteration) / settings.iterations,
        `Evaluation: iteration ${iteration} of ${settings.iterations} on the part to learn from`,
      );
    },
  });
  return { columns, placeOf, items, seconds };
}

/** Told by factors; a title without any is unlike every other. */
function distanceOf({ placeOf, items }: SplitFactors, k: number): Distance {
  const distance = factorDistance(items, k);
  return (a, b) => {
    const [first, second] = [placeOf[a] as number, placeOf[b] as number];
    return first < 0 || second < 0 ? 1 : distance(first, second);
  };
}

interface Contender {
  readonly ranker: Ranker;
  readonly tally: Tally;
}

function contender(ranker: Ranker, { cases }: Split, catalogue: Catalogue): Contender {
  return { ranker, tally: newTally(cases.length, catalogue) };
}

function* ranking({ split, onProgress, signal }: EvaluateRequest, contenders: readonly Contender[]): Steps<void> {
  const { cases } = split;
  const stride = Math.max(1, Math.round(cases.length / 20));
  for (const [at, asked] of cases.entries()) {
    signal?.throwIfAborted();
    for (const { ranker, tally } of contenders) tally.add(at, asked, ranker(asked));
    if (at % stride === 0)
      onProgress?.(TRAINING_PART + ((1 - TRAINING_PART) * at) / cases.length, `Evaluation: list ${at + 1} of ${cases.length}`);
    yield;
  }
  onProgress?.(1, `Evaluation: ${cases.length} lists`);
}
