import { EventType } from '../core/event';
import { attributeBetween, attributeWaiting } from '../flow/attribution';
import type { Db } from '../store/database';
import { addEventSlots, peopleBetween } from '../store/event-slots';
import { saveCountedUntil } from '../store/metric-slots';
import { publish } from '../store/notices';
import { addActivity, lockWatermark, nextWatermark, safeTime, saveWatermark, type TypeWeights } from '../store/roll-up';
import { playedBetween, savePlayed } from '../store/scenes';
import { addServedSlots, lockServedWatermark, nextServedWatermark, saveServedWatermark, titlesWritten } from '../store/served-slots';
import { addToSketches } from '../store/sketches';
import type { JobContext, JobKind } from './job';

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
const ROWS_AT_ONCE = 50_000;

type Counting = JobContext<'roll-up'>;

/**
 * Adds new events and new lists to the numbers by hour and by quarter of an hour, each exactly once: the watermark moves in the
 * transaction that counts. A deleted event stays counted: these are sums over everybody, and say nothing of anyone.
 */
export const rollUp: JobKind<'roll-up'> = {
  name: 'roll-up',
  schedule: '* * * * *',

  async run(context) {
    const { db, clock, progress } = context;
    const until = await safeTime(db, LAG_SECONDS);
    // Lists first: an event that names one is then more likely to find it.
    const lists = await inBatches(context, (db) => countServed(db, until));
    await progress(0.3, `${lists} batches of lists counted`);
    const events = await inBatches(context, (db) => countEvents(db, until, clock()));
    await db.transaction(async (db) => {
      await lockWatermark(db);
      await attributeWaiting(db, clock());
      await saveCountedUntil(db, until);
      await publish(db, [{ topic: 'metrics' }]);
    });
    return { batches: events, lists };
  },
};

/** Counts batch after batch, each in a transaction of its own, until one says that nothing is left. */
async function inBatches({ db, signal }: Counting, count: (db: Db) => Promise<boolean>): Promise<number> {
  for (let batches = 0; ; batches += 1) {
    signal.throwIfAborted();
    if (!(await db.transaction(count))) return batches;
  }
}

async function countServed(db: Db, until: string): Promise<boolean> {
  const after = await lockServedWatermark(db);
  const upTo = await nextServedWatermark(db, { after, until, most: ROWS_AT_ONCE });
  if (upTo === null) return false;
  await addServedSlots(db, { after, upTo });
  await addToSketches(db, 'titles', await titlesWritten(db, { after, upTo }));
  await saveServedWatermark(db, upTo);
  return true;
}

async function countEvents(db: Db, until: string, now: Date): Promise<boolean> {
  const after = await lockWatermark(db);
  const upTo = await nextWatermark(db, { after, until, most: ROWS_AT_ONCE });
  if (upTo === null) return false;
  await addActivity(db, { after, upTo, weights: ACTIVITY_WEIGHTS, wholeSeconds: WHOLE_SECONDS });
  await savePlayed(db, await playedBetween(db, after, upTo));
  await addEventSlots(db, { after, upTo });
  await addToSketches(db, 'people', await peopleBetween(db, { after, upTo }));
  await attributeBetween(db, { after, upTo }, now);
  await saveWatermark(db, upTo);
  return true;
}
