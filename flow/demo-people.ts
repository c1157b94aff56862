import { type DistinctTaste, distinctTastes } from '../core/distinct-tastes';
import type { Db } from '../store/database';
import { genreLifts } from '../store/genre-lifts';

/** Eight people of different tastes to sign in as; none where the demo is not loaded. */
export interface DemoPeople {
  (): Promise<readonly DistinctTaste[]>;
  /** After one of them may have been forgotten: reads them anew. */
  forget(): void;
}

const PEOPLE = 8;
/** MovieLens lists a kind of screen among its genres: nobody has a taste for that. */
const NO_GENRES: ReadonlySet<string> = new Set(['IMAX']);

/** Makes the answer that is read once, when it is asked for first, and kept; one that is empty or failed is read again. */
export function createDemoPeople(db: Db): DemoPeople {
  let kept: Promise<readonly DistinctTaste[]> | null = null;
  const forget = (): void => {
    kept = null;
  };
  const people = (): Promise<readonly DistinctTaste[]> => {
    if (kept) return kept;
    kept = read(db);
    kept.then((found) => found.length === 0 && forget(), forget);
    return kept;
  };
  return Object.assign(people, { forget });
}

async function read(db: Db): Promise<readonly DistinctTaste[]> {
  const lifts = await genreLifts(db, 'movielens');
  return distinctTastes(
    lifts.filter(({ genre }) => !NO_GENRES.has(genre)),
    PEOPLE,
  );
}
