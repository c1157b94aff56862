import { EventType } from '../core/event';
import { addActivity, lockWatermark, nextWatermark, safeTime, saveWatermark, type TypeWeights } from '../store/roll-up';
import { playedBetween, savePlayed } from '../store/scenes';
import type { JobKind } from './job';

/** What an event says of how much a title moves people now: opening it a little, all of it or liking it a whole. */
export const ACTIVITY_WEIGHTS: TypeWeights = {
  [EventType.CLICK]: 0.1,
  [EventType.WATCH_INTERVAL]: 1,
  [EventType.COMPLETED]: 1,
  [EventType.RATING]: 0.5,
  [EventType.LIKE]: 1,
};
/** Length of a title whose length nobody told. */
const WHOLE_SECONDS = 1_800;
const LAG_SECONDS = 10;
const EVENTS_AT_ONCE = 50_000;

/**
 * Adds new events to the hourly activity and the scenes of titles, each exactly once: the watermark moves in the transaction that
 * counts. A deleted event stays counted: these are sums over everybody, and say nothing of anyone.
 */
export const rollUp: JobKind<'roll-up'> = {
  name: 'roll-up',
  schedule: '* * * * *',

  async run({ db, progress, signal }) {
    const until = await safeTime(db, LAG_SECONDS);
    let batches = 0;
    for (;;) {
      signal.throwIfAborted();
      const moved = await db.transaction(async (db) => {
        const after = await lockWatermark(db);
        const upTo = await nextWatermark(db, { after, until, most: EVENTS_AT_ONCE });
        if (upTo === null) return false;
        await addActivity(db, { after, upTo, weights: ACTIVITY_WEIGHTS, wholeSeconds: WHOLE_SECONDS });
        await savePlayed(db, await playedBetween(db, after, upTo));
        await saveWatermark(db, upTo);
        return true;
      });
      if (!moved) return { batches };
      batches += 1;
      await progress(0.5, `${batches} batches counted`);
    }
  },
};
