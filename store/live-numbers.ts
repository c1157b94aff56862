import { JobState } from '../core/job';
import type { JobCount, LiveNumbers } from '../core/metrics';
import type { Db } from './database';
import { gaugesAt } from './gauges';
import { runningProcesses } from './server-processes';
import { unknownTitlesSince } from './unknown-titles';

const GAUGES = ['databaseBytes', 'databaseConnections', 'diskFreeBytes', 'diskBytes'];
const DAY_MS = 86_400_000;
const MOST_UNKNOWN = 10;

/** What is so now, as servers and jobs have last told. */
export async function readLiveNumbers(db: Db, now: Date): Promise<LiveNumbers> {
  const [processes, gauges, jobs, unknownTitles] = await Promise.all([
    runningProcesses(db, now),
    gaugesAt(db, GAUGES, now),
    jobCounts(db, now),
    unknownTitlesSince(db, new Date(now.getTime() - DAY_MS), MOST_UNKNOWN),
  ]);
  return {
    ...{ processes, jobs, unknownTitles },
    sockets: processes.reduce((sum, { sockets }) => sum + sockets, 0),
    subscriptions: processes.reduce((sum, { subscriptions }) => sum + subscriptions, 0),
    databaseBytes: gauges.databaseBytes ?? null,
    databaseConnections: gauges.databaseConnections ?? null,
    diskFreeBytes: gauges.diskFreeBytes ?? null,
    diskBytes: gauges.diskBytes ?? null,
  };
}

/** Jobs by where they stand; of those that ended, the ones of the last day. */
async function jobCounts(db: Db, now: Date): Promise<readonly JobCount[]> {
  const rows: JobCount[] = await db.query(
    `select state, count(*) as count from job_runs
     where "finishedAt" is null or "createdAt" > $1::timestamptz - interval '1 day' group by state`,
    [now],
  );
  return Object.values(JobState).map((state) => ({ state, count: rows.find((row) => row.state === state)?.count ?? 0 }));
}
