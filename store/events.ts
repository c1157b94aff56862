import type { Event } from '../core/event';
import type { Reference } from '../core/user';
import { binaryArray } from './binary-array';
import type { Db } from './database';
import { prepare, script } from './prepared';
import { unnested } from './unnest';

/** A title as an event needs it. */
export interface EventTitle {
  readonly id: number;
  /** The title that stands for it: another one when it was merged. */
  readonly standingId: number;
  /** Length of the title that stands for it; null when unknown. */
  readonly seconds: number | null;
}

const INGEST_LOCK = 0x6b67_696e;

/**
 * Holds off merges of titles until the transaction ends, so that a title that was looked up still stands when its event is
 * folded. Any number of transactions share it.
 *
 * What is prepared from then on is planned to walk along indexes. Such a plan lasts, so it must stay good while tables grow from
 * nothing; left alone, the planner read all titles for two dozen names, which took 2.3 ms where the index takes 0.2.
 */
export const shareIngest = script(
  `select pg_advisory_xact_lock_shared(${INGEST_LOCK});
   set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off;
   set local plan_cache_mode = force_generic_plan`,
);

/** Waits for the groups of events in flight and holds off the next ones until the transaction ends: for merging titles. */
export async function holdIngest(db: Db): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [INGEST_LOCK]);
}

/** As `shareIngest`, for a transaction of many rows, which the planner is to look at as they are. */
export async function holdOffMerges(db: Db): Promise<void> {
  await db.query('select pg_advisory_xact_lock_shared($1)', [INGEST_LOCK]);
}

/** The title that each reference names, in that order; null where there is none. */
export async function eventTitles(db: Db, references: readonly Reference[]): Promise<readonly (EventTitle | null)[]> {
  if (references.length === 0) return [];
  const rows = await titlesOf(db, [
    references.map((reference) => ('id' in reference ? reference.id : null)),
    references.map((reference) => ('source' in reference ? reference.source : null)),
    references.map((reference) => ('source' in reference ? reference.value : null)),
  ]);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return references.map((_, index) => byPosition.get(index + 1) ?? null);
}

const titlesOf = prepare<EventTitle & { position: number }>(
  'event-titles',
  `with recursive named as (
    select position, coalesce(external."titleId", asked.id) as id
    from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality asked(id, source, value, position)
    left join external_ids external on external.source = asked.source and external.value = asked.value
  ), followed as (
    select named.position, named.id, titles.id as "standingId", titles.seconds, titles."mergedIntoId"
    from named join titles on titles.id = named.id
    union all
    select followed.position, followed.id, titles.id, titles.seconds, titles."mergedIntoId"
    from followed join titles on titles.id = followed."mergedIntoId"
  )
  select position, id, "standingId", seconds from followed where "mergedIntoId" is null`,
);

/** An event id as it is remembered for good: unique for the credential that sent it. */
export interface EventId {
  readonly owner: number;
  readonly key: string;
}

/**
 * Remembers these ids, each given once, and answers those that it knew before. Sorted by key, so that two transactions with the
 * same ids wait for each other in one order only.
 */
export async function acceptIds(db: Db, ids: readonly EventId[]): Promise<readonly EventId[]> {
  if (ids.length === 0) return [];
  const owners = ids.map(({ owner }) => owner);
  const keys = ids.map(({ key }) => key);
  return accept(db, [binaryArray('bigint', owners), binaryArray('uuid', keys)]);
}

// Most ids are new, so the few others travel back.
const accept = prepare<EventId>(
  'accept-ids',
  `with accepted as (
     insert into event_ids (owner, id)
     select owner, id from unnest($1::bigint[], $2::uuid[]) given(owner, id) order by owner, id
     on conflict do nothing returning owner, id
   )
   select owner, id as key from unnest($1::bigint[], $2::uuid[]) given(owner, id)
   where (owner, id) not in (select owner, id from accepted)`,
);

/** An event on its way into the log, which gives it its place and its time of receipt. */
export type NewEvent = Omit<Event, 'sequence' | 'receivedAt'> & {
  readonly owner: number;
  readonly addressHash: string | null;
};

const BATCH = unnested<Record<keyof NewEvent, unknown>>({
  id: 'text',
  type: 'text',
  owner: 'bigint',
  userId: 'bigint',
  titleId: 'bigint',
  occurredAt: 'timestamptz',
  playId: 'text',
  fromSeconds: 'double precision',
  toSeconds: 'double precision',
  mediaSeconds: 'double precision',
  value: 'double precision',
  recommendationId: 'text',
  rank: 'integer',
  titleIds: 'text',
  addressHash: 'text',
});
// An array of lists must be rectangular in PostgreSQL, so each list travels as its own text.
const SELECTED = BATCH.columns.replace('"titleIds"', '"titleIds"::bigint[]');

/** Appends events to the log in their order; within one person's events that is the order in which they were folded. */
export async function insertEvents(db: Db, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => (event.titleIds === null ? event : { ...event, titleIds: `{${event.titleIds.join(',')}}` }));
  await append(db, BATCH.parameters(rows));
}

const append = prepare('insert-events', `insert into events (${BATCH.columns}) select ${SELECTED} from ${BATCH.from}`);
