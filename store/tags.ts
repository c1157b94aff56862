import type { Tag } from '../core/title';
import type { Db } from './database';
import { byTitle } from './title-facts';

/** The tags of the titles, the most fitting first. */
export async function tagsOf(db: Db, titleIds: readonly number[]): Promise<ReadonlyMap<number, readonly Tag[]>> {
  const rows = await db.query(
    'select "titleId", tag, relevance from title_tags where "titleId" = any($1::bigint[]) order by "titleId", relevance desc, tag',
    [titleIds],
  );
  return byTitle<Tag>(rows);
}
