import type { HourlyWeight } from '../core/trending';
import type { Db } from './database';

/** Hourly activity per title since a time, from the roll-up of events. */
export async function activitySince(db: Db, since: Date): Promise<readonly HourlyWeight[]> {
  return db.query('select "titleId", hour, weight from title_activity where hour >= $1', [since]);
}
