import { AppError, ErrorCode, notFound } from '../core/errors';
import type { Job, JobState } from '../core/job';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { publish } from './notices';
import { decodeCursor, paged, pageOffset, pageSize } from './page';
import { schedule } from './queue';

const COLUMNS =
  'id, name, payload, state, progress, message, result, error, attempts, "cancelRequestedAt", "createdAt", "startedAt", "finishedAt", curve';

/** The runs of these ids, in no order; what is not there is left out. */
export async function jobsByIds(db: Db, ids: readonly number[]): Promise<readonly Job[]> {
  return db.query<Job[]>(`select ${COLUMNS} from job_runs where id = any($1)`, [ids]);
}

/** One run, or null. */
export async function jobById(db: Db, id: number): Promise<Job | null> {
  const [job] = await jobsByIds(db, [id]);
  return job ?? null;
}

export interface JobFilter {
  readonly name?: string | null;
  readonly state?: JobState | null;
}

const MOST_RUNS = 1_000;

/** Runs, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function jobsPage(db: Db, { name = null, state = null, page }: JobFilter & { readonly page: Page }): Promise<Paged<Job>> {
  const first = pageSize(page.first, MOST_RUNS);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<Job[]>(
    `select ${COLUMNS} from job_runs
     where ($1::text is null or name = $1) and ($2::text is null or state = $2) and ($3::bigint is null or id < $3)
     order by id desc limit $4 offset $5`,
    [name, state, after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, (job) => [job.id]);
}

/** The newest run of a kind of work that was begun; null when there is none. */
export async function lastRunOf(db: Db, name: string): Promise<Job | null> {
  const rows = await db.query<Job[]>(
    `select ${COLUMNS} from job_runs where name = $1 and "startedAt" is not null order by id desc limit 1`,
    [name],
  );
  return rows[0] ?? null;
}

/** How many runs a filter lets through. */
export async function countJobs(db: Db, { name = null, state = null }: JobFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'select count(*) as count from job_runs where ($1::text is null or name = $1) and ($2::text is null or state = $2)',
    [name, state],
  );
  return row?.count ?? 0;
}

/**
 * Asks a run to stop: one that waits is cancelled at once, one that runs is told within a second and ends when it can.
 * Throws NOT_FOUND, and CONFLICT when it has ended.
 */
export async function requestCancel(db: Db, id: number): Promise<Job> {
  return change(db, id, {
    sql: `update job_runs set "cancelRequestedAt" = coalesce("cancelRequestedAt", now()),
            state = case state when 'QUEUED' then 'CANCELLED' else state end,
            "finishedAt" = case state when 'QUEUED' then now() end
          where id = $1 and state in ('QUEUED', 'RUNNING') returning ${COLUMNS}`,
    expected: 'a job that waits or runs',
  });
}

/** Queues a run again that failed or was cancelled. Throws NOT_FOUND, and CONFLICT when it did neither. */
export async function retryJob(db: Db, id: number): Promise<Job> {
  return db.transaction(async (db) => {
    const job = await change(db, id, {
      // Without its key it cannot stand in the way of a newer run that waits.
      sql: `update job_runs set state = 'QUEUED', attempts = 0, key = null, progress = 0, message = null, error = null, curve = '[]',
              "cancelRequestedAt" = null, "startedAt" = null, "finishedAt" = null
            where id = $1 and state in ('FAILED', 'CANCELLED') returning ${COLUMNS}`,
      expected: 'a job that failed or was cancelled',
    });
    await schedule(db, id);
    return job;
  });
}

async function change(db: Db, id: number, { sql, expected }: { sql: string; expected: string }): Promise<Job> {
  return db.transaction(async (db) => {
    const [rows] = await db.query<[Job[], number]>(sql, [id]);
    const changed = rows[0];
    if (changed !== undefined) {
      await publish(db, [{ topic: 'job', id }]);
      return changed;
    }
    const job = await jobById(db, id);
    if (job === null) throw notFound('id', 'job');
    throw new AppError(ErrorCode.CONFLICT, `The job is ${job.state}.`, { field: 'id', expected });
  });
}
