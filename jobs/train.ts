import { availableParallelism } from 'node:os';
import { alsSettings, DEFAULT_SETTINGS } from '../core/als-settings';
import type { Curve } from '../core/curve';
import { AppError, badInput, ErrorCode } from '../core/errors';
import type { JobLogLevel } from '../core/job';
import { type AlsSettings, type Model, TrainedOn } from '../core/model';
import { EngineName } from '../core/recommendation';
import type { SparkReach } from '../core/spark/settings';
import { sparkTrainingSettings } from '../core/spark/training-settings';
import { inChild } from '../engine/training/train';
import type { TrainOutcome } from '../engine/training/train-order';
import { promoteModel } from '../flow/model';
import type { Database } from '../store/database';
import { LEASE_SECONDS } from '../store/job-holding';
import { requireLease } from '../store/leases';
import { insertFailedModel, liveModel } from '../store/models';
import type { Jobs } from '../store/queue';
import type { JobContext, JobKind } from './job';
import { sentenceOf } from './run';
import { withScratch } from './train-on-spark';
import { type HeldLease, TRAINING_LEASE, withTrainingLease } from './training-lease';

/** What a training needs of its surroundings. */
export interface TrainContext {
  readonly database: Database;
  readonly clock: () => Date;
  /** Kills the training. */
  readonly signal?: AbortSignal;
  /** 0 to 1, with a short sentence; between iterations with the curve so far. */
  readonly progress?: (fraction: number, message: string, curve?: Curve) => void;
  /** Hears lines for the log. */
  readonly say?: (level: JobLogLevel, text: string) => void;
  /** How Spark is reached; left out: a training on Spark is refused. */
  readonly spark?: SparkReach;
  /** The run whose checkpoints it writes and goes on from; none: it begins anew each time. */
  readonly runId?: number;
  /** True: nobody tries again should it fail, so that its failure is registered. Default true. */
  readonly last?: boolean;
}

/** What became of a training; `modelId` is null where no model was made. */
export interface TrainResult {
  readonly modelId: number | null;
  readonly promoted: boolean;
  /** Why, in one sentence. */
  readonly why: string;
  /** The iteration after which an earlier attempt was taken up; null: begun anew. */
  readonly resumedAfter: number | null;
}

/**
 * Trains a model on every interaction, measures it, and makes it the live one where the gate lets it through and nobody says otherwise.
 * Settings that are left out are the live model's, else the defaults. Throws BAD_INPUT for what means nothing, CONFLICT while another
 * training runs, and UNAVAILABLE where it is to take place on a Spark that is not here.
 */
export async function trainNow(context: TrainContext, asked: Jobs['train'] = {}): Promise<TrainResult> {
  const given = asked.settings ?? {};
  const places = Object.values<string>(TrainedOn);
  if (asked.on !== undefined && !places.includes(asked.on)) throw badInput('on', 'There is no such place to train.', places.join(', '));
  const isSparks = asked.on === TrainedOn.SPARK;
  const settingsOf = (live: Model | null): AlsSettings =>
    isSparks ? sparkTrainingSettings(given, live?.settings ?? null) : alsSettings(given, live?.settings);
  settingsOf(null);
  return withTrainingLease(context.database.db, { ...signalOf(context), patienceSeconds: patienceOf(context) }, async (held) => {
    const live = await liveWhole(context.database);
    return trainHeld({ context, held, live }, settingsOf(live), asked);
  });
}

/** The job `train`, here or on the Spark that is reached by these settings. */
export function trainJob(spark?: SparkReach): JobKind<'train'> {
  const reached = spark === undefined ? {} : { spark };
  return {
    name: 'train',
    schedule: null,
    run: async (context: JobContext<'train'>) => ({ ...(await trainNow({ ...trainContextOf(context), ...reached }, context.payload)) }),
  };
}

