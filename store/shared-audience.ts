import type { Db } from './database';

/** Of so many people who liked the one title it is counted how many liked others: what is counted does not grow with its audience. */
const MOST_PEOPLE = 500;
/** Fewer are not told: nobody's taste is to be guessed from a count. */
const LEAST_PEOPLE = 5;

// Liked: judged well or, where nothing was said, watched. An episode's audience is its show's too.
const LIKED = `opinion is distinct from 'DISLIKE' and (rating is null or rating >= 3.5)`;

const AUDIENCES = `
  with one as (
     select distinct "userId" from (
       select "userId" from interactions
       where "titleId" in (select $1::bigint union all select id from titles where "parentId" = $1::bigint) and ${LIKED} limit ${MOST_PEOPLE}
     ) liked
   ), other as (
     select id as "titleId", id as member from unnest($2::bigint[]) id
     union all
     select "parentId", id from titles where "parentId" = any($2::bigint[])
   )
   select other."titleId", count(distinct "userId")::int as people
   from other join interactions on interactions."titleId" = member join one using ("userId") where ${LIKED}
   group by 1 having count(distinct "userId") >= ${LEAST_PEOPLE}`;

/** How many people liked both a title and each of the others, of at most 500 who liked the first; a number below five is left out. */
export async function sharedAudiences(db: Db, titleId: number, others: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows: { titleId: number; people: number }[] = await db.query(AUDIENCES, [titleId, others]);
  return new Map(rows.map((row) => [row.titleId, row.people]));
}
