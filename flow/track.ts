import type { Logger } from 'pino';
import { AppError, badInput, ErrorCode } from '../core/errors';
import type { EventResult } from '../core/event';
import type { Destination } from '../core/outbox';
import type { Database } from '../store/database';
import { applyGroup } from './track-group';
import { type Judged, judge } from './track-judge';

/** Events of one call, and in whose name they come. */
export interface TrackRequest {
  /** Within whose ids an event id is unique: a user's id, or a number under 0 for a key or operator. */
  readonly owner: number;
  /** The viewer's own user id; null when the credential names no viewer. */
  readonly subject: number | null;
  /** May name other users, and makes those of unknown external ids. */
  readonly mayNameUsers: boolean;
  /** 1 to 1,000 events, of which nothing is believed. */
  readonly events: readonly unknown[];
  /** The client's clock when it sent them; corrects a wrong one. */
  readonly sentAt: string | Date | null;
  /** Keyed hash of the client's address. */
  readonly addressHash: string | null;
}

/** The intake of events of one process. */
export interface Tracker {
  /**
   * Judges, stores and counts the events, and answers once all that was accepted is committed: a result each, in their order.
   * Throws BAD_INPUT on an empty list, TOO_LARGE on too many, UNAVAILABLE when too much waits already.
   */
  track(request: TrackRequest): Promise<readonly EventResult[]>;
  /** Waits until nothing waits any more. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly judged: Judged;
  resolve(results: readonly EventResult[]): void;
  reject(error: unknown): void;
}

const MOST_EVENTS = 1_000;
/** A larger group is no faster by the event, and holds up whoever waits for it. */
const MOST_IN_GROUP = 2_000;
/** Two took in 24,000 events/s where one took 20,000 (bench/ingest.ts): while PostgreSQL works on one, the next is made ready. */
const MOST_IN_FLIGHT = 2;
const MOST_WAITING = 100_000;

interface Parts {
  readonly database: Database;
  readonly log: Logger;
  readonly clock: () => Date;
  /** To where accepted events are passed on at this moment; nowhere when left out. */
  readonly destinations?: () => readonly Destination[];
}

/** Makes the intake of events of one process: all requests that waited for the last transaction share the next. */
export function createTracker({ database, log, clock, destinations = () => [] }: Parts): Tracker {
  const queue: Waiting[] = [];
  let waitingEvents = 0;
  const inFlight = new Set<Promise<void>>();

  function start(): void {
    if (inFlight.size >= MOST_IN_FLIGHT || queue.length === 0) return;
    const group = takeGroup(queue);
    waitingEvents -= eventsIn(group);
    const settled: Promise<void> = settle(group).finally(() => {
      inFlight.delete(settled);
      start();
    });
    inFlight.add(settled);
  }

  async function settle(group: readonly Waiting[]): Promise<void> {
    try {
      await commit(group);
    } catch (error) {
      log.warn({ err: error, requests: group.length }, 'a group of events failed; trying each request alone');
      for (const request of group) await commit([request]).catch((failure: unknown) => request.reject(failure));
    }
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    const results = await database.db.transaction((db) =>
      applyGroup(
        db,
        group.map(({ judged }) => judged),
        destinations(),
      ),
    );
    for (const [index, { resolve }] of group.entries()) resolve(results[index] ?? []);
  }

  return {
    async track(request) {
      checkCount(request.events.length);
      if (waitingEvents + request.events.length > MOST_WAITING)
        throw new AppError(ErrorCode.UNAVAILABLE, 'Too many events wait to be stored; send these again in a moment.');
      const judged = judge(request, clock());
      return new Promise<readonly EventResult[]>((resolve, reject) => {
        queue.push({ judged, resolve, reject });
        waitingEvents += request.events.length;
        start();
      });
    },
    idle: async () => {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}

function takeGroup(queue: Waiting[]): readonly Waiting[] {
  let events = 0;
  const end = queue.findIndex(({ judged }) => {
    events += judged.results.length;
    return events > MOST_IN_GROUP;
  });
  return queue.splice(0, end === -1 ? queue.length : Math.max(1, end));
}

function eventsIn(group: readonly Waiting[]): number {
  return group.reduce((sum, { judged }) => sum + judged.results.length, 0);
}

function checkCount(count: number): void {
  if (count === 0) throw badInput('events', 'There are no events.', `1 to ${MOST_EVENTS} events`);
  if (count > MOST_EVENTS)
    throw new AppError(ErrorCode.TOO_LARGE, `There are ${count} events in one call.`, {
      field: 'events',
      expected: `1 to ${MOST_EVENTS} events`,
    });
}
