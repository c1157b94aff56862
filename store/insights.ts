import { BINGE, type PersonalInsights, type Play, type TitleInsight } from '../core/insights/insights';
import type { SecondsByTitle } from '../core/insights/shared';
import { CreditRole, TitleKind } from '../core/title';
import type { Db } from './database';
import { type AskedPlays, queryPlays, valuesOf } from './plays';

/** What a person played, and how long of each title, by what it is listed as. */
export interface Insight extends PersonalInsights {
  readonly byTitle: SecondsByTitle;
}

/** Times travel in JSON as milliseconds since 1970. */
const ms = (time: string): string => `(extract(epoch from ${time}) * 1000)::float8`;

const endOf = (order: string, at: string): string => `(select json_build_object('sequence', sequence, 'titleId', "titleId",
    'occurredAt', ${ms('"occurredAt"')}, 'timed', timed, 'seconds', seconds, 'importId', "importId", 'eventId', id)
  from plays where "occurredAt" = (select ${at} from by_title) order by sequence ${order} limit 1)`;
const listOf = (rows: string): string => `(select coalesce(json_agg(row_to_json(each)), '[]') from (${rows}) each)`;
const ALL_SUMS = 'coalesce(sum(plays), 0) as plays, coalesce(sum(seconds), 0) as seconds';
const SUMS = 'sum(plays) as plays, sum(seconds) as seconds';
const LONGEST = 'order by seconds desc, plays desc';
const topOf = (kind: TitleKind): string =>
  listOf(`select "titleId", plays, seconds, ${ms('"firstAt"')} as "firstAt", ${ms('"lastAt"')} as "lastAt"
    from by_title where kind = '${kind}' ${LONGEST}, "titleId" limit $8`);
const OF_TIME = 'count(*) as plays, coalesce(sum(seconds), 0) as seconds';

const INSIGHTS = `, by_title as materialized (
    select "listedId" as "titleId", kind, ${OF_TIME}, count(*) filter (where seconds is null) as unknown, count(*) filter (where not timed) as untimed,
      min("occurredAt") as "firstAt", max("occurredAt") as "lastAt"
    from plays group by "listedId", kind
  ), players as (
    select distinct "titleId", name from credits where "titleId" in (select "titleId" from by_title) and role = '${CreditRole.ACTOR}'
  ), shelf as (
    select distinct titles.id as "titleId", genre from by_title join titles on titles.id = "titleId", unnest(genres) genre where genre <> ''
  ), moments as materialized (
    select date_part('isodow', wall)::integer as weekday, case when timed then date_part('hour', wall)::integer end as hour, ${OF_TIME}
    from plays group by 1, 2
  ), marked as (
    select "listedId", "occurredAt", sequence, seconds, "occurredAt" - lag("occurredAt") over one_show <= interval '${BINGE.hours} hours' as goes_on,
      lead("occurredAt") over one_show - "occurredAt" <= interval '${BINGE.hours} hours' as is_followed
    from plays where kind = '${TitleKind.SHOW}' and timed window one_show as (partition by "listedId" order by "occurredAt", sequence)
  ), stretches as (
    select *, count(*) filter (where goes_on is not true) over (partition by "listedId" order by "occurredAt", sequence) as stretch
    from marked where goes_on or is_followed
  ), binges as (
    select "listedId" as "titleId", min("occurredAt") as at, ${OF_TIME} from stretches group by "listedId", stretch having count(*) >= ${BINGE.plays}
    union all
    select "listedId", min("occurredAt"), ${OF_TIME} from plays where kind = '${TitleKind.SHOW}' and not timed
    group by "listedId", wall having count(*) >= ${BINGE.plays}
  )
  select (select coalesce(sum(plays), 0) from by_title)::bigint as plays, (select coalesce(sum(seconds), 0) from by_title) as seconds,
    (select count(*) from by_title) as titles, (select coalesce(sum(unknown), 0) from by_title)::bigint as "unknownSeconds",
    (select coalesce(sum(untimed), 0) from by_title)::bigint as "untimedPlays",
    ${endOf('asc', 'min("firstAt")')} as first, ${endOf('desc', 'max("lastAt")')} as last,
    ${listOf(`select kind, ${SUMS}, count(*) as titles from by_title group by kind ${LONGEST}, kind`)} as kinds,
    ${topOf(TitleKind.SHOW)} as shows, ${topOf(TitleKind.MOVIE)} as films,
    ${listOf(`select name, ${SUMS}, count(*) as titles from players join by_title using ("titleId")
      group by name order by plays desc, seconds desc, name limit $8`)} as actors,
    ${listOf(`select genre, ${SUMS}, count(*) as titles from shelf join by_title using ("titleId") group by genre ${LONGEST}, genre`)} as genres,
    ${listOf(`select ${ms(`date_trunc('month', wall) at time zone $2`)} as "from", ${OF_TIME} from plays
      group by date_trunc('month', wall) order by date_trunc('month', wall)`)} as months,
    ${listOf(`select weekday, ${ALL_SUMS} from generate_series(1, 7) weekday left join moments using (weekday) group by weekday order by weekday`)} as weekdays,
    ${listOf(`select hour, ${ALL_SUMS} from generate_series(0, 23) hour left join moments using (hour) group by hour order by hour`)} as hours,
    ${listOf(`select "titleId", ${ms('at')} as at, plays, seconds from binges order by plays desc, seconds desc, at, "titleId" limit $8`)} as binges,
    case when $9 then (select coalesce(json_agg(json_build_array("titleId", seconds)), '[]') from by_title) else '[]' end as "byTitle"`;

