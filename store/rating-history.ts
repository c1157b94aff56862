import { EventType } from '../core/event';
import { eventKey } from '../core/event-key';
import type { Db } from './database';

/** One rating of MovieLens; `at` is in seconds since 1970. */
export interface Rating {
  readonly userId: string;
  readonly movieId: string;
  readonly value: number;
  readonly at: number;
}

/**
 * Writes ratings as the history of users `movielens:1` to `movielens:610`: an event each, and the interactions that follow from them.
 * Events that the log had already change nothing. Answers how many were new. Call it in a transaction.
 */
export async function writeRatings(db: Db, ratings: readonly Rating[], now: Date): Promise<number> {
  await db.query(
    `insert into users (source, "externalId", "createdAt") select 'movielens', id, $2 from unnest($1::text[]) id
     on conflict (source, "externalId") do nothing`,
    [[...new Set(ratings.map(({ userId }) => userId))], now],
  );
  const ids = ratings.map(({ userId, movieId }) => `movielens:${userId}:${movieId}`);
  const [row] = await db.query(WRITE, [
    ids,
    ids.map(eventKey),
    ratings.map(({ userId }) => userId),
    ratings.map(({ movieId }) => movieId),
    ratings.map(({ value }) => value),
    ratings.map(({ at }) => at),
    now,
    EventType.RATING,
  ]);
  return row.written;
}

const WRITE = `
with given as (
  select rated.id, rated.key, users.id as "userId", film."titleId", rated.value, to_timestamp(rated.at) as at
  from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::float8[], $6::float8[]) rated(id, key, "user", movie, value, at)
  join users on users.source = 'movielens' and users."externalId" = rated."user"
    and (users."eventsFrom" is null or to_timestamp(rated.at) >= users."eventsFrom")
  join external_ids film on film.source = 'movielens' and film.value = rated.movie
), accepted as (
  insert into event_ids (owner, id) select "userId", key from given on conflict do nothing returning owner, id
), fresh as materialized (
  select given.* from given join accepted on accepted.owner = given."userId" and accepted.id = given.key
), logged as (
  insert into events (id, type, owner, "userId", "titleId", "occurredAt", "receivedAt", value)
  select id, $8, "userId", "userId", "titleId", at, $7, value from fresh order by "userId", at, "titleId"
), folded as (
  insert into interactions ("userId", "titleId", rating, "ratedAt", "firstAt", "lastAt")
  select "userId", "titleId", value, at, at, at from fresh order by "userId", "titleId"
  on conflict ("userId", "titleId") do update set
    rating = case when interactions."ratedAt" > excluded."ratedAt" then interactions.rating else excluded.rating end,
    "ratedAt" = greatest(interactions."ratedAt", excluded."ratedAt"),
    "firstAt" = least(interactions."firstAt", excluded."firstAt"),
    "lastAt" = greatest(interactions."lastAt", excluded."lastAt")
), counted as (
  update users set version = version + 1 where "createdAt" < $7 and id in (select "userId" from fresh)
)
select count(*) as written from fresh`;
