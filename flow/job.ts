import { alsSettings, DEFAULT_SETTINGS } from '../core/als-settings';
import type { Actor } from '../core/audit';
import { badInput } from '../core/errors';
import type { Job } from '../core/job';
import { type TuneOptions, tuneOptions } from '../core/tune-options';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { jobById, requestCancel, retryJob as retryRun } from '../store/jobs';
import { enqueue, type JobName, type Jobs } from '../store/queue';

/** What an operator may start by hand, and what each of its fields must be; an import reads a file of the worker's machine, so it is not among them. */
const STARTABLE: Readonly<Partial<Record<JobName, Readonly<Record<string, (value: unknown, field: string) => void>>>>> = {
  maintain: {},
  train: { settings: checkSettings, promote: checkFlag, evaluate: checkFlag },
  tune: {
    settings: checkSettings,
    ranges: checkSearch('ranges'),
    trials: checkSearch('trials'),
    seed: checkSearch('seed'),
    train: checkFlag,
  },
  replay: {},
  'roll-up': {},
};

/** Queues a job; one of the same name that waits already takes the newer payload. Throws BAD_INPUT. */
export async function startJob(
  db: Db,
  actor: Actor,
  asked: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> },
): Promise<Job> {
  const name = checked(asked);
  return db.transaction(async (db) => {
    const id = await enqueue(db, name, asked.payload as Jobs[typeof name], { key: name });
    return audited(db, { actor, action: 'job.start', before: null, id });
  });
}

/** Asks a job to stop. Throws NOT_FOUND, and CONFLICT when it has ended. */
export async function cancelJob(db: Db, actor: Actor, id: number): Promise<Job> {
  return db.transaction(async (db) => {
    const before = await jobById(db, id);
    await requestCancel(db, id);
    return audited(db, { actor, action: 'job.cancel', before: before?.state ?? null, id });
  });
}

/** Queues a job again that failed or was cancelled. Throws NOT_FOUND, and CONFLICT when it did neither. */
export async function retryJob(db: Db, actor: Actor, id: number): Promise<Job> {
  return db.transaction(async (db) => {
    const before = await jobById(db, id);
    await retryRun(db, id);
    return audited(db, { actor, action: 'job.retry', before: before?.state ?? null, id });
  });
}

interface Change {
  readonly actor: Actor;
  readonly action: string;
  readonly before: string | null;
  readonly id: number;
}

async function audited(db: Db, { actor, action, before, id }: Change): Promise<Job> {
  const job = await jobById(db, id);
  if (job === null) throw new Error(`Job ${id} was just changed and is not there.`);
  const states = { before: before && { state: before }, after: { name: job.name, state: job.state, payload: job.payload } };
  await writeAudit(db, { actor, action, entity: 'job', entityId: String(id), ...states });
  return job;
}

function checked({ name, payload }: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }): JobName {
  const known = Object.keys(STARTABLE).find((each): each is JobName => each === name);
  if (known === undefined)
    throw badInput('name', `There is no job ${JSON.stringify(name.slice(0, 50))}.`, Object.keys(STARTABLE).join(', '));
  const checks = new Map(Object.entries(STARTABLE[known] ?? {}));
  for (const [field, value] of Object.entries(payload)) {
    const check = checks.get(field);
    if (!check)
      throw badInput(
        'payload',
        `The job ${known} knows no ${JSON.stringify(field.slice(0, 50))}.`,
        [...checks.keys()].join(', ') || 'no payload',
      );
    check(value, field);
  }
  return known;
}

function checkSettings(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badInput('payload.settings', 'The settings are no object.', 'an object, for example { "k": 64 }');
  alsSettings({ ...value }, DEFAULT_SETTINGS, 'payload.settings');
}

function checkFlag(value: unknown, field: string): void {
  if (typeof value !== 'boolean') throw badInput(`payload.${field}`, `${field} is neither true nor false.`, 'true or false');
}

function checkSearch(name: keyof TuneOptions): (value: unknown) => void {
  return (value) => void tuneOptions({ [name]: value });
}
