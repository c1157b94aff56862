import type { Db } from './database';
import { countErased, type Unfinished } from './erasures';
import { TABLES } from './tables/list';

/** How rows of a person are removed from one table. */
interface Removal {
  readonly table: string;
  readonly sql: string;
  values(person: Unfinished): readonly unknown[];
}

/** A batch that removes so many rows commits, so that nobody waits for long and a kill loses little. */
const ROWS_AT_ONCE = 5_000;

/** At most ROWS_AT_ONCE rows of a table of a person, found by `column`. */
function deleted(table: string, column: string, keys: readonly string[]): Removal {
  const row = keys.map((key) => `"${key}"`).join(', ');
  return {
    table,
    sql: `delete from ${table} where (${row}) in (select ${row} from ${table} where "${column}" = any($1::bigint[]) limit $2)`,
    values: ({ userIds }) => [userIds, ROWS_AT_ONCE],
  };
}

function keysOf({ options }: (typeof TABLES)[number]): readonly string[] {
  return Object.entries(options.columns).flatMap(([name, column]) => (column?.primary ? [name] : []));
}

/** What a person sent, and what somebody else sent for them that is not read yet. */
const SENT = `select id from uploads where owner = any($1::text[])
  union select "uploadId" from history_imports where "userId" = any($2::bigint[]) and "uploadId" is not null`;

/** Their files, or the pieces of them. */
function sent(table: string, column: string): Removal {
  return {
    table,
    sql: `delete from ${table} where ${column} in (${SENT})`,
    values: ({ userIds }) => [userIds.map((id) => `user:${id}`), userIds],
  };
}

const REMOVALS: readonly Removal[] = [
  // Before the imports that lead to them.
  sent('upload_chunks', '"uploadId"'),
  sent('uploads', 'id'),
  // Every table with a column "userId" holds something of a person, whoever made the table.
  ...TABLES.filter(({ options }) => 'userId' in options.columns).map((table) => deleted(table.options.name, 'userId', keysOf(table))),
  {
    // A blend that nobody is left in may still bear the name that somebody gave it.
    table: 'blends',
    sql: `delete from blends where not exists (select 1 from blend_members where "blendId" = blends.id)`,
    values: () => [],
  },
  deleted('event_ids', 'owner', ['owner', 'id']),
  {
    table: 'demo_accounts',
    sql: `delete from demo_accounts where 'demo:' || sub = any($1::text[])`,
    values: ({ names }) => [names],
  },
  {
    // That something was done stays, and by whom; to whom does not.
    table: 'audit',
    sql: `update audit set "entityId" = 'forgotten', before = null, after = null where entity = 'user' and "entityId" = any($1::text[])`,
    values: ({ userIds }) => [userIds.map(String)],
  },
  {
    table: 'job_runs',
    sql: `update job_runs set payload = '{}', result = null, message = null, error = null
      where exists (select 1 from jsonb_path_query(jsonb_build_array(payload, result), '$.**.userId') found where found #>> '{}' = any($1::text[]))`,
    values: ({ userIds, names }) => [[...userIds.map(String), ...names]],
  },
];

/** The names of all tables that may hold something of a person, beside `users`. */
export const PERSONAL_TABLES: readonly string[] = REMOVALS.map(({ table }) => table);

/**
 * Removes every row of a person, a batch a transaction, and counts what it removed. What was on its way while they were forgotten may come
 * in late, so a pass that has found something is followed by another.
 */
export async function eraseRows(
  db: Db,
  person: Unfinished,
  { signal, told }: { readonly signal: AbortSignal; readonly told: (table: string, rows: number) => Promise<void> },
): Promise<void> {
  let rows = 0;
  for (let found = true; found; ) {
    found = false;
    for (const removal of REMOVALS) {
      for (let removed = ROWS_AT_ONCE; removed === ROWS_AT_ONCE; ) {
        signal.throwIfAborted();
        removed = await eraseBatch(db, person, removal);
        rows += removed;
        found ||= removed > 0;
        await told(removal.table, rows);
      }
    }
  }
}

function eraseBatch(db: Db, person: Unfinished, { table, sql, values }: Removal): Promise<number> {
  return db.transaction(async (db) => {
    const [, removed] = await db.query<[unknown, number]>(sql, [...values(person)]);
    if (removed > 0) await countErased(db, person.id, table, removed);
    return removed;
  });
}
