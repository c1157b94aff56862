import type { Columns } from '../core/columns';
import type { Person } from '../engine/engine';
import type { Db } from '../store/database';
import { servedTitles } from '../store/served';
import type { KnownPeople } from './known-people';

/** Whom a list is for, as of a version. */
export type PersonNow = Person & { readonly version: number };

const NOBODY: PersonNow = { version: 0, preferences: {}, interactions: [] };
const SERVED_DAYS = 30;
const DAY_MS = 86_400_000;

/** The person of an id; whoever is not there is somebody without a past. */
export async function readPerson(people: KnownPeople, userId: number | null): Promise<PersonNow> {
  return userId === null ? NOBODY : ((await people.get(userId)) ?? NOBODY);
}

/** What was shown to a person in the last 30 days. */
export async function readServed(db: Db, userId: number | null, now: Date): Promise<readonly number[]> {
  return userId === null ? [] : servedTitles(db, userId, new Date(now.getTime() - SERVED_DAYS * DAY_MS));
}

/** A person as if they had never met these titles; leaving out a show leaves out its episodes. */
export function withoutHistory(person: Person, titleIds: readonly number[], columns: Columns): Person {
  if (titleIds.length === 0) return person;
  const left = new Set(titleIds);
  const standInOf = (titleId: number): number => {
    const row = columns.rowOf.get(titleId);
    return row === undefined ? titleId : (columns.ids[columns.listedAs[row] as number] as number);
  };
  const interactions = person.interactions.filter(({ titleId }) => !left.has(titleId) && !left.has(standInOf(titleId)));
  return { ...person, interactions };
}
