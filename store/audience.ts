import type { Db } from './database';

/** What is known of the people of a title, counted over at most so many of them. */
export interface AudienceCounts {
  readonly people: number;
  /** People who played some of it, or told a whole play. */
  readonly players: number;
  /** Of them, those who covered half of it at least, or told a whole play. */
  readonly watchers: number;
  readonly plays: number;
  readonly secondsPlayed: number;
  readonly clicks: number;
  readonly ratings: number;
  readonly meanRating: number | null;
  readonly likes: number;
  readonly dislikes: number;
  /** Whether there are more people than were counted. */
  readonly isSample: boolean;
}

/** What is read does not grow with the audience. */
const MOST_ROWS = 10_000;

// An episode's audience is its show's too; a person counts once.
const COUNTS = `
  with members as (
    select id, seconds from titles where id = $1 union all select id, seconds from titles where "parentId" = $1
  ), met as (
    select interactions.*, seconds from members join interactions on "titleId" = members.id limit ${MOST_ROWS + 1}
  ), people as (
    select "userId", sum(plays) as plays, sum("secondsPlayed") as seconds, sum(clicks) as clicks, avg(rating) as rating,
      bool_or(opinion = 'LIKE') as likes, bool_or(opinion = 'DISLIKE') as dislikes,
      bool_or(completions > 0 or "secondsPlayed" > 0) as played,
      bool_or(completions > 0 or (select sum(upper(part) - lower(part)) from unnest(covered) part) / 10.0
        >= 0.5 * nullif(coalesce("mediaSeconds", met.seconds), 0)) as watched
    from met group by 1
  )
  select count(*)::int as people, count(*) filter (where played)::int as players, count(*) filter (where watched)::int as watchers,
    coalesce(sum(plays), 0)::float8 as plays, coalesce(sum(seconds), 0)::float8 as "secondsPlayed", coalesce(sum(clicks), 0)::float8 as clicks,
    count(rating)::int as ratings, avg(rating) as "meanRating", count(*) filter (where likes)::int as likes,
    count(*) filter (where dislikes)::int as dislikes, (select count(*) > ${MOST_ROWS} from met) as "isSample"
  from people`;

/** Counts the people of a title, of at most ten thousand interactions with it. */
export async function audienceOf(db: Db, titleId: number): Promise<AudienceCounts> {
  const [row] = await db.query<AudienceCounts[]>(COUNTS, [titleId]);
  if (row === undefined) throw new Error('A count answered no row.');
  return row;
}

/** Activity of a day, in weights of the roll-up. */
export interface DailyWeight {
  /** As `2026-03-01`, in UTC. */
  readonly day: string;
  readonly weight: number;
}

/** The activity of a title by day since a time, days without any included. */
export async function activityOf(db: Db, titleId: number, { since, until }: { since: Date; until: Date }): Promise<readonly DailyWeight[]> {
  return db.query(
    `select to_char(day, 'YYYY-MM-DD') as day, coalesce(sum(weight), 0)::float8 as weight
     from generate_series(date_trunc('day', $2::timestamptz at time zone 'UTC'), $3::timestamptz at time zone 'UTC', interval '1 day') day
     left join title_activity on "titleId" = $1 and hour >= $2 and date_trunc('day', hour at time zone 'UTC') = day
     group by 1 order by 1`,
    [titleId, since, until],
  );
}
