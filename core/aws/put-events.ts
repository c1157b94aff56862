import { createHash } from 'node:crypto';
import { type EventInput, EventType } from '../event';
import type { EventFault } from '../event-check';
import { AwsError, invalidInput } from './error';
import { jsonObject, list, number, object, optional, text } from './shape';

const ID = text(200);

/** PutEvents of Amazon Personalize Events, as far as it is answered. */
export const PUT_EVENTS = object({
  trackingId: text(256),
  sessionId: text(180),
  userId: optional(ID),
  eventList: list(
    object({
      eventId: optional(ID),
      eventType: text(256),
      eventValue: optional(number(-Number.MAX_VALUE, Number.MAX_VALUE)),
      itemId: optional(text(256)),
      properties: optional(jsonObject(1_024)),
      sentAt: number(0, Number.MAX_VALUE),
      recommendationId: optional(text(40)),
      impression: optional(list(text(256), 25)),
    }),
    10,
  ),
});

export type PutEvents = ReturnType<typeof PUT_EVENTS>;
type PutEvent = PutEvents['eventList'][number];

/** What `properties` may hold. */
const PROPERTIES = object({
  fromSeconds: optional(number(0, 1_000_000)),
  toSeconds: optional(number(0, 1_000_000)),
  mediaSeconds: optional(number(0, 1_000_000)),
  playId: optional(ID),
  rank: optional(number(0, 1_000_000)),
});

/** Types as the video recommender and Amazon's own data sets have them; with seconds they are intervals, whose coverage then decides. */
const WATCHED: ReadonlySet<string> = new Set(['watched', 'watch', 'completed']);
const CLICKED: ReadonlySet<string> = new Set(['clicked', 'click', 'view']);
const OURS: ReadonlySet<string> = new Set(Object.values(EventType));
/** 1 January 2100: a time behind it is one of milliseconds. */
const LATEST_SECOND = 4_102_444_800;

interface Names {
  /** The person, as the GraphQL API names one. */
  readonly userId: string;
  readonly titleOf: (itemId: string) => string;
}

/** An event of ours with its place in the call. */
export interface PlacedEvent {
  readonly at: number;
  readonly event: Omit<EventInput, 'occurredAt'> & { readonly occurredAt: string };
}

/**
 * A call as events of ours: what each says happened, and beside it an impression of what was shown with it. An event without an id gets one
 * made from all that it says, so that a call that is sent again changes nothing. Throws InvalidInputException that names the member.
 */
export function eventsFrom({ sessionId, userId, eventList }: PutEvents, names: Names): readonly PlacedEvent[] {
  return eventList.flatMap((event, at) => {
    const path = `eventList[${at}]`;
    if (event.sentAt > LATEST_SECOND)
      throw invalidInput(`${path}.sentAt`, 'The time is in milliseconds or lies behind the year 2100.', 'seconds since 1970');
    const id = event.eventId ?? `aws:${hash(JSON.stringify([sessionId, userId ?? null, event]))}`;
    const shared = {
      occurredAt: new Date(event.sentAt * 1000).toISOString(),
      userId: names.userId,
      recommendationId: event.recommendationId ?? null,
    };
    const type = typeOf(event, path);
    const impression = event.impression ?? null;
    const shown = impression && { ...shared, type: EventType.IMPRESSION, titleIds: impression.map(names.titleOf) };
    if (type === EventType.IMPRESSION && shown) return [{ at, event: { ...shown, id } }];
    const told = { ...shared, id, type, ...detailsOf(event, { path, type }), titleId: event.itemId ? names.titleOf(event.itemId) : null };
    return [{ at, event: told }, ...(shown ? [{ at, event: { ...shown, id: `impression:${hash(id)}` } }] : [])];
  });
}

function typeOf({ eventType, properties }: PutEvent, path: string): EventType {
  const name = eventType.toLowerCase();
  const isInterval = properties !== undefined && 'toSeconds' in properties;
  if (WATCHED.has(name)) return isInterval ? EventType.WATCH_INTERVAL : EventType.COMPLETED;
  if (CLICKED.has(name)) return isInterval ? EventType.WATCH_INTERVAL : EventType.CLICK;
  if (OURS.has(name.toUpperCase())) return name.toUpperCase() as EventType;
  throw invalidInput(`${path}.eventType`, 'There is no such type of event.', [...WATCHED, ...CLICKED, ...OURS].join(', '));
}

function detailsOf({ eventValue, properties = {} }: PutEvent, { path, type }: { readonly path: string; readonly type: EventType }) {
  if (eventValue !== undefined && type !== EventType.RATING)
    throw invalidInput(`${path}.eventValue`, 'Only a RATING has a value.', 'no value, or eventType RATING with 0.5 to 5');
  return { ...PROPERTIES(properties, `${path}.properties`), value: eventValue ?? null };
}

const MEMBERS: Readonly<Record<string, string>> = {
  id: 'eventId',
  type: 'eventType',
  occurredAt: 'sentAt',
  titleId: 'itemId',
  value: 'eventValue',
  recommendationId: 'recommendationId',
};

/** The fault of an event of ours as one of the call's; its message says what was expected already. */
export function faultIn({ field, message }: Pick<EventFault, 'field' | 'message'>, at: number): AwsError {
  const shown = field.startsWith('titleIds') ? field.replace('titleIds', 'impression') : (MEMBERS[field] ?? `properties.${field}`);
  return new AwsError('InvalidInputException', `${field === 'userId' ? field : `eventList[${at}].${shown}`}: ${message}`);
}

const hash = (said: string): string => createHash('sha256').update(said).digest('base64url');
