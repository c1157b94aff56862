import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import type { ErrorCode } from '../generated/operator';

/** An operation as `npm run documents` writes it: its text, typed by what it answers and takes. */
export type Operation<Result, Variables> = DocumentTypeDecoration<Result, Variables> & { toString(): string };

/** What the server said went wrong, or that it could not be reached (`OFFLINE`). */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | 'OFFLINE',
    message: string,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** What react-admin goes by: 401 leads to the sign-in page, 403 to "access denied". */
  get status(): number {
    return STATUS[this.code] ?? 500;
  }
}

const STATUS: Readonly<Record<string, number>> = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  OFFLINE: 503,
};

const NOBODY = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
const HEADERS = { ...NOBODY, 'x-kinograph-console': '1' };
const UNREACHABLE = 'The server cannot be reached. What you entered is still here: try again when the connection is back.';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: ErrorCode } }[];
}

interface Options {
  readonly signal?: AbortSignal;
  /** Leaves the session out of it: for coming in, which a session that is over must not stand in the way of. */
  readonly asNobody?: boolean;
}

/** Sends one operation in the name of who is signed in. Throws ApiError where the answer holds an error or none comes. */
export async function ask<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { signal, asNobody = false }: Options = {},
): Promise<Result> {
  const body = JSON.stringify({ query: operation.toString(), variables });
  const response = await reach({ method: 'POST', headers: asNobody ? NOBODY : HEADERS, body, signal: signal ?? null });
  const { data, errors } = await answerOf(response);
  const [error] = errors ?? [];
  if (error) throw new ApiError(error.extensions?.code ?? 'INTERNAL', error.message, retryAfter(response));
  return data as Result;
}

async function reach(request: RequestInit): Promise<Response> {
  try {
    return await fetch('/graphql', request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new ApiError('OFFLINE', UNREACHABLE);
  }
}

/** A proxy in between answers with pages of its own. */
async function answerOf(response: Response): Promise<Answer> {
  try {
    return await response.json();
  } catch {
    throw new ApiError(response.status === 413 ? 'TOO_LARGE' : 'OFFLINE', UNREACHABLE);
  }
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}
