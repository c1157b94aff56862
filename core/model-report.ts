import type { Estimate } from './evaluate/bootstrap';
import { METRIC_NAMES, type MetricName } from './evaluate/metric';
import type { EvaluationReport, RankerReport, SegmentReport } from './evaluate/report';
import type { ModelEvaluation } from './model';

/** What the gate said. */
export enum GateOutcome {
  PASSED = 'PASSED',
  HELD = 'HELD',
}

export type MetricKind = MetricName | 'coverage' | 'novelty' | 'diversity';

/** A number with the middle 95 % of what resampling made of it; null where nobody resampled. */
export interface Measured {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** One metric of a model beside the same metric of others on the same people. */
export interface ReportedMetric extends Measured {
  readonly name: MetricKind;
  readonly popularity: Measured;
  readonly random: Measured;
  /** Of the settings that were live then; null: none were, or these are the same. */
  readonly live: Measured | null;
}

/** People by how much is known of them. */
export interface ReportedSegment {
  readonly name: keyof EvaluationReport['segments'];
  readonly people: number;
  readonly metrics: readonly { readonly name: MetricName; readonly value: number; readonly popularity: number }[];
}

/** What was measured of a model, in the shape that pages show. */
export interface ModelReport {
  readonly split: {
    readonly name: string;
    readonly parameters: readonly { readonly name: string; readonly value: number }[];
    readonly warnings: readonly string[];
  };
  readonly people: number;
  readonly lists: number;
  readonly titles: number;
  readonly trainedSeconds: number;
  readonly metrics: readonly ReportedMetric[];
  readonly segments: readonly ReportedSegment[];
  readonly ratioToPopularity: Estimate | null;
  readonly gate: { readonly outcome: GateOutcome; readonly text: string };
}

/** An evaluation as pages show it: metric by metric with those beside it. */
export function reportOf(evaluation: ModelEvaluation): ModelReport {
  const { split, users, lists, items, trainedSeconds, model, popularity, random, live, segments, ratioToPopularity, gate } = evaluation;
  const metric = (name: MetricKind): ReportedMetric => ({
    name,
    ...measured(model, name),
    popularity: measured(popularity, name),
    random: measured(random, name),
    live: live && measured(live, name),
  });
  return {
    split: { ...split, parameters: Object.entries(split.parameters).map(([name, value]) => ({ name, value })) },
    people: users,
    lists,
    titles: items,
    trainedSeconds,
    metrics: [...METRIC_NAMES, ...OF_LISTS].map(metric),
    segments: SEGMENTS.map((name) => segment(name, segments[name])),
    ratioToPopularity,
    gate: { outcome: gate.promote ? GateOutcome.PASSED : GateOutcome.HELD, text: gate.why },
  };
}

const OF_LISTS = ['coverage', 'novelty', 'diversity'] as const;
const SEGMENTS = ['cold', 'light', 'heavy'] as const;

function measured(report: RankerReport, name: MetricKind): Measured {
  if (name === 'coverage' || name === 'novelty' || name === 'diversity') return { value: report[name], low: null, high: null };
  return { value: report.metrics[name], ...report.intervals[name] };
}

function segment(name: ReportedSegment['name'], { users, model, popularity }: SegmentReport): ReportedSegment {
  return { name, people: users, metrics: METRIC_NAMES.map((each) => ({ name: each, value: model[each], popularity: popularity[each] })) };
}