/** What a job's training needs, of what the job was given. */
export function trainContextOf({ database, clock, signal, progress, tell, log, runId, last }: JobContext): TrainContext {
  return {
    database,
    clock,
    signal,
    runId,
    last,
    say: tell,
    progress(fraction, message, curve) {
      progress(fraction, message, curve).catch((error) => log.warn({ err: error }, 'Progress could not be written.'));
    },
  };
}

/** The live model with the settings of today: one that was trained before a setting existed has its default. */
export async function liveWhole({ db }: Database): Promise<Model | null> {
  const live = await liveModel(db, EngineName.LOCAL);
  return live && { ...live, settings: { ...DEFAULT_SETTINGS, ...live.settings } };
}

/** One core is left to who answers requests. */
export function trainingThreads(): number {
  return Math.max(1, availableParallelism() - 1);
}

/** The worker that died with a run may have died with the lease as well: then it is free before long. */
export function patienceOf({ runId }: TrainContext): number {
  return runId === undefined ? 0 : LEASE_SECONDS + 5;
}

export interface Trainer {
  readonly context: TrainContext;
  readonly held: HeldLease;
  readonly live: Model | null;
}

/** Trains with the lease in hand. */
export async function trainHeld(
  trainer: Trainer,
  settings: AlsSettings,
  { promote = true, evaluate = true, on = TrainedOn.HERE }: Jobs['train'],
): Promise<TrainResult> {
  const { context, held, live } = trainer;
  const { database, clock, progress = () => undefined, say, runId = null, last = true } = context;
  const started = performance.now();
  const order = {
    url: database.url,
    lease: { name: TRAINING_LEASE, token: held.token },
    settings,
    asOf: clock(),
    threads: trainingThreads(),
    live: live && { id: live.id, settings: live.settings, snapshot: live.snapshot, code: live.code },
    evaluate,
    promote,
  };
  const parent = { signal: held.signal, progress, say };
  const trained =
    on === TrainedOn.SPARK
      ? onSpark(context, (spark, scratch) => inChild({ kind: 'spark', ...order, spark, scratch }, parent))
      : inChild({ kind: 'train', ...order, runId }, parent);
  const outcome = await trained.catch(async (error: unknown) => {
    const trainedSeconds = (performance.now() - started) / 1000;
    const failed = { engine: EngineName.LOCAL, trainedOn: on as TrainedOn, settings, trainedSeconds, error: sentenceOf(error) };
    // What went wrong says more than that it could not be written down.
    if (last && !held.signal.aborted) await insertFailedModel(database.db, failed).catch(() => undefined);
    throw error;
  });
  const result = await concluded(trainer, outcome);
  progress(1, result.why);
  return result;
}

async function onSpark(
  { spark, database }: TrainContext,
  run: (spark: SparkReach, scratch: string) => Promise<TrainOutcome>,
): Promise<TrainOutcome> {
  if (spark === undefined) throw new AppError(ErrorCode.UNAVAILABLE, 'This training knows of no Spark.', { field: 'on', expected: 'HERE' });
  return withScratch(spark, database.url, (scratch) => run(spark, scratch));
}

async function concluded({ context, held }: Trainer, outcome: TrainOutcome): Promise<TrainResult> {
  const none = { modelId: null, promoted: false, resumedAfter: null };
  if (outcome.kind === 'empty') return { ...none, why: 'There are no interactions to learn from.' };
  if (outcome.kind === 'unchanged') return { ...none, why: 'Nothing has changed since the live model: no new one was trained.' };
  const { modelId, verdict, resumedAfter } = outcome;
  if (verdict.promote)
    await context.database.db.transaction(async (db) => {
      await requireLease(db, TRAINING_LEASE, held.token);
      await promoteModel(db, modelId, { actor: 'system', now: context.clock() });
    });
  return { modelId, promoted: verdict.promote, why: verdict.why, resumedAfter };
}

function signalOf({ signal }: TrainContext): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
