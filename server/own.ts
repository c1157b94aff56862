import { AppError, ErrorCode } from '../core/errors';
import { may, Right } from '../core/rights';
import type { User } from '../core/user';
import type { Context } from './context';

/** Lets pass who reads what is a person’s own: that person, or who may look into people. Throws FORBIDDEN on `field`. */
export function requireOwn({ caller, proven }: Context, user: Pick<User, 'id'>, field: string): void {
  const own = caller.kind === 'viewer' && caller.userId === user.id;
  if (own || proven.has(user.id) || may(caller, Right.USERS_READ)) return;
  throw new AppError(ErrorCode.FORBIDDEN, `${field} is for the person and for those who may look into people.`, { field });
}
