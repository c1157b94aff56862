import type { Db } from './database';

/** A list that a cursor points into: what was answered, so that later pages repeat nothing. */
export interface ListSnapshot {
  /** Which list it is a page of; a cursor is good for that list only. */
  readonly listId: string;
  readonly modelId: number | null;
  readonly titleIds: readonly number[];
  readonly scores: readonly (number | null)[];
  /** Where some are explored: the chance of each, and which they are. */
  readonly propensities?: readonly number[];
  readonly explored?: readonly boolean[];
}

/** For how long a cursor is good. */
const SNAPSHOT_MINUTES = 30;

/** Which list it is, whose, and what time it is. */
interface At {
  readonly id: string;
  readonly userId: number | null;
  readonly now: Date;
}

/** Keeps a list for its cursors; the same id again changes nothing. */
export async function keepSnapshot(db: Db, { id, userId, now }: At, list: ListSnapshot): Promise<void> {
  // A list that was asked for before its person was forgotten leaves nothing of them.
  await db.query(
    `insert into list_snapshots (id, "userId", "createdAt", list) select $1::uuid, $2::bigint, $3::timestamptz, $4::jsonb
     where $2::bigint is null or exists (select 1 from users where id = $2) on conflict (id) do nothing`,
    [id, userId, now, list],
  );
}

/** The list that a cursor of this person points into; null when it is too old, another person's or none. */
export async function snapshotOf(db: Db, { id, userId, now }: At): Promise<ListSnapshot | null> {
  const rows: { list: ListSnapshot }[] = await db.query(
    `select list from list_snapshots
     where id = $1 and "userId" is not distinct from $2::bigint and "createdAt" > $3`,
    [id, userId, oldest(now)],
  );
  return rows[0]?.list ?? null;
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - SNAPSHOT_MINUTES * 60_000);
}
