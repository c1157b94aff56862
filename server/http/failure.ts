import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ErrorCode } from '../../core/errors';
import { RateLimitedError } from '../auth/throttle';
import { expectedOf } from '../expected';
import { masked } from '../graphql/errors';
import { pathOf } from './folder';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  [ErrorCode.BAD_INPUT]: 400,
  [ErrorCode.NOT_FOUND]: 404,
  [ErrorCode.CONFLICT]: 409,
  [ErrorCode.UNAUTHENTICATED]: 401,
  [ErrorCode.FORBIDDEN]: 403,
  [ErrorCode.RATE_LIMITED]: 429,
  [ErrorCode.TOO_LARGE]: 413,
  [ErrorCode.UNAVAILABLE]: 503,
  [ErrorCode.BAD_DOCUMENT]: 400,
  [ErrorCode.INTERNAL]: 500,
};

/** What Fastify itself refuses: bodies that are too large or no JSON, unknown media types, broken URLs. */
const OF_FASTIFY: Readonly<Record<number, ErrorCode>> = { 413: ErrorCode.TOO_LARGE };

/** Answers every failure of every route in the one shape that GraphQL clients know: `{ errors: [{ message, extensions }] }`. */
export function answerFailures(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => sendFailure(reply, error, log.child({ requestId: request.id })));
  app.setNotFoundHandler((request, reply) => answerMissing(app, request, reply));
}

/** Answers 404, or 405 where the address answers another method. */
export function answerMissing(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const url = routeOf(pathOf(request));
  const allowed = ['GET', 'POST', 'PUT'].filter((method) => app.hasRoute({ url, method }));
  // A folder answers GET for every path, and still lacks the file that this one asks for.
  const isMissing = allowed.length === 0 || allowed.includes(request.method === 'HEAD' ? 'GET' : request.method);
  if (isMissing) return send(reply, 404, { code: ErrorCode.NOT_FOUND, message: 'There is nothing at this address.' });
  reply.header('allow', allowed.join(', '));
  return send(reply, 405, { code: ErrorCode.BAD_INPUT, message: `This address answers ${allowed.join(' and ')} only.` });
}

/** The route that a path belongs to, as it was registered. */
function routeOf(path: string): string {
  return path
    .replace(/^\/(posters|uploads)\/[^/]+$/, '/$1/:id')
    .replace(/^\/go\/[^/]+$/, '/go/:offer')
    .replace(/^\/shops\/[^/]+\/actions$/, '/shops/:id/actions')
    .replace(/^\/(player|admin|graphiql|sdk|downloads)\/.*$/, '/$1/*');
}

/** Sends one failure with the status that fits its code; anything unexpected is masked. */
function sendFailure(reply: FastifyReply, error: unknown, log: Logger): FastifyReply {
  if (error instanceof RateLimitedError) reply.header('retry-after', error.retryAfterSeconds);
  const told = expectedOf(error);
  if (told) {
    const { code, message, field, expected } = told;
    return send(reply, STATUS[code], { code, message, ...(field && { field }), ...(expected && { expected }) });
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (error instanceof Error && status >= 400 && status < 500)
    return send(reply, status, { code: OF_FASTIFY[status] ?? ErrorCode.BAD_INPUT, message: error.message });
  return send(reply, 500, { code: ErrorCode.INTERNAL, message: masked(error, log).message });
}

function send(reply: FastifyReply, status: number, { message, ...extensions }: { message: string; code: ErrorCode }): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions }] }));
}
