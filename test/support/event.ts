import { randomUUID } from 'node:crypto';
import { EventType } from '../../core/event';
import type { Folded } from '../../core/fold-event';

/** An event as a client would send it: an interval of 10 s of the title, just now. */
export function anEvent(given: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const interval = given.type === undefined ? { fromSeconds: 0, toSeconds: 10 } : {};
  return { id: randomUUID(), type: EventType.WATCH_INTERVAL, occurredAt: new Date().toISOString(), ...interval, ...given };
}

/** A stored event on its way into an interaction: an interval of 10 s of title 1 by user 1 on the first of May. */
export function aFolded(given: Partial<Folded> = {}): Folded {
  const interval = given.type === undefined ? { fromSeconds: 0, toSeconds: 10 } : { fromSeconds: null, toSeconds: null };
  return {
    type: EventType.WATCH_INTERVAL,
    userId: 1,
    titleId: 1,
    occurredAt: new Date('2026-05-01T20:00:00Z'),
    playId: null,
    mediaSeconds: null,
    value: null,
    ...interval,
    ...given,
  };
}
