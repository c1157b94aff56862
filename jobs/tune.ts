import { alsSettings } from '../core/als-settings';
import { AlsObjective } from '../core/model';
import { tuneOptions } from '../core/tune-options';
import { inChild } from '../engine/training/train';
import type { TuneOutcome } from '../engine/training/train-order';
import type { Jobs } from '../store/queue';
import type { JobContext, JobKind } from './job';
import { liveWhole, patienceOf, type TrainContext, type TrainResult, trainContextOf, trainHeld, trainingThreads } from './train';
import { TRAINING_LEASE, withTrainingLease } from './training-lease';

/** What a search found, and what became of the training with it, where that was asked for. */
export interface TuneResult extends TuneOutcome {
  readonly trained: TrainResult | null;
}

/**
 * Searches for settings that rank better than the live ones, and trains with them if asked to. Settings that are not searched are the
 * live model's, else the defaults. Throws BAD_INPUT for what means nothing and CONFLICT while a training runs.
 */
export async function tuneNow(context: TrainContext, asked: Jobs['tune'] = {}): Promise<TuneResult> {
  const { database, clock, signal, progress = () => undefined } = context;
  const given = asked.settings ?? {};
  alsSettings(given);
  const options = tuneOptions(asked);
  const whole = asked.train === true ? 0.7 : 1;
  return withTrainingLease(database.db, { ...(signal ? { signal } : {}), patienceSeconds: patienceOf(context) }, async (held) => {
    const live = await liveWhole(database);
    // The ranges of a search are those of the objective that is trained here.
    const settings = alsSettings({ objective: AlsObjective.IALS, ...given }, live?.settings);
    const lease = { name: TRAINING_LEASE, token: held.token };
    const outcome = await inChild(
      { kind: 'tune', url: database.url, lease, settings, asOf: clock(), threads: trainingThreads(), ...options },
      { signal: held.signal, progress: (fraction, message) => progress(whole * fraction, message) },
    );
    if (asked.train !== true) return { ...outcome, trained: null };
    const rest: TrainContext = {
      ...context,
      progress: (fraction, message, curve) => progress(whole + (1 - whole) * fraction, message, curve),
    };
    return { ...outcome, trained: await trainHeld({ context: rest, held, live }, outcome.best, { promote: asked.promote !== false }) };
  });
}

/** The job `tune`. */
export const tune: JobKind<'tune'> = {
  name: 'tune',
  schedule: null,
  run: async (context: JobContext<'tune'>) => ({ ...(await tuneNow(trainContextOf(context), context.payload)) }),
};
