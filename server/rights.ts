import { AppError, ErrorCode } from '../core/errors';
import { may, type Right } from '../core/rights';
import type { Context } from './context';

/** Lets the request pass only with this right. Throws UNAUTHENTICATED without any credential, else FORBIDDEN. */
export function requireRight({ caller }: Context, right: Right): void {
  if (may(caller, right)) return;
  if (caller.kind === 'nobody')
    throw new AppError(ErrorCode.UNAUTHENTICATED, 'This needs a credential: send `Authorization: Bearer` with a key or token.');
  throw new AppError(ErrorCode.FORBIDDEN, `This needs the right ${right}, which the credential does not carry.`);
}
