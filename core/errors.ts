/** Every code a client can meet, in `userErrors[].code`, in an event's result and in `errors[].extensions.code`. */
export enum ErrorCode {
  /** A value is missing, malformed or out of range; `field` and `expected` say which and what. */
  BAD_INPUT = 'BAD_INPUT',
  /** The row named by an id is not there, or is not the caller's to see. */
  NOT_FOUND = 'NOT_FOUND',
  /** The row was changed by someone else since it was read, or the state does not allow the change. */
  CONFLICT = 'CONFLICT',
  /** No credential, or one that is expired, revoked or wrong. */
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  /** The credential is good, but does not carry this right. */
  FORBIDDEN = 'FORBIDDEN',
  /** Too many requests, sockets or subscriptions; try again later. */
  RATE_LIMITED = 'RATE_LIMITED',
  /** The request is larger, deeper or dearer than this server answers. */
  TOO_LARGE = 'TOO_LARGE',
  /** A part that the answer needs (database, engine, model) is not there right now. */
  UNAVAILABLE = 'UNAVAILABLE',
  /** The GraphQL document does not parse or does not fit the schema. */
  BAD_DOCUMENT = 'BAD_DOCUMENT',
  /** A fault of ours; the message holds an id that stands in the log too. */
  INTERNAL = 'INTERNAL',
}

/** One expected failure, told to whoever sent the input. */
export interface UserError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Path of the input field at fault, for example `input.titleId` or `events[3].toSeconds`. */
  readonly field: string | null;
  /** What would have been accepted. */
  readonly expected: string | null;
}

/** An expected failure on its way to the caller; anything else that is thrown is masked as INTERNAL. */
export class AppError extends Error implements UserError {
  readonly code: ErrorCode;
  readonly field: string | null;
  readonly expected: string | null;

  constructor(code: ErrorCode, message: string, at: { field?: string; expected?: string } = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.field = at.field ?? null;
    this.expected = at.expected ?? null;
  }
}

/** A BAD_INPUT error for one field: what came is described, never repeated whole. */
export function badInput(field: string, message: string, expected: string): AppError {
  return new AppError(ErrorCode.BAD_INPUT, message, { field, expected });
}

/** A NOT_FOUND error for the thing that `field` names. */
export function notFound(field: string, what: string): AppError {
  return new AppError(ErrorCode.NOT_FOUND, `No such ${what}.`, { field, expected: `the id of a ${what}` });
}
