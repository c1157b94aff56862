import type { Play, Sums } from '../core/insights/insights';
import type { InsightsWindow, PlayFilter } from '../core/insights/window';
import type { Page, Paged } from '../core/page';
import { CreditRole } from '../core/title';
import type { Db } from './database';
import { decodeCursor, paged, pageSize } from './page';

/** Whose plays, and which. */
export interface AskedPlays extends InsightsWindow {
  readonly userId: number;
  /** Titles that are left out, as if they had never been played. */
  readonly withoutIds: readonly number[];
}

const MOST_ROWS = 200;

/** The parameters $1 to $7 of `PLAYS`. */
export function valuesOf({ userId, timeZone, from, until, kinds, importId, withoutIds }: AskedPlays): readonly unknown[] {
  return [userId, timeZone, from, until, kinds === null || kinds.length === 0 ? null : kinds, importId, withoutIds];
}

/** The events that plays are made of, and those of them that are a play each. */
const OF_THEM = `"userId" = $1 and "titleId" is not null and type in ('WATCH_INTERVAL', 'COMPLETED') and ($6::bigint is null or "importId" = $6)`;
const ALONE = `("importId" is not null or (type = 'COMPLETED' and "playId" is null))`;

/**
 * `plays`: one row a sitting. The intervals of a title with one play id are one, and so are those without a play id of one title on one
 * day; a whole play told without seconds is one, and so is every row of an import. Seconds: what was played; of a whole play the length
 * told with it, else that of the title, else (an episode) that of one of the show's; else null. What was merged counts as the title that
 * stands, an episode is listed as its show. `wall`: what the clocks showed when it began; of a day without a time its midnight.
 */
const PLAYS = `named_in as materialized (
    select "titleId", "importId" from events where ${OF_THEM} group by "titleId", "importId"
  ), met as (
    select distinct "titleId" as given, "titleId" as id from named_in
    union all
    select met.given, titles."mergedIntoId" from met join titles using (id) where titles."mergedIntoId" is not null
  ), named as materialized (
    select met.given, titles.id as "titleId", coalesce(shows.id, titles.id) as "listedId", coalesce(shows.kind, titles.kind) as kind,
      coalesce(titles.seconds, shows.seconds) as length
    from met join titles on titles.id = met.id and titles."mergedIntoId" is null left join titles shows on shows.id = titles."parentId"
    where ($5::text[] is null or coalesce(shows.kind, titles.kind) = any($5))
      and not (met.given = any($7::bigint[]) or titles.id = any($7) or titles."parentId" is not null and titles."parentId" = any($7))
  ), brought as materialized (
    select "importId", bool_and(timed) as timed, bool_or(timed) as partly from history_rows
    where "importId" = any(array(select distinct "importId" from named_in where "importId" is not null)) and "eventId" is not null
    group by "importId"
  ), untimed as materialized (
    select "importId", "eventId" as id from history_rows join brought using ("importId")
    where partly and not brought.timed and not history_rows.timed and "eventId" is not null
  ), begun as (
    select sequence, id, "titleId", "occurredAt", "importId",
      case when partly and not timed then ("importId", id) not in (select "importId", id from untimed) else coalesce(partly, true) end as timed,
      coalesce("toSeconds" - "fromSeconds", "mediaSeconds") as seconds
    from events left join brought using ("importId") where ${OF_THEM} and ${ALONE}
    union all
    select min(sequence), null, "titleId", min("occurredAt"), null, true, coalesce(sum("toSeconds" - "fromSeconds"), max("mediaSeconds"))
    from events where ${OF_THEM} and not ${ALONE}
    group by "titleId", "playId", case when "playId" is null then ("occurredAt" at time zone $2)::date end
  ), plays as materialized (
    select sequence, begun.id, named."titleId", "listedId", kind, "occurredAt", timed, coalesce(seconds, length) as seconds, "importId",
      "occurredAt" at time zone case when timed then $2 else 'UTC' end as wall
    from begun join named on named.given = begun."titleId"
    where ($3::timestamptz is null or case when timed then "occurredAt" >= $3 else "occurredAt" at time zone 'UTC' >= $3 at time zone $2 end)
      and ($4::timestamptz is null or case when timed then "occurredAt" < $4 else "occurredAt" at time zone 'UTC' < $4 at time zone $2 end)
  )`;

