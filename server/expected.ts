import { AppError, ErrorCode } from '../core/errors';
import { outageOf } from './outage';

/** PostgreSQL (appendix A) of a text, and of a text inside JSON, that holds what it cannot store: NUL above all. */
const UNKEPT = new Set(['22021', '22P05']);

/**
 * What a caller is told of an error that is no fault of ours; null for any other. The last net under the checks of each field, which name it:
 * a text that PostgreSQL cannot hold is bad input wherever it slipped in, and nothing of its statement was done.
 */
export function expectedOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (UNKEPT.has(code))
    return new AppError(ErrorCode.BAD_INPUT, 'A text holds a character that cannot be kept.', { expected: 'text without NUL' });
  return outageOf(error);
}
