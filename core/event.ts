import type { ErrorCode } from './errors';

export enum EventType {
  CLICK = 'CLICK',
  WATCH_INTERVAL = 'WATCH_INTERVAL',
  COMPLETED = 'COMPLETED',
  RATING = 'RATING',
  LIKE = 'LIKE',
  DISLIKE = 'DISLIKE',
  DONT_KNOW = 'DONT_KNOW',
  IMPRESSION = 'IMPRESSION',
}

/** An event as a client sends it; nothing in it is believed until `checkEvent` has judged it. */
export interface EventInput {
  readonly id: string;
  readonly type: EventType;
  readonly occurredAt: Date;
  readonly titleId?: string | null;
  readonly playId?: string | null;
  readonly fromSeconds?: number | null;
  readonly toSeconds?: number | null;
  readonly mediaSeconds?: number | null;
  readonly value?: number | null;
  readonly userId?: string | null;
  readonly recommendationId?: string | null;
  readonly rank?: number | null;
  readonly titleIds?: readonly string[] | null;
}

/** A stored event: a row of the append-only log. */
export interface Event {
  /** Order of the log; within one person's events it is the order in which they were applied. */
  readonly sequence: number;
  readonly id: string;
  readonly type: EventType;
  readonly userId: number;
  readonly titleId: number | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly playId: string | null;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  readonly mediaSeconds: number | null;
  readonly value: number | null;
  readonly recommendationId: string | null;
  readonly rank: number | null;
  readonly titleIds: readonly number[] | null;
}

export enum EventStatus {
  ACCEPTED = 'ACCEPTED',
  DUPLICATE = 'DUPLICATE',
  REJECTED = 'REJECTED',
}

/** What became of one event, in the order in which they were sent. */
export interface EventResult {
  readonly id: string;
  readonly status: EventStatus;
  readonly code: ErrorCode | null;
  readonly field: string | null;
  readonly message: string | null;
}