/** Which of `plays`, called `shown`, a filter holds, by the parameters $8 to $14. */
const HOLDS = `($8::text is null or kind = $8) and ($9::bigint is null or "listedId" = $9 or shown."titleId" = $9)
  and ($10::text is null or exists (
    select from credits where credits."titleId" = "listedId" and role = '${CreditRole.ACTOR}' and credits.name = $10))
  and ($11::text is null or exists (select from titles where titles.id = "listedId" and $11 = any(genres)))
  and ($12::timestamptz is null or date_trunc('month', wall) = date_trunc('month', $12 at time zone $2))
  and ($13::integer is null or extract(isodow from wall) = $13) and ($14::integer is null or (timed and extract(hour from wall) = $14))`;

function filterOf({ kind, titleId, actor, genre, month, weekday, hour }: PlayFilter): readonly unknown[] {
  return [kind, titleId, actor, genre, month, weekday, hour].map((value) => value ?? null);
}

interface Asked {
  readonly plays: AskedPlays;
  readonly filter: PlayFilter;
}

/** As a cursor tells it. */
const AT = `date_trunc('milliseconds', shown."occurredAt")`;

// A hundred thousand plays fit into 64 MB; sorted on the disk they take twice as long. The planner, who cannot know how many rows the
// first parts bring, would sort for merge joins and compile: both cost more than they save.
const TUNED = `set local work_mem = '64MB'; set local enable_mergejoin = off; set local jit = off`;

/** Runs a statement over `plays`. */
export function queryPlays<Row>(db: Db, sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
  return db.transaction(async (db) => {
    await db.query(TUNED);
    return db.query<Row[]>(`with recursive ${PLAYS}${sql}`, [...values]);
  });
}

/** A page of a person's plays, the newest first. Throws BAD_INPUT on `first` and `after`. */
export async function playsPage(db: Db, { plays, filter }: Asked, page: Omit<Page, 'offset'>): Promise<Paged<Play>> {
  const first = pageSize(page.first, MOST_ROWS);
  const [at, sequence] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['time', 'integer']);
  const rows = await queryPlays<Play>(
    db,
    ` select sequence, "titleId", "occurredAt", timed, seconds, "importId", id as "eventId"
     from plays shown where ${HOLDS} and ($15::timestamptz is null or (${AT}, sequence) < ($15, $16::bigint))
     order by ${AT} desc, sequence desc limit $17`,
    [...valuesOf(plays), ...filterOf(filter), at, sequence, first + 1],
  );
  return paged(rows, first, (play) => [play.occurredAt.toISOString(), play.sequence]);
}

/** How many plays a filter holds, and how long they are together. */
export async function sumPlays(db: Db, { plays, filter }: Asked): Promise<Sums> {
  const [row] = await queryPlays<Sums>(
    db,
    ` select count(*) as plays, coalesce(sum(seconds), 0) as seconds from plays shown where ${HOLDS}`,
    [...valuesOf(plays), ...filterOf(filter)],
  );
  return row ?? { plays: 0, seconds: 0 };
}

/** The row of an import that an event was made of. */
export interface RowOfPlay {
  readonly eventId: string;
  readonly number: number;
  readonly text: string;
}

/** The rows that these events of these imports were made of, by the id of the event: one read along the rows of the imports. */
export async function rowsOfPlays(
  db: Db,
  plays: readonly { readonly importId: number; readonly eventId: string }[],
): Promise<ReadonlyMap<string, RowOfPlay>> {
  const rows = await db.query<RowOfPlay[]>(
    'select "eventId", number, text from history_rows where "importId" = any($1::bigint[]) and "eventId" = any($2::text[])',
    [[...new Set(plays.map(({ importId }) => importId))], plays.map(({ eventId }) => eventId)],
  );
  return new Map(rows.map((row) => [row.eventId, row]));
}
