import type { GenreLift } from '../core/distinct-tastes';
import type { Db } from './database';

/** How much above their own mean the people of a source rate each genre that they rated. */
export async function genreLifts(db: Db, source: string): Promise<readonly GenreLift[]> {
  return db.query(
    `with rated as (
       select "userId", "titleId", rating from interactions join users on users.id = "userId"
       where source = $1 and "mergedIntoId" is null and rating is not null
     ), means as (
       select "userId", count(*) as titles, avg(rating) as mean from rated group by "userId"
     )
     select "userId", means.titles, genre, count(*) as rated, avg(rating - mean) as lift
     from rated join means using ("userId") join titles on titles.id = "titleId" cross join unnest(titles.genres) genre
     group by "userId", means.titles, genre order by "userId", genre`,
    [source],
  );
}
