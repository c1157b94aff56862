import { randomBytes } from 'node:crypto';
import type { Caller } from '../core/caller';
import { AppError, ErrorCode } from '../core/errors';
import type { Operator } from '../core/operator';
import { hashSecret } from '../store/api-keys';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { deleteSession, insertSession } from '../store/operator-sessions';
import { operatorByEmail, operatorForUpdate, touchOperator } from '../store/operators';
import { passwordFits } from './password';

/** A console that has just signed in; `token` goes into its cookie and is kept here as a hash only. */
export interface SignedIn {
  readonly operator: Operator;
  readonly token: string;
  readonly expiresAt: Date;
}

const SESSION_HOURS = 12;
const TOKEN_BYTES = 32;

/** Signs an operator in for 12 hours. Throws the same UNAUTHENTICATED, after the same work, for an unknown address and a wrong password. */
export async function signIn(db: Db, { email, password }: { email: string; password: string }, now: Date): Promise<SignedIn> {
  const found = await operatorByEmail(db, email);
  const matches = await passwordFits(found?.passwordHash ?? null, password);
  if (!found || !matches || found.disabledAt !== null) throw apart();
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  const { passwordHash: _, ...operator } = found;
  await db.transaction(async (db) => {
    // A password that was changed while this one was compared has ended every session, so none may begin by the old one.
    const held = await operatorForUpdate(db, operator.id);
    if (held === null || held.passwordHash !== found.passwordHash || held.disabledAt !== null) throw apart();
    const id = await insertSession(db, { operatorId: operator.id, hash: hashSecret(token), now, expiresAt });
    await touchOperator(db, operator.id, now);
    const actor = `operator:${operator.id}` as const;
    await writeAudit(db, { actor, action: 'operator.signIn', entity: 'session', entityId: String(id), before: null, after: { expiresAt } });
  });
  return { operator: { ...operator, lastSignInAt: now }, token, expiresAt };
}

/** Ends the session that the request came with; every process forgets it and closes its sockets. */
export async function signOut(db: Db, caller: Extract<Caller, { kind: 'operator' }>): Promise<void> {
  await db.transaction(async (db) => {
    await deleteSession(db, caller.sessionId);
    const actor = `operator:${caller.operatorId}` as const;
    const entityId = String(caller.sessionId);
    await writeAudit(db, { actor, action: 'operator.signOut', entity: 'session', entityId, before: {}, after: null });
    await publish(db, [{ topic: 'operator', id: caller.operatorId }]);
  });
}

function apart(): AppError {
  return new AppError(ErrorCode.UNAUTHENTICATED, 'This e-mail and password do not belong together.');
}
