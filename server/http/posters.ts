import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { notFound } from '../../core/errors';
import { drawPoster } from '../../core/poster';
import { type Title, TitleState } from '../../core/title';
import type { Db } from '../../store/database';
import { posterByHash } from '../../store/posters';
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
/** A picture under its hash never changes. */
const YEAR_SECONDS = 31_536_000;
const ETAG_LENGTH = 22;
const HASH = /^[0-9a-f]{64}$/;
/** An SVG may hold scripts; ours does not, and a browser that opens one by itself runs none. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** `/posters/:id`: the poster of a title, drawn where it has none, and `/posters/<hash>`: a picture that an operator gave, for any page to show. */
export function routePosters(app: FastifyInstance, db: Db): void {
  const drawn = new LRUCache<number, Drawn | string>({ max: MOST_POSTERS, ttl: AGE_SECONDS * 1000 });
  app.get<{ Params: { id: string } }>('/posters/:id', async ({ params, headers }, reply) => {
    if (HASH.test(params.id)) return sendPicture(reply, db, { hash: params.id, headers, seconds: YEAR_SECONDS });
    const id = Number(params.id.replace(/\.svg$/, ''));
    const poster = drawn.get(id) ?? (await posterOf(db, id));
    if (poster === null) throw notFound('id', 'title');
    drawn.set(id, poster);
    if (typeof poster === 'string') return sendPicture(reply, db, { hash: poster, headers, seconds: AGE_SECONDS });
    return sendDrawn(reply, poster, headers);
  });
}

/** The hash of the picture that an operator gave, or the drawn poster. */
async function posterOf(db: Db, id: number): Promise<Drawn | string | null> {
  if (!Number.isSafeInteger(id) || id < 1) return null;
  const [title] = await titlesByIds(db, [id]);
  if (!title || title.state === TitleState.REMOVED) return null;
  const hash = title.posterSource?.replace('/posters/', '') ?? '';
  return HASH.test(hash) ? hash : draw(title);
}

async function draw(title: Title): Promise<Drawn> {
  const svg = drawPoster(title);
  const tag = createHash('sha256').update(svg).digest('base64url').slice(0, ETAG_LENGTH);
  return { svg, gzipped: await promisify(gzip)(svg), etag: `W/"${tag}"` };
}

type Headers = FastifyRequest['headers'];

function sendDrawn(reply: FastifyReply, { svg, gzipped, etag }: Drawn, headers: Headers): FastifyReply {
  guard(reply, { etag, seconds: AGE_SECONDS }).header('vary', 'accept-encoding');
  if (knows(headers, etag)) return reply.code(304).send();
  reply.type('image/svg+xml; charset=utf-8');
  if (!acceptsGzip(headers['accept-encoding'])) return reply.send(svg);
  return reply.header('content-encoding', 'gzip').send(gzipped);
}

interface Asked {
  readonly hash: string;
  readonly headers: Headers;
  readonly seconds: number;
}

async function sendPicture(reply: FastifyReply, db: Db, { hash, headers, seconds }: Asked): Promise<FastifyReply> {
  const etag = `W/"${hash.slice(0, ETAG_LENGTH)}"`;
  const picture = knows(headers, etag) ? null : await posterByHash(db, hash);
  if (picture === null && !knows(headers, etag)) throw notFound('id', 'poster');
  guard(reply, { etag, seconds });
  return picture === null ? reply.code(304).send() : reply.type(picture.type).send(picture.bytes);
}

function guard(reply: FastifyReply, { etag, seconds }: { readonly etag: string; readonly seconds: number }): FastifyReply {
  return reply
    .header('etag', etag)
    .header('cache-control', `public, max-age=${seconds}${seconds === YEAR_SECONDS ? ', immutable' : ''}`)
    .header('content-security-policy', POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('access-control-allow-origin', '*');
}

function knows(headers: Headers, etag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^(?!W\/)/, 'W/'));
  return known?.includes(etag) ?? false;
}
