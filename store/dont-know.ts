import type { Db } from './database';

const MOST_TITLES = 5_000;

/** Titles of which a person said since then that they do not know them, the latest first; at most five thousand. */
export async function unknownToPerson(db: Db, userId: number, since: Date): Promise<readonly number[]> {
  const rows: { titleId: number }[] = await db.query(
    `select "titleId" from events where "userId" = $1 and type = 'DONT_KNOW' and "titleId" is not null and "receivedAt" >= $2
     order by "receivedAt" desc limit $3`,
    [userId, since, MOST_TITLES],
  );
  return rows.map(({ titleId }) => titleId);
}
