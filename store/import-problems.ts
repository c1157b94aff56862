import type { RowProblem } from '../core/import';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';
import { unnested } from './unnest';

const COLUMNS = 'number, file, row, field, message, cells';
const MOST = 1_000;

interface NewProblem {
  readonly importId: number;
  readonly number: number;
  readonly file: string;
  readonly row: number;
  readonly field: string;
  readonly message: string;
  readonly cells: string | null;
}

const BATCH = unnested<NewProblem>({
  importId: 'bigint',
  number: 'bigint',
  file: 'text',
  row: 'integer',
  field: 'text',
  message: 'text',
  cells: 'jsonb',
});

/** Keeps what is wrong with rows of an import. */
export async function insertProblems(db: Db, importId: number, problems: readonly RowProblem[]): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map(({ cells, ...problem }) => ({ ...problem, importId, cells: cells === null ? null : JSON.stringify(cells) }));
  await db.query(`insert into import_problems (${BATCH.columns}) select * from ${BATCH.from} on conflict do nothing`, [
    ...BATCH.parameters(rows),
  ]);
}

/** Forgets what was wrong with an import: it is read anew. */
export async function deleteProblems(db: Db, importId: number): Promise<void> {
  await db.query('delete from import_problems where "importId" = $1', [importId]);
}

/** What is wrong with an import, of one field where it is named, in the order of the file. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function problemsPage(
  db: Db,
  { importId, field = null, page }: { readonly importId: number; readonly field?: string | null; readonly page: Page },
): Promise<Paged<RowProblem>> {
  const first = pageSize(page.first, MOST);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<RowProblem[]>(
    `select ${COLUMNS} from import_problems
     where "importId" = $1 and ($2::text is null or field = $2) and ($3::bigint is null or number > $3)
     order by number limit $4 offset $5`,
    [importId, field, after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ number }) => [number]);
}

/** How many problems an import has, of one field where it is named. */
export async function countProblems(db: Db, { importId, field = null }: { importId: number; field?: string | null }): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'select count(*) as count from import_problems where "importId" = $1 and ($2::text is null or field = $2)',
    [importId, field],
  );
  return row?.count ?? 0;
}

/** Problems that are alike, the most frequent first, with the row of the first. */
export interface ProblemGroup {
  readonly field: string;
  readonly message: string;
  readonly rows: number;
  readonly firstRow: number;
}

const MOST_GROUPS = 100;

/** What is wrong with an import in groups of the same field and sentence, at most a hundred. */
export async function problemGroups(db: Db, importId: number): Promise<readonly ProblemGroup[]> {
  return db.query(
    `select field, message, count(*) as rows, min(row) as "firstRow" from import_problems where "importId" = $1
     group by field, message order by rows desc, "firstRow", field, message limit ${MOST_GROUPS}`,
    [importId],
  );
}
