import { AppError, ErrorCode } from '../../core/errors';

/** A credential that was good once: come back with a fresh one. */
export class ExpiredError extends AppError {
  constructor() {
    super(ErrorCode.UNAUTHENTICATED, 'The credential has expired; come back with a fresh one.', { field: 'authorization' });
    this.name = 'ExpiredError';
  }
}

/** A credential that is wrong or revoked: the same answer for both, and nothing of it is repeated. */
export function refused(what: string): AppError {
  return new AppError(ErrorCode.UNAUTHENTICATED, `The ${what} is not accepted.`, { field: 'authorization' });
}
