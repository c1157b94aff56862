import type { Caller } from '../../core/caller';
import { AppError, ErrorCode } from '../../core/errors';
import { changePassword } from '../../flow/own-password';
import { resetPassword } from '../../flow/reset-link';
import type { Context } from '../context';

/** An operator who is signed in to the console. */
export type OperatorCaller = Extract<Caller, { kind: 'operator' }>;

/** The operator who asks. Throws UNAUTHENTICATED for anyone else: a key has no password and no sessions. */
export function operatorOf({ caller }: Context): OperatorCaller {
  if (caller.kind === 'operator') return caller;
  throw new AppError(ErrorCode.UNAUTHENTICATED, 'Nobody is signed in to the console.');
}

/** As `resetPassword` of the flow; throws RATE_LIMITED after as many tries of an address as for signing in. */
export async function resetByLink(
  { house, address }: Context,
  asked: { readonly token: string; readonly password: string },
): Promise<string> {
  await house.signIns(`reset:${address}`);
  return resetPassword(house.database.db, asked, house.clock());
}

/** As `changePassword` of the flow; throws RATE_LIMITED after as many tries of an operator as for signing in. */
export async function changeOwnPassword(context: Context, asked: { readonly current: string; readonly next: string }): Promise<number> {
  const operator = operatorOf(context);
  await context.house.signIns(`password:${operator.operatorId}`);
  return changePassword(context.house.database.db, operator, asked);
}
