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

/**
 * `plays`: one row a sitting. The intervals of a title with one play id are one, and so are those without a play id of one title on one
 * day; a whole play told without seconds is one, and so is every row of an import. Seconds: what was played; of a whole play the length
 * told with it, else that of the title, else (an episode) that of one of the show's; else null. What was merged counts as the title that
 * stands, an episode is listed as its show. `wall`: what the clocks showed when it began; of a day without a time its midnight.
 */
export const PLAYS = `mine as materialized (
    select sequence, id, type, "titleId", "occurredAt", "playId", "toSeconds" - "fromSeconds" as played, "mediaSeconds", "importId"
    from events
    where "userId" = $1 and "titleId" is not null and type in ('WATCH_INTERVAL', 'COMPLETED') and ($6::bigint is null or "importId" = $6)
  ), met as (
    select distinct "titleId" as given, "titleId" as id from mine
    union all
    select met.given, titles."mergedIntoId" from met join titles using (id) where titles."mergedIntoId" is not null
  ), named as materialized (
    select met.given, titles.id as "titleId", coalesce(shows.id, titles.id) as "listedId", coalesce(shows.kind, titles.kind) as kind,
      coalesce(titles.seconds, shows.seconds) as length
    from met join titles on titles.id = met.id and titles."mergedIntoId" is null left join titles shows on shows.id = titles."parentId"
    where ($5::text[] is null or coalesce(shows.kind, titles.kind) = any($5))
      and not (met.given = any($7::bigint[]) or titles.id = any($7) or titles."parentId" is not null and titles."parentId" = any($7))
  ), brought as materialized (
    select "importId", "eventId" as id, number, timed from history_rows
    where "importId" in (select "importId" from mine) and "eventId" is not null
  ), begun as (
    select sequence, named."titleId", "listedId", kind, "occurredAt", coalesce(brought.timed, true) as timed,
      coalesce(played, "mediaSeconds", length) as seconds, mine."importId", number
    from mine join named on named.given = mine."titleId" left join brought on brought."importId" = mine."importId" and brought.id = mine.id
    where mine."importId" is not null or (type = 'COMPLETED' and "playId" is null)
    union all
    select min(sequence), named."titleId", "listedId", kind, min("occurredAt"), true, coalesce(sum(played), max("mediaSeconds"), max(length)), null, null
    from mine join named on named.given = mine."titleId"
    where "importId" is null and not (type = 'COMPLETED' and "playId" is null)
    group by named."titleId", "listedId", kind, "playId", case when "playId" is null then ("occurredAt" at time zone $2)::date end
  ), plays as materialized (
    select begun.*, "occurredAt" at time zone case when timed then $2 else 'UTC' end as wall from begun
    where ($3::timestamptz is null or case when timed then "occurredAt" >= $3 else "occurredAt" at time zone 'UTC' >= $3 at time zone $2 end)
      and ($4::timestamptz is null or case when timed then "occurredAt" < $4 else "occurredAt" at time zone 'UTC' < $4 at time zone $2 end)
  )`;

/** Which of `plays` a filter holds, by the parameters $8 to $14. */
const HOLDS = `($8::text is null or kind = $8) and ($9::bigint is null or "listedId" = $9 or plays."titleId" = $9)
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

/** A page of a person's plays, the newest first. Throws BAD_INPUT on `first` and `after`. */
export async function playsPage(db: Db, { plays, filter }: Asked, page: Omit<Page, 'offset'>): Promise<Paged<Play>> {
  const first = pageSize(page.first, MOST_ROWS);
  const [at, sequence] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['time', 'integer']);
  const rows = await db.query<Play[]>(
    `with recursive ${PLAYS}
     select sequence, shown."titleId", shown."occurredAt", shown.timed, shown.seconds, "importId", number, history_rows.text from (
       select * from plays
       where ${HOLDS} and ($15::timestamptz is null or (date_trunc('milliseconds', "occurredAt"), sequence) < ($15, $16::bigint))
       order by date_trunc('milliseconds', "occurredAt") desc, sequence desc limit $17
     ) shown left join history_rows using ("importId", number)
     order by date_trunc('milliseconds', shown."occurredAt") desc, sequence desc`,
    [...valuesOf(plays), ...filterOf(filter), at, sequence, first + 1],
  );
  return paged(rows, first, (play) => [play.occurredAt.toISOString(), play.sequence]);
}

/** How many plays a filter holds, and how long they are together. */
export async function sumPlays(db: Db, { plays, filter }: Asked): Promise<Sums> {
  const [row] = await db.query<Sums[]>(
    `with recursive ${PLAYS} select count(*) as plays, coalesce(sum(seconds), 0) as seconds from plays where ${HOLDS}`,
    [...valuesOf(plays), ...filterOf(filter)],
  );
  return row ?? { plays: 0, seconds: 0 };
}
