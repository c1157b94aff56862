import type { Db } from './database';

/** Models that were live before and may still be gone back to; of older ones only the row stays, with its metrics. */
const RETIRED_KEPT = 5;

/** What is removed by rule: older than so long at `$1`. */
const RULES = {
  listSnapshots: `delete from list_snapshots where "createdAt" < $1::timestamptz - interval '30 minutes'`,
  jobRuns: `delete from job_runs where "finishedAt" < $1::timestamptz - interval '30 days'`,
  jobLeases: `delete from leases where name like 'job:%' and "expiresAt" < $1::timestamptz - interval '1 day'`,
  operatorSessions: 'delete from operator_sessions where "expiresAt" < $1::timestamptz',
  titleActivity: `delete from title_activity where hour < $1::timestamptz - interval '60 days'`,
  modelChunks: `delete from model_chunks where "modelId" in (
      select id from (select id, "promotedAt", row_number() over (partition by engine order by "promotedAt" desc) as place
        from models where state = 'RETIRED' and "promotedAt" is not null) retired
      where place > ${RETIRED_KEPT} and "promotedAt" < $1::timestamptz)`,
} as const;

/** Removes what is out of date at `now`; returns how many rows of each kind. */
export async function removeOld(db: Db, now: Date): Promise<Record<keyof typeof RULES, number>> {
  const removed = { listSnapshots: 0, jobRuns: 0, jobLeases: 0, operatorSessions: 0, titleActivity: 0, modelChunks: 0 };
  for (const rule of Object.keys(RULES) as (keyof typeof RULES)[]) {
    const [, count] = await db.query<[unknown, number]>(RULES[rule], [now]);
    removed[rule] = count;
  }
  return removed;
}
