import type { JobLine } from '../core/job';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

export type NewLine = Omit<JobLine, 'id'>;

/** So many lines of a run are kept, the newest. */
export const LINES_KEPT = 1_000;
const LONGEST_LINE = 1_000;

/** Writes what a run has said in one statement, and drops its oldest lines beyond LINES_KEPT. */
export async function addJobLines(db: Db, runId: number, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return;
  await db.query(
    `insert into job_logs ("runId", at, level, text)
     select $1, at, level, text from unnest($2::timestamptz[], $3::text[], $4::text[]) with ordinality as line (at, level, text, place)
     order by place`,
    [runId, lines.map(({ at }) => at), lines.map(({ level }) => level), lines.map(({ text }) => printable(text))],
  );
  await db.query(
    `delete from job_logs where "runId" = $1
       and id <= (select id from job_logs where "runId" = $1 order by id desc offset $2 limit 1)`,
    [runId, LINES_KEPT],
  );
}

/** What a run has said, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function jobLinesPage(db: Db, runId: number, page: Page): Promise<Paged<JobLine>> {
  const first = pageSize(page.first, LINES_KEPT);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<JobLine[]>(
    `select id, at, level, text from job_logs where "runId" = $1 and ($2::bigint is null or id < $2)
     order by id desc limit $3 offset $4`,
    [runId, after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many lines of a run are kept. */
export async function countJobLines(db: Db, runId: number): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from job_logs where "runId" = $1', [runId]);
  return row?.count ?? 0;
}

/** What can be kept of a line: PostgreSQL keeps no NUL in a text. */
export function printable(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, LONGEST_LINE);
}
