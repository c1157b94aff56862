import { ErrorCode } from './errors';
import { EventType } from './event';
import { eventKey } from './event-key';
import { readTime } from './event-time';
import { isPastEnd } from './ranges';
import { parseReference, type Reference } from './user';

/** An event that was found good; its title and user are still to be looked up. */
export interface CheckedEvent {
  readonly id: string;
  /** `id` as the 16 bytes by which a retry is known. */
  readonly key: string;
  readonly type: EventType;
  readonly occurredAt: Date;
  readonly title: Reference | null;
  readonly user: Reference | null;
  readonly titles: readonly Reference[] | null;
  readonly playId: string | null;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  readonly mediaSeconds: number | null;
  readonly value: number | null;
  readonly recommendationId: string | null;
  readonly rank: number | null;
}

/** Why an event was refused: the message says what was expected and what kind of thing came, never a whole value. */
export interface EventFault {
  readonly code: ErrorCode;
  readonly field: string;
  readonly message: string;
}

/** The server's clock and what is known of the client's. */
export interface EventClock {
  /** When the request came in. */
  readonly now: Date;
  /** Added to what the client's clock said, in milliseconds; see `clockSkew`. */
  readonly skewMs: number;
}

/** The most titles that one impression may name. */
export const MOST_TITLE_IDS = 200;
const LONGEST_ID = 200;
const LONGEST_REFERENCE = 233;
const LONGEST_SECONDS = 1_000_000;
const LONGEST_INTERVAL = 86_400;
const LEAST_VALUE = 0.5;
const MOST_VALUE = 5;
const MOST_RANK = 1_000_000;
/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;
const TYPES: ReadonlySet<unknown> = new Set(Object.values(EventType));

class Refusal extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Judges one event of which nothing is believed: JSON of `POST /events`, or an object that GraphQL has coerced. */
export function checkEvent(given: unknown, clock: EventClock): CheckedEvent | EventFault {
  try {
    return readEvent(given, clock);
  } catch (error) {
    if (error instanceof Refusal) return { code: ErrorCode.BAD_INPUT, field: error.field, message: error.message };
    throw error;
  }
}

/** True for what `checkEvent` refused. */
export function isFault(judged: CheckedEvent | EventFault): judged is EventFault {
  return 'code' in judged;
}

/** The id to answer with: the event's own where it has one. */
export function idOf(given: unknown): string {
  const id = typeof given === 'object' && given !== null ? (given as { id?: unknown }).id : null;
  return typeof id === 'string' ? id.slice(0, LONGEST_ID) : '';
}

/** The fault of an interval that reaches more than 5 % past the end of a title of `titleSeconds`; null when it fits. */
export function checkLength(event: CheckedEvent, titleSeconds: number | null): EventFault | null {
  const mediaSeconds = event.mediaSeconds ?? titleSeconds;
  if (event.toSeconds === null || mediaSeconds === null || !isPastEnd(event.toSeconds, mediaSeconds)) return null;
  const message = `Expected toSeconds at most 5 % past the end of ${mediaSeconds} s, got ${event.toSeconds}; send mediaSeconds when this play is of another length.`;
  return { code: ErrorCode.BAD_INPUT, field: 'toSeconds', message };
}

function readEvent(input: unknown, clock: EventClock): CheckedEvent {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) refuse('event', 'an object', input);
  const given = input as Readonly<Record<string, unknown>>;
  const id = text(given, 'id') ?? refuse('id', `a text of 1 to ${LONGEST_ID} characters`, given.id);
  if (!TYPES.has(given.type)) refuse('type', `one of ${[...TYPES].join(', ')}`, given.type);
  const type = given.type as EventType;
  const title = reference(given.titleId, 'titleId');
  if (title === null && type !== EventType.IMPRESSION) refuse('titleId', `the id of a title for a ${type}`, given.titleId);
  const titles = references(given.titleIds);
  if (type === EventType.IMPRESSION && titles === null && title === null)
    refuse('titleIds', `1 to ${MOST_TITLE_IDS} ids of the titles that were shown`, given.titleIds);
  return {
    id,
    key: eventKey(id),
    type,
    occurredAt: time(given.occurredAt, clock),
    title,
    user: reference(given.userId, 'userId'),
    titles,
    playId: text(given, 'playId'),
    ...interval(given, type),
    value:
      number(given, 'value', LEAST_VALUE, MOST_VALUE) ??
      (type === EventType.RATING ? refuse('value', 'a rating of 0.5 to 5', given.value) : null),
    recommendationId: text(given, 'recommendationId'),
    rank: rank(given),
  };
}

