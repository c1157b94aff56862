import { pino } from 'pino';
import type { EventResult } from '../../core/event';
import type { Destination } from '../../core/outbox';
import { createTracker, type Tracker, type TrackRequest } from '../../flow/track';
import type { Database } from '../../store/database';

/** A tracker that says nothing; what it accepts is passed on to `destinations`. */
export function aTracker(database: Database, destinations: readonly Destination[] = []): Tracker {
  return createTracker({ database, log: pino({ level: 'silent' }), clock: () => new Date(), destinations: () => destinations });
}

/** What a viewer's own token sends. */
export function asViewer(userId: number, events: readonly unknown[], given: Partial<TrackRequest> = {}): TrackRequest {
  return { owner: userId, subject: userId, mayNameUsers: false, events, sentAt: null, addressHash: null, ...given };
}

/** What a server key sends. */
export function asKey(events: readonly unknown[], given: Partial<TrackRequest> = {}): TrackRequest {
  return { owner: -2, subject: null, mayNameUsers: true, events, sentAt: null, addressHash: null, ...given };
}

/** Shortly: the status of each, with the field at fault. */
export function statuses(results: readonly EventResult[]): string[] {
  return results.map(({ status, field }) => (field === null ? status : `${status} ${field}`));
}
