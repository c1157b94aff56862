import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';
import { notFound } from '../../core/errors';
import { drawPoster } from '../../core/poster';
import { TitleState } from '../../core/title';
import type { Db } from '../../store/database';
import { titlesByIds } from '../../store/titles';

interface Drawn {
  readonly svg: string;
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
    return sendPoster(reply, poster, request.headers['if-none-match']);
  });
}

async function draw(db: Db, id: number): Promise<Drawn | null> {
  if (!Number.isSafeInteger(id) || id < 1) return null;
  const [title] = await titlesByIds(db, [id]);
  if (!title || title.state === TitleState.REMOVED) return null;
  const svg = drawPoster(title);
  return { svg, etag: `"${createHash('sha256').update(svg).digest('base64url').slice(0, ETAG_LENGTH)}"` };
}

function sendPoster(reply: FastifyReply, { svg, etag }: Drawn, known: string | undefined): FastifyReply {
  reply
    .header('etag', etag)
    .header('cache-control', `public, max-age=${AGE_SECONDS}`)
    .header('content-security-policy', POLICY)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('access-control-allow-origin', '*');
  if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) return reply.code(304).send();
  return reply.type('image/svg+xml; charset=utf-8').send(svg);
}
