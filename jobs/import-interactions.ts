import type { Config } from '../core/config';
import { badInput } from '../core/errors';
import { s3On } from '../engine/aws/s3';
import { importInteractions } from '../flow/import-interactions';
import { createTracker } from '../flow/track';
import type { JobContext, JobKind } from './job';

/**
 * Imports a CSV of interactions from S3:
 * `npm run jobs -- run import-interactions '{"s3Url":"s3://bucket/watch_log.csv","titles":"video"}'`.
 */
export function importInteractionsJob(config: Pick<Config, 'aws' | 'personalize'> | null): JobKind<'import-interactions'> {
  return {
    name: 'import-interactions',

    async run({ database, log, clock, payload, signal, progress }: JobContext<'import-interactions'>) {
      if (config === null || !payload.s3Url) throw badInput('s3Url', 'The address is missing.', 's3://bucket/key');
      const names = { users: sourceOf(payload.users ?? 'app', 'users'), titles: sourceOf(payload.titles ?? OURS, 'titles') };
      const s3 = s3On(config);
      const tracker = createTracker({ database, log, clock });
      try {
        return await importInteractions({ s3, tracker, url: payload.s3Url, names, signal, progress });
      } finally {
        await tracker.idle();
        s3.close();
      }
    },
  };
}

/** Names our own ids where a source of external ids may stand. */
const OURS = 'kinograph';

function sourceOf(value: unknown, field: string): string | null {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9-]{0,31}$/.test(value))
    throw badInput(field, 'This names no source of ids.', `a source such as app or video, or ${OURS} for ids of ours`);
  return value === OURS ? null : value;
}
