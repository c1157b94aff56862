import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A folder of bundled files and how it is served. */
export interface Folder {
  /** For example `/player`: the files stand below it. */
  readonly prefix: string;
  readonly root: string;
  /** Headers of what is served at a path; not of failures. */
  readonly headersOf: (path: string) => Readonly<Record<string, string>>;
  /** What `prefix` itself answers, without a slash behind it. */
  readonly atPrefix?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
  /** What is answered where there is no such file, by any method. */
  readonly atMissing?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
}

/** Serves a folder, compressed as build.mjs has compressed it; nothing above it can be reached, whatever the path says. */
export function routeFolder(app: FastifyInstance, { prefix, root, headersOf, atPrefix, atMissing }: Folder): void {
  app.register(
    async (scope) => {
      scope.addHook('onSend', async (request, reply) => {
        if (reply.statusCode >= 400) return;
        const vary = [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', ');
        reply.headers({ vary, ...headersOf(pathOf(request)) });
      });
      if (atMissing) scope.setNotFoundHandler(atMissing);
      scope.register(fastifyStatic, { root, prefix: '/', cacheControl: false, preCompressed: true, dotfiles: 'ignore' });
      if (atPrefix) scope.get('', atPrefix);
    },
    { prefix },
  );
}

/** The path that was asked for, as it came. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? '';
}
