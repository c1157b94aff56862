import type { ErrorCode } from '../generated/operator';

/** One expected failure, as every payload tells it; a document may leave out what it does not show. */
export interface UserError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string | null;
  readonly expected?: string | null;
}

/** A save that was refused: nothing was changed. `body.errors` is what react-admin's forms put beside the fields. */
export class RefusedError extends Error {
  readonly status = 422;
  readonly body: { readonly errors: Readonly<Record<string, unknown>> };

  constructor(
    readonly userErrors: readonly UserError[],
    /** The row as it is on the server now, where the payload holds it: on CONFLICT it is newer than what was read. */
    readonly current: unknown,
  ) {
    super(userErrors.map(sentenceOf).join(' '));
    this.name = 'RefusedError';
    this.body = { errors: fieldErrors(userErrors) };
  }

  get isConflict(): boolean {
    return this.userErrors.some(({ code }) => code === 'CONFLICT');
  }
}

/** A failure in one sentence that says what would have been accepted. */
export function sentenceOf({ message, expected }: UserError): string {
  return expected ? `${message} Expected: ${expected}.` : message;
}

/** Errors by the field of the form: `input.genres[2]` stands beside `genres`. */
export function fieldErrors(userErrors: readonly UserError[]): Readonly<Record<string, string>> {
  const entries = userErrors.flatMap((error) => {
    const field = error.field?.replace(/^input\./, '').split(/[.[]/)[0];
    return field ? [[field, sentenceOf(error)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What a payload holds beside its errors. Throws RefusedError when it holds any. */
export function accepted<Payload extends { readonly userErrors: readonly UserError[] }>(payload: Payload): Omit<Payload, 'userErrors'> {
  const { userErrors, ...rest } = payload;
  if (userErrors.length > 0) throw new RefusedError(userErrors, rowOf(rest));
  return rest;
}

/** The row of a payload: the first object in it. */
export function rowOf(payload: object): unknown {
  return Object.values(payload).find((value) => typeof value === 'object' && value !== null) ?? null;
}
