import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger as QueueLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { dueAt } from '../flow/schedule';
import { openPool } from '../store/database';
import { beginJob, giveBackJobs } from '../store/job-holding';
import { listen } from '../store/notices';
import { enqueue, SCHEDULED } from '../store/queue';
import type { JobKind } from './job';
import { schedulesOn } from './list';
import { runHeld, type Stop, type Surroundings, stopWhenCancelled } from './run';

const CONCURRENCY = 2;
const GIVE_BACK_MS = 10_000;

type Worker = Surroundings & { readonly jobs: readonly JobKind[]; readonly running: Map<number, AbortController> };

/**
 * Works on the queue until `stop`, which hands unfinished runs back at once. Runs of workers that died are queued again
 * within half a minute. Throws what the driver throws when the database is out of reach at the start.
 */
export async function startJobs(options: Surroundings & { readonly jobs: readonly JobKind[] }): Promise<{ stop(): Promise<void> }> {
  const worker: Worker = { ...options, running: new Map() };
  const { url, log, database, running } = worker;
  await giveBack(worker);
  const cancelled = (id: number): void => {
    const stopped = running.get(id);
    if (stopped) stopWhenCancelled(database, id, stopped).catch((error: unknown) => log.warn({ err: error }, 'A job could not be read.'));
  };
  const ear = await listen(url, {
    log,
    onNotice: (notice) => (notice.topic === 'job' ? cancelled(notice.id) : undefined),
    onReconnect: () => [...running.keys()].forEach(cancelled),
  });
  const pool = openPool(url, CONCURRENCY + 3);
  const queue = await keepWorking(worker, pool);
  const timer = setInterval(() => void giveBack(worker), GIVE_BACK_MS);
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      const stopping = queue.stop();
      for (const stopped of running.values()) stopped.abort('leaving' satisfies Stop);
      await stopping;
      await ear.stop();
      await pool.end();
    },
  };
}

const RESTART_MS = 1_000;

/** graphile-worker gives up after ten failures in a row, which a database that restarts slowly is enough for: begin again. */
async function keepWorking(worker: Worker, pool: Pool): Promise<{ stop(): Promise<void> }> {
  const leaving = new AbortController();
  let runner = await startRunner(worker, pool);
  const working = (async (): Promise<void> => {
    for (;;) {
      await runner.promise.catch((error: unknown) => worker.log.warn({ err: error }, 'The queue is out of reach.'));
      if (leaving.signal.aborted) return;
      await delay(RESTART_MS, undefined, { signal: leaving.signal }).catch(() => undefined);
      const next = leaving.signal.aborted ? null : await startRunner(worker, pool).catch(() => null);
      if (next !== null) runner = next;
      if (leaving.signal.aborted) await next?.stop();
    }
  })();
  return {
    async stop(): Promise<void> {
      leaving.abort();
      // One that has given up already has nothing to stop.
      await runner.stop().catch(() => undefined);
      await working;
    },
  };
}

function startRunner(worker: Worker, pool: Pool): Promise<Runner> {
  return run({
    pgPool: pool,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    taskList: tasksOf(worker),
    // Asked every minute, once for all workers, so that a schedule that an operator changes holds without a restart.
    crontab: `* * * * * ${SCHEDULES}`,
    logger: queueLogger(worker.log),
  });
}

async function giveBack({ database, log }: Worker): Promise<void> {
  try {
    const ids = await giveBackJobs(database.db);
    if (ids.length > 0) log.warn({ runs: ids }, 'Runs of a worker that died are queued again.');
  } catch (error) {
    log.warn({ err: error }, 'The runs of workers that died could not be looked for.');
  }
}

const HOLDER = `${hostname()}:${process.pid}:${randomUUID()}`;

/** The task that the queue enqueues each minute: enqueues what is due in it. */
const SCHEDULES = 'schedules';

function tasksOf(worker: Worker): TaskList {
  const entries = worker.jobs.map((kind) => [kind.name, (payload: unknown) => work(kind, payload, worker)] as const);
  return { ...Object.fromEntries(entries), [SCHEDULES]: (payload) => enqueueDue(worker, payload) };
}

async function enqueueDue({ database: { db }, jobs }: Worker, payload: unknown): Promise<void> {
  const struck = minuteOf(payload);
  const due = struck === null ? [] : await dueAt(db, schedulesOn(jobs), struck);
  for (const { name } of jobs.filter(({ name }) => due.includes(name)))
    await enqueue(db, name, {}, { key: `${SCHEDULED}${name}`, maxAttempts: 1 });
}

/** The minute that struck, as the queue notes it; all slots may have been taken since. */
function minuteOf(payload: unknown): Date | null {
  const ts: unknown = (payload as { _cron?: { ts?: unknown } } | null)?._cron?.ts;
  const struck = new Date(typeof ts === 'string' ? ts : Number.NaN);
  return Number.isNaN(struck.getTime()) ? null : struck;
}

async function work(kind: JobKind, payload: unknown, worker: Worker): Promise<void> {
  const id = typeof payload === 'object' && payload !== null && 'id' in payload ? Number(payload.id) : Number.NaN;
  const held = Number.isSafeInteger(id) ? await beginJob(worker.database.db, id, HOLDER) : null;
  if (held === null) return;
  const stopped = new AbortController();
  worker.running.set(id, stopped);
  try {
    await runHeld(kind, held, { ...worker, stopped });
  } finally {
    worker.running.delete(id);
  }
}

function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.trace(message);
  });
}
