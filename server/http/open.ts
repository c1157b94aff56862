import fastifyCors from '@fastify/cors';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { foreignOriginOf } from '../auth/credentials';
import type { Gate } from '../auth/gate';
import type { Metrics } from '../metrics';
import { answerFailures } from './failure';

/** One megabyte: a thousand events, or any document that the limits allow. */
const MOST_BYTES = 1_048_576;
const REQUEST_MS = 30_000;
const PREFLIGHT_SECONDS = 600;

interface HttpOptions {
  readonly gate: Gate;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly trustProxy: boolean;
}

/** A Fastify that takes JSON only, answers failures in one shape, sends safe headers, logs and measures every request. */
export async function openHttp({ gate, log, metrics, trustProxy }: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    // The last entry is what the proxy in front saw; those before it are whatever the client made up.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: MOST_BYTES,
    forceCloseConnections: true,
    // A hostile key in one event must not jam a queue of good ones.
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    routerOptions: { ignoreTrailingSlash: false },
  });
  app.removeContentTypeParser('text/plain');
  answerFailures(app, log);
  sendSafeHeaders(app);
  hurryBodies(app);
  observe(app, log, metrics);
  await app.register(fastifyCors, {
    delegator: async (request: FastifyRequest) => {
      const origin = foreignOriginOf(request.headers.origin, request.host);
      const isKnown = origin !== null && (await gate.knowsOrigin(origin));
      return {
        origin: isKnown ? origin : false,
        methods: ['GET', 'POST'],
        allowedHeaders: ['authorization', 'content-type', 'x-kinograph-key'],
        exposedHeaders: ['retry-after', 'x-request-id'],
        maxAge: PREFLIGHT_SECONDS,
      };
    },
  });
  return app;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body may take longer than others: the route looks after that itself. */
    readonly takesItsTime?: boolean;
  }
}

/** A body that dawdles is cut off. Node could do it by itself, but for all routes alike, and a large file takes its time. */
function hurryBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw, headers, routeOptions }) => {
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody || routeOptions.config.takesItsTime) return;
    const timer = setTimeout(() => raw.destroy(), REQUEST_MS);
    timer.unref();
    raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
  });
}

function sendSafeHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
  });
}

/** One line a request: never a header, a query string or a body, since any of them may carry a secret. */
function observe(app: FastifyInstance, log: Logger, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const status = reply.statusCode;
    const route = request.routeOptions.url ?? 'none';
    metrics.httpSeconds.observe({ route, method, status }, reply.elapsedTime / 1000);
    metrics.tallies.answered('http', reply.elapsedTime);
    const line = { requestId: request.id, method, route, status, ms: Math.round(reply.elapsedTime) };
    if (status >= 500) log.warn(line, 'request');
    else if (status >= 400) log.info(line, 'request');
    else log.debug(line, 'request');
  });
}
