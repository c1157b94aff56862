import type { EventType } from './event';
import { eventKey } from './event-key';

/** Where accepted events are passed on to. */
export enum OutboxDestination {
  SNS = 'sns',
  PERSONALIZE = 'personalize',
}
export type Destination = `${OutboxDestination}`;

/** An accepted event on its way out: an EventInput that another Kinograph takes in as it is, and beside it what its row here says. */
export interface OutboxEvent {
  /** The same for every delivery, and for no other event: the client's own where that is a UUID. */
  readonly id: string;
  readonly type: EventType;
  readonly occurredAt: string;
  /** `source:externalId`. */
  readonly userId: string;
  /** An external id where the title has one, else ours; left out where the event has none. */
  readonly titleId?: string;
  readonly titleIds?: readonly string[];
  readonly playId?: string;
  readonly fromSeconds?: number;
  readonly toSeconds?: number;
  readonly mediaSeconds?: number;
  readonly value?: number;
  readonly recommendationId?: string;
  readonly rank?: number;
  readonly row: OutboxRow;
}

/** Ids of the database that the event was accepted by. */
export interface OutboxRow {
  /** Within whose ids the client's id is unique. */
  readonly owner: number;
  readonly id: string;
  readonly userId: number;
  readonly titleId?: number;
  readonly titleIds?: readonly number[];
}

/** A row of the outbox that somebody has taken to pass on. */
export interface Outgoing {
  readonly id: number;
  readonly body: OutboxEvent;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

/** How a destination fares. */
export interface OutboxCount {
  readonly destination: Destination;
  /** Events that are still to be passed on. */
  readonly waiting: number;
  /** Since when the oldest of them waits. */
  readonly oldestAt: Date | null;
  /** Events that the destination has refused for good. */
  readonly setApart: number;
  /** Why the newest of those was refused; else why the last try of the oldest that waits failed. */
  readonly failure: string | null;
}

/** The id of an event outside: a UUID is unique by itself, and any other id only among those of its owner. */
export function outgoingId({ id, owner }: Pick<OutboxRow, 'id' | 'owner'>): string {
  return eventKey(id) === id.toLowerCase() ? id : eventKey(`${owner}:${id}`);
}

const FIRST_WAIT_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 60;

/** When to try again after so many tries: a second, doubled each time, at most a minute. */
export function nextTry(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.max(0, attempts - 1)) * 1000);
}