/** A time as JSON brought it. */
type InJson<Row> = { readonly [Field in keyof Row]: Row[Field] extends Date ? number : Row[Field] };
type Row = Omit<Insight, 'first' | 'last' | 'shows' | 'films' | 'months' | 'binges' | 'byTitle'> & {
  readonly first: InJson<Play> | null;
  readonly last: InJson<Play> | null;
  readonly shows: readonly InJson<TitleInsight>[];
  readonly films: readonly InJson<TitleInsight>[];
  readonly months: readonly InJson<PersonalInsights['months'][number]>[];
  readonly binges: readonly InJson<PersonalInsights['binges'][number]>[];
  readonly byTitle: readonly (readonly [titleId: number, seconds: number])[];
};

/** Adds up what a person played: one statement, in which PostgreSQL groups. `places`: of titles, actors and binges; `withTitles`: fill `byTitle`. */
export async function insightOf(
  db: Db,
  plays: AskedPlays,
  { places, withTitles }: { readonly places: number; readonly withTitles: boolean },
): Promise<Insight> {
  const [row] = await queryPlays<Row>(db, INSIGHTS, [...valuesOf(plays), places, withTitles]);
  if (row === undefined) throw new Error('The sums were not returned.');
  return {
    ...row,
    first: row.first && playOf(row.first),
    last: row.last && playOf(row.last),
    shows: row.shows.map(titleOf),
    films: row.films.map(titleOf),
    months: row.months.map((month) => ({ ...month, from: new Date(month.from) })),
    binges: row.binges.map((binge) => ({ ...binge, at: new Date(binge.at) })),
    byTitle: new Map(row.byTitle),
  };
}

/** Whether this import of a history is of this person. */
export async function broughtBy(db: Db, importId: number, userId: number): Promise<boolean> {
  const rows = await db.query<unknown[]>('select 1 from history_imports where id = $1 and "userId" = $2', [importId, userId]);
  return rows.length > 0;
}

const playOf = (play: InJson<Play>): Play => ({ ...play, occurredAt: new Date(play.occurredAt) });
const titleOf = (title: InJson<TitleInsight>): TitleInsight => ({
  ...title,
  firstAt: new Date(title.firstAt),
  lastAt: new Date(title.lastAt),
});
