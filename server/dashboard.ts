import type { Logger } from 'pino';
import { countedNumbers } from '../flow/metrics';
import { openAlerts } from '../store/alerts';
import type { Db } from '../store/database';
import { newestEvents } from '../store/event-stream';
import { readLiveNumbers } from '../store/live-numbers';
import { createEventStream, type EventStream, MOST_READ, OVERLAP_SECONDS } from './event-stream';
import { createLiveMetrics, type LiveMetrics } from './live-metrics';

/** What the dashboard of this process is made of. */
export interface Dashboard {
  readonly liveMetrics: LiveMetrics;
  readonly eventStream: EventStream;
}

/** Makes the dashboard; nothing of it reads the database while nobody looks. */
export function createDashboard({ db, clock, log }: { readonly db: Db; readonly clock: () => Date; readonly log: Logger }): Dashboard {
  return {
    liveMetrics: createLiveMetrics({
      counted: (input) => countedNumbers(db, input, clock()),
      now: async () => {
        const [live, needsAttention] = await Promise.all([readLiveNumbers(db, clock()), openAlerts(db)]);
        return { live, needsAttention };
      },
      log,
    }),
    eventStream: createEventStream({ read: () => newestEvents(db, { most: MOST_READ, seconds: OVERLAP_SECONDS }), log }),
  };
}
