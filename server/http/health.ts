import type { FastifyInstance } from 'fastify';
import { AppError, ErrorCode } from '../../core/errors';
import { may, Right } from '../../core/rights';
import { credentialsIn } from '../auth/credentials';
import type { Metrics } from '../metrics';
import type { Door } from '../visitor';

/** A part without which the server cannot answer; true when it is there. */
export type Part = () => boolean | Promise<boolean>;

interface HealthRoutes {
  readonly parts: Readonly<Record<string, Part>>;
  readonly metrics: Metrics;
  readonly door: Door;
  /** Whether a scraper on this very machine may read metrics without a key. */
  readonly openToLoopback: boolean;
}

const LONGEST_MS = 2_000;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** `/healthz` (this process runs), `/readyz` (it can answer; 503 names what is missing) and `/metrics` for Prometheus. */
export function routeHealth(app: FastifyInstance, { parts, metrics, door, openToLoopback }: HealthRoutes): void {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const states = await Promise.all(Object.entries(parts).map(async ([name, part]) => [name, await isThere(part)] as const));
    const ready = states.every(([, there]) => there);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'not ready', parts: Object.fromEntries(states) });
  });

  app.get('/metrics', async (request, reply) => {
    const isOpen = openToLoopback && LOOPBACK.has(request.ip);
    if (!isOpen) {
      const { caller } = await door(credentialsIn(request), request.ip);
      if (!may(caller, Right.METRICS_READ)) throw new AppError(ErrorCode.FORBIDDEN, 'Metrics need a key with the scope metrics:read.');
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

async function isThere(part: Part): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), LONGEST_MS).unref();
  });
  return Promise.race([Promise.resolve().then(part), late]).catch(() => false);
}
