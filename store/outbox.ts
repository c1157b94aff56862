import { type Destination, type OutboxCount, OutboxDestination, type Outgoing, outgoingId } from '../core/outbox';
import type { Db } from './database';
import type { NewEvent } from './events';
import { prepare } from './prepared';
import { unnested } from './unnest';

const BATCH = unnested<{ userId: number; titleId: number | null; titleIds: string | null; body: string }>({
  userId: 'bigint',
  titleId: 'bigint',
  titleIds: 'text',
  body: 'text',
});
const NAME_OF = `coalesce((select source || ':' || value from external_ids where "titleId" = named order by source, value limit 1), named::text)`;

/**
 * Adds accepted events for each destination, in their order; inside the transaction that accepts them, so that an event leaves if and only
 * if it is kept. People and titles go by the names under which other systems know them.
 */
export async function addToOutbox(db: Db, destinations: readonly Destination[], events: readonly NewEvent[]): Promise<void> {
  if (destinations.length === 0 || events.length === 0) return;
  const rows = events.map((event) => ({
    userId: event.userId,
    titleId: event.titleId,
    titleIds: event.titleIds === null ? null : `{${event.titleIds.join(',')}}`,
    body: JSON.stringify(bodyOf(event)),
  }));
  await add(db, [...BATCH.parameters(rows), destinations]);
}

const add = prepare(
  'add-to-outbox',
  `with batch as materialized (select row_number() over () as position, ${BATCH.columns} from ${BATCH.from})
   insert into outbox (destination, "userId", body)
   select destination, batch."userId", jsonb_strip_nulls(batch.body::jsonb || jsonb_build_object(
     'userId', users.source || ':' || users."externalId",
     'titleId', (select ${NAME_OF} from (select batch."titleId" as named where batch."titleId" is not null) one),
     'titleIds', (select jsonb_agg(${NAME_OF} order by place) from unnest(batch."titleIds"::bigint[]) with ordinality list(named, place))))
   from batch join users on users.id = batch."userId" cross join unnest($5::text[]) destination order by position`,
);

function bodyOf(event: NewEvent): object {
  const { id, owner, userId, titleId, titleIds, addressHash, ...rest } = event;
  return { id: outgoingId(event), ...rest, row: { owner, id, userId, titleId, titleIds } };
}

const WAITS = '"failedAt" is null';
const FAILED = '"failedAt" is not null';

/** What to take of a destination, for how long. */
interface Taking {
  readonly destination: Destination;
  readonly limit: number;
  readonly now: Date;
  readonly leaseSeconds: number;
}

/** Takes the oldest that are due, in their order: nobody else is given them until the lease ends. */
export async function takeFromOutbox(db: Db, { destination, limit, now, leaseSeconds }: Taking): Promise<readonly Outgoing[]> {
  const [rows]: [Outgoing[], number] = await db.query(
    `update outbox set attempts = attempts + 1, "leaseUntil" = $3::timestamptz + make_interval(secs => $4)
     where id in (
       select id from outbox
       where destination = $1 and "failedAt" is null and "nextAt" <= $3 and ("leaseUntil" is null or "leaseUntil" <= $3)
       order by id limit $2 for update skip locked
     ) returning id, body, attempts`,
    [destination, limit, now, leaseSeconds],
  );
  return rows.sort((a, b) => a.id - b.id);
}

/** Removes those that arrived. */
export async function settleOutbox(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await db.query('delete from outbox where id = any($1::bigint[])', [ids]);
}

/** Gives back those that did not arrive, to be tried again from `at` on. */
export async function retryOutbox(db: Db, ids: readonly number[], at: Date, failure: string | null): Promise<void> {
  if (ids.length === 0) return;
  await db.query('update outbox set "leaseUntil" = null, "nextAt" = $2, failure = coalesce($3, failure) where id = any($1::bigint[])', [
    ids,
    at,
    failure,
  ]);
}

/** Sets those apart that were refused for good. */
export async function setApart(db: Db, ids: readonly number[], failure: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db.query('update outbox set "leaseUntil" = null, "failedAt" = $2, failure = $3 where id = any($1::bigint[])', [ids, now, failure]);
}

/** Lets go of everything for a destination that is no more. */
export async function clearOutbox(db: Db, destination: Destination): Promise<void> {
  await db.query('delete from outbox where destination = $1', [destination]);
}

/** Has those tried again that were set apart; how many. */
export async function returnSetApart(db: Db, destination: Destination, now: Date): Promise<number> {
  const [, rows] = await db.query<[unknown, number]>(
    `update outbox set "failedAt" = null, attempts = 0, "nextAt" = $2 where destination = $1 and "failedAt" is not null`,
    [destination, now],
  );
  return rows;
}

/** When the next of the oldest of a destination is due, or the lease of one ends; null when nothing waits. */
export async function nextInOutbox(db: Db, destination: Destination): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await db.query(
    `select min(greatest("nextAt", "leaseUntil")) as at from (
       select "nextAt", "leaseUntil" from outbox where destination = $1 and "failedAt" is null order by id limit 1000
     ) oldest`,
    [destination],
  );
  return row?.at ?? null;
}

/** Counting goes no further, so that asking costs the same however much waits. */
const MOST_COUNTED = 100_000;

/** How each destination fares; 100,000 means so many or more. */
export async function outboxCounts(db: Db): Promise<readonly OutboxCount[]> {
  const counted = (which: string) =>
    `(select count(*)::float8 from (select 1 from outbox where destination = name and ${which} limit ${MOST_COUNTED}) counted)`;
  const newest = (which: string) => `(select failure from outbox where destination = name and ${which} order by id desc limit 1)`;
  return db.query(
    `select name as destination, ${counted(WAITS)} as waiting, ${counted(FAILED)} as "setApart",
       (select "createdAt" from outbox where destination = name and ${WAITS} order by id limit 1) as "oldestAt",
       coalesce(${newest(FAILED)}, (select failure from outbox where destination = name and ${WAITS} order by id limit 1)) as failure
     from unnest($1::text[]) name order by name`,
    [Object.values(OutboxDestination)],
  );
}
