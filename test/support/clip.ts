import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

/** Somebody else's web site with a clip of two minutes: a bar that wanders over the picture, silent sound, a key frame every second. */
export interface ClipSite {
  readonly origin: string;
  readonly clip: string;
  readonly seconds: number;
  /** What stands at `/watch` from now on. */
  publish(html: string): void;
  stop(): Promise<void>;
}

/** Serves the clip on a free port, with ranges, so that a browser can seek in it. */
export async function startClipSite(): Promise<ClipSite> {
  const app = fastify();
  let page = '';
  app.get('/watch', (_request, reply) => reply.type('text/html').send(page));
  app.register(fastifyStatic, { root: join(__dirname, '..', 'fixtures') });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    origin,
    clip: `${origin}/two-minutes.webm`,
    seconds: 120,
    publish(html) {
      page = html;
    },
    stop: () => app.close(),
  };
}
