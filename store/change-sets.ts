import type { Actor, AuditEntry, AuditedChange } from '../core/audit';
import type { ChangeSet, ChangeSetKind } from '../core/change-set';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

/** A change of many titles that begins; `runId` names the job that makes it. */
interface Begun {
  readonly actor: Actor;
  readonly kind: `${ChangeSetKind}`;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly runId?: number | null;
}

/** Begins a change of many titles, in the transaction of the change itself. Answers its id, for `writeAudits`. */
export async function beginChangeSet(db: Db, { actor, kind, details = {}, runId = null }: Begun): Promise<number> {
  const [row]: { id: number }[] = await db.query(
    'insert into change_sets (actor, kind, details, "runId") values ($1, $2, $3::jsonb, $4) returning id',
    [actor, kind, JSON.stringify(details), runId],
  );
  if (row === undefined) throw new Error('A change set was made and is not there.');
  return row.id;
}

/** Adds to the number of titles that a change set changed. */
export async function countChanged(db: Db, id: number, titles: number): Promise<void> {
  await db.query('update change_sets set titles = titles + $2 where id = $1', [id, titles]);
}

/**
 * Writes down many changes in one statement, in the transaction of the changes, and counts their titles into the change set. To be undone, a
 * title's `after` holds the `version` that the change left it at, and `before` all or some of its fields as they were (null: it was made).
 */
export async function writeAudits(db: Db, entries: readonly AuditedChange[], changeSetId: number | null): Promise<void> {
  if (entries.length === 0) return;
  await db.query(
    `insert into audit (actor, action, entity, "entityId", before, after, "changeSetId")
     select actor, action, entity, "entityId", before::jsonb, after::jsonb, $7
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       with ordinality as entries(actor, action, entity, "entityId", before, after, place) order by place`,
    [
      entries.map(({ actor }) => actor),
      entries.map(({ action }) => action),
      entries.map(({ entity }) => entity),
      entries.map(({ entityId }) => entityId),
      entries.map(({ before }) => jsonOrNull(before)),
      entries.map(({ after }) => jsonOrNull(after)),
      changeSetId,
    ],
  );
  const titles = new Set(entries.filter(({ entity }) => entity === 'title').map(({ entityId }) => entityId)).size;
  if (changeSetId !== null) await countChanged(db, changeSetId, titles);
}

const COLUMNS = 'id, kind, actor, at, titles, details, "runId", "undoneAt", "undoneBy"';
const MOST_SETS = 1_000;

/** One change set, locked until the transaction ends; null where there is none. */
export async function lockChangeSet(db: Db, id: number): Promise<ChangeSet | null> {
  const [row] = await db.query<ChangeSet[]>(`select ${COLUMNS} from change_sets where id = $1 for update`, [id]);
  return row ?? null;
}

/** One change set, or null. */
export async function changeSetById(db: Db, id: number): Promise<ChangeSet | null> {
  const [row] = await db.query<ChangeSet[]>(`select ${COLUMNS} from change_sets where id = $1`, [id]);
  return row ?? null;
}

/** The change set that a job made, or null. */
export async function changeSetOfRun(db: Db, runId: number): Promise<ChangeSet | null> {
  const [row] = await db.query<ChangeSet[]>(`select ${COLUMNS} from change_sets where "runId" = $1`, [runId]);
  return row ?? null;
}

/** Change sets, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function changeSetsPage(db: Db, page: Page): Promise<Paged<ChangeSet>> {
  const first = pageSize(page.first, MOST_SETS);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<ChangeSet[]>(
    `select ${COLUMNS} from change_sets where $1::bigint is null or id < $1 order by id desc limit $2 offset $3`,
    [after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many change sets there are. */
export async function countChangeSets(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from change_sets');
  return row?.count ?? 0;
}

/** Keeps who undid a change set. */
export async function markUndone(db: Db, { id, actor, now }: { id: number; actor: Actor; now: Date }): Promise<void> {
  await db.query('update change_sets set "undoneAt" = $2, "undoneBy" = $3 where id = $1', [id, now, actor]);
}

/** The titles that a change set changed, in the order of their ids. */
export async function titlesOfSet(db: Db, id: number): Promise<readonly number[]> {
  const rows: { titleId: number }[] = await db.query(
    `select distinct "entityId"::bigint as "titleId" from audit where "changeSetId" = $1 and entity = 'title' order by 1`,
    [id],
  );
  return rows.map(({ titleId }) => titleId);
}

/** What a change set says of these titles, in the order in which it was written. */
export async function auditsOfSet(db: Db, id: number, titleIds: readonly number[]): Promise<readonly AuditEntry[]> {
  return db.query(
    `select id, actor, action, entity, "entityId", before, after, at, "changeSetId" from audit
     where "changeSetId" = $1 and entity = 'title' and "entityId" = any($2::text[]) order by id`,
    [id, titleIds.map(String)],
  );
}

function jsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
