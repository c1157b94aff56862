import { randomBytes } from 'node:crypto';
import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import type { Operator } from '../core/operator';
import { checkPassword } from '../core/operator-password';
import { hashSecret } from '../store/api-keys';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { deleteSessionsOf } from '../store/operator-sessions';
import { operatorForUpdate, setPassword } from '../store/operators';
import { keepResetLink, takeResetLink } from '../store/reset-links';
import { hashPassword } from './password';

/** Where an operator chooses a password, and until when; the address is below the server's own. */
export interface ResetLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const LINK_MS = 3_600_000;
const TOKEN_BYTES = 32;
const LONGEST_TOKEN = 200;

/** Makes a link of an hour and ends an earlier one of the same operator. Throws NOT_FOUND, and CONFLICT for one who is disabled. */
export function createResetLink(db: Db, operatorId: number, { actor, now }: { actor: Actor; now: Date }): Promise<ResetLink> {
  return db.transaction(async (db) => {
    const operator = await operatorForUpdate(db, operatorId);
    if (operator === null) throw notFound('operatorId', 'operator');
    if (operator.disabledAt !== null)
      throw new AppError(ErrorCode.CONFLICT, 'This operator is disabled: a link would open nothing.', {
        field: 'operatorId',
        expected: 'an operator who may sign in',
      });
    return linkFor(db, operator, { actor, now });
  });
}

/** A link of an hour, in the transaction of `db`. The token stands after the `#`, which browsers never send to a server or its logs. */
export async function linkFor(db: Db, { id }: Pick<Operator, 'id'>, { actor, now }: { actor: Actor; now: Date }): Promise<ResetLink> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await keepResetLink(db, { operatorId: id, hash: hashSecret(token), now, expiresAt });
  const entityId = String(id);
  await writeAudit(db, { actor, action: 'operator.resetLink', entity: 'operator', entityId, before: null, after: { expiresAt } });
  return { url: `/admin/reset#${token}`, expiresAt };
}

/**
 * Gives the operator of a link the password that they chose, and ends all their sessions; the link ends with it. Answers their address.
 * Throws BAD_INPUT: on `token` the same for one that is unknown, expired or used, on `password` for one that is not good enough, and then
 * the link is still good.
 */
export async function resetPassword(
  db: Db,
  { token, password }: { readonly token: string; readonly password: string },
  now: Date,
): Promise<string> {
  checkPassword(password, { email: '', field: 'password' });
  return db.transaction(async (db) => {
    const operatorId = token.length <= LONGEST_TOKEN ? await takeResetLink(db, hashSecret(token), now) : null;
    const operator = operatorId === null ? null : await operatorForUpdate(db, operatorId);
    if (operator === null || operator.disabledAt !== null) throw worn();
    checkPassword(password, { email: operator.email, field: 'password' });
    await setPassword(db, operator.id, await hashPassword(password));
    const sessionsEnded = await deleteSessionsOf(db, operator.id);
    const entityId = String(operator.id);
    const [actor, action] = [`operator:${operator.id}` as const, 'operator.resetPassword'];
    await writeAudit(db, { actor, action, entity: 'operator', entityId, before: null, after: { sessionsEnded } });
    await publish(db, [{ topic: 'operator', id: operator.id }]);
    return operator.email;
  });
}

function worn(): AppError {
  return badInput(
    'token',
    'This link does not work any more: it was used, a newer one was made, or its hour is over.',
    'a fresh link, which any admin can make',
  );
}
