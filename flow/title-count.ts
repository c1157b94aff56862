import { LRUCache } from 'lru-cache';
import type { TitleFilter } from '../core/title-filter';
import type { Db } from '../store/database';
import { countTitles } from '../store/titles';

/** How many titles filters hold: exact, and counted once for each state of the catalogue. */
export interface TitleCounts {
  count(filter: TitleFilter): Promise<number>;
  /** The catalogue has changed: what was counted before is told no more. */
  forget(): void;
}

const MOST_FILTERS = 500;
/** Windows open and close without a change of the catalogue. */
const AGE_MS = 60_000;

/** Makes the counts of a process; whoever makes them calls `forget` on every notice of titles. */
export function createTitleCounts(db: Db): TitleCounts {
  const counts = new LRUCache<string, Promise<number>>({ max: MOST_FILTERS, ttl: AGE_MS });
  return {
    count(filter) {
      const key = JSON.stringify(filter, Object.keys(filter).sort());
      const known = counts.get(key);
      if (known) return known;
      const counting = countTitles(db, filter);
      counts.set(key, counting);
      // One that failed must not be told again.
      counting.catch(() => counts.delete(key));
      return counting;
    },
    forget: () => counts.clear(),
  };
}
