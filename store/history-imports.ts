import { type HistoryImport, HistoryImportState as State } from '../core/history-import';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const MOST_IMPORTS = 100;
const WORKING = `('${State.READING}', '${State.PLACING}')`;
/** What is stored is how far it has come; whether anything still works with it is told by its job. */
const BROKEN = `history_imports.state in ${WORKING} and job.state in ('FAILED', 'CANCELLED')`;
const COLUMNS = `history_imports.id, "userId", "fileName", "uploadId", format, case when ${BROKEN} then '${State.FAILED}' else history_imports.state end as state,
  question, profiles, profile, "dateOrder", "timeZone", "dateSamples", counts,
  case when ${BROKEN} and job.state = 'CANCELLED' then 'It was stopped: import the file again.'
    when ${BROKEN} then 'It could not be finished, through no fault of the file: import it again.' else history_imports.error end as error,
  "jobId", history_imports."createdAt", history_imports."finishedAt"`;
const FROM = 'from history_imports left join job_runs job on job.id = "jobId"';

/** The import of a history that belongs to this person; null for any other. */
export async function historyImportOf(db: Db, userId: number, id: number): Promise<HistoryImport | null> {
  const [row] = await db.query<HistoryImport[]>(`select ${COLUMNS} ${FROM} where history_imports.id = $1 and "userId" = $2`, [id, userId]);
  return row ?? null;
}

/** The import of a history, whosever it is; null where there is none. */
export async function historyImportById(db: Db, id: number): Promise<HistoryImport | null> {
  const [row] = await db.query<HistoryImport[]>(`select ${COLUMNS} ${FROM} where history_imports.id = $1`, [id]);
  return row ?? null;
}

/** The import that works with an upload or asks about it; null where none does. */
export async function historyImportOfUpload(db: Db, uploadId: number): Promise<HistoryImport | null> {
  const [row] = await db.query<HistoryImport[]>(
    `select ${COLUMNS} ${FROM} where "uploadId" = $1 and history_imports.state <> '${State.FAILED}' and not (${BROKEN}) limit 1`,
    [uploadId],
  );
  return row ?? null;
}

/** A person's imports, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function historyImportsPage(db: Db, userId: number, page: Page): Promise<Paged<HistoryImport>> {
  const first = pageSize(page.first, MOST_IMPORTS);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<HistoryImport[]>(
    `select ${COLUMNS} ${FROM} where "userId" = $1 and ($2::bigint is null or history_imports.id < $2)
     order by history_imports.id desc limit $3 offset $4`,
    [userId, before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many imports a person has. */
export async function countHistoryImports(db: Db, userId: number): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from history_imports where "userId" = $1', [userId]);
  return row?.count ?? 0;
}

type NewImport = Pick<HistoryImport, 'userId' | 'fileName' | 'uploadId' | 'format' | 'profile' | 'dateOrder' | 'timeZone'> & {
  readonly now: Date;
};

/** Begins an import; answers its id. */
export async function insertHistoryImport(
  db: Db,
  { userId, fileName, uploadId, format, profile, dateOrder, timeZone, now }: NewImport,
): Promise<number> {
  const [row] = await db.query<{ id: number }[]>(
    `insert into history_imports ("userId", "fileName", "uploadId", format, state, profile, "dateOrder", "timeZone", "createdAt")
     values ($1, $2, $3, $4, '${State.READING}', $5, $6, $7, $8) returning id`,
    [userId, fileName, uploadId, format, profile, dateOrder, timeZone, now],
  );
  if (row === undefined) throw new Error('The new import was not returned.');
  return row.id;
}

/** Waits until nobody else changes what this person brought, until the transaction ends; live events go on meanwhile. */
export async function holdHistory(db: Db, userId: number): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtextextended('history', $1::bigint))`, [userId]);
}

type Changes = Partial<Omit<HistoryImport, 'id' | 'userId' | 'fileName' | 'createdAt' | 'state'>> & { readonly state?: State };

const TYPES: Readonly<Record<keyof Changes, string>> = {
  uploadId: 'bigint',
  format: 'text',
  state: 'text',
  question: 'text',
  profiles: 'jsonb',
  profile: 'text',
  dateOrder: 'text',
  timeZone: 'text',
  dateSamples: 'text[]',
  counts: 'jsonb',
  error: 'text',
  jobId: 'bigint',
  finishedAt: 'timestamptz',
};

/** Writes down how far an import has come; what is left out stays. False where it is gone. */
export async function changeHistoryImport(db: Db, id: number, changes: Changes): Promise<boolean> {
  const names = (Object.keys(changes) as (keyof Changes)[]).filter((name) => changes[name] !== undefined);
  const values = names.map((name) => (TYPES[name] === 'jsonb' ? JSON.stringify(changes[name]) : changes[name]));
  const [, changed] = await db.query<[unknown, number]>(
    `update history_imports set ${names.map((name, at) => `"${name}" = $${at + 2}::${TYPES[name]}`).join(', ')} where id = $1`,
    [id, ...values],
  );
  return changed === 1;
}

/** Removes an import with its rows. */
export async function deleteHistoryRows(db: Db, id: number): Promise<void> {
  await db.query('delete from history_rows where "importId" = $1', [id]);
  await db.query('delete from history_imports where id = $1', [id]);
}

/** Gives all that one person brought to another, with what they said that names mean where that one said nothing. */
export async function moveHistoryImports(db: Db, fromId: number, intoId: number): Promise<void> {
  for (const table of ['history_imports', 'history_rows'])
    await db.query(`update ${table} set "userId" = $2 where "userId" = $1`, [fromId, intoId]);
  await db.query(
    `insert into history_corrections ("userId", name, "titleId", at) select $2, name, "titleId", at from history_corrections where "userId" = $1
     on conflict do nothing`,
    [fromId, intoId],
  );
  await db.query('delete from history_corrections where "userId" = $1', [fromId]);
  await db.query('update uploads set owner = $2 where owner = $1', [`user:${fromId}`, `user:${intoId}`]);
}
