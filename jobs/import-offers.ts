import { JobLogLevel } from '../core/job';
import { runFeed } from '../flow/shop-feed';
import { feedById } from '../store/shop-feeds';
import type { JobContext, JobKind } from './job';

const MOST_NAMED = 100;

/** Lets the offers of a file that a shop sent stand; its bytes come from the database, so that any worker may run it. */
export const importOffersJob: JobKind<'import-offers'> = {
  name: 'import-offers',

  async run({ db, payload, clock, signal, progress, tell }: JobContext<'import-offers'>) {
    try {
      const counts = await runFeed(db, payload.feedId, { clock, signal, progress });
      return counts && { ...counts };
    } finally {
      const feed = await feedById(db, payload.feedId);
      for (const { row, field, message } of feed?.problems.slice(0, MOST_NAMED) ?? [])
        tell(JobLogLevel.WARN, `Line ${row}, ${field}: ${message}`);
    }
  },
};
