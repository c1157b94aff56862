import type { Actor } from '../core/audit';
import type { Erasure } from '../core/erasure';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const AT_PERSONALIZE = 'exists (select from personalize_deletions where "erasureId" = erasures.id)';
const COLUMNS = `id, at, actor, hash, counts, "erasedAt", "completedAt", "trainRunId", "personalizeDoneAt",
  ${AT_PERSONALIZE} as "atPersonalize"`;
const MOST_ERASURES = 1_000;

/** Whose rows are still to be removed. */
export interface Unfinished {
  readonly id: number;
  readonly userIds: readonly number[];
  /** `source:externalId` of each. */
  readonly names: readonly string[];
  readonly retrain: boolean;
}

/** A person about to be forgotten; the first name is that of who stands for all. */
export type NewErasure = Omit<Unfinished, 'id'> & { readonly actor: Actor };

/** Begins an erasure: from now on these names stand for nobody who was here before. Returns its id. */
export async function insertErasure(db: Db, { actor, userIds, names, retrain }: NewErasure): Promise<number> {
  // By the wall clock, because events that waited for this transaction may be younger than its beginning.
  await db.query(
    `insert into forgotten_names (hash, at) select forgotten_hash(name), clock_timestamp() from unnest($1::text[]) name
     on conflict (hash) do update set at = excluded.at`,
    [names],
  );
  const [row] = await db.query<{ id: number }[]>(
    `insert into erasures (at, actor, hash, "userIds", names, retrain)
     values (clock_timestamp(), $1, forgotten_hash($2), $3, $4, $5) returning id`,
    [actor, names[0], userIds, names, retrain],
  );
  if (row === undefined) throw new Error('PostgreSQL returned no row for an erasure.');
  return row.id;
}

/** Who is to be removed; null once no row is left. */
export async function unfinishedErasure(db: Db, id: number): Promise<Unfinished | null> {
  const [row] = await db.query<Unfinished[]>(
    'select id, to_jsonb("userIds") as "userIds", names, retrain from erasures where id = $1 and "erasedAt" is null',
    [id],
  );
  return row ?? null;
}

/** Adds to what was removed, in the transaction that removes it. */
export async function countErased(db: Db, id: number, table: string, rows: number): Promise<void> {
  await db.query(
    `update erasures set counts = jsonb_set(counts, array[$2], to_jsonb(coalesce((counts ->> $2)::bigint, 0) + $3::bigint)) where id = $1`,
    [id, table, rows],
  );
}

/** Notes that no row is left, and forgets who it was. */
export async function finishErasure(db: Db, id: number, trainRunId: number | null): Promise<void> {
  await db.query(
    `update erasures set "erasedAt" = clock_timestamp(), "userIds" = '{}', names = '{}', "trainRunId" = $2 where id = $1 and "erasedAt" is null`,
    [id, trainRunId],
  );
}

/** Erasures whose work nobody has in hand: their job failed, or was lost with its queue. */
export async function strandedErasures(db: Db): Promise<readonly number[]> {
  const rows = await db.query<{ id: number }[]>(
    `select id from erasures where "erasedAt" is null and not exists (
       select 1 from job_runs where name = 'forget' and state in ('QUEUED', 'RUNNING') and (payload ->> 'erasureId')::bigint = erasures.id)`,
  );
  return rows.map(({ id }) => id);
}

/**
 * A model that is still kept may have learned from a person when its training had begun, and so read what people did, before the last row
 * of theirs was gone. One whose factors were removed holds nothing of anyone.
 */
const MAY_HOLD = `models.bytes > 0 and (erasures."erasedAt" is null
  or models."createdAt" - make_interval(secs => models."trainedSeconds") < erasures."erasedAt")`;
const COMPLETE = `update erasures set "completedAt" = now()
  where "erasedAt" is not null and "completedAt" is null and not ${AT_PERSONALIZE}
    and not exists (select 1 from models where ${MAY_HOLD})`;

/** Notes which erasures neither a kept model nor Amazon Personalize stands against any more; answers how many. */
export async function completeErasures(db: Db): Promise<number> {
  const [, count] = await db.query<[unknown, number]>(COMPLETE);
  return count;
}

/** An erasure; null where there is none. */
export async function erasureById(db: Db, id: number): Promise<Erasure | null> {
  const [row] = await db.query<Erasure[]>(`select ${COLUMNS} from erasures where id = $1`, [id]);
  return row ?? null;
}

/** The ids of the kept models that may have learned from whom each erasure is of, newest first. */
export async function modelsHolding(db: Db, erasureIds: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await db.query<{ id: number; models: readonly number[] }[]>(
    `select erasures.id, jsonb_agg(models.id order by models.id desc) as models
     from erasures join models on ${MAY_HOLD} where erasures.id = any($1::bigint[]) group by erasures.id`,
    [erasureIds],
  );
  return new Map(rows.map(({ id, models }) => [id, models]));
}

/** Of whom, by `source:externalId`; null: of anyone. */
export interface ErasureFilter {
  readonly of: string | null;
}

const OF = '($1::text is null or hash = forgotten_hash($1))';

/** Erasures, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function erasuresPage(db: Db, { of, page }: ErasureFilter & { readonly page: Page }): Promise<Paged<Erasure>> {
  const first = pageSize(page.first, MOST_ERASURES);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<Erasure[]>(
    `select ${COLUMNS} from erasures where ${OF} and ($2::bigint is null or id < $2) order by id desc limit $3 offset $4`,
    [of, before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many erasures there are. */
export async function countErasures(db: Db, { of }: ErasureFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count from erasures where ${OF}`, [of]);
  return row?.count ?? 0;
}
