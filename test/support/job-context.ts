import { pino } from 'pino';
import type { JobContext } from '../../jobs/job';
import type { Database } from '../../store/database';
import type { JobName, Jobs } from '../../store/queue';

/** What a run is given, for runs without a worker. */
export function aJobContext<Name extends JobName>(
  database: Database,
  payload: Jobs[Name],
  given: Partial<JobContext<Name>> = {},
): JobContext<Name> {
  return {
    database,
    db: database.db,
    url: database.url,
    runId: 1,
    last: true,
    payload,
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
    signal: new AbortController().signal,
    progress: async () => undefined,
    tell: () => undefined,
    ...given,
  };
}
