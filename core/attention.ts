import type { OutboxCount } from './outbox';

/** What may need an operator. */
export enum AttentionCode {
  NO_MODEL = 'NO_MODEL',
  STALE_MODEL = 'STALE_MODEL',
  JOB_FAILED = 'JOB_FAILED',
  IMPORT_FAILED = 'IMPORT_FAILED',
  INTAKE_FALLEN = 'INTAKE_FALLEN',
  CLICK_THROUGH_FALLEN = 'CLICK_THROUGH_FALLEN',
  DISK_FILLING = 'DISK_FILLING',
  UNKNOWN_TITLES = 'UNKNOWN_TITLES',
  PARTITIONS_MISSING = 'PARTITIONS_MISSING',
  NUMBERS_LATE = 'NUMBERS_LATE',
  WEBHOOK_FAILING = 'WEBHOOK_FAILING',
  OUTBOX_STUCK = 'OUTBOX_STUCK',
}

export enum Severity {
  CRITICAL = 'CRITICAL',
  WARNING = 'WARNING',
}

/** What needs an operator, with the page of the console where it is mended. */
export interface Attention {
  readonly code: AttentionCode;
  readonly severity: Severity;
  /** A few words. */
  readonly title: string;
  /** What is wrong and what to do, in a sentence or two. */
  readonly text: string;
  /** A path below /admin. */
  readonly remedy: string;
}

/** One that stands, or stood. */
export interface Alert extends Attention {
  readonly id: number;
  readonly since: Date;
  readonly endedAt: Date | null;
}

/** What the rules go by. Shares are between 0 and 1. */
export const THRESHOLDS = {
  /** Fewer interactions than this are nothing to train on. */
  modelInteractions: 1_000,
  staleDays: 30,
  /** So many new interactions, as a share of those it learned from, make a model stale earlier. */
  staleShare: 0.3,
  /** Below this share of the events of the same hours a week before. */
  intakeShare: 0.5,
  intakeCriticalShare: 0.1,
  /** Fewer events than this a week before say nothing. */
  intakeEvents: 200,
  /** Below this share of the click-through of a week before, when that is no chance. */
  clickThroughShare: 0.7,
  clickThroughImpressions: 500,
  /** Standard errors. */
  clickThroughErrors: 3,
  diskShare: 0.15,
  diskCriticalShare: 0.05,
  diskDays: 14,
  unknownEvents: 20,
  lateMinutes: 10,
  webhookFailures: 3,
  outboxMinutes: 15,
} as const;

/** What is known when the rules are asked. */
export interface AttentionFacts {
  readonly now: Date;
  readonly model: { readonly id: number; readonly createdAt: Date; readonly interactions: number } | null;
  /** Distinct pairs of a person and a title, about. */
  readonly interactions: number;
  /** Kinds of work whose last run failed. */
  readonly failedJobs: readonly { readonly id: number; readonly name: string; readonly error: string | null }[];
  /** The last two whole hours, and the same a week before. */
  readonly intake: { readonly events: number; readonly before: number };
  /** The last 24 hours, and the same a week before. */
  readonly clicks: Clicks & { readonly before: Clicks };
  readonly disk: { readonly freeBytes: number; readonly bytes: number; readonly grownBytesADay: number } | null;
  /** The most frequent titles of the last day that nobody knows, and how many events named any. */
  readonly unknown: { readonly events: number; readonly references: readonly string[] };
  readonly missingPartitions: readonly string[];
  /** Up to when events are counted; null: never yet. */
  readonly countedUntil: Date | null;
  readonly webhook: { readonly failures: number; readonly error: string | null } | null;
  readonly outbox: readonly OutboxCount[];
}

interface Clicks {
  readonly impressions: number;
  readonly clicked: number;
}
