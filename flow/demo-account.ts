import { randomUUID } from 'node:crypto';
import type { Credentials } from '../core/demo-account';
import { emailKey } from '../core/email';
import { AppError, ErrorCode } from '../core/errors';
import type { SelfDescription } from '../core/preferences';
import type { Db } from '../store/database';
import { demoAccountByEmail, insertDemoAccount } from '../store/demo-accounts';
import { describeUser, resolveUsers } from '../store/users';
import { hashPassword, passwordFits } from './password';

/** An account that has just proved itself: the person `demo:<sub>`. */
export interface SignedInPerson {
  readonly sub: string;
  readonly userId: number;
}

/**
 * Makes an account of the demo, its person and what they say of themselves, or nothing. The input must have been judged before.
 * Throws CONFLICT when the address is taken.
 */
export async function signUp(db: Db, { email, password }: Credentials, description: SelfDescription): Promise<SignedInPerson> {
  const passwordHash = await hashPassword(password);
  const sub = randomUUID();
  return db.transaction(async (db) => {
    if (!(await insertDemoAccount(db, { sub, email: emailKey(email), passwordHash })))
      throw new AppError(ErrorCode.CONFLICT, 'There is an account with this e-mail.', {
        field: 'input.email',
        expected: 'another address',
      });
    const userId = await personOf(db, sub);
    await describeUser(db, userId, description);
    return { sub, userId };
  });
}

/** Throws the same UNAUTHENTICATED, after the same work, for an unknown address and a wrong password. */
export async function signInByPassword(db: Db, { email, password }: Credentials): Promise<SignedInPerson> {
  const account = await demoAccountByEmail(db, emailKey(email));
  const fits = await passwordFits(account?.passwordHash ?? null, password);
  if (!account || !fits) throw new AppError(ErrorCode.UNAUTHENTICATED, 'This e-mail and password do not belong together.');
  return { sub: account.sub, userId: await personOf(db, account.sub) };
}

async function personOf(db: Db, sub: string): Promise<number> {
  const [id] = await resolveUsers(db, [{ source: 'demo', value: sub }], { create: true });
  if (id) return id;
  throw new Error('The person of an account is not there.');
}
