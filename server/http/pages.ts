import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DIST, isBuilt } from './built';
import { answerMissing } from './failure';
import { pathOf, routeFolder } from './folder';

interface Pages {
  /** Whether GraphiQL is served. */
  readonly graphiql: boolean;
  /** Where build.mjs puts what it bundles; the house's own unless told. */
  readonly dist?: string;
}

/** GraphiQL sets styles by script; everything that it loads is our own. */
const GRAPHIQL_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:; frame-ancestors 'none'";
/** Media and posters stand wherever the catalogue says. */
const PLAYER_POLICY =
  "default-src 'self'; media-src * blob: data:; img-src * data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
/** As the bundler names what it hashes: a name, a hyphen, eight letters of base64url. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;
const ASSETS = '/player/assets/';

/** Serves what was bundled: `/graphiql/` where it is wanted, `/player`, and `/sdk/kinograph.js` for pages of any origin. */
export function routePages(app: FastifyInstance, { graphiql, dist = DIST }: Pages): void {
  if (graphiql && isBuilt('graphiql', dist)) routeGraphiql(app, join(dist, 'graphiql'));
  if (isBuilt('player', dist)) routePlayer(app, join(dist, 'player'));
  if (isBuilt('sdk', dist)) routeSdk(app, join(dist, 'sdk'));
}

function routeGraphiql(app: FastifyInstance, root: string): void {
  routeFolder(app, {
    prefix: '/graphiql',
    root,
    headersOf: pageHeaders(GRAPHIQL_POLICY),
    atPrefix: (_request, reply) => reply.redirect('/graphiql/'),
  });
}

/** A single-page application: a path that is no file is a place inside it. */
function routePlayer(app: FastifyInstance, root: string): void {
  routeFolder(app, {
    prefix: '/player',
    root,
    headersOf: pageHeaders(PLAYER_POLICY),
    atPrefix: (_request, reply) => reply.sendFile('index.html'),
    atMissing: (request, reply) => (isPlace(request) ? reply.code(200).sendFile('index.html') : answerMissing(app, request, reply)),
  });
  app.get('/', (_request, reply) => reply.redirect('/player/'));
}

function isPlace(request: FastifyRequest): boolean {
  return ['GET', 'HEAD'].includes(request.method) && !pathOf(request).startsWith(ASSETS);
}

function routeSdk(app: FastifyInstance, root: string): void {
  const headers = {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300',
  };
  routeFolder(app, { prefix: '/sdk', root, headersOf: () => headers });
}

function pageHeaders(policy: string): (path: string) => Readonly<Record<string, string>> {
  return (path) => ({
    'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': policy,
  });
}
