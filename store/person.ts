import type { InteractionFacts } from '../core/interaction';
import type { Preferences } from '../core/user';
import type { Db } from './database';
import { prepare } from './prepared';
import { interactionOf, TOLD, type Told } from './told-interaction';

/** Everything a recommendation request reads of a person, as of one moment. */
export interface PersonRow {
  readonly version: number;
  readonly preferences: Preferences;
  readonly interactions: readonly InteractionFacts[];
}

const person = prepare<{ version: number; preferences: Preferences; past: string }>(
  'person',
  `select version, preferences, (select concat('[', string_agg(${TOLD}, ','), ']') from interactions where "userId" = users.id) as past
from users where id = (select coalesce("mergedIntoId", id) from users where id = $1)`,
);

/**
 * A person's version, preferences and interactions in one statement, so in one state; null for a user that is not there. A user that was
 * merged answers as the one that stands for it, so that who came in before the merge sees it at once.
 */
export async function personOf(db: Db, userId: number): Promise<PersonRow | null> {
  const [row] = await person(db, [userId]);
  if (row === undefined) return null;
  const past: readonly Told[] = JSON.parse(row.past);
  return { version: row.version, preferences: row.preferences, interactions: past.map(interactionOf) };
}
