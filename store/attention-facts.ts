import type { AttentionFacts } from '../core/attention';
import { EngineName } from '../core/recommendation';
import type { Db } from './database';
import { gaugesAt } from './gauges';
import { readCountedUntil } from './metric-slots';
import { outboxCounts } from './outbox';
import { missingPartitions } from './partitions';
import { countUnknownSince, unknownTitlesSince } from './unknown-titles';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const SHOWN_REFERENCES = 5;

/** Everything that the rules of attention ask for, but the webhook. Reads roll-ups, catalogues of the database and single rows only. */
export async function readAttentionFacts(db: Db, now: Date): Promise<Omit<AttentionFacts, 'webhook'>> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  const [model, interactions, failedJobs, intake, clicks, disk, events, references, missing, countedUntil, outbox] = await Promise.all([
    liveModelFacts(db),
    interactionCount(db),
    failedJobsOf(db),
    intakeOf(db, now),
    clicksOf(db, now),
    diskOf(db, now),
    countUnknownSince(db, yesterday),
    unknownTitlesSince(db, yesterday, SHOWN_REFERENCES),
    missingPartitions(db, now),
    readCountedUntil(db),
    outboxCounts(db),
  ]);
  const unknown = { events, references: references.map(({ reference }) => reference) };
  return { now, model, interactions, failedJobs, intake, clicks, disk, unknown, missingPartitions: missing, countedUntil, outbox };
}

/** The live model, and about how many interactions there were when it was made: as the first of the numbers kept since then says. */
async function liveModelFacts(db: Db): Promise<AttentionFacts['model']> {
  const [row]: { id: number; createdAt: Date; interactions: number }[] = await db.query(
    `select id, "createdAt", coalesce(kept.last, 0) as interactions from models
     left join lateral (
       select last from gauge_slots where name = 'interactions' and slot >= models."createdAt" - interval '15 minutes' order by slot limit 1
     ) kept on true
     where state = 'LIVE' and engine = $1`,
    [EngineName.LOCAL],
  );
  return row ?? null;
}

/** Pairs of a person and a title, as PostgreSQL estimates them: counting would read the whole table every minute. */
export async function interactionCount(db: Db): Promise<number> {
  const [row]: { rows: number }[] = await db.query(
    `select greatest(0, coalesce(n_live_tup, 0))::float8 as rows from pg_stat_user_tables where relid = 'interactions'::regclass`,
  );
  return row?.rows ?? 0;
}

/** Kinds of work whose newest run that ended has failed within a week, the newest first; the webhook's is told by itself. */
async function failedJobsOf(db: Db): Promise<AttentionFacts['failedJobs']> {
  return db.query(
    `select id, name, error from (
       select distinct on (name) id, name, state, error, "finishedAt" from job_runs
       where state in ('SUCCEEDED', 'FAILED') and name <> 'alert' order by name, id desc
     ) last where state = 'FAILED' and "finishedAt" > now() - interval '7 days' order by id desc`,
  );
}

async function intakeOf(db: Db, now: Date): Promise<AttentionFacts['intake']> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  const [row]: { events: number; before: number }[] = await db.query(
    `select coalesce(sum(events) filter (where slot >= $1::timestamptz - interval '2 hours'), 0)::float8 as events,
       coalesce(sum(events) filter (where slot < $2::timestamptz), 0)::float8 as before
     from event_slots where (slot >= $1::timestamptz - interval '2 hours' and slot < $1) or (slot >= $2::timestamptz - interval '2 hours' and slot < $2)`,
    [hour, new Date(hour.getTime() - WEEK_MS)],
  );
  return row ?? { events: 0, before: 0 };
}

async function clicksOf(db: Db, now: Date): Promise<AttentionFacts['clicks']> {
  const rows: { impressions: number; clicked: number }[] = await Promise.all(
    [now, new Date(now.getTime() - WEEK_MS)].map(async (until) => {
      const [row] = await db.query(
        `select coalesce(sum(seen), 0)::float8 as impressions, coalesce(sum(clicked), 0)::float8 as clicked
         from served_slots where slot >= $1::timestamptz - interval '1 day' and slot < $1`,
        [until],
      );
      return row;
    }),
  );
  const [current, before] = rows;
  return { impressions: current?.impressions ?? 0, clicked: current?.clicked ?? 0, before: before ?? { impressions: 0, clicked: 0 } };
}

/** Of the disk with the embedded database; how much the database grows is what it grew in the last week, or since it is watched. */
async function diskOf(db: Db, now: Date): Promise<AttentionFacts['disk']> {
  const { diskFreeBytes, diskBytes, databaseBytes } = await gaugesAt(db, ['diskFreeBytes', 'diskBytes', 'databaseBytes'], now);
  if (diskFreeBytes === undefined || diskBytes === undefined) return null;
  const [first]: { last: number; days: number }[] = await db.query(
    `select last, extract(epoch from $1::timestamptz - slot)::float8 / 86400 as days from gauge_slots
     where name = 'databaseBytes' and slot >= $1::timestamptz - interval '7 days' order by slot limit 1`,
    [now],
  );
  // Less than a day says nothing of a week: a first import is no growth.
  const isLong = first !== undefined && first.days >= 1 && databaseBytes !== undefined;
  return { freeBytes: diskFreeBytes, bytes: diskBytes, grownBytesADay: isLong ? (databaseBytes - first.last) / first.days : 0 };
}
