import { type DistinctTaste, distinctTastes } from '../core/distinct-tastes';
import type { Db } from '../store/database';
import { genreLifts } from '../store/genre-lifts';

/** Eight people of different tastes to sign in as; none where the demo is not loaded. */
export type DemoPeople = () => Promise<readonly DistinctTaste[]>;

const PEOPLE = 8;

/** Makes the answer that is read once, when it is asked for first, and kept; one that is empty or failed is read again. */
export function createDemoPeople(db: Db): DemoPeople {
  let kept: Promise<readonly DistinctTaste[]> | null = null;
  const forget = (): void => {
    kept = null;
  };
  return () => {
    if (kept) return kept;
    kept = genreLifts(db, 'movielens').then((lifts) => distinctTastes(lifts, PEOPLE));
    kept.then((people) => people.length === 0 && forget(), forget);
    return kept;
  };
}
