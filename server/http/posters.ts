import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { notFound } from '../../core/errors';
import { drawPoster } from '../../core/poster';
import { TitleState } from '../../core/title';
import type { Db } from '../../store/database';
import { titlesByIds } from '../../store/titles';
import { acceptsGzip } from './encoding';

interface Drawn {
  readonly svg: string;
  readonly gzipped: Buffer;
  /** A weak one: it names the picture, however it is compressed. */
  readonly etag: string;
}

const MOST_POSTERS = 2_000;
/** A changed title is drawn anew within five minutes. */
const AGE_SECONDS = 300;
const ETAG_LENGTH = 22;
/** An SVG may hold scripts; ours does not, and a browser that opens one by itself runs none. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** `/posters/:id`: the drawn poster of a title, for any page to show. */
export function routePosters(app: FastifyInstance, db: Db): void {
  const drawn = new LRUCache<number, Drawn>({ max: MOST_POSTERS, ttl: AGE_SECONDS * 1000 });
  app.get<{ Params: { id: string } }>('/posters/:id', async (request, reply) => {
    const id = Number(request.params.id.replace(/\.svg$/, ''));
    const poster = drawn.get(id) ?? (await draw(db, id));
    if (poster === null) throw notFound('id', 'title');
    drawn.set(id, poster);
    return sendPoster(reply, poster, request.headers);
  });
}

async function draw(db: Db, id: number): Promise<Drawn | null> {
  if (!Number.isSafeInteger(id) || id < 1) return null;
  const [title] = await titlesByIds(db, [id]);
  if (!title || title.state === TitleState.REMOVED) return null;
  const svg = drawPoster(title);
  const tag = createHash('sha256').update(svg).digest('base64url').slice(0, ETAG_LENGTH);
  return { svg, gzipped: await promisify(gzip)(svg), etag: `W/"${tag}"` };
}

function sendPoster(reply: FastifyReply, { svg, gzipped, etag }: Drawn, headers: FastifyRequest['headers']): FastifyReply {
  reply
    .header('etag', etag)
    .header('cache-control', `public, max-age=${AGE_SECONDS}`)
    .header('content-security-policy', POLICY)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('access-control-allow-origin', '*')
    .header('vary', 'accept-encoding');
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^(?!W\/)/, 'W/'));
  if (known?.includes(etag)) return reply.code(304).send();
  reply.type('image/svg+xml; charset=utf-8');
  if (!acceptsGzip(headers['accept-encoding'])) return reply.send(svg);
  return reply.header('content-encoding', 'gzip').send(gzipped);
}
