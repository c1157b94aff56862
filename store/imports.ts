import type { Actor } from '../core/audit';
import { type Import, type ImportCounts, type ImportFile, type ImportFormat, type ImportSample, ImportState } from '../core/import';
import type { ColumnMapping } from '../core/import-columns';
import type { ImportOptions } from '../core/import-draft';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

/** What is stored is how far an import has come for good; what is at work with it, and whether it was undone, is told by others. */
const STATE = `case
  when undo.state in ('QUEUED', 'RUNNING') then '${ImportState.UNDOING}'
  when changes."undoneAt" is not null then '${ImportState.UNDONE}'
  when job.state in ('QUEUED', 'RUNNING') then case when imports."dryRun" then '${ImportState.CHECKING}' else '${ImportState.RUNNING}' end
  when imports.state = '${ImportState.DRAFT}' and job.state in ('FAILED', 'CANCELLED') then job.state
  else imports.state end`;
const UNDONE = `case when changes."undoneAt" is null then null else jsonb_build_object('at', changes."undoneAt", 'by', changes."undoneBy",
  'restored', undo.result->'restored', 'keptCount', undo.result->'keptCount', 'kept', coalesce(undo.result->'kept', '[]')) end`;
const COLUMNS = `imports.id, imports.actor, ${STATE} as state, format, files, columns, mapping, options, "dryRun", counts, samples, "jobId",
  "undoJobId", "changeSetId", imports."createdAt", imports."finishedAt", ${UNDONE} as undone, job.error as error`;
const FROM = `from imports left join job_runs job on job.id = imports."jobId" left join job_runs undo on undo.id = imports."undoJobId"
  left join change_sets changes on changes.id = imports."changeSetId"`;
const MOST = 1_000;

/** One import, or null. */
export async function importById(db: Db, id: number): Promise<Import | null> {
  const [row] = await db.query<Import[]>(`select ${COLUMNS} ${FROM} where imports.id = $1`, [id]);
  return row ?? null;
}

/** Imports, newest first, where a state is named only those. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function importsPage(db: Db, { state = null, page }: { state?: ImportState | null; page: Page }): Promise<Paged<Import>> {
  const first = pageSize(page.first, MOST);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<Import[]>(
    `select ${COLUMNS} ${FROM} where ($1::text is null or ${STATE} = $1) and ($2::bigint is null or imports.id < $2)
     order by imports.id desc limit $3 offset $4`,
    [state, after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many imports there are in a state, or in all. */
export async function countImports(db: Db, state: ImportState | null): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count ${FROM} where $1::text is null or ${STATE} = $1`, [state]);
  return row?.count ?? 0;
}

interface Drafted {
  readonly actor: Actor;
  readonly format: ImportFormat;
  readonly files: readonly ImportFile[];
  readonly columns: readonly string[];
  readonly mapping: readonly ColumnMapping[];
  readonly options: ImportOptions;
}

/** Keeps what is known of files that may be imported, by the files: once for the same ones. Answers the id. */
export async function keepDraft(db: Db, { actor, format, files, columns, mapping, options }: Drafted): Promise<number> {
  const values = [JSON.stringify(files), format, JSON.stringify(columns), JSON.stringify(mapping), JSON.stringify(options)];
  const [known] = await db.query<[{ id: number }[], number]>(
    `update imports set format = $2, columns = $3, mapping = $4, options = $5
     where id = (select max(id) from imports where files = $1::jsonb) and state in ('${ImportState.DRAFT}', '${ImportState.CHECKED}') returning id`,
    values,
  );
  if (known[0] !== undefined) return known[0].id;
  const [made] = await db.query<{ id: number }[]>(
    'insert into imports (files, format, columns, mapping, options, actor) values ($1, $2, $3, $4, $5, $6) returning id',
    [...values, actor],
  );
  if (made === undefined) throw new Error('The new import was not returned.');
  return made.id;
}

/** Hands an import to a job. */
export async function beginImport(
  db: Db,
  { id, jobId, dryRun, mapping, options }: Pick<Import, 'id' | 'dryRun' | 'mapping' | 'options'> & { readonly jobId: number },
): Promise<void> {
  await db.query(
    `update imports set "jobId" = $2, "dryRun" = $3, mapping = $4, options = $5, state = '${ImportState.DRAFT}', counts = null, samples = '[]'
     where id = $1`,
    [id, jobId, dryRun, JSON.stringify(mapping), JSON.stringify(options)],
  );
}

/** One import, locked until the transaction ends; null where it is gone. */
export async function lockImport(
  db: Db,
  id: number,
): Promise<Pick<Import, 'id' | 'state' | 'counts' | 'changeSetId' | 'actor' | 'files'> | null> {
  const [row] = await db.query<Import[]>('select id, state, counts, "changeSetId", actor, files from imports where id = $1 for update', [
    id,
  ]);
  return row ?? null;
}

/** Writes down what an import did, or a dry run would do. */
export async function finishImport(
  db: Db,
  {
    id,
    counts,
    samples,
    changeSetId,
    now,
  }: { id: number; counts: ImportCounts; samples: readonly ImportSample[]; changeSetId: number | null; now: Date },
): Promise<void> {
  await db.query(
    `update imports set state = case when $4::bigint is null then '${ImportState.CHECKED}' else '${ImportState.DONE}' end,
       counts = $2, samples = $3, "changeSetId" = $4, "finishedAt" = $5 where id = $1`,
    [id, JSON.stringify(counts), JSON.stringify(samples), changeSetId, now],
  );
}

/** Hands the undoing of an import to a job. */
export async function beginUndo(db: Db, id: number, jobId: number): Promise<void> {
  await db.query('update imports set "undoJobId" = $2 where id = $1', [id, jobId]);
}

/** Forgets an import that changed nothing. */
export async function deleteImport(db: Db, id: number): Promise<void> {
  await db.query('delete from import_problems where "importId" = $1', [id]);
  await db.query('delete from imports where id = $1', [id]);
}