function interval(given: Readonly<Record<string, unknown>>, type: EventType) {
  const fromSeconds = number(given, 'fromSeconds', 0, LONGEST_SECONDS);
  const toSeconds = number(given, 'toSeconds', 0, LONGEST_SECONDS);
  const mediaSeconds = number(given, 'mediaSeconds', 0, LONGEST_SECONDS);
  if (mediaSeconds === 0) refuse('mediaSeconds', 'a length above 0 seconds', 0);
  if (type !== EventType.WATCH_INTERVAL) return { fromSeconds, toSeconds, mediaSeconds };
  if (fromSeconds === null) return refuse('fromSeconds', 'the second at which the interval begins', given.fromSeconds);
  if (toSeconds === null) return refuse('toSeconds', 'the second at which the interval ends', given.toSeconds);
  if (toSeconds <= fromSeconds) refuse('toSeconds', `an end after fromSeconds (${fromSeconds})`, toSeconds);
  if (toSeconds - fromSeconds > LONGEST_INTERVAL)
    refuse('toSeconds', `an interval of at most ${LONGEST_INTERVAL} s`, toSeconds - fromSeconds);
  return { fromSeconds, toSeconds, mediaSeconds };
}

function time(value: unknown, clock: EventClock): Date {
  const read = readTime(value, clock);
  return read instanceof Date ? read : refuse('occurredAt', read.expected, value);
}

function number(given: Readonly<Record<string, unknown>>, field: string, least: number, most: number): number | null {
  const value = given[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !(value >= least && value <= most)) return refuse(field, `a number from ${least} to ${most}`, value);
  return value;
}

function rank(given: Readonly<Record<string, unknown>>): number | null {
  const value = number(given, 'rank', 0, MOST_RANK);
  return value === null || Number.isInteger(value) ? value : refuse('rank', 'a whole number', value);
}

function text(given: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = given[field];
  if (value === undefined || value === null) return null;
  const fits = typeof value === 'string' && value.length > 0 && value.length <= LONGEST_ID && !UNSTORABLE.test(value);
  return fits ? value : refuse(field, `a text of 1 to ${LONGEST_ID} characters without NUL`, value);
}

function reference(value: unknown, field: string): Reference | null {
  if (value === undefined || value === null) return null;
  const named = typeof value === 'number' ? String(value) : value;
  const parsed = typeof named === 'string' && named.length <= LONGEST_REFERENCE && !UNSTORABLE.test(named) ? parseReference(named) : null;
  return parsed ?? refuse(field, 'an id of ours or source:id, for example movielens:318', value);
}

function references(value: unknown): readonly Reference[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_TITLE_IDS)
    return refuse('titleIds', `a list of 1 to ${MOST_TITLE_IDS} ids`, value);
  return value.map((one, index) => reference(one, `titleIds[${index}]`) ?? refuse(`titleIds[${index}]`, 'the id of a title', one));
}

function refuse(field: string, expected: string, got: unknown): never {
  throw new Refusal(field, `Expected ${expected}, got ${shown(got)}.`);
}

/** What came, described: numbers as they are, anything else by its kind and size, so that no secret is repeated. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value.includes('\u0000') ? 'a text with NUL' : `a text of ${value.length} characters`;
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}
