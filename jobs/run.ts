import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { JobLogLevel, JobState } from '../core/job';
import type { Database } from '../store/database';
import { finishJob, type Held, LEASE_SECONDS, leaseOf, requeueJob } from '../store/job-holding';
import { jobById } from '../store/jobs';
import { renewLease } from '../store/leases';
import type { JobContext, JobKind } from './job';
import { createRunNotes, type RunNotes } from './run-notes';

/** Why a run is stopped from outside. */
export type Stop = 'cancelled' | 'leaving' | 'lost';

export interface Surroundings {
  readonly database: Database;
  readonly url: string;
  readonly log: Logger;
  readonly clock: () => Date;
}

const HEARTBEAT_MS = 5_000;

/** Runs what is held to its end and writes down how it ended; never throws. `stopped` aborts with a Stop as its reason. */
export async function runHeld(kind: JobKind, held: Held, around: Surroundings & { readonly stopped: AbortController }): Promise<void> {
  const log = around.log.child({ job: held.job.name, run: held.job.id });
  const done = new AbortController();
  const beating = beat(held, around, done.signal);
  const notes = createRunNotes({ ...around, db: around.database.db, held, log });
  try {
    notes.tell(JobLogLevel.INFO, `Attempt ${held.job.attempts} begins on ${hostname()}.`);
    const result = await kind.run(contextOf(held, { ...around, log, notes }));
    notes.tell(JobLogLevel.INFO, 'Done.');
    await notes.end();
    await finishJob(around.database.db, held, { state: JobState.SUCCEEDED, result });
  } catch (error) {
    await settle(held, error, { ...around, log, notes }).catch((fault: unknown) =>
      log.error({ err: fault }, 'How a run ended could not be stored.'),
    );
  } finally {
    done.abort();
    await beating;
  }
}

type Running = Surroundings & { readonly stopped: AbortController; readonly notes: RunNotes };

function contextOf(held: Held, { database, url, clock, stopped, log, notes }: Running): JobContext {
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
    progress: notes.progress,
    tell: notes.tell,
  };
}

async function settle(held: Held, error: unknown, around: Running): Promise<void> {
  const { db } = around.database;
  const stop: Stop | undefined = around.stopped.signal.reason;
  const sentence = sentenceOf(error);
  if (stop !== 'lost') {
    around.notes.tell(...lastWords(stop, sentence));
    await around.notes.end();
  }
  if (stop === 'lost') return around.log.warn('A run passed to another worker.');
  if (stop === 'leaving') return requeueJob(db, held, { error: null, afterSeconds: 0, counted: false });
  if (stop === 'cancelled') return finishJob(db, held, { state: JobState.CANCELLED });
  around.log.error({ err: error }, 'A run failed.');
  if (held.job.attempts >= held.maxAttempts) return finishJob(db, held, { state: JobState.FAILED, error: sentence });
  return requeueJob(db, held, { error: sentence, afterSeconds: 2 ** held.job.attempts, counted: true });
}

function lastWords(stop: Stop | undefined, sentence: string): [JobLogLevel, string] {
  if (stop === 'cancelled') return [JobLogLevel.WARN, 'Stopped: it was cancelled.'];
  if (stop === 'leaving') return [JobLogLevel.WARN, 'The worker leaves: another one takes over.'];
  return [JobLogLevel.ERROR, sentence];
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
