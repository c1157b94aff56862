import type { InteractionFacts } from '../core/interaction';
import type { Preferences } from '../core/user';
import { binaryArray } from './binary-array';
import type { Db } from './database';
import { prepare } from './prepared';
import { interactionOf, TOLD, type Told } from './told-interaction';

/** Everything a recommendation request reads of a person, as of one moment: whatever changes any of it counts up the version. */
export interface PersonRow {
  readonly id: number;
  readonly version: number;
  readonly preferences: Preferences;
  readonly interactions: readonly InteractionFacts[];
}

/** Who is asked for, and how they were when they were last read. */
export interface Asked {
  readonly userId: number;
  readonly known: PersonRow | null;
}

interface Answer {
  readonly position: number;
  readonly id: number;
  readonly version: number;
  readonly preferences: Preferences;
  /** Null: as it was known. */
  readonly past: string | null;
}

const KNOWN = 'users.id = asked."knownId" and users.version = asked."knownVersion"';

const answers = prepare<Answer>(
  'people',
  `select position, users.id, users.version, case when ${KNOWN} then null else users.preferences end as preferences,
  case when ${KNOWN} then null
    else (select concat('[', string_agg(${TOLD}, ','), ']') from interactions where "userId" = users.id) end as past
from unnest($1::bigint[], $2::bigint[], $3::integer[]) with ordinality asked(id, "knownId", "knownVersion", position)
join users named on named.id = asked.id
join users on users.id = coalesce(named."mergedIntoId", named.id)`,
);

/**
 * The version, preferences and interactions of people, in the order asked for, in one statement and so in one state; null for a user
 * that is not there. Who is as they were known is not read again. A user that was merged answers as the one that stands for it, so
 * that who came in before the merge sees it at once.
 */
export async function peopleOf(db: Db, asked: readonly Asked[]): Promise<readonly (PersonRow | null)[]> {
  const rows = await answers(db, [
    binaryArray(
      'bigint',
      asked.map(({ userId }) => userId),
    ),
    binaryArray(
      'bigint',
      asked.map(({ known }) => known?.id ?? null),
    ),
    binaryArray(
      'integer',
      asked.map(({ known }) => known?.version ?? null),
    ),
  ]);
  const people: (PersonRow | null)[] = asked.map(() => null);
  for (const row of rows)
    people[row.position - 1] = row.past === null ? (asked[row.position - 1]?.known ?? null) : personFrom(row, row.past);
  return people;
}

function personFrom({ id, version, preferences }: Answer, text: string): PersonRow {
  const past: readonly Told[] = JSON.parse(text);
  return { id, version, preferences, interactions: past.map(interactionOf) };
}
