import type { Config } from '../core/config';
import { badInput } from '../core/errors';
import { JobLogLevel } from '../core/job';
import { PERSONALIZE_EVENT_TYPES, type PersonalizeEventType } from '../core/personalize/event-types';
import { s3On } from '../engine/aws/s3';
import { exportForPersonalize } from '../flow/personalize-export';
import type { JobContext, JobKind } from './job';

/** Writes events, titles and people to the bucket of Personalize, and says what Personalize would refuse of them. */
export function exportPersonalizeJob(config: Pick<Config, 'aws' | 'personalize'> | null): JobKind<'export-personalize'> {
  return {
    name: 'export-personalize',

    async run({ db, payload, signal, progress, tell }: JobContext<'export-personalize'>) {
      if (!config?.personalize)
        throw badInput('bucket', 'No bucket of Personalize is set.', 'PERSONALIZE_BUCKET and PERSONALIZE_ROLE_ARN in the environment');
      const { bucket, prefix } = config.personalize;
      const eventTypes = checkEventTypes(payload.eventTypes);
      const s3 = s3On({ aws: config.aws, personalize: config.personalize });
      try {
        const { datasets, preflight, ...written } = await exportForPersonalize(db, { s3, bucket, prefix, eventTypes, signal, progress });
        for (const { fault } of preflight.checks) if (fault !== null) tell(JobLogLevel.WARN, fault);
        return { ...written, preflight, folder: datasets[0]?.location.replace(/interactions\/$/, '') ?? null };
      } finally {
        s3.close();
      }
    },
  };
}

/** Throws BAD_INPUT for anything but a list of our types of event, or nothing. */
export function checkEventTypes(value: unknown): readonly PersonalizeEventType[] | null {
  if (value === undefined || value === null) return null;
  const types = Array.isArray(value) ? value : [value];
  const known = PERSONALIZE_EVENT_TYPES.filter((type) => types.includes(type));
  if (known.length === 0 || known.length < types.length)
    throw badInput('eventTypes', 'A type of event is not known.', `some of ${PERSONALIZE_EVENT_TYPES.join(', ')}`);
  return known;
}
