import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ErrorCode } from '../../core/errors';
import { faultOf } from '../../core/fault';
import { RateLimitedError } from '../auth/throttle';
import { expectedOf } from '../expected';

/** The same fault for the caller and for the log, joined by an id: nothing else of it leaves the house. */
export function masked(error: unknown, log: Logger): { readonly message: string; readonly id: string } {
  const id = randomUUID();
  log.error({ errorId: id, fault: faultOf(error) }, 'A fault of ours was masked.');
  return { message: `Something went wrong on our side; the log has it as ${id}.`, id };
}

/** The only translator of errors to GraphQL: expected failures pass with their code, document errors say what is wrong, the rest is masked. */
export function formatErrors(errors: readonly GraphQLError[], log: Logger): GraphQLFormattedError[] {
  return errors.map((error) => formatError(error, log));
}

/** One expected failure as an answer of its own, before anything ran. */
export function formatFailure(error: unknown, log: Logger): GraphQLFormattedError {
  const failure = error instanceof Error ? error : new Error(String(error));
  return formatError(new GraphQLError(failure.message, { originalError: failure, path: [] }), log);
}

function formatError(error: GraphQLError, log: Logger): GraphQLFormattedError {
  const place = { ...(error.locations && { locations: error.locations }), ...(error.path?.length ? { path: error.path } : {}) };
  const cause = rootOf(error);
  const told = expectedOf(cause);
  if (told) {
    const { code, field, expected } = told;
    const wait = told instanceof RateLimitedError && { retryAfterSeconds: told.retryAfterSeconds };
    return { message: told.message, ...place, extensions: { code, ...(field && { field }), ...(expected && { expected }), ...wait } };
  }
  if (isOfDocument(error)) return { message: withoutSecret(error.message), ...place, extensions: { code: ErrorCode.BAD_DOCUMENT } };
  const { message, id } = masked(cause, log);
  return { message, ...place, extensions: { code: ErrorCode.INTERNAL, id } };
}

/** The error that was thrown, below what graphql-js and type-graphql have put around it. */
export function rootOf(error: Error): Error {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

/** Parsing, validation and variables fail before any field has a path; a bad argument is an error of graphql-js with nodes. */
function isOfDocument(error: GraphQLError): boolean {
  if (error.path === undefined) return true;
  return error.originalError instanceof GraphQLError && error.originalError.nodes !== undefined;
}

const SECRET = /password|token|secret/i;

/** graphql-js repeats the value that did not fit; where the variable or field is a secret, only its name stays. */
function withoutSecret(message: string): string {
  const at = message.indexOf(' got invalid value ');
  return at >= 0 && SECRET.test(message) ? `${message.slice(0, at)} does not fit its type.` : message;
}
