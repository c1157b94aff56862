import { alsSettings, DEFAULT_SETTINGS } from '../core/als-settings';
import type { Actor } from '../core/audit';
import { parseS3Url } from '../core/aws/s3-url';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import type { Job } from '../core/job';
import { rightOfJob } from '../core/job-right';
import { TrainedOn } from '../core/model';
import { PERSONALIZE_EVENT_TYPES } from '../core/personalize/event-types';
import { Right } from '../core/rights';
import { type TuneOptions, tuneOptions } from '../core/tune-options';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { jobById, requestCancel, retryJob as retryRun } from '../store/jobs';
import { enqueue, type JobName, type Jobs } from '../store/queue';

/** What an operator may start by hand, and what each of its fields must be; an import reads a file of the worker's machine, so it is not among them. */
const STARTABLE: Readonly<Partial<Record<JobName, Readonly<Record<string, (value: unknown, field: string) => void>>>>> = {
  maintain: {},
  train: { settings: checkSettings, promote: checkFlag, evaluate: checkFlag, on: checkPlace },
  tune: {
    settings: checkSettings,
    ranges: checkSearch('ranges'),
    trials: checkSearch('trials'),
    seed: checkSearch('seed'),
    train: checkFlag,
    promote: checkFlag,
  },
  'train-likes': {},
  'group-personalities': {},
  replay: {},
  'roll-up': {},
  'import-interactions': { s3Url: checkS3Url, users: checkText, titles: checkText },
  'export-personalize': { eventTypes: checkEventTypes },
};

/** Who starts or stops a job; a training by someone who may not promote models never goes live by itself. */
export interface Starter {
  readonly actor: Actor;
  may(right: Right): boolean;
}

type Asked = { readonly name: string; readonly payload: Readonly<Record<string, unknown>> };

/** Every run of it is of a file of its own. */
const EACH_RUNS: ReadonlySet<JobName> = new Set(['import-interactions']);

/**
 * Queues a job; one of the same name that waits already takes the newer payload, unless each is of a file of its own. Throws BAD_INPUT, and
 * FORBIDDEN for work that needs another right.
 */
export async function startJob(db: Db, starter: Starter, asked: Asked): Promise<Job> {
  const name = checked(asked);
  const right = rightOfJob(name);
  if (!starter.may(right))
    throw new AppError(ErrorCode.FORBIDDEN, `Starting a job ${name} needs the right ${right}.`, {
      expected: 'somebody who may do what the job does',
    });
  const payload = withinRights(starter, { name, payload: asked.payload });
  return db.transaction(async (db) => {
    const id = await enqueue(db, name, payload as Jobs[typeof name], { key: EACH_RUNS.has(name) ? null : name });
    return audited(db, { actor: starter.actor, action: 'job.start', before: null, id });
  });
}

/** Queues a new job with the payload of an earlier one. Throws NOT_FOUND, and BAD_INPUT for work that is not started by hand. */
export async function rerunJob(db: Db, starter: Starter, id: number): Promise<Job> {
  const job = await jobById(db, id);
  if (job === null) throw notFound('id', 'job');
  if (!(job.name in STARTABLE)) throw badInput('id', `A job ${job.name} is not started by hand.`, Object.keys(STARTABLE).join(', '));
  const { promote: _asked, ...payload } = job.payload;
  return startJob(db, starter, { name: job.name, payload: starter.may(Right.MODELS_PROMOTE) ? job.payload : payload });
}

/** Asks a job to stop. Throws NOT_FOUND, CONFLICT when it has ended, and FORBIDDEN for work that needs another right. */
export async function cancelJob(db: Db, starter: Starter, id: number): Promise<Job> {
  return db.transaction(async (db) => {
    const before = await jobById(db, id);
    requireRightOf(starter, before);
    await requestCancel(db, id);
    return audited(db, { actor: starter.actor, action: 'job.cancel', before: before?.state ?? null, id });
  });
}

/**
 * Queues a job again that failed or was cancelled. Throws NOT_FOUND, CONFLICT when it did neither, and FORBIDDEN for work that needs
 * another right or a training that may go live by itself where the starter may not let it.
 */
export async function retryJob(db: Db, starter: Starter, id: number): Promise<Job> {
  return db.transaction(async (db) => {
    const before = await jobById(db, id);
    requireRightOf(starter, before);
    if (before !== null && !starter.may(Right.MODELS_PROMOTE) && promotes(before))
      throw new AppError(ErrorCode.FORBIDDEN, 'This training may go live by itself, which needs the right MODELS_PROMOTE.', {
        expected: 'a new run with the same payload, which stays TRAINED',
      });
    await retryRun(db, id);
    return audited(db, { actor: starter.actor, action: 'job.retry', before: before?.state ?? null, id });
  });
}

function requireRightOf({ may }: Starter, job: Job | null): void {
  const right = rightOfJob(job?.name ?? '');
  if (may(right)) return;
  throw new AppError(ErrorCode.FORBIDDEN, `Stopping or repeating a job ${job?.name} needs the right ${right}.`, {
    expected: 'somebody who may do what the job does',
  });
}

/** Whether a job may change what is live: a training, or a search that trains, unless it is told not to. */
function promotes({ name, payload }: Pick<Job, 'name' | 'payload'>): boolean {
  if (payload.promote === false) return false;
  return name === 'train' || (name === 'tune' && payload.train === true);
}

function withinRights({ may }: Starter, { name, payload }: Asked): Asked['payload'] {
  if (may(Right.MODELS_PROMOTE) || (name !== 'train' && name !== 'tune')) return payload;
  if (payload.promote === true)
    throw badInput('payload.promote', 'Letting a model go live needs the right MODELS_PROMOTE.', 'false, or nothing');
  return { ...payload, promote: false };
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

function checkPlace(value: unknown): void {
  if (!Object.values<unknown>(TrainedOn).includes(value))
    throw badInput('payload.on', 'There is no such place to train.', Object.values(TrainedOn).join(', '));
}

function checkFlag(value: unknown, field: string): void {
  if (typeof value !== 'boolean') throw badInput(`payload.${field}`, `${field} is neither true nor false.`, 'true or false');
}

const LONGEST_TEXT = 2_000;

function checkText(value: unknown, field: string): void {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT || value.includes('\u0000'))
    throw badInput(`payload.${field}`, `${field} is no text.`, `a text of at most ${LONGEST_TEXT} characters`);
}

function checkS3Url(value: unknown, field: string): void {
  checkText(value, field);
  parseS3Url(String(value), `payload.${field}`);
}

function checkEventTypes(value: unknown, field: string): void {
  const known: readonly unknown[] = PERSONALIZE_EVENT_TYPES;
  if (!Array.isArray(value) || value.length === 0 || !value.every((type) => known.includes(type)))
    throw badInput(`payload.${field}`, 'A type of event is not known.', `a list of ${known.join(', ')}`);
}

function checkSearch(name: keyof TuneOptions): (value: unknown) => void {
  return (value) => void tuneOptions({ [name]: value });
}
