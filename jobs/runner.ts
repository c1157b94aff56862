import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger as QueueLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { openPool } from '../store/database';
import { beginJob, giveBackJobs } from '../store/job-holding';
import { listen } from '../store/notices';
import { enqueue, type JobName, type Jobs, SCHEDULED } from '../store/queue';
import type { JobKind } from './job';
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
    crontab: crontabOf(worker.jobs),
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

function tasksOf(worker: Worker): TaskList {
  const { db } = worker.database;
  const entries = worker.jobs.flatMap((kind) => [
    [kind.name, (payload: unknown) => work(kind, payload, worker)] as const,
    [`${SCHEDULED}${kind.name}`, () => enqueueScheduled(kind.name)] as const,
  ]);
  const enqueueScheduled = async (name: JobName): Promise<void> => {
    await enqueue(db, name, {} satisfies Jobs[JobName], { key: `${SCHEDULED}${name}`, maxAttempts: 1 });
  };
  return Object.fromEntries(entries);
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

function crontabOf(jobs: readonly JobKind[]): string {
  return jobs
    .filter((kind) => kind.schedule !== undefined)
    .map((kind) => `${kind.schedule} ${SCHEDULED}${kind.name}`)
    .join('\n');
}

function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.trace(message);
  });
}
