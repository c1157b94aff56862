import { AppError, ErrorCode } from '../core/errors';

/** Of Node's sockets, and of PostgreSQL (appendix A): connection exceptions, too many connections, shut down, crashed, starting. */
const CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|08...|53300|57P0[123])$/;
/** What the driver says itself has no code. */
const MESSAGES = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** What a caller is told of an error that only says that the database is away for now; null for any other error. */
export function outageOf(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (!CODES.test(code) && !MESSAGES.test(error.message)) return null;
  return new AppError(ErrorCode.UNAVAILABLE, 'The database is away for a moment. Nothing was lost: send this again.', {
    expected: 'another try in a second or two',
  });
}
