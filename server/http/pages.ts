import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where build.mjs puts what it bundles. */
const DIST = join(__dirname, '..', '..', 'dist');
/** GraphiQL sets styles by script; everything that it loads is our own. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'";

/** Serves a bundled page, for example `/graphiql/`; nothing when it was not built. Files with a hash in their name stay cached for ever. */
export function routePage(app: FastifyInstance, name: string): void {
  const root = join(DIST, name);
  if (!existsSync(root)) return;
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const isHashed = request.url.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.header('content-security-policy', POLICY);
    });
    scope.register(fastifyStatic, { root, prefix: `/${name}/`, decorateReply: false, cacheControl: false });
  });
  app.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`));
}
