import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { JobState } from '../core/job';
import type { Database } from '../store/database';
import { finishJob, type Held, LEASE_SECONDS, leaseOf, requeueJob, setProgress } from '../store/job-holding';
import { jobById } from '../store/jobs';
import { renewLease } from '../store/leases';
import type { JobContext, JobKind } from './job';

/** Why a run is stopped from outside. */
export type Stop = 'cancelled' | 'leaving' | 'lost';

export interface Surroundings {
  readonly database: Database;
  readonly url: string;
  readonly log: Logger;
  readonly clock: () => Date;
}

const HEARTBEAT_MS = 5_000;
const PROGRESS_MS = 200;

/** Runs what is held to its end and writes down how it ended; never throws. `stopped` aborts with a Stop as its reason. */
export async function runHeld(kind: JobKind, held: Held, around: Surroundings & { readonly stopped: AbortController }): Promise<void> {
  const log = around.log.child({ job: held.job.name, run: held.job.id });
  const done = new AbortController();
  const beating = beat(held, around, done.signal);
  try {
    const result = await kind.run(contextOf(held, around, log));
    await finishJob(around.database.db, held, { state: JobState.SUCCEEDED, result });
  } catch (error) {
    await settle(held, error, { ...around, log }).catch((fault: unknown) =>
      log.error({ err: fault }, 'How a run ended could not be stored.'),
    );
  } finally {
    done.abort();
    await beating;
  }
}

function contextOf(held: Held, around: Surroundings & { readonly stopped: AbortController }, log: Logger): JobContext {
  const { database, url, clock, stopped } = around;
  let last = Number.NEGATIVE_INFINITY;
  return {
    db: database.db,
    database,
    url,
    runId: held.job.id,
    last: held.job.attempts >= held.maxAttempts,
    payload: held.job.payload,
    log,
    clock,
    signal: stopped.signal,
    async progress(fraction, message): Promise<void> {
      if (performance.now() - last < PROGRESS_MS) return;
      last = performance.now();
      await setProgress(database.db, held, { fraction, message });
    },
  };
}

async function settle(held: Held, error: unknown, around: Surroundings & { readonly stopped: AbortController }): Promise<void> {
  const { db } = around.database;
  const stop: Stop | undefined = around.stopped.signal.reason;
  if (stop === 'lost') return around.log.warn('A run passed to another worker.');
  if (stop === 'leaving') return requeueJob(db, held, { error: null, afterSeconds: 0, counted: false });
  if (stop === 'cancelled') return finishJob(db, held, { state: JobState.CANCELLED });
  around.log.error({ err: error }, 'A run failed.');
  const sentence = sentenceOf(error);
  if (held.job.attempts >= held.maxAttempts) return finishJob(db, held, { state: JobState.FAILED, error: sentence });
  return requeueJob(db, held, { error: sentence, afterSeconds: 2 ** held.job.attempts, counted: true });
}

const LONGEST_SENTENCE = 500;

/** What went wrong in one line, for people; the log has the rest. */
export function sentenceOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.trim().slice(0, LONGEST_SENTENCE) || 'It failed without saying why.';
}

/** Renews the lease until done; a cancellation whose notice was missed is found here too. */
async function beat(
  held: Held,
  { database, log, stopped }: Surroundings & { readonly stopped: AbortController },
  done: AbortSignal,
): Promise<void> {
  for (;;) {
    await delay(HEARTBEAT_MS, undefined, { signal: done }).catch(() => undefined);
    if (done.aborted) return;
    try {
      if (!(await renewLease(database.db, leaseOf(held.job.id), held.token, LEASE_SECONDS))) stopped.abort('lost' satisfies Stop);
      await stopWhenCancelled(database, held.job.id, stopped);
    } catch (error) {
      log.warn({ err: error }, 'A run could not tell that it is alive.');
    }
  }
}

/** Aborts when somebody asked this run to stop. */
export async function stopWhenCancelled({ db }: Database, id: number, stopped: AbortController): Promise<void> {
  const job = await jobById(db, id);
  if (job?.cancelRequestedAt) stopped.abort('cancelled' satisfies Stop);
}
