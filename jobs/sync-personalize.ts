import type { Config } from '../core/config';
import { badInput } from '../core/errors';
import { JobLogLevel } from '../core/job';
import { s3On } from '../engine/aws/s3';
import { controlPlane } from '../engine/personalize/control';
import { exportForPersonalize } from '../flow/personalize-export';
import { syncPersonalize } from '../flow/personalize-sync';
import type { JobContext, JobKind } from './job';

/**
 * Goes on towards what is wanted of Amazon Personalize: does all that can be done now and ends, each minute while it is set up. Nothing is lost
 * with a worker that dies: the next run goes on from what is written down.
 */
export function syncPersonalizeJob(config: Pick<Config, 'aws' | 'personalize'> | null): JobKind<'sync-personalize'> {
  const settings = config?.personalize ?? null;
  return {
    name: 'sync-personalize',
    ...(settings !== null && !settings.disabled && { schedule: '* * * * *' }),

    async run({ db, clock, signal, progress, tell }: JobContext<'sync-personalize'>) {
      if (config === null || settings === null)
        throw badInput('personalize', 'Personalize is not set up.', 'PERSONALIZE_ROLE_ARN and PERSONALIZE_BUCKET in the environment');
      const { bucket, prefix } = settings;
      const control = controlPlane();
      const s3 = s3On(config);
      try {
        const exportNow = (signal: AbortSignal) => exportForPersonalize(db, { s3, bucket, prefix, signal, progress });
        const outcome = await syncPersonalize(db, {
          ...{ settings, control, files: s3, exportNow, clock, signal, progress },
          // Only spreads waits; nothing follows from it.
          random: Math.random,
        });
        if (outcome.lastError !== null) tell(JobLogLevel.WARN, outcome.lastError);
        return outcome;
      } finally {
        control.close();
        s3.close();
      }
    },
  };
}
