import { emailKey, LONGEST_EMAIL } from '../../core/email';
import { AppError, ErrorCode } from '../../core/errors';
import type { Operator } from '../../core/operator';
import { LONGEST_PASSWORD } from '../../core/operator-password';
import { isText } from '../../core/text';
import { signIn, signOut } from '../../flow/sign-in';
import type { Context } from '../context';
import { sessionCookie } from './cookie';

/**
 * Signs an operator in and hands the console its cookie. Throws RATE_LIMITED after ten tries a quarter of an hour per address
 * and per e-mail, UNAUTHENTICATED when they do not belong together, FORBIDDEN where an answer has no cookies.
 */
export async function signInOperator(context: Context, { email, password }: { email: string; password: string }): Promise<Operator> {
  const { house, reply, address } = context;
  if (reply === null) throw new AppError(ErrorCode.FORBIDDEN, 'Sign in by HTTP: a socket cannot be given a cookie.');
  await house.signIns(`address:${address}`);
  const mayFit = isText(email, LONGEST_EMAIL) && password.length <= LONGEST_PASSWORD;
  if (!mayFit) throw new AppError(ErrorCode.UNAUTHENTICATED, 'This e-mail and password do not belong together.');
  await house.signIns(`email:${emailKey(email)}`);
  const { operator, token, expiresAt } = await signIn(house.database.db, { email, password }, house.clock());
  reply.setCookie(sessionCookie(token, { expiresAt, secure: house.config.production }));
  return operator;
}

/** Ends the operator's session and takes the cookie back. Throws UNAUTHENTICATED for anyone else. */
export async function signOutOperator({ caller, house, reply }: Context): Promise<void> {
  if (caller.kind !== 'operator') throw new AppError(ErrorCode.UNAUTHENTICATED, 'Nobody is signed in to the console.');
  await signOut(house.database.db, caller);
  reply?.setCookie(sessionCookie('', { expiresAt: new Date(0), secure: house.config.production }));
}
