import { createHash } from 'node:crypto';
import { type Event, EventType } from '../event';
import { WatchClass, watchClass } from '../watch-class';
import { type PersonalizeEventType, playType } from './event-types';

/** One event as Personalize is told of it. */
export interface ToldEvent {
  /** The same however often it is told: what was seen before is not counted again over there. */
  readonly eventId: string;
  readonly type: PersonalizeEventType;
  readonly userId: number;
  /** The title that stands in lists. */
  readonly titleId: number;
  readonly at: Date;
  /** Of a RATING its value, 0.5 to 5; null: none. */
  readonly value: number | null;
}

/** An event of ours with what is needed to tell of it. */
export type Tellable = Pick<Event, 'id' | 'type' | 'userId' | 'occurredAt' | 'playId' | 'value'> & {
  /** Whose ids the event's id is one of. */
  readonly owner: number;
  readonly listedId: number;
  /** Seconds of the title that the person has covered so far, and its length; null: not known. */
  readonly coveredSeconds: number;
  readonly mediaSeconds: number | null;
};

/**
 * What Personalize is told of an event; null where it is told nothing: what was only shown, and what somebody does not know. The many intervals of
 * one play are told as one click, and as one watched once half of the title is covered: their id is of the play and the class.
 */
export function toldOf(event: Tellable): ToldEvent | null {
  const said = saidBy(event);
  if (said === null) return null;
  const { userId, listedId, occurredAt, owner, id, playId } = event;
  const sitting = playId ?? occurredAt.toISOString().slice(0, 10);
  const name = event.type === EventType.WATCH_INTERVAL ? `${userId}/${listedId}/${sitting}/${said}` : `${owner}/${id}`;
  return {
    eventId: uuidOf(name),
    type: said,
    userId,
    titleId: listedId,
    at: occurredAt,
    value: event.type === EventType.RATING ? event.value : null,
  };
}

function saidBy({ type, coveredSeconds, mediaSeconds }: Tellable): PersonalizeEventType | null {
  switch (type) {
    case EventType.CLICK:
      return 'clicked';
    case EventType.WATCH_INTERVAL:
      return playType(watchClass(coveredSeconds, mediaSeconds) ?? WatchClass.CLICKED);
    case EventType.COMPLETED:
      return 'watched';
    case EventType.RATING:
    case EventType.LIKE:
    case EventType.DISLIKE:
      return type;
    case EventType.IMPRESSION:
    case EventType.DONT_KNOW:
      return null;
  }
}

/** A namespace of our own, drawn once: another system's names make other ids. */
const NAMESPACE = Buffer.from('6f1c2b5ad0e94a7d8d0b6c1f2e3a4b5c', 'hex');

/** The UUID of a name in a namespace: version 5 of RFC 9562, from SHA-1. */
export function uuidOf(name: string, namespace: Buffer = NAMESPACE): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** So many events one call takes. */
export const MOST_EVENTS = 10;

/** Things in the batches that one call each takes: of one key, in their order, at most `most`. */
export function batchesOf<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => number,
  most = MOST_EVENTS,
): readonly (readonly Thing[])[] {
  const open = new Map<number, Thing[]>();
  const batches: Thing[][] = [];
  for (const thing of things) {
    const key = keyOf(thing);
    const batch = open.get(key);
    if (batch && batch.length < most) batch.push(thing);
    else {
      const begun = [thing];
      open.set(key, begun);
      batches.push(begun);
    }
  }
  return batches;
}
