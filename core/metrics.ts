import type { Alert } from './attention';
import type { EventType } from './event';
import type { JobState } from './job';
import type { Quantiles } from './latency';
import type { MetricsBucket, MetricsPeriod } from './metrics-window';
import type { TitleKind } from './title';

/** Which numbers are asked for. */
export interface MetricsInput {
  readonly period: MetricsPeriod;
  /** IANA name, for hours and days. */
  readonly timeZone: string;
  readonly kind: TitleKind | null;
  /** For what was served only. */
  readonly placement: string | null;
  /** For what was served only. */
  readonly modelId: number | null;
}

/** What lists showed, and what came of it. */
export interface ServedNumbers {
  readonly lists: number;
  readonly titlesServed: number;
  /** Titles of lists that were really seen. */
  readonly impressions: number;
  readonly clicked: number;
  readonly watched: number;
  /** clicked / impressions; null without impressions. */
  readonly clickThrough: number | null;
  /** watched / impressions; null without impressions. */
  readonly watchThrough: number | null;
}

/** The numbers of a stretch of time. */
export interface MetricsNumbers extends ServedNumbers {
  readonly events: number;
  readonly activePeople: number;
  readonly hoursWatched: number;
  readonly distinctTitles: number;
  /** distinct titles served / listed titles; null of an empty catalogue. */
  readonly coverage: number | null;
  readonly recommendationMs: Quantiles | null;
  readonly httpMs: Quantiles | null;
  /** The most sockets that were open at once. */
  readonly sockets: number | null;
}

/** One point of the charts. */
export interface MetricsPoint {
  readonly at: Date;
  readonly now: MetricsNumbers;
  readonly before: MetricsNumbers;
}

export interface MetricsByType {
  readonly type: EventType;
  readonly events: number;
  readonly eventsBefore: number;
}

export interface MetricsByKind {
  readonly kind: TitleKind;
  readonly events: number;
  readonly eventsBefore: number;
  readonly hoursWatched: number;
  readonly served: ServedNumbers;
  readonly servedBefore: ServedNumbers;
}

export interface MetricsByPlacement {
  /** Null: lists that named none. */
  readonly placement: string | null;
  readonly served: ServedNumbers;
  readonly servedBefore: ServedNumbers;
}

export interface MetricsByModel {
  /** Null: lists that no model ranked. */
  readonly modelId: number | null;
  readonly engine: string;
  readonly served: ServedNumbers;
  readonly servedBefore: ServedNumbers;
}

/** A server as it last told of itself. */
export interface ServerProcess {
  readonly id: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly sockets: number;
  readonly subscriptions: number;
  readonly memoryBytes: number;
  /** How late its event loop was, 99th percentile of the last seconds. */
  readonly eventLoopMs: number;
}

export interface JobCount {
  readonly state: JobState;
  /** Of jobs that ended: within the last day. */
  readonly count: number;
}

/** A title that events named and the catalogue does not hold. */
export interface UnknownTitle {
  readonly reference: string;
  readonly events: number;
  readonly lastAt: Date;
}

/** What is so at this moment. */
export interface LiveNumbers {
  readonly processes: readonly ServerProcess[];
  readonly sockets: number;
  readonly subscriptions: number;
  readonly databaseBytes: number | null;
  readonly databaseConnections: number | null;
  /** Of the disk with the embedded database; null elsewhere. */
  readonly diskFreeBytes: number | null;
  readonly diskBytes: number | null;
  readonly jobs: readonly JobCount[];
  /** Of the last two days, the most frequent first. */
  readonly unknownTitles: readonly UnknownTitle[];
}

/** What the roll-up has counted, for one input. */
export interface CountedNumbers {
  readonly period: MetricsPeriod;
  readonly timeZone: string;
  readonly bucket: MetricsBucket;
  readonly from: Date;
  readonly until: Date;
  readonly beforeFrom: Date;
  readonly beforeUntil: Date;
  /** Up to when events are counted; null: the roll-up never ran. */
  readonly countedUntil: Date | null;
  readonly now: MetricsNumbers;
  readonly before: MetricsNumbers;
  readonly series: readonly MetricsPoint[];
  readonly byType: readonly MetricsByType[];
  readonly byKind: readonly MetricsByKind[];
  readonly byPlacement: readonly MetricsByPlacement[];
  readonly byModel: readonly MetricsByModel[];
}

/** All that a dashboard shows. */
export interface Metrics extends CountedNumbers {
  readonly live: LiveNumbers;
  readonly needsAttention: readonly Alert[];
}
