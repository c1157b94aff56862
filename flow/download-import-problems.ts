import { csvText } from '../core/csv-text';
import type { RowProblem } from '../core/import';
import type { Db } from '../store/database';
import { problemsPage } from '../store/import-problems';
import { importById } from '../store/imports';
import type { Download } from './download';

interface Params {
  readonly importId: number;
}

const BATCH = 1_000;

/** The bad rows of an import as they stood in their file, with what is wrong with each behind them: mended, they can be imported alone. */
export const importProblemsDownload: Download<Params> = {
  contentType: 'text/csv; charset=utf-8',
  fileName: ({ importId }) => `import-${importId}-problems.csv`,

  async *write(db: Db, { importId }: Params) {
    const columns = (await importById(db, importId))?.columns ?? [];
    yield csvText([[...columns, 'problem_field', 'problem']]);
    let after: string | null = null;
    let open: readonly RowProblem[] = [];
    for (;;) {
      const { edges, hasNextPage } = await problemsPage(db, { importId, page: { first: BATCH, after, offset: null } });
      const rows = rowsOf([...open, ...edges.map(({ node }) => node)]);
      // The last row may go on in the next batch.
      open = hasNextPage ? (rows.at(-1) ?? []) : [];
      yield csvText((hasNextPage ? rows.slice(0, -1) : rows).map((problems) => lineOf(problems, columns.length)));
      if (!hasNextPage) return;
      after = edges.at(-1)?.cursor ?? null;
    }
  },
};

function rowsOf(problems: readonly RowProblem[]): readonly (readonly RowProblem[])[] {
  const rows: RowProblem[][] = [];
  for (const problem of problems) {
    const last = rows.at(-1);
    if (last?.[0]?.row === problem.row && last[0].file === problem.file) last.push(problem);
    else rows.push([problem]);
  }
  return rows;
}

function lineOf(problems: readonly RowProblem[], columns: number): readonly string[] {
  const cells = problems.find((problem) => problem.cells !== null)?.cells ?? [];
  const padded = [...cells, ...Array<string>(Math.max(0, columns - cells.length)).fill('')];
  return [...padded, problems.map(({ field }) => field).join('; '), problems.map(({ message }) => message).join(' ')];
}
