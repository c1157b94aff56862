import type { Uploader } from '../core/audit';
import type { Db } from './database';

const STANDING = {
  operator: 'select 1 from operators where id = $1 and "disabledAt" is null and $2::timestamptz is not null',
  key: 'select 1 from api_keys where id = $1 and "revokedAt" is null and ("expiresAt" is null or "expiresAt" > $2)',
  user: 'select 1 from users where id = $1 and $2::timestamptz is not null',
} as const;

/** Whether an operator, key or person may still act at `now`: an address that was signed for one ends with it. */
export async function actorStands(db: Db, actor: Uploader, now: Date): Promise<boolean> {
  if (actor === 'system') return true;
  const [kind, id] = actor.split(':');
  return (await db.query(STANDING[kind as keyof typeof STANDING], [id, now])).length === 1;
}
