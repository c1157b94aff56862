import { AppError, ErrorCode, type UserError } from '../../core/errors';

/** Rights, limits and absent parts are errors of the whole request; everything else that is expected belongs to the input. */
const OF_REQUEST: ReadonlySet<ErrorCode> = new Set([
  ErrorCode.UNAUTHENTICATED,
  ErrorCode.FORBIDDEN,
  ErrorCode.RATE_LIMITED,
  ErrorCode.TOO_LARGE,
  ErrorCode.UNAVAILABLE,
]);

/**
 * Runs a mutation and answers its payload with no `userErrors`; an expected failure becomes `failed` with the error in it,
 * or what `failed` makes of it, as the current row on a CONFLICT.
 * Throws whatever is not the caller's input to mend.
 */
export async function withUserErrors<Payload extends object, Failed extends object>(
  run: () => Promise<Payload>,
  failed: Failed | ((error: AppError) => Promise<Failed>),
): Promise<(Payload | Failed) & { readonly userErrors: readonly UserError[] }> {
  try {
    return { ...(await run()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof AppError) || OF_REQUEST.has(error.code)) throw error;
    const { code, field, message, expected } = error;
    return { ...(typeof failed === 'function' ? await failed(error) : failed), userErrors: [{ code, field, message, expected }] };
  }
}
