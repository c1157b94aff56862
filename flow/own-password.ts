import type { Caller } from '../core/caller';
import { AppError, badInput, ErrorCode } from '../core/errors';
import { checkPassword } from '../core/operator-password';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { deleteSessionsOf } from '../store/operator-sessions';
import { operatorForUpdate, setPassword } from '../store/operators';
import { dropResetLink } from '../store/reset-links';
import { hashPassword, passwordFits } from './password';

/**
 * Changes the caller's own password and ends their other sessions; answers how many. Throws BAD_INPUT on `current` where it is not theirs
 * and on `next` where it is not good enough, and UNAUTHENTICATED where the operator is gone.
 */
export async function changePassword(
  db: Db,
  caller: Extract<Caller, { kind: 'operator' }>,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<number> {
  return db.transaction(async (db) => {
    const operator = await operatorForUpdate(db, caller.operatorId);
    if (operator === null) throw new AppError(ErrorCode.UNAUTHENTICATED, 'Nobody is signed in to the console.');
    checkPassword(next, { email: operator.email, field: 'next' });
    if (!(await passwordFits(operator.passwordHash, current)))
      throw badInput('current', 'This is not your password of now.', 'the password that you signed in with');
    if (next === current) throw badInput('next', 'This is the password that you have.', 'another one');
    await setPassword(db, operator.id, await hashPassword(next));
    await dropResetLink(db, operator.id);
    const sessionsEnded = await deleteSessionsOf(db, operator.id, caller.sessionId);
    const [actor, action, entityId] = [`operator:${operator.id}` as const, 'operator.changePassword', String(operator.id)];
    await writeAudit(db, { actor, action, entity: 'operator', entityId, before: null, after: { sessionsEnded } });
    await publish(db, [{ topic: 'operator', id: operator.id }]);
    return sessionsEnded;
  });
}
