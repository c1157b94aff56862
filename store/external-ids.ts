import type { ExternalId } from '../core/title';
import type { Db } from './database';
import { byTitle } from './title-facts';

/** What the titles are known by elsewhere, by source. */
export async function externalIdsOf(db: Db, titleIds: readonly number[]): Promise<ReadonlyMap<number, readonly ExternalId[]>> {
  const rows = await db.query(
    'select "titleId", source, value from external_ids where "titleId" = any($1::bigint[]) order by "titleId", source, value',
    [titleIds],
  );
  return byTitle<ExternalId>(rows);
}

/** Puts these ids in the place of all that the title had. An id of another title fails as a broken key: ask `resolveTitles` first. */
export async function replaceExternalIds(db: Db, titleId: number, externalIds: readonly ExternalId[]): Promise<void> {
  await db.query('delete from external_ids where "titleId" = $1', [titleId]);
  await db.query(
    `insert into external_ids (source, value, "titleId") select distinct source, value, $3::bigint from unnest($1::text[], $2::text[]) given(source, value)`,
    [externalIds.map(({ source }) => source), externalIds.map(({ value }) => value), titleId],
  );
}
