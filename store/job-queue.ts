import type { Job } from '../core/job';
import type { Db } from './database';
import { jobsByIds } from './jobs';

/** What waits and what runs. */
export interface JobQueue {
  /** Newest first, up to MOST_SHOWN. */
  readonly running: readonly Job[];
  /** The next one first, up to MOST_SHOWN. */
  readonly queued: readonly Job[];
  readonly waiting: number;
  readonly lastEndedAt: Date | null;
}

const MOST_SHOWN = 50;

/** What waits and what runs, as it is now; of jobs that ended only when the last one did. */
export async function readJobQueue(db: Db): Promise<JobQueue> {
  const [row] = await db.query<{ running: number[]; queued: number[]; waiting: number; lastEndedAt: Date | null }[]>(
    `select
       array(select id from job_runs where state = 'RUNNING' order by id desc limit $1) as running,
       array(select id from job_runs where state = 'QUEUED' order by id limit $1) as queued,
       (select count(*) from job_runs where state = 'QUEUED') as waiting,
       (select max("finishedAt") from job_runs) as "lastEndedAt"`,
    [MOST_SHOWN],
  );
  const { running = [], queued = [], waiting = 0, lastEndedAt = null } = row ?? {};
  const jobs = new Map((await jobsByIds(db, [...running, ...queued])).map((job) => [job.id, job]));
  const inOrder = (ids: readonly number[]): readonly Job[] => ids.flatMap((id) => jobs.get(Number(id)) ?? []);
  return { running: inOrder(running), queued: inOrder(queued), waiting, lastEndedAt };
}
