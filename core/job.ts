import type { Curve } from './curve';

export enum JobState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  SUCCEEDED = 'SUCCEEDED',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}

/** How much a line of a log matters. */
export enum JobLogLevel {
  INFO = 'INFO',
  WARN = 'WARN',
  ERROR = 'ERROR',
}

/** One line that a run has said. */
export interface JobLine {
  readonly id: number;
  readonly at: Date;
  readonly level: JobLogLevel;
  readonly text: string;
}

/** Who asked for a run. */
export interface JobStarter {
  /** As it stands in the audit: `operator:3` or `key:7`. */
  readonly actor: string;
  /** Null for one that is gone. */
  readonly name: string | null;
}

/** One run of a background job, kept after it ended. */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly state: JobState;
  /** 0 to 1. */
  readonly progress: number;
  /** What it is doing now, or how it ended, in one short sentence. */
  readonly message: string | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly error: string | null;
  readonly attempts: number;
  readonly cancelRequestedAt: Date | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Of a training: how it came closer so far; empty for other work. */
  readonly curve: Curve;
}

/** Seconds that a run has taken, up to `now` while it runs; null before it began. */
export function secondsOf({ startedAt, finishedAt }: Pick<Job, 'startedAt' | 'finishedAt'>, now: Date): number | null {
  if (startedAt === null) return null;
  return Math.max(0, ((finishedAt ?? now).getTime() - startedAt.getTime()) / 1000);
}
