import type { DemoName } from '../../core/caller';
import { type Credentials, checkCredentials, mayFit } from '../../core/demo-account';
import { emailKey } from '../../core/email';
import { AppError, badInput, ErrorCode, notFound } from '../../core/errors';
import { checkDescription, type SelfDescription } from '../../core/preferences';
import type { User } from '../../core/user';
import { signInByPassword, signUp } from '../../flow/demo-account';
import { resolveUsers } from '../../store/users';
import type { Context } from '../context';
import { readReference } from '../subject';
import { requireDemo } from './tokens';

/** A token for a person of the demo. */
export interface DemoToken {
  readonly token: string;
  readonly expiresAt: Date;
  readonly user: User | null;
}

/** Who wants to sign in: one of the people that the demo brings, or an account. */
export type DemoAsking = { readonly userId: string } | Credentials;

/**
 * Makes an account and signs in to it. Throws FORBIDDEN outside the demo, BAD_INPUT on the field at fault, CONFLICT where the address is
 * taken, RATE_LIMITED after ten tries a quarter of an hour per address and per e-mail.
 */
export async function signUpDemo(context: Context, { email, password, ...description }: Credentials & SelfDescription): Promise<DemoToken> {
  requireDemo(context.house.config);
  checkCredentials({ email, password });
  checkDescription(description);
  await countTry(context, email);
  const { sub, userId } = await signUp(context.house.database.db, { email, password }, description);
  return tokenFor(context, { source: 'demo', externalId: sub }, userId);
}

/**
 * Signs in as a person of MovieLens without, or as an account with its password. Throws FORBIDDEN outside the demo before it tells anything,
 * NOT_FOUND for an unknown person, UNAUTHENTICATED where e-mail and password do not belong together, and RATE_LIMITED as `signUpDemo`.
 */
export async function signInDemo(context: Context, asking: DemoAsking): Promise<DemoToken> {
  if ('userId' in asking) return signInAs(context, asking.userId);
  const { db } = context.house.database;
  // As for operators: what no account can have is refused at once, and says nothing of who has one.
  if (!mayFit(asking)) throw new AppError(ErrorCode.UNAUTHENTICATED, 'This e-mail and password do not belong together.');
  await countTry(context, asking.email);
  const { sub, userId } = await signInByPassword(db, asking);
  return tokenFor(context, { source: 'demo', externalId: sub }, userId);
}

/** Reads how somebody wants to sign in. Throws BAD_INPUT where it is both ways or neither. */
export function demoAsking(userId: string | null, email: string | null, password: string | null): DemoAsking {
  if (userId !== null && email === null && password === null) return { userId };
  if (userId === null && email !== null && password !== null) return { email, password };
  throw badInput(
    userId === null && email !== null ? 'password' : 'userId',
    'It is not clear who wants to sign in.',
    'either userId alone, or email and password',
  );
}

/** A fresh token for whoever holds a good one of the demo. Throws FORBIDDEN for anyone else. */
export async function refreshDemo(context: Context): Promise<DemoToken> {
  requireDemo(context.house.config);
  const { caller } = context;
  if (caller.kind !== 'viewer' || caller.demo === null)
    throw new AppError(ErrorCode.FORBIDDEN, 'Only a token of the demo can be renewed here.', { field: 'authorization' });
  return tokenFor(context, caller.demo, caller.userId);
}

async function signInAs(context: Context, userId: string): Promise<DemoToken> {
  const reference = readReference(userId, 'userId');
  // An account has a password: naming its person is not enough.
  if (!('source' in reference) || reference.source !== 'movielens') throw notFound('userId', 'demo person');
  const [id] = await resolveUsers(context.house.database.db, [reference], { create: false });
  if (!id) throw notFound('userId', 'demo person');
  return tokenFor(context, { source: 'movielens', externalId: reference.value }, id);
}

async function tokenFor(context: Context, { source, externalId }: DemoName, userId: number): Promise<DemoToken> {
  const { token, expiresAt } = await context.house.tokens.demoSignIn(externalId, source);
  context.proven.add(userId);
  return { token, expiresAt, user: await context.loaders.user.load(userId) };
}

/** Counted apart from operators: people of the demo must not shut them out. */
async function countTry({ house, address }: Context, email: string): Promise<void> {
  await house.signIns(`demo address:${address}`);
  await house.signIns(`demo email:${emailKey(email)}`);
}
