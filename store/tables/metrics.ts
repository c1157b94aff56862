import { EntitySchema } from 'typeorm';
import { bigint, bytes, defaulting, double, identity, ids, integer, json, key, multirange, nullable, text, time, uuid } from './columns';

/** A quarter of an hour, by its beginning: what every number of the dashboard is a sum of. */
interface OfSlot {
  readonly slot: Date;
}

/** Events that happened, by what they were and by the kind of title. */
export const EVENT_SLOTS = new EntitySchema<
  OfSlot & { readonly type: string; readonly kind: string; readonly events: number; readonly seconds: number }
>({
  name: 'event_slots',
  columns: { slot: key(time), type: key(text), kind: key(text), events: bigint, seconds: double },
});

/** What was shown, and what came of it; an empty placement and a model 0 stand for none. */
interface ServedSlot extends OfSlot {
  readonly placement: string;
  readonly engine: string;
  readonly modelId: number;
  readonly kind: string;
  readonly lists: number;
  readonly titles: number;
  readonly seen: number;
  readonly clicked: number;
  readonly watched: number;
}

export const SERVED_SLOTS = new EntitySchema<ServedSlot>({
  name: 'served_slots',
  columns: {
    slot: key(time),
    placement: key(text),
    engine: key(text),
    modelId: key(bigint),
    kind: key(text),
    lists: defaulting(bigint, 0),
    titles: defaulting(bigint, 0),
    seen: defaulting(bigint, 0),
    clicked: defaulting(bigint, 0),
    watched: defaulting(bigint, 0),
  },
});

/** Distinct people and titles; the kind is empty for all kinds together. */
export const SKETCH_SLOTS = new EntitySchema<OfSlot & { readonly name: string; readonly kind: string; readonly sketch: Buffer }>({
  name: 'sketch_slots',
  columns: { slot: key(time), name: key(text), kind: key(text), sketch: bytes },
});

/** How many answers took how long. */
export const LATENCY_SLOTS = new EntitySchema<OfSlot & { readonly name: string; readonly bins: readonly number[] }>({
  name: 'latency_slots',
  columns: { slot: key(time), name: key(text), bins: ids },
});

/** A number that goes up and down: its most and its last of the slot. */
export const GAUGE_SLOTS = new EntitySchema<OfSlot & { readonly name: string; readonly most: number; readonly last: number }>({
  name: 'gauge_slots',
  columns: { slot: key(time), name: key(text), most: double, last: double },
});

/** A title that a person saw in a list, and what became of it. */
interface StoredSighting {
  readonly userId: number;
  readonly titleId: number;
  readonly recommendationId: string;
  readonly at: Date;
  readonly placement: string;
  readonly engine: string;
  readonly modelId: number;
  readonly kind: string;
  readonly clickedAt: Date | null;
  readonly watchedAt: Date | null;
  readonly playedId: number | null;
  readonly covered: string;
}

export const SIGHTINGS = new EntitySchema<StoredSighting>({
  name: 'sightings',
  columns: {
    userId: key(bigint),
    titleId: key(bigint),
    recommendationId: key(uuid),
    at: time,
    placement: text,
    engine: text,
    modelId: bigint,
    kind: text,
    clickedAt: nullable(time),
    watchedAt: nullable(time),
    playedId: nullable(bigint),
    covered: defaulting(multirange, "'{}'"),
  },
  indices: [{ name: 'sightings_at', columns: ['at'] }],
});

/** An event that names a list which is not written yet. */
export const UNJOINED_EVENTS = new EntitySchema<{
  readonly userId: number;
  readonly titleId: number;
  readonly sequence: number;
  readonly event: unknown;
  readonly until: Date;
}>({
  name: 'unjoined_events',
  columns: { userId: bigint, titleId: key(bigint), sequence: key(bigint), event: json, until: time },
  indices: [{ name: 'unjoined_events_user', columns: ['userId'] }],
});

/** A running server, as it last told of itself. */
export const SERVER_PROCESSES = new EntitySchema<{
  readonly id: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly sockets: number;
  readonly subscriptions: number;
  readonly memoryBytes: number;
  readonly eventLoopMs: number;
}>({
  name: 'server_processes',
  columns: {
    id: key(text),
    startedAt: time,
    seenAt: time,
    sockets: integer,
    subscriptions: integer,
    memoryBytes: bigint,
    eventLoopMs: double,
  },
});

/** A title that events named and the catalogue does not hold. */
export const UNKNOWN_TITLES = new EntitySchema<{
  readonly day: Date;
  readonly reference: string;
  readonly events: number;
  readonly lastAt: Date;
}>({
  name: 'unknown_titles',
  columns: { day: key(time), reference: key(text), events: bigint, lastAt: time },
});

/** Something that needs, or needed, an operator's attention. */
export const ALERTS = new EntitySchema<{
  readonly id: number;
  readonly code: string;
  readonly severity: string;
  readonly title: string;
  readonly text: string;
  readonly remedy: string;
  readonly since: Date;
  readonly endedAt: Date | null;
}>({
  name: 'alerts',
  columns: { id: identity, code: text, severity: text, title: text, text, remedy: text, since: time, endedAt: nullable(time) },
  indices: [{ name: 'alerts_open', columns: ['code'], unique: true, where: '"endedAt" is null' }],
});
