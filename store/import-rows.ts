import type { ImportDraft } from '../core/title-draft';
import type { Db } from './database';

/** A good row on its way into the catalogue. */
export interface StagedRow {
  /** Its place among the rows of the file, from 1. */
  readonly number: number;
  /** The line of the file on which it begins. */
  readonly row: number;
  readonly draft: ImportDraft;
  /** The row as it stood in the file. */
  readonly cells: readonly string[];
}

/** One attempt to run an import: another one, of a worker that was thought dead, does not see its rows. */
export interface Attempt {
  readonly importId: number;
  readonly attempt: string;
}

/** What a draft is found again by: each external id, and our own where it is told. */
export function keysOf({ externalIds, titleId }: ImportDraft): readonly string[] {
  const keys = externalIds.map(({ source, value }) => `${source}:${value}`);
  return titleId === undefined ? keys : [...keys, `#${titleId}`];
}

/** Stages good rows. */
export async function stageRows(db: Db, { importId, attempt }: Attempt, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const staged = rows.map(({ draft, ...row }) => {
    const parent = draft.parent && `${draft.parent.source}:${draft.parent.value}`;
    return { ...row, draft, kind: draft.kind, keys: keysOf(draft), parent };
  });
  await db.query(
    `insert into import_rows ("importId", attempt, number, row, kind, keys, parent, draft, cells)
     select $1, $2, number, row, kind, keys, parent, draft, cells
     from json_to_recordset($3) as staged(number integer, row integer, kind text, keys text[], parent text, draft jsonb, cells jsonb)`,
    [importId, attempt, JSON.stringify(staged)],
  );
}

/** Problems of rows are numbered by the line, so that they stand in the order of the file whenever they are found. */
export const PROBLEMS_A_ROW = 16;
const REPEATED = PROBLEMS_A_ROW - 2;
/** The number of a problem that is found when a row meets the catalogue. */
export const REFUSED = PROBLEMS_A_ROW - 1;

/** Takes out rows that share a key with an earlier one, as problems of the file. Answers how many. */
export async function refuseRepeated(
  db: Db,
  { importId, attempt }: Attempt,
  { file, field }: { file: string; field: string },
): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `with keyed as (
       select number, row, unnest(keys) as key from import_rows where "importId" = $1 and attempt = $2
     ), twice as (
       select key, min(number) as number, (array_agg(row order by number))[1] as row from keyed group by key having count(*) > 1
     ), late as (
       select distinct on (keyed.number) keyed.number, keyed.key, twice.row as "firstRow"
       from keyed join twice on twice.key = keyed.key and twice.number < keyed.number order by keyed.number, twice.number
     ), gone as (
       delete from import_rows using late
       where import_rows."importId" = $1 and import_rows.attempt = $2 and import_rows.number = late.number
       returning import_rows.row, import_rows.cells, late.key, late."firstRow"
     ), told as (
       insert into import_problems ("importId", number, file, row, field, message, cells)
       select $1, row::bigint * ${PROBLEMS_A_ROW} + ${REPEATED}, $3, row, $4,
         case when key like '#%' then 'The Kinograph id' else 'The id ' || key end || ' stands in row ' || "firstRow" || ' already.', cells
       from gone returning 1
     ) select count(*) as count from told`,
    [importId, attempt, file, field],
  );
  return row?.count ?? 0;
}

/** Tells the database what has been staged: without it, rows are joined as if there were a handful. */
export async function countForPlans(db: Db): Promise<void> {
  await db.query('analyze import_rows');
}

/** Shows that the file itself brings, as its episodes name them. */
export async function showsInFile(db: Db, { importId, attempt }: Attempt): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ key: string }[]>(
    `select distinct show.key from (
       select unnest(keys) as key from import_rows where "importId" = $1 and attempt = $2 and kind = 'SHOW') show
     join (select * from import_rows where parent is not null) episode on episode."importId" = $1 and episode.attempt = $2 and episode.parent = show.key`,
    [importId, attempt],
  );
  return new Set(rows.map(({ key }) => key));
}

/** How many rows are staged. */
export async function countStaged(db: Db, { importId, attempt }: Attempt): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from import_rows where "importId" = $1 and attempt = $2', [
    importId,
    attempt,
  ]);
  return row?.count ?? 0;
}

/** Staged rows behind a number, in the order of the file; episodes are asked for apart, since they follow their shows. */
export async function stagedAfter(
  db: Db,
  { importId, attempt }: Attempt,
  { number, episodes, limit }: { readonly number: number; readonly episodes: boolean; readonly limit: number },
): Promise<readonly StagedRow[]> {
  return db.query(
    `select number, row, draft, cells from import_rows
     where "importId" = $1 and attempt = $2 and number > $3 and (kind = 'EPISODE') = $4 order by number limit $5`,
    [importId, attempt, number, episodes, limit],
  );
}

/**
 * Locks every title that staged rows lead to, in the order of their ids, as every change of many titles does: so two of them never wait
 * for each other.
 */
export async function lockStaged(db: Db, { importId, attempt }: Attempt): Promise<void> {
  await db.query(
    `select count(*) from (
       select titles.id from titles where id in (
         select coalesce(external."titleId", nullif(substr(key, 2), '')::bigint)
         from (select unnest(keys) as key from import_rows where "importId" = $1 and attempt = $2) staged
         left join external_ids external on external.source = split_part(key, ':', 1) and external.value = substr(key, strpos(key, ':') + 1)
         where external."titleId" is not null or key ~ '^#\\d{1,15}$')
       order by id for update) locked`,
    [importId, attempt],
  );
}

/** Forgets the staged rows of an import: of all attempts. */
export async function unstage(db: Db, importId: number): Promise<void> {
  await db.query('delete from import_rows where "importId" = $1', [importId]);
}
