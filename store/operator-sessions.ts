import type { Role } from '../core/caller';
import type { OperatorSession } from '../core/operator';
import type { Db } from './database';

/** A signed-in console: who, and until when. */
export interface SignedInSession {
  readonly id: number;
  readonly operatorId: number;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** Keeps a session by the hash of its token, and drops those that have ended. */
export async function insertSession(
  db: Db,
  { operatorId, hash, now, expiresAt }: { operatorId: number; hash: string; now: Date; expiresAt: Date },
): Promise<number> {
  await db.query('delete from operator_sessions where "expiresAt" < $1', [now]);
  const rows: { id: number }[] = await db.query(
    `insert into operator_sessions ("operatorId", hash, "createdAt", "lastSeenAt", "expiresAt") values ($1, $2, $3, $3, $4) returning id`,
    [operatorId, hash, now, expiresAt],
  );
  return rows[0]?.id ?? 0;
}

/** The session with this hash, while its operator is not disabled; it counts as seen at `now`. */
export async function sessionByHash(db: Db, hash: string, now: Date): Promise<SignedInSession | null> {
  const [rows]: [SignedInSession[], number] = await db.query(
    `update operator_sessions session set "lastSeenAt" = greatest("lastSeenAt", $2)
     from operators operator
     where operator.id = session."operatorId" and session.hash = $1 and operator."disabledAt" is null
     returning session.id, session."operatorId", operator.role, session."expiresAt"`,
    [hash, now],
  );
  return rows[0] ?? null;
}

/** The sessions of an operator that have not ended, newest first. */
export async function sessionsOf(db: Db, operatorId: number, now: Date): Promise<readonly OperatorSession[]> {
  return db.query(
    `select id, "createdAt", "lastSeenAt", "expiresAt" from operator_sessions
     where "operatorId" = $1 and "expiresAt" > $2 order by id desc limit 100`,
    [operatorId, now],
  );
}

export async function deleteSession(db: Db, id: number): Promise<void> {
  await db.query('delete from operator_sessions where id = $1', [id]);
}

/** Ends the sessions of an operator, but for one where it is named; how many they were. */
export async function deleteSessionsOf(db: Db, operatorId: number, exceptId: number | null = null): Promise<number> {
  const [, count]: [unknown, number] = await db.query('delete from operator_sessions where "operatorId" = $1 and id is distinct from $2', [
    operatorId,
    exceptId,
  ]);
  return count;
}
