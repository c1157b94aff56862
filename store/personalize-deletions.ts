import type { PersonalizeDeletion } from '../core/personalize/deletion';
import type { Db } from './database';

/** Events that were being told while the last row went have arrived over there after so long. */
const SETTLED = "interval '5 minutes'";

/**
 * Remembers people for Amazon Personalize to delete, in the transaction that forgets them, unless nothing of theirs can be there: a sync that
 * was never started, or was taken down. One that starts at this moment waits until they are forgotten.
 */
export async function rememberDeletions(
  db: Db,
  { erasureId, people }: { readonly erasureId: number; readonly people: readonly string[] },
): Promise<void> {
  const [begun] = await db.query<object[]>(`select id from personalize_syncs where state not in ('OFF', 'GONE') for share`);
  if (begun === undefined) return;
  await db.query(`insert into personalize_deletions ("erasureId", "personId") select $1, person from unnest($2::text[]) person`, [
    erasureId,
    people,
  ]);
}

/** Everybody who is to be deleted, in the order in which they were forgotten. */
export async function personalizeDeletions(db: Db): Promise<readonly PersonalizeDeletion[]> {
  return db.query(
    `select d.*, coalesce(e."erasedAt" < now() - ${SETTLED}, false) as "isErased"
     from personalize_deletions d left join erasures e on e.id = d."erasureId" order by d.id`,
  );
}

/** Forgets who was deleted over there, and notes on each receipt of which nobody is left that it is done. */
export async function settleDeletions(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const [rows]: [{ erasureId: number }[], number] = await db.query(
    'delete from personalize_deletions where id = any($1::bigint[]) returning "erasureId"',
    [ids],
  );
  await db.query(
    `update erasures set "personalizeDoneAt" = now() where id = any($1::bigint[])
       and not exists (select from personalize_deletions where "erasureId" = erasures.id)`,
    [rows.map(({ erasureId }) => erasureId)],
  );
}

/** Forgets jobs of which nobody is left: theirs are the only resources of which there are more and more. */
export async function removeSettledJobs(db: Db): Promise<void> {
  await db.query(
    `delete from personalize_resources r where kind = 'DELETION_JOB'
       and not exists (select from personalize_deletions d where r.desired->'deletions' @> to_jsonb(d.id))`,
  );
}
