import type { AuditEntry, AuditedChange } from '../core/audit';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

/** Writes down one change, in the transaction of the change itself: `before` is null for what was made, `after` for what was removed. */
export async function writeAudit(db: Db, entry: AuditedChange): Promise<void> {
  await db.query('insert into audit (actor, action, entity, "entityId", before, after) values ($1, $2, $3, $4, $5::jsonb, $6::jsonb)', [
    entry.actor,
    entry.action,
    entry.entity,
    entry.entityId,
    jsonOrNull(entry.before),
    jsonOrNull(entry.after),
  ]);
}

/** One change, or null. */
export async function auditEntry(db: Db, id: number): Promise<AuditEntry | null> {
  const [row] = await db.query<AuditEntry[]>(
    'select id, actor, action, entity, "entityId", before, after, at, "changeSetId" from audit where id = $1',
    [id],
  );
  return row ?? null;
}

/** Which changes: of one kind of thing with `entity`, of one thing with `entityId` too. */
export interface AuditFilter {
  readonly entity?: string | null;
  readonly entityId?: string | null;
}

const MOST_ENTRIES = 1_000;

/** Changes, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function auditPage(
  db: Db,
  { entity = null, entityId = null, page }: AuditFilter & { readonly page: Page },
): Promise<Paged<AuditEntry>> {
  const first = pageSize(page.first, MOST_ENTRIES);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<AuditEntry[]>(
    `select id, actor, action, entity, "entityId", before, after, at, "changeSetId" from audit
     where ($1::text is null or entity = $1) and ($2::text is null or "entityId" = $2) and ($3::bigint is null or id < $3)
     order by id desc limit $4 offset $5`,
    [entity, entityId, after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, (entry) => [entry.id]);
}

/** How many changes a filter lets through. */
export async function countAudit(db: Db, { entity = null, entityId = null }: AuditFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'select count(*) as count from audit where ($1::text is null or entity = $1) and ($2::text is null or "entityId" = $2)',
    [entity, entityId],
  );
  return row?.count ?? 0;
}

function jsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
