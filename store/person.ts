import type { Interaction } from '../core/interaction';
import type { Preferences } from '../core/user';
import type { Db } from './database';
import { interactionOf, TOLD, type Told } from './told-interaction';

/** Everything a recommendation request reads of a person, as of one moment. */
export interface PersonRow {
  readonly version: number;
  readonly preferences: Preferences;
  readonly interactions: readonly Interaction[];
}

const PERSON = `select version, preferences, (select json_agg(${TOLD}) from interactions where "userId" = users.id) as past
from users where id = $1`;

/** A person's version, preferences and interactions in one statement, so in one state; null for a user that is not there. */
export async function personOf(db: Db, userId: number): Promise<PersonRow | null> {
  const rows: { version: number; preferences: Preferences; past: readonly Told[] | null }[] = await db.query(PERSON, [userId]);
  const row = rows[0];
  if (row === undefined) return null;
  return { version: row.version, preferences: row.preferences, interactions: (row.past ?? []).map((told) => interactionOf(userId, told)) };
}
