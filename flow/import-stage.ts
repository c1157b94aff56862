import type { FileCell, FileRow } from '../core/file-row';
import type { Import, RowProblem } from '../core/import';
import { type DraftedRow, rowDrafter } from '../core/import-draft';
import type { Db } from '../store/database';
import { deleteProblems, insertProblems } from '../store/import-problems';
import { type Attempt, countForPlans, PROBLEMS_A_ROW, refuseRepeated, type StagedRow, stageRows } from '../store/import-rows';
import { openSource } from './import-source';

/** What staging has found: how many rows the file has, how many of them are good, and the name of the file. */
export interface Staged {
  readonly rows: number;
  readonly good: number;
  readonly file: string;
}

interface Staging extends Attempt {
  readonly imported: Import;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => Promise<void> | void;
}

const BATCH = 1_000;
/** Beyond so many problems they are counted, and not kept. */
const MOST_KEPT = 200_000;
/** Two places are left for what is found later. */
const MOST_OF_ROW = PROBLEMS_A_ROW - 3;

/** Reads the files of an import row by row: good rows are staged, and what is wrong with the others is written down. */
export async function stageImport(db: Db, { imported, attempt, signal, progress }: Staging): Promise<Staged> {
  const { id: importId, format, files, mapping, options } = imported;
  await deleteProblems(db, importId);
  const source = await openSource(db, { files, format, whole: true });
  const places = placesOf(source.columns);
  const draftOf = rowDrafter(mapping, options, places);
  const [good, problems]: [StagedRow[], RowProblem[]] = [[], []];
  let [rows, staged, kept] = [0, 0, 0];
  const flush = async (): Promise<void> => {
    signal.throwIfAborted();
    await stageRows(db, { importId, attempt }, good);
    await insertProblems(db, importId, problems.slice(0, Math.max(0, MOST_KEPT - kept)));
    [staged, kept] = [staged + good.length, kept + problems.length];
    good.length = 0;
    problems.length = 0;
  };
  for await (const batch of source.batches()) {
    for (const row of batch.rows) {
      rows += 1;
      const drafted: DraftedRow = row.fault === null ? draftOf(row.cells) : { problems: [{ column: 'row', message: row.fault }] };
      if ('draft' in drafted) good.push({ number: rows, row: row.line, draft: drafted.draft, cells: row.cells.map(shown) });
      else problems.push(...problemsOf(row, drafted.problems, source.file));
      if (good.length + problems.length >= BATCH) await flush();
    }
    await progress(batch.done);
  }
  await flush();
  await countForPlans(db);
  const field = mapping[0]?.column ?? 'id';
  const repeated = await refuseRepeated(db, { importId, attempt }, { file: source.file, field });
  return { rows, good: staged - repeated, file: source.file };
}

/** Where a column's cell stands; the columns of JSON Lines become known one by one. */
function placesOf(columns: () => readonly string[]): (column: string) => number {
  const places = new Map<string, number>();
  return (column) => {
    const known = places.get(column) ?? columns().indexOf(column);
    if (known >= 0) places.set(column, known);
    return known;
  };
}

function problemsOf(row: FileRow, problems: readonly { column: string; message: string }[], file: string): readonly RowProblem[] {
  return problems.slice(0, MOST_OF_ROW).map(({ column, message }, index) => ({
    number: row.line * PROBLEMS_A_ROW + index,
    file,
    row: row.line,
    field: column,
    message,
    cells: index === 0 ? row.cells.map(shown) : null,
  }));
}

const shown = (cell: FileCell): string => (typeof cell === 'string' ? cell : cell.join('|'));
