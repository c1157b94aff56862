import { DEFAULT_SETTINGS } from '../../core/als-settings';
import { METRIC_NAMES, type MetricName } from '../../core/evaluate/metric';
import type { RankerReport } from '../../core/evaluate/report';
import { type Model, type ModelEvaluation, ModelState, TrainedOn } from '../../core/model';
import { EngineName } from '../../core/recommendation';

/** A row of the model registry as plain data. */
export function aModel(given: Partial<Model> = {}): Model {
  return {
    id: 1,
    engine: EngineName.LOCAL,
    trainedOn: TrainedOn.HERE,
    state: ModelState.TRAINED,
    settings: DEFAULT_SETTINGS,
    snapshot: 'a snapshot',
    users: 100,
    items: 50,
    interactions: 2_000,
    metrics: { loss: 12, lossPerInteraction: 0.3 },
    trainedSeconds: 4,
    createdAt: new Date('2026-05-01T10:00:00Z'),
    promotedAt: null,
    format: 1,
    code: '0.1.0 kernel 0123456789ab',
    evaluation: anEvaluation(),
    verdict: 'Not promoted: nobody asked for it.',
    bytes: 1_000,
    error: null,
    curve: [],
    ...given,
  };
}

/** What might have been measured: each metric is `ndcg`, with 0.02 to each side. */
export function anEvaluation({ ndcg = 0.3, live = null }: { readonly ndcg?: number; readonly live?: number | null } = {}): ModelEvaluation {
  const segment = { users: 30, model: every(() => ndcg), popularity: every(() => 0.1) };
  return {
    split: { name: 'last-fifth', parameters: { share: 0.2 }, warnings: [] },
    users: 100,
    lists: 100,
    items: 50,
    trainedSeconds: 2,
    model: ranked(ndcg),
    popularity: ranked(0.1),
    random: ranked(0.01),
    segments: { cold: segment, light: segment, heavy: segment },
    ratioToPopularity: { value: ndcg / 0.1, low: ndcg / 0.12, high: ndcg / 0.08 },
    live: live === null ? null : ranked(live),
    gate: { promote: true, why: 'Promoted: it is better.' },
  };
}

function ranked(value: number): RankerReport {
  return {
    users: 100,
    metrics: every(() => value),
    intervals: every(() => ({ low: value - 0.02, high: value + 0.02 })),
    coverage: 0.5,
    novelty: 6,
    diversity: 0.7,
  };
}

function every<T>(make: () => T): Record<MetricName, T> {
  return Object.fromEntries(METRIC_NAMES.map((name) => [name, make()])) as Record<MetricName, T>;
}
