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

/** Which changes; what is left out does not matter. `since` is included, `until` is not. */
export interface AuditFilter {
  readonly entity?: string | null;
  readonly entityId?: string | null;
  readonly actor?: string | null;
  readonly action?: string | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
}

const MOST_ENTRIES = 1_000;
const COLUMNS = 'id, actor, action, entity, "entityId", before, after, at, "changeSetId"';
/** Every column with one of these has an index that goes on by time and id, so that the newest of a filter are read and no others. */
const EQUAL = [
  ['entity', 'entity'],
  ['entityId', '"entityId"'],
  ['actor', 'actor'],
  ['action', 'action'],
] as const;
/** Few: an index is asked for the next one each time, and the rows in between are not read. */
const ENTITIES = distinctOf('entity');

/** Changes, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function auditPage(db: Db, { page, ...filter }: AuditFilter & { readonly page: Page }): Promise<Paged<AuditEntry>> {
  const first = pageSize(page.first, MOST_ENTRIES);
  const { sql, values } = conditionsOf(filter);
  const [at, id] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['time', 'integer']);
  const after = page.after === null ? '' : `and (at, id) < ($${values.push(at)}::timestamptz, $${values.push(id)}::bigint)`;
  const rows = await db.query<(AuditEntry & { readonly place: string })[]>(
    `select ${COLUMNS}, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place from audit
     where ${sql} ${after} order by at desc, id desc limit $${values.push(first + 1)} offset $${values.push(pageOffset(page.offset))}`,
    values,
  );
  return paged(rows, first, ({ place, id }) => [place, id]);
}

/** How many changes a filter lets through. It counts them, so it takes its time on a long audit: only where somebody asked. */
export async function countAudit(db: Db, filter: AuditFilter): Promise<number> {
  const { sql, values } = conditionsOf(filter);
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count from audit where ${sql}`, values);
  return row?.count ?? 0;
}

/** What the audit tells of: every kind of thing, and everything that was done, by name. */
export async function auditWords(db: Db): Promise<{ readonly entities: readonly string[]; readonly actions: readonly string[] }> {
  const read = async (sql: string): Promise<string[]> => (await db.query<{ word: string }[]>(sql)).map(({ word }) => word);
  return { entities: await read(ENTITIES), actions: await read(distinctOf('action')) };
}

function conditionsOf(filter: AuditFilter): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const conditions = EQUAL.flatMap(([field, column]) => (present(filter[field]) ? [`${column} = $${values.push(filter[field])}`] : []));
  // The index over ids begins with the kind of thing.
  if (present(filter.entityId) && !present(filter.entity)) conditions.push(`entity = any(array(${ENTITIES}))`);
  if (present(filter.since)) conditions.push(`at >= $${values.push(filter.since)}`);
  if (present(filter.until)) conditions.push(`at < $${values.push(filter.until)}`);
  return { sql: conditions.join(' and ') || 'true', values };
}

const present = (value: unknown): boolean => value !== null && value !== undefined;

function distinctOf(column: 'entity' | 'action'): string {
  return `with recursive words as (
      (select ${column} as word from audit order by ${column} limit 1)
      union all
      select (select ${column} from audit where ${column} > word order by ${column} limit 1) from words where word is not null)
    select word from words where word is not null`;
}

function jsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
