import { EntitySchema } from 'typeorm';
import type { Event } from '../../core/event';
import type { Interaction } from '../../core/interaction';
import { bigint, defaulting, double, ids, integer, json, key, multirange, now, nullable, real, text, time, uuid } from './columns';

export const INTERACTIONS = new EntitySchema<Interaction>({
  name: 'interactions',
  columns: {
    userId: key(bigint),
    titleId: key(bigint),
    covered: defaulting(multirange, "'{}'"),
    mediaSeconds: nullable(double),
    secondsPlayed: defaulting(double, 0),
    plays: defaulting(integer, 0),
    lastPlayId: nullable(text),
    clicks: defaulting(integer, 0),
    completions: defaulting(integer, 0),
    rating: nullable(double),
    ratedAt: nullable(time),
    opinion: nullable(text),
    opinionAt: nullable(time),
    classicScore: defaulting(double, 0),
    firstAt: time,
    lastAt: time,
  },
  indices: [{ name: 'interactions_title', columns: ['titleId'] }],
});

/** What the log holds beside the event itself: whose credential sent it, from where, and by which import. */
interface Received {
  readonly owner: number;
  readonly addressHash: string | null;
  readonly importId: number | null;
}

export const EVENTS = new EntitySchema<Event & Received>({
  name: 'events',
  columns: {
    sequence: key(defaulting(bigint, "nextval('events_sequence')")),
    id: text,
    type: text,
    owner: bigint,
    userId: bigint,
    titleId: nullable(bigint),
    occurredAt: time,
    receivedAt: key(now),
    playId: nullable(text),
    fromSeconds: nullable(double),
    toSeconds: nullable(double),
    mediaSeconds: nullable(double),
    value: nullable(double),
    recommendationId: nullable(text),
    rank: nullable(integer),
    titleIds: nullable(ids),
    addressHash: nullable(text),
    importId: nullable(bigint),
  },
  indices: [
    { name: 'events_user_title', columns: ['userId', 'titleId'] },
    { name: 'events_dont_know', columns: ['userId'], where: "type = 'DONT_KNOW'" },
  ],
});

export const EVENT_IDS = new EntitySchema<{ readonly owner: number; readonly id: string }>({
  name: 'event_ids',
  columns: { owner: key(bigint), id: key(uuid) },
});

/** One place of a list that was shown. */
interface Served {
  readonly servedAt: Date;
  readonly recommendationId: string;
  readonly rank: number;
  readonly userId: number | null;
  readonly titleId: number;
  readonly placement: string | null;
  readonly engine: string;
  readonly modelId: number | null;
  readonly variant: string | null;
  readonly propensity: number | null;
  readonly score: number | null;
  /** When the row was committed, or a moment before: what a roll-up goes by. */
  readonly writtenAt: Date;
}

export const SERVED = new EntitySchema<Served>({
  name: 'served',
  columns: {
    servedAt: key(time),
    recommendationId: key(uuid),
    rank: key(integer),
    userId: nullable(bigint),
    titleId: bigint,
    placement: nullable(text),
    engine: text,
    modelId: nullable(bigint),
    variant: nullable(text),
    propensity: nullable(real),
    score: nullable(real),
    writtenAt: now,
  },
  indices: [
    { name: 'served_user_title', columns: ['userId', 'titleId'] },
    { name: 'served_written', columns: ['writtenAt'] },
  ],
});

/** A list that a cursor pins. */
interface ListSnapshot {
  readonly id: string;
  readonly userId: number | null;
  readonly createdAt: Date;
  readonly list: unknown;
}

export const LIST_SNAPSHOTS = new EntitySchema<ListSnapshot>({
  name: 'list_snapshots',
  columns: { id: key(uuid), userId: nullable(bigint), createdAt: now, list: json },
  indices: [{ name: 'list_snapshots_created', columns: ['createdAt'] }],
});

/** How much a title was watched in an hour. */
interface TitleActivity {
  readonly titleId: number;
  readonly hour: Date;
  readonly weight: number;
}

export const TITLE_ACTIVITY = new EntitySchema<TitleActivity>({
  name: 'title_activity',
  columns: { titleId: key(bigint), hour: key(time), weight: double },
  indices: [{ name: 'title_activity_title', columns: ['titleId', 'hour'] }],
});

/** How often each hundredth of a title was played. */
interface TitleScenes {
  readonly titleId: number;
  readonly bins: readonly number[];
}

export const TITLE_SCENES = new EntitySchema<TitleScenes>({
  name: 'title_scenes',
  columns: { titleId: key(bigint), bins: ids },
});
