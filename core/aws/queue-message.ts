/** A message as a queue gives it out. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  /** By which it is removed, good until it is given out again. */
  readonly receipt: string;
}

/** An event of a message, and within whose ids its id is unique. */
export interface QueuedEvent {
  readonly owner: number;
  readonly event: unknown;
}

/** The events of a message, or why there are none; the reason repeats nothing of the message. */
export type ReadMessage = { readonly events: readonly QueuedEvent[] } | { readonly refused: string };

/** Owner of the ids of all events that come by queue: neither a user's id nor that of a key or operator. */
export const QUEUE_OWNER = -1;
/** The most that SQS carries. */
const MOST_BYTES = 1024 * 1024;
const MOST_EVENTS = 1_000;

/**
 * Reads one event or a list of them, alone or in the envelope of SNS. An event without an id gets one from the message, the one that SNS
 * gave it where it came so, since two queues of a topic give the same message different ids. Events that `installation` itself has published
 * keep the owner and the id that they had, so that they are known again.
 */
export function readMessage({ id, body }: Pick<QueueMessage, 'id' | 'body'>, installation: string): ReadMessage {
  if (Buffer.byteLength(body) > MOST_BYTES) return { refused: `Expected a message of at most ${MOST_BYTES} bytes.` };
  const outer = parse(body);
  const notification = notificationOf(outer);
  const content = notification === null ? outer : parse(notification.Message);
  if (content === undefined) return { refused: 'Expected JSON: an event or a list of events.' };
  const given: readonly unknown[] = Array.isArray(content) ? content : [content];
  if (given.length === 0 || given.length > MOST_EVENTS) return { refused: `Expected 1 to ${MOST_EVENTS} events, got ${given.length}.` };
  const name = notification?.MessageId ?? id;
  return { events: given.map((event, index) => queued(event, given.length === 1 ? name : `${name}:${index}`, installation)) };
}

interface Notification {
  readonly MessageId: string;
  readonly Message: string;
}

/** The envelope of SNS where the subscription has no raw delivery. */
function notificationOf(outer: unknown): Notification | null {
  if (!isObject(outer) || outer.Type !== 'Notification') return null;
  const { MessageId, Message } = outer;
  return typeof MessageId === 'string' && typeof Message === 'string' ? { MessageId, Message } : null;
}

function queued(event: unknown, name: string, installation: string): QueuedEvent {
  if (!isObject(event)) return { owner: QUEUE_OWNER, event };
  const row = event.installation === installation && isObject(event.row) ? event.row : null;
  if (row !== null && Number.isSafeInteger(row.owner) && typeof row.id === 'string')
    return { owner: row.owner as number, event: { ...event, id: row.id } };
  return { owner: QUEUE_OWNER, event: event.id === undefined || event.id === null ? { ...event, id: name } : event };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
