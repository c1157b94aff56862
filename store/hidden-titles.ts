import type { Db } from './database';

/** The titles that each of these people hides from blends; who hides none is left out. */
export async function hiddenTitles(db: Db, userIds: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await db.query<{ userId: number; titleIds: readonly number[] }[]>(
    `select "userId", array_agg("titleId" order by "titleId") as "titleIds" from hidden_titles where "userId" = any($1::bigint[]) group by "userId"`,
    [userIds],
  );
  return new Map(rows.map(({ userId, titleIds }) => [userId, titleIds.map(Number)]));
}
