import { randomBytes } from 'node:crypto';
import type { Actor } from '../core/audit';
import { Role } from '../core/caller';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { checkEmail, type Operator, operatorName } from '../core/operator';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { deleteSessionsOf } from '../store/operator-sessions';
import { addOperator, adminsForUpdate, changeOperator, operatorForUpdate } from '../store/operators';
import { dropResetLink } from '../store/reset-links';
import { shopById } from '../store/shops';
import { hashPassword } from './password';
import { linkFor, type ResetLink } from './reset-link';

/** Who does it and when. */
interface By {
  readonly actor: Actor;
  readonly now: Date;
}

const SECRET_BYTES = 32;

/**
 * Makes an operator who chooses a password by the link that is answered; until then nobody can sign in as them.
 * Throws BAD_INPUT, and CONFLICT where the address is taken.
 */
export async function createOperator(
  db: Db,
  input: { readonly email: string; readonly name?: string | null; readonly role: Role; readonly shopId?: number | null },
  { actor, now }: By,
): Promise<{ readonly operator: Operator; readonly link: ResetLink }> {
  checkEmail(input.email);
  const name = operatorName(input.name);
  const passwordHash = await hashPassword(randomBytes(SECRET_BYTES).toString('base64url'));
  return db.transaction(async (db) => {
    const shopId = await shopOf(db, input.role, input.shopId);
    const operator = await addOperator(db, { email: input.email, name, role: input.role, passwordHash, shopId });
    if (operator === null)
      throw new AppError(ErrorCode.CONFLICT, 'There is an operator with this e-mail.', {
        field: 'input.email',
        expected: 'another address',
      });
    const { id, email, role } = operator;
    const entityId = String(id);
    await writeAudit(db, {
      actor,
      action: 'operator.create',
      entity: 'operator',
      entityId,
      before: null,
      after: { email, name, role, shopId },
    });
    return { operator, link: await linkFor(db, operator, { actor, now }) };
  });
}

/** An operator to be changed; what is left out stays. */
export interface OperatorChange {
  readonly id: number;
  readonly version: number;
  readonly name?: string | null;
  readonly role?: Role | null;
  readonly disabled?: boolean | null;
  /** The shop of somebody of role SHOP. */
  readonly shopId?: number | null;
}

/**
 * Changes an operator; every process asks again who they are, and a disabled one is signed out everywhere at once. Throws BAD_INPUT, NOT_FOUND,
 * and CONFLICT where they were changed since they were read, or are the last admin who may sign in.
 */
export async function saveOperator(db: Db, change: OperatorChange, { actor, now }: By): Promise<Operator> {
  return db.transaction(async (db) => {
    const admins = await adminsForUpdate(db);
    const before = await operatorForUpdate(db, change.id);
    if (before === null) throw notFound('input.id', 'operator');
    if (before.version !== change.version) throw changedSince(before.version);
    const role = change.role ?? before.role;
    const kept = role === Role.SHOP ? before.shopId : null;
    const shopId = change.shopId === undefined ? kept : await shopOf(db, role, change.shopId);
    const wanted = { ...wantedOf(before, change, now), shopId };
    const isAdminStill = wanted.role === Role.ADMIN && wanted.disabledAt === null;
    if (!isAdminStill && admins.every(({ id }) => id === before.id) && admins.length > 0) throw lastAdmin(wanted.role);
    const after = await changeOperator(db, wanted);
    const sessionsEnded = after.disabledAt === null ? 0 : await deleteSessionsOf(db, after.id);
    if (after.disabledAt !== null) await dropResetLink(db, after.id);
    await writeAudit(db, {
      actor,
      action: 'operator.save',
      entity: 'operator',
      entityId: String(after.id),
      before: audited(before),
      after: { ...audited(after), ...(sessionsEnded > 0 && { sessionsEnded }) },
    });
    await publish(db, [{ topic: 'operator', id: after.id }]);
    return after;
  });
}

function wantedOf(before: Operator, { name, role, disabled }: OperatorChange, now: Date): Operator {
  const disabledAt = disabled === true ? (before.disabledAt ?? now) : null;
  return {
    ...before,
    name: name === undefined ? before.name : operatorName(name),
    role: role ?? before.role,
    disabledAt: disabled === undefined || disabled === null ? before.disabledAt : disabledAt,
  };
}

const audited = ({ email, name, role, version, disabledAt, shopId }: Operator) => ({ email, name, role, version, disabledAt, shopId });

/** The shop of an operator. Throws BAD_INPUT for one of another role, NOT_FOUND for a shop that is not there. */
async function shopOf(db: Db, role: Role, shopId: number | null | undefined): Promise<number | null> {
  if (shopId === null || shopId === undefined) return null;
  if (role !== Role.SHOP) throw badInput('input.shopId', `An operator of role ${role} belongs to no shop.`, 'role SHOP, or no shop');
  if ((await shopById(db, shopId)) === null) throw notFound('input.shopId', 'shop');
  return shopId;
}

function changedSince(version: number): AppError {
  return new AppError(ErrorCode.CONFLICT, 'This operator was changed since they were read.', {
    field: 'input.version',
    expected: `version ${version}`,
  });
}

function lastAdmin(role: Role): AppError {
  return new AppError(ErrorCode.CONFLICT, 'This is the last admin who can sign in: without one, nobody could let anyone in again.', {
    field: role === Role.ADMIN ? 'input.disabled' : 'input.role',
    expected: 'another admin first',
  });
}
