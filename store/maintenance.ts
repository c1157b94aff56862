import { CHAT_SESSION_DAYS } from '../core/chat-session';
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
  // Five weeks before thirty days ago are the oldest that a page compares with.
  numbers: `with events as (delete from event_slots where slot < $1::timestamptz - interval '100 days'),
      lists as (delete from served_slots where slot < $1::timestamptz - interval '100 days'),
      sketches as (delete from sketch_slots where slot < $1::timestamptz - interval '100 days'),
      comparisons as (delete from engine_comparisons where slot < $1::timestamptz - interval '100 days'),
      latencies as (delete from latency_slots where slot < $1::timestamptz - interval '100 days')
    delete from gauge_slots where slot < $1::timestamptz - interval '100 days'`,
  // What happens later than a day after is given to no list; two more are for clients that were offline.
  sightings: `delete from sightings where at < $1::timestamptz - interval '3 days'`,
  chatSessions: `delete from chat_sessions where "updatedAt" < $1::timestamptz - interval '${CHAT_SESSION_DAYS} days'`,
  unknownTitles: `delete from unknown_titles where day < $1::timestamptz - interval '30 days'`,
  serverProcesses: `delete from server_processes where "seenAt" < $1::timestamptz - interval '1 hour'`,
  personalizeCalls: `delete from personalize_calls where at < $1::timestamptz - interval '400 days'`,
  alerts: `delete from alerts where "endedAt" < $1::timestamptz - interval '100 days'`,
  modelChunks: `with placed as (
      select id, case when "promotedAt" is null then ${TRAINED_KEPT} else ${RETIRED_KEPT} end as kept,
        row_number() over (partition by engine, "promotedAt" is null order by "promotedAt" desc, id desc) as place
      from models where state in ('TRAINED', 'RETIRED') and "createdAt" < $1::timestamptz),
    emptied as (update models set bytes = 0 from placed where models.id = placed.id and place > kept)
    delete from model_chunks using placed where "modelId" = placed.id and place > kept`,
  // A file that breaks off is seldom missed by its server; one that an import works with may wait for a second try.
  uploads: `with gone as (
      delete from uploads where ("expiresAt" < $1::timestamptz and state <> 'USED')
        or (state = 'RECEIVING' and "receivedAt" < $1::timestamptz - interval '10 minutes')
        or (state in ('WAITING', 'FAILED') and "urlExpiresAt" < $1::timestamptz - interval '1 hour')
        or (state = 'USED' and "createdAt" < $1::timestamptz - interval '7 days') returning id)
    delete from upload_chunks using gone where "uploadId" = gone.id`,
  importDrafts: `with gone as (
      delete from imports where state in ('DRAFT', 'CHECKED') and "createdAt" < $1::timestamptz - interval '7 days'
        and not exists (select 1 from job_runs where id = "jobId" and state in ('QUEUED', 'RUNNING')) returning id)
    delete from import_problems using gone where "importId" = gone.id`,
  importRows: `delete from import_rows where not exists (
      select 1 from imports join job_runs on job_runs.id = "jobId" where imports.id = "importId" and job_runs.state in ('QUEUED', 'RUNNING'))
    and $1::timestamptz is not null`,
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
    numbers: 0,
    sightings: 0,
    chatSessions: 0,
    unknownTitles: 0,
    serverProcesses: 0,
    personalizeCalls: 0,
    alerts: 0,
    uploads: 0,
    importDrafts: 0,
    importRows: 0,
    modelChunks: 0,
    checkpoints: 0,
  };
  for (const rule of Object.keys(RULES) as (keyof typeof RULES)[]) {
    const [, count] = await db.query<[unknown, number]>(RULES[rule], [now]);
    removed[rule] = count;
  }
  return removed;
}
