import { randomBytes } from 'node:crypto';
import { Role } from '../core/caller';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { checkEmail, type Operator } from '../core/operator';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { addOperator, adminsForUpdate, changeOperator, everyOperator, operatorByEmail } from '../store/operators';
import { hashPassword } from './password';
import { linkFor, type ResetLink } from './reset-link';

/** Who may come in again, by what link, and what had to be done for it. */
export interface Rescue {
  readonly operator: Operator;
  readonly link: ResetLink;
  readonly did: 'made' | 'let in' | 'nothing';
}

const FIRST_EMAIL = 'admin@kinograph.local';
const SECRET_BYTES = 32;

/**
 * For the owner who lost everything, at the machine itself: a link for the operator of an address, else for the oldest admin. Where no admin
 * can sign in, that operator becomes one, or is made. Throws BAD_INPUT and NOT_FOUND on the address, and CONFLICT for one who is disabled
 * while admins are there.
 */
export async function rescueOperator(db: Db, email: string | null, now: Date): Promise<Rescue> {
  if (email !== null) checkEmail(email);
  return db.transaction(async (db) => {
    const admins = await adminsForUpdate(db);
    const found = email === null ? (admins[0] ?? (await everyOperator(db))[0] ?? null) : await operatorByEmail(db, email);
    if (admins.length > 0 && found === null) throw notFound('email', 'operator');
    if (admins.length > 0 && found?.disabledAt) throw disabled();
    const { operator, did } = admins.length > 0 && found ? { operator: found, did: 'nothing' as const } : await anAdmin(db, found, email);
    return { operator, did, link: await linkFor(db, operator, { actor: 'system', now }) };
  });
}

async function anAdmin(db: Db, found: Operator | null, email: string | null): Promise<Pick<Rescue, 'operator' | 'did'>> {
  const wanted = { role: Role.ADMIN, disabledAt: null };
  const passwordHash = await hashPassword(randomBytes(SECRET_BYTES).toString('base64url'));
  const operator = found
    ? await changeOperator(db, { ...found, ...wanted })
    : await addOperator(db, { email: email ?? FIRST_EMAIL, name: null, role: Role.ADMIN, passwordHash });
  if (operator === null) throw new Error('An operator who was not there a moment ago is there now: try again.');
  await writeAudit(db, {
    actor: 'system',
    action: found ? 'operator.save' : 'operator.create',
    entity: 'operator',
    entityId: String(operator.id),
    before: found && { role: found.role, disabledAt: found.disabledAt },
    after: { email: operator.email, ...wanted },
  });
  await publish(db, [{ topic: 'operator', id: operator.id }]);
  return { operator, did: found ? 'let in' : 'made' };
}

function disabled(): AppError {
  return new AppError(ErrorCode.CONFLICT, 'This operator is disabled, and there are admins who can enable them.', {
    field: 'email',
    expected: 'no address: then the link is for an admin',
  });
}
