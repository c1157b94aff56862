import { randomUUID } from 'node:crypto';
import { alsSettings } from '../core/als-settings';
import { AppError, ErrorCode } from '../core/errors';
import type { AlsSettings } from '../core/model';
import { EngineName } from '../core/recommendation';
import { trainLocal } from '../engine/local/train';
import { promoteModel } from '../flow/model';
import type { Database, Db } from '../store/database';
import { releaseLease, renewLease, requireLease, takeLease } from '../store/leases';
import { liveModel } from '../store/models';
import type { JobContext, JobKind } from './job';

/** What a training needs of its surroundings. */
export interface TrainContext {
  readonly database: Database;
  readonly clock: () => Date;
  /** Kills the training. */
  readonly signal?: AbortSignal;
  /** 0 to 1, with a short sentence. */
  readonly progress?: (fraction: number, message: string) => void;
}

/** What became of a training; `modelId` is null when there was nothing to learn from. */
export interface TrainResult {
  readonly modelId: number | null;
  readonly promoted: boolean;
}

const LEASE = 'train';
const LEASE_SECONDS = 60;
const HEARTBEAT_MS = 15_000;

/**
 * Trains a model on every interaction and, unless told otherwise, makes it the live one. Settings that are left out are the live
 * model's, else the defaults. Throws BAD_INPUT for settings that mean nothing and CONFLICT while another training runs.
 */
export async function trainNow(
  context: TrainContext,
  { settings = {}, promote = true }: { readonly settings?: Readonly<Record<string, unknown>>; readonly promote?: boolean } = {},
): Promise<TrainResult> {
  const { db } = context.database;
  const live = await liveModel(db, EngineName.LOCAL);
  const chosen = alsSettings(settings, live?.settings);
  const token = await takeLease(db, LEASE, randomUUID(), LEASE_SECONDS);
  if (token === null) throw new AppError(ErrorCode.CONFLICT, 'Another training is running.', { expected: 'one training at a time' });
  const heart = beat(db, token);
  try {
    return await trainHeld(context, chosen, { token, promote, lost: heart.lost });
  } finally {
    heart.stop();
    await releaseLease(db, LEASE, token);
  }
}

/** The job `train`. */
export const train: JobKind<'train'> = {
  name: 'train',
  run: async ({ database, clock, signal, progress, payload, log }: JobContext<'train'>) => {
    const tell = (fraction: number, message: string): void => {
      progress(fraction, message).catch((error) => log.warn({ error }, 'Progress could not be written.'));
    };
    return { ...(await trainNow({ database, clock, signal, progress: tell }, payload)) };
  },
};

interface Held {
  readonly token: number;
  readonly promote: boolean;
  /** Aborted when the lease has passed to another. */
  readonly lost: AbortSignal;
}

async function trainHeld(
  { database, clock, signal, progress = () => undefined }: TrainContext,
  settings: AlsSettings,
  { token, promote, lost }: Held,
): Promise<TrainResult> {
  const stop = AbortSignal.any(signal ? [signal, lost] : [lost]);
  const modelId = await trainLocal({ database, settings, now: clock(), signal: stop, progress });
  if (modelId === null || !promote) return { modelId, promoted: false };
  await database.db.transaction(async (db) => {
    await requireLease(db, LEASE, token);
    await promoteModel(db, modelId, { actor: 'system', now: clock() });
  });
  progress(1, `Model ${modelId} is live`);
  return { modelId, promoted: true };
}

function beat(db: Db, token: number): { readonly lost: AbortSignal; stop(): void } {
  const lost = new AbortController();
  const timer = setInterval(() => {
    renewLease(db, LEASE, token, LEASE_SECONDS).then(
      (held) => held || lost.abort(new Error('The lease of the training has passed to another.')),
      // A database that is away for one beat is no reason to stop; the lease lasts for four.
      () => undefined,
    );
  }, HEARTBEAT_MS);
  timer.unref();
  return { lost: lost.signal, stop: () => clearInterval(timer) };
}
