import type { Curve } from '../core/curve';
import { type Job, JobState } from '../core/job';
import type { Db } from './database';
import { addJobLines, type NewLine, printable } from './job-logs';
import { releaseLease, requireLease, takeLease } from './leases';
import { publish } from './notices';
import { SCHEDULED, schedule } from './queue';

/** A run in the hands of one worker: only the holder of its newest lease may write to it. */
export interface Held {
  readonly job: Job;
  readonly token: number;
  readonly maxAttempts: number;
}

/** So long may a worker be silent; it renews every few seconds. */
export const LEASE_SECONDS = 20;

/** The lease of a run. */
export const leaseOf = (id: number): string => `job:${id}`;

/** Takes a waiting run in hand; null when it does not wait any more, or when another has it. */
export async function beginJob(db: Db, id: number, holder: string): Promise<Held | null> {
  return db.transaction(async (db) => {
    const token = await takeLease(db, leaseOf(id), holder, LEASE_SECONDS);
    if (token === null) return null;
    const [rows] = await db.query<[(Job & { maxAttempts: number })[], number]>(
      `update job_runs set state = 'RUNNING', attempts = attempts + 1, progress = 0, curve = '[]', "startedAt" = now(), "finishedAt" = null
       where id = $1 and state = 'QUEUED' returning *`,
      [id],
    );
    const job = rows[0];
    if (job === undefined) await releaseLease(db, leaseOf(id), token);
    else await publish(db, [{ topic: 'job', id }]);
    return job === undefined ? null : { job, token, maxAttempts: job.maxAttempts };
  });
}

/** How far a run is: `fraction` 0 to 1; left out: as far as before. */
export interface Reached {
  readonly fraction?: number;
  readonly message?: string;
  readonly curve?: Curve;
  /** What it has said since the last time. */
  readonly lines: readonly NewLine[];
}

/** Writes down how far a run is and what it has said. Throws when the run has passed to another worker. */
export async function setProgress(db: Db, held: Held, { fraction, message, curve, lines }: Reached): Promise<void> {
  await asHolder(db, held, async (db) => {
    const { id } = held.job;
    const done = fraction === undefined ? null : Math.min(1, Math.max(0, fraction));
    await db.query(
      `update job_runs set progress = coalesce($2, progress), message = coalesce($3, message), curve = coalesce($4::jsonb, curve)
       where id = $1`,
      [id, done, message === undefined ? null : printable(message), curve === undefined ? null : JSON.stringify(curve)],
    );
    await addJobLines(db, id, lines);
  });
}

/** How a run ended. */
export interface Ending {
  readonly state: JobState.SUCCEEDED | JobState.FAILED | JobState.CANCELLED;
  readonly result?: object | null;
  readonly error?: string | null;
}

/** Writes down how a run ended; a scheduled one that succeeded takes the place of the one before. Throws when the run has passed to another worker. */
export async function finishJob(db: Db, held: Held, { state, result = null, error = null }: Ending): Promise<void> {
  await asHolder(db, held, async (db) => {
    await db.query(
      `update job_runs set state = $2, result = $3::jsonb, error = $4, "finishedAt" = now(),
         progress = case when $2 = 'SUCCEEDED' then 1 else progress end
       where id = $1`,
      [held.job.id, state, result === null ? null : JSON.stringify(result), error],
    );
    if (state === JobState.SUCCEEDED) await db.query(FORGET_EARLIER, [held.job.id, SCHEDULED]);
    await releaseLease(db, leaseOf(held.job.id), held.token);
  });
}

// What runs every minute by itself would drown the list of what people have asked for: of its successes the last one tells enough.
const FORGET_EARLIER = `
  delete from job_runs earlier using job_runs latest
  where latest.id = $1 and starts_with(latest.key, $2) and earlier.key = latest.key and earlier.state = 'SUCCEEDED' and earlier.id < latest.id`;

/** Puts a run back into the queue, to begin after so many seconds; an attempt that was not the run's fault is not counted. */
export async function requeueJob(
  db: Db,
  held: Held,
  { error, afterSeconds, counted }: { error: string | null; afterSeconds: number; counted: boolean },
): Promise<void> {
  await asHolder(db, held, async (db) => {
    await db.query(
      `update job_runs set state = 'QUEUED', key = null, error = $2, attempts = attempts - $3, "startedAt" = null where id = $1`,
      [held.job.id, error, counted ? 0 : 1],
    );
    await releaseLease(db, leaseOf(held.job.id), held.token);
    await schedule(db, held.job.id, afterSeconds);
  });
}

async function asHolder(db: Db, { job, token }: Held, write: (db: Db) => Promise<unknown>): Promise<void> {
  await db.transaction(async (db) => {
    await requireLease(db, leaseOf(job.id), token);
    await write(db);
    await publish(db, [{ topic: 'job', id: job.id }]);
  });
}

/** A run may lose so many workers, even when its own attempts are fewer. */
const MOST_DEATHS = 3;

/** Queues the runs of workers that fell silent; one that has outlived several workers is failed. Returns their ids. */
export async function giveBackJobs(db: Db): Promise<readonly number[]> {
  return db.transaction(async (db) => {
    const [lost] = await db.query<[{ id: number; state: string }[], number]>(
      `update job_runs set
         state = case when attempts < greatest("maxAttempts", $1) then 'QUEUED' else 'FAILED' end, key = null,
         error = 'The worker that ran it died.',
         "finishedAt" = case when attempts < greatest("maxAttempts", $1) then null else now() end
       where id in (
         select id from job_runs where state = 'RUNNING'
           and not exists (select 1 from leases where leases.name = 'job:' || job_runs.id and "expiresAt" > now())
         for update skip locked)
       returning id, state`,
      [MOST_DEATHS],
    );
    const ids = lost.map((run) => run.id);
    if (ids.length === 0) return [];
    // graphile-worker itself would keep the work of a dead worker locked for 4 hours.
    await db.query(
      `select graphile_worker.force_unlock_workers(array_agg(locked_by)) from graphile_worker.jobs
       where locked_by is not null and key in (select 'run:' || unnest($1::bigint[]))`,
      [ids],
    );
    for (const run of lost) if (run.state === 'QUEUED') await schedule(db, run.id);
    await publish(
      db,
      ids.map((id) => ({ topic: 'job', id })),
    );
    return ids;
  });
}
