import { ErrorCode } from '../core/errors';
import { type EventResult, EventStatus } from '../core/event';
import { type CheckedEvent, checkEvent, idOf, isFault } from '../core/event-check';
import { clockSkew } from '../core/event-time';
import type { TrackRequest } from './track';

/** A request whose events have been judged as far as they can be without reading: what is left is still to be stored. */
export interface Judged {
  readonly request: TrackRequest;
  /** One an event, in their order; null where the event is good so far. */
  readonly results: readonly (EventResult | null)[];
  /** The good ones with their places in the request. */
  readonly events: readonly { readonly index: number; readonly event: CheckedEvent }[];
}

/** Judges each event alone: nothing is read, and a bad one harms no other. */
export function judge(request: TrackRequest, now: Date): Judged {
  const skewMs = clockSkew(request.sentAt, now);
  const results: (EventResult | null)[] = [];
  const events: { index: number; event: CheckedEvent }[] = [];
  for (const [index, given] of request.events.entries()) {
    const event = skewMs === null ? SENT_AT : checkEvent(given, { now, skewMs });
    if (isFault(event)) results.push(rejected(idOf(given), event));
    else results.push(null);
    if (!isFault(event)) events.push({ index, event });
  }
  return { request, results, events };
}

const SENT_AT = { code: ErrorCode.BAD_INPUT, field: 'sentAt', message: 'Expected an ISO-8601 time with its zone.' };

/** The result of an event that was refused. */
export function rejected(id: string, { code, field, message }: { code: ErrorCode; field: string; message: string }): EventResult {
  return { id, status: EventStatus.REJECTED, code, field, message };
}
