import { attribute, type TouchEvent } from '../core/attribution';
import type { Db } from '../store/database';
import type { Stretch } from '../store/event-slots';
import { addOutcomes } from '../store/served-slots';
import { saveSightings, saveUnjoined, servingsOf, sightingsOf, takeUnjoined, touchEvents } from '../store/sightings';

/** Gives what happened in a stretch of the log to the lists that brought it about. Call it in the transaction that moves the watermark. */
export async function attributeBetween(db: Db, stretch: Stretch, now: Date): Promise<void> {
  await attributeEvents(db, await touchEvents(db, stretch), now);
}

/** Tries again to give those events to a list that named one which was not written yet. */
export async function attributeWaiting(db: Db, now: Date): Promise<void> {
  await attributeEvents(db, await takeUnjoined(db, now), now);
}

async function attributeEvents(db: Db, events: readonly TouchEvent[], now: Date): Promise<void> {
  if (events.length === 0) return;
  const { sightings, counts, waiting } = attribute(events, await servingsOf(db, events), await sightingsOf(db, events));
  await saveSightings(db, sightings);
  await addOutcomes(db, counts);
  await saveUnjoined(db, waiting, now);
}
