import type { Event } from '../core/event';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageSize } from './page';
import { partitionSpans } from './partitions';
import type { Served } from './served';

/** One event of a person as the log holds it. */
export type LoggedEvent = Omit<Event, 'userId'> & { readonly importId: number | null };

/** Which events of a person; every field that is given must hold. */
export interface LogFilter {
  readonly types?: readonly string[] | null;
  readonly titleIds?: readonly number[] | null;
  /** Happened at this time or later, and before that one. */
  readonly since?: Date | null;
  readonly until?: Date | null;
}

type LogPage = Omit<Page, 'offset'>;

const MOST_ROWS = 200;

/**
 * What a person did, event by event, the last received first: along the index of each person, from the newest partition on, and no further
 * than the page needs. Throws BAD_INPUT on `first` and `after`.
 */
export async function eventsPage(
  db: Db,
  userId: number,
  { filter, page }: { readonly filter: LogFilter; readonly page: LogPage },
): Promise<Paged<LoggedEvent>> {
  const first = pageSize(page.first, MOST_ROWS);
  const [at, sequence] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['time', 'integer']);
  const { types = null, titleIds = null, since = null, until = null } = filter;
  const rows: (LoggedEvent & { readonly place: string })[] = [];
  for (const span of await partitionSpans(db, 'events')) {
    if (at !== null && span.from > new Date(at)) continue;
    // What happened is not received before it happens.
    if (since !== null && span.until <= since) break;
    const found = await db.query<typeof rows>(EVENTS, [
      ...[userId, span.from, span.until, at, sequence, types, titleIds, since, until],
      first + 1 - rows.length,
    ]);
    rows.push(...found);
    if (rows.length > first) break;
  }
  return paged(rows, first, (row) => [row.place, row.sequence]);
}

// Read along "events_user_title" and then sorted: the planner must not walk a partition backwards in search of one person.
const EVENTS = `with recursive named as (
    select id from unnest($7::bigint[]) given(id)
    union select titles.id from named join titles on titles."mergedIntoId" = named.id
  ), mine as materialized (
    select sequence, id, type, "titleId", "occurredAt", "receivedAt", "playId", "fromSeconds", "toSeconds", "mediaSeconds", value,
      "recommendationId", rank, to_jsonb("titleIds") as "titleIds", "importId"
    from events where "userId" = $1 and "receivedAt" >= $2 and "receivedAt" < $3
      and ($7::bigint[] is null or "titleId" in (select id from named))
  )
  select *, to_char("receivedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place from mine
  where ($4::timestamptz is null or ("receivedAt", sequence) < ($4::timestamptz, $5::bigint)) and ($6::text[] is null or type = any($6))
    and ($8::timestamptz is null or "occurredAt" >= $8) and ($9::timestamptz is null or "occurredAt" < $9)
  order by "receivedAt" desc, sequence desc limit $10`;

/** One list as a person got it, with the places that were shown. */
export interface ShownList extends Pick<Served, 'servedAt' | 'recommendationId' | 'placement' | 'engine' | 'modelId'> {
  readonly places: readonly Pick<Served, 'rank' | 'titleId' | 'score' | 'propensity'>[];
}

const MOST_LISTS = 50;

/** What was shown to a person in the days that are kept, a list a row, the newest first. Throws BAD_INPUT on `first` and `after`. */
export async function shownPage(db: Db, userId: number, page: LogPage): Promise<Paged<ShownList>> {
  const first = pageSize(page.first, MOST_LISTS);
  const [at, id] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['time', 'text']);
  const rows: (ShownList & { readonly place: string })[] = [];
  for (const span of await partitionSpans(db, 'served')) {
    if (at !== null && span.from > new Date(at)) continue;
    rows.push(...(await db.query<typeof rows>(SHOWN, [userId, span.from, span.until, at, id, first + 1 - rows.length])));
    if (rows.length > first) break;
  }
  return paged(rows, first, (row) => [row.place, row.recommendationId]);
}

const SHOWN = `with mine as materialized (
    select * from served where "userId" = $1 and "servedAt" >= $2 and "servedAt" < $3
  )
  select "servedAt", "recommendationId", placement, engine, "modelId",
    to_char("servedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place,
    jsonb_agg(jsonb_build_object('rank', rank, 'titleId', "titleId", 'score', score, 'propensity', propensity) order by rank) as places
  from mine where $4::timestamptz is null or ("servedAt", "recommendationId"::text) < ($4::timestamptz, $5::text)
  group by 1, 2, 3, 4, 5 order by 1 desc, "recommendationId"::text desc limit $6`;

/** A person in numbers. */
export interface PersonStats {
  readonly titles: number;
  readonly plays: number;
  readonly hours: number;
  readonly ratings: number;
  readonly opinions: number;
  readonly firstSeen: Date | null;
  readonly lastSeen: Date | null;
}

/** What a person's interactions add up to: one read along the key, as every list of theirs makes. */
export async function personStats(db: Db, userId: number): Promise<PersonStats> {
  const [row] = await db.query<PersonStats[]>(
    `select count(*) as titles, coalesce(sum(plays + completions), 0) as plays, coalesce(sum("secondsPlayed"), 0) / 3600 as hours,
       count(rating) as ratings, count(opinion) as opinions, min("firstAt") as "firstSeen", max("lastAt") as "lastSeen"
     from interactions where "userId" = $1`,
    [userId],
  );
  if (row === undefined) throw new Error('PostgreSQL returned no row for an aggregate.');
  return row;
}
