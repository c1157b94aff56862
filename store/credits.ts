import { type Credit, CreditRole } from '../core/title';
import type { Db } from './database';
import { byTitle } from './title-facts';

/** Who made the titles: creators, directors, authors and artists before actors, in order of billing. */
export async function creditsOf(db: Db, titleIds: readonly number[]): Promise<ReadonlyMap<number, readonly Credit[]>> {
  const rows = await db.query(
    `select "titleId", role, name, character, position from credits where "titleId" = any($1::bigint[])
     order by "titleId", role = '${CreditRole.ACTOR}', role, position`,
    [titleIds],
  );
  return byTitle<Credit>(rows);
}
