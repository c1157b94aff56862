import type { EntitySchema } from 'typeorm';
import type { Db } from './database';
import { TABLES } from './tables/list';

/** A row of a person: of which table, and what it holds. */
export interface PersonalRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const ROWS_AT_ONCE = 1_000;

/** Never leaves the house: it opens an account. */
const SECRET = `- 'passwordHash'`;

/**
 * Everything that is kept of a person: who they are, and every row of every table with a column "userId", table by table. What has a title
 * tells its name as well. Rows come in batches, so memory stays flat however long the past is.
 */
export async function* personalRows(db: Db, userId: number): AsyncGenerator<PersonalRow> {
  const users = await db.query<Row[]>('select to_jsonb(users) as row from users where id = $1 or "mergedIntoId" = $1 order by id', [
    userId,
  ]);
  for (const { row } of users) yield { table: 'users', row };
  const accounts = await db.query<Row[]>(
    `select to_jsonb(demo_accounts) ${SECRET} as row from demo_accounts join users on users.source = 'demo' and users."externalId" = sub::text
     where users.id = $1 or users."mergedIntoId" = $1`,
    [userId],
  );
  for (const { row } of accounts) yield { table: 'demo_accounts', row };
  for (const table of TABLES) if ('userId' in table.options.columns) yield* rowsOf(db, table, userId);
}

interface Row {
  readonly row: Readonly<Record<string, unknown>>;
}

async function* rowsOf(db: Db, { options }: EntitySchema, userId: number): AsyncGenerator<PersonalRow> {
  const keys = Object.entries(options.columns).flatMap(([name, column]) => (column?.primary ? [{ name, type: column.type }] : []));
  const names = keys.map(({ name }) => `rows."${name}"`).join(', ');
  const after = keys.map(({ type }, at) => `$${at + 3}::${type}`).join(', ');
  const named = 'titleId' in options.columns;
  const read = (beyond: string): string => `select to_jsonb(rows) ${named ? `|| jsonb_build_object('title', titles.name)` : ''} as row,
      jsonb_build_array(${keys.map(({ name }) => `rows."${name}"::text`).join(', ')}) as key
    from ${options.name} rows ${named ? 'left join titles on titles.id = rows."titleId"' : ''}
    where rows."userId" = $1 ${beyond} order by ${names} limit $2`;
  let rows = await db.query<(Row & { readonly key: readonly string[] })[]>(read(''), [userId, ROWS_AT_ONCE]);
  for (;;) {
    for (const { row } of rows) yield { table: options.name ?? '', row };
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
    rows = await db.query(read(`and (${names}) > (${after})`), [userId, ROWS_AT_ONCE, ...last.key]);
  }
}
