import { randomUUID } from 'node:crypto';
import type { User } from '../../core/user';
import type { Db } from '../../store/database';

/** A person of the customer's own, straight into the table. Answers their id. */
export async function aUser(db: Db, given: Partial<Pick<User, 'source' | 'externalId' | 'name' | 'timeZone'>> = {}): Promise<number> {
  const { source = 'app', externalId = randomUUID(), name = null, timeZone = null } = given;
  const [user] = await db.query('insert into users (source, "externalId", name, "timeZone") values ($1, $2, $3, $4) returning id', [
    source,
    externalId,
    name,
    timeZone,
  ]);
  return user.id;
}
