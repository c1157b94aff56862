import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Db } from '../store/database';
import { type PersonRow, peopleOf } from '../store/person';

/** People as lists read them. Who was asked for before is kept: then the database only says that nothing has changed since. */
export interface KnownPeople {
  /** The person as of now, whatever any process has written before the call; null for a user that is not there. Nobody may change it. */
  get(userId: number): Promise<PersonRow | null>;
  /** After this user was forgotten. */
  forget(userId: number): void;
  forgetAll(): void;
}

/** About 90 MB. */
const MOST_INTERACTIONS = 250_000;
const MOST_A_STATEMENT = 100;
/** Whoever mends interactions by hand, without the versions that tell of changes, waits so long. */
const LONGEST_MS = 60_000;

/** Makes the people of one process; requests that came in the same turn of the event loop are read in one statement. */
export function createKnownPeople(db: Db): KnownPeople {
  const kept = new LRUCache<number, PersonRow>({
    maxSize: MOST_INTERACTIONS,
    sizeCalculation: ({ interactions }) => interactions.length + 1,
    ttl: LONGEST_MS,
  });

  async function read(ids: readonly number[]): Promise<readonly (PersonRow | null)[]> {
    const asked = ids.map((userId) => ({ userId, known: kept.get(userId) ?? null }));
    const people = await peopleOf(db, asked);
    for (const [at, { userId, known }] of asked.entries()) {
      const person = people[at] ?? null;
      if (person === null) kept.delete(userId);
      else if (person !== known) kept.set(userId, person);
    }
    return people;
  }
  // What is asked after a statement was sent may know of newer events, so it must not share that statement's answer.
  const loader = new DataLoader(read, { cache: false, maxBatchSize: MOST_A_STATEMENT, batchScheduleFn: (send) => setImmediate(send) });

  return { get: (userId) => loader.load(userId), forget: (userId) => void kept.delete(userId), forgetAll: () => kept.clear() };
}
