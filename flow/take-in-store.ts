import type { QueuedEvent, QueueMessage, ReadMessage } from '../core/aws/queue-message';
import { ErrorCode } from '../core/errors';
import { type EventResult, EventStatus } from '../core/event';
import type { Tracker } from './track';

/** A message and what was read of it. */
export interface Taken {
  readonly message: QueueMessage;
  readonly read: ReadMessage;
}

/** What became of a message. */
export interface Judgement {
  readonly message: QueueMessage;
  /** What of it will never be taken, as it came, and why; null: nothing. */
  readonly refusal: { readonly body: string; readonly reason: string } | null;
  /** False: it was not judged to the end and must come again. */
  readonly stored: boolean;
}

/** What one call of the tracker takes. */
const MOST_EVENTS = 1_000;

/** Stores the events of these messages and judges each message. Throws what the tracker throws; what was stored by then is known again. */
export async function storeEvents(tracker: Tracker, taken: readonly Taken[]): Promise<readonly Judgement[]> {
  const all = taken.flatMap(({ read }) => ('events' in read ? read.events : []));
  const results = new Map<QueuedEvent, EventResult>();
  const store = async ({ owner, events }: Call): Promise<void> => {
    const sent = events.map(({ event }) => event);
    const answers = await tracker.track({ owner, subject: null, mayNameUsers: true, events: sent, sentAt: null, addressHash: null });
    for (const [index, answer] of answers.entries()) {
      const event = events[index];
      if (event) results.set(event, answer);
    }
  };
  await Promise.all(callsOf(all).map(store));
  return taken.map(({ message, read }) => ({ message, stored: true, refusal: refusalOf(message, read, results) }));
}

interface Call {
  readonly owner: number;
  readonly events: QueuedEvent[];
}

function callsOf(events: readonly QueuedEvent[]): readonly Call[] {
  const calls: Call[] = [];
  const open = new Map<number, Call>();
  for (const event of events) {
    const last = open.get(event.owner);
    if (last && last.events.length < MOST_EVENTS) last.events.push(event);
    else {
      const call = { owner: event.owner, events: [event] };
      open.set(event.owner, call);
      calls.push(call);
    }
  }
  return calls;
}

function refusalOf({ body }: QueueMessage, read: ReadMessage, results: ReadonlyMap<QueuedEvent, EventResult>): Judgement['refusal'] {
  if ('refused' in read) return { body, reason: read.refused };
  const bad = read.events.filter((event) => isRefused(results.get(event)));
  const first = bad[0] === undefined ? undefined : results.get(bad[0]);
  if (first === undefined) return null;
  const others = bad.length > 1 ? ` And ${bad.length - 1} more.` : '';
  const kept = bad.length === read.events.length ? body : JSON.stringify(bad.map(({ event }) => event));
  return { body: kept, reason: `${first.field}: ${first.message}${others}` };
}

/** What a forgotten person did before that is dropped, and kept in no other queue either. */
function isRefused(result: EventResult | undefined): boolean {
  return result?.status === EventStatus.REJECTED && result.code !== ErrorCode.CONFLICT;
}
