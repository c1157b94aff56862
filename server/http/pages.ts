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
/**
 * Scripts, styles and calls are the console's own alone; posters stand wherever the catalogue says. The hash is that of nothing: Emotion
 * fills an empty style element rule by rule, which needs no inline style to be allowed.
 */
const ADMIN_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; font-src 'self'; img-src * data: blob:; media-src *; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
/** As the bundler names what it hashes: a name, a hyphen, eight letters of base64url. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/** Serves what was bundled: `/graphiql/` where it is wanted, `/player`, `/admin`, and `/sdk/kinograph.js` for pages of any origin. */
export function routePages(app: FastifyInstance, { graphiql, dist = DIST }: Pages): void {
  if (graphiql && isBuilt('graphiql', dist)) routeGraphiql(app, join(dist, 'graphiql'));
  if (isBuilt('player', dist)) {
    routeSinglePage(app, { prefix: '/player', root: join(dist, 'player'), policy: PLAYER_POLICY });
    app.get('/', (_request, reply) => reply.redirect('/player/'));
  }
  if (isBuilt('admin', dist)) routeSinglePage(app, { prefix: '/admin', root: join(dist, 'admin'), policy: ADMIN_POLICY });
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

interface SinglePage {
  readonly prefix: string;
  readonly root: string;
  readonly policy: string;
}

/** A single-page application: a path that is no file is a place inside it. */
function routeSinglePage(app: FastifyInstance, { prefix, root, policy }: SinglePage): void {
  const isPlace = (request: FastifyRequest): boolean =>
    ['GET', 'HEAD'].includes(request.method) && !pathOf(request).startsWith(`${prefix}/assets/`);
  routeFolder(app, {
    prefix,
    root,
    headersOf: pageHeaders(policy),
    atPrefix: (_request, reply) => reply.sendFile('index.html'),
    atMissing: (request, reply) => (isPlace(request) ? reply.code(200).sendFile('index.html') : answerMissing(app, request, reply)),
  });
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
