import type { Db } from './database';

/** Models that were live before and may still be gone back to, and trained ones that were never live; of others only the row stays, with its metrics. */
const RETIRED_KEPT = 5;
const TRAINED_KEPT = 10;

/** What is removed by rule: older than so long at `$1`. */
const RULES = {
  listSnapshots: `delete from list_snapshots where "createdAt" < $1::timestamptz - interval '30 minutes'`,
  jobRuns: `delete from job_runs where "finishedAt" < $1::timestamptz - interval '30 days'`,
  jobLogs: 'delete from job_logs where at < $1::timestamptz and not exists (select 1 from job_runs where id = "runId")',
  jobLeases: `delete from leases where name like 'job:%' and "expiresAt" < $1::timestamptz - interval '1 day'`,
  operatorSessions: 'delete from operator_sessions where "expiresAt" < $1::timestamptz',
  titleActivity: `delete from title_activity where hour < $1::timestamptz - interval '60 days'`,
  modelChunks: `with placed as (
      select id, case when "promotedAt" is null then ${TRAINED_KEPT} else ${RETIRED_KEPT} end as kept,
        row_number() over (partition by engine, "promotedAt" is null order by "promotedAt" desc, id desc) as place
      from models where state in ('TRAINED', 'RETIRED') and "createdAt" < $1::timestamptz),
    emptied as (update models set bytes = 0 from placed where models.id = placed.id and place > kept)
    delete from model_chunks using placed where "modelId" = placed.id and place > kept`,
  checkpoints: `with over as (
      delete from checkpoints where not exists (select 1 from job_runs where id = "runId" and state in ('QUEUED', 'RUNNING'))
        and "asOf" < $1::timestamptz returning "runId")
    delete from checkpoint_chunks using over where checkpoint_chunks."runId" = over."runId"`,
} as const;

/** Removes what is out of date at `now`; returns how many rows of each kind. */
export async function removeOld(db: Db, now: Date): Promise<Record<keyof typeof RULES, number>> {
  const removed = {
    listSnapshots: 0,
    jobRuns: 0,
    jobLogs: 0,
    jobLeases: 0,
    operatorSessions: 0,
    titleActivity: 0,
    modelChunks: 0,
    checkpoints: 0,
  };
  for (const rule of Object.keys(RULES) as (keyof typeof RULES)[]) {
    const [, count] = await db.query<[unknown, number]>(RULES[rule], [now]);
    removed[rule] = count;
  }
  return removed;
}
