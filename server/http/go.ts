import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../core/errors';
import { isRobot } from '../../core/shop/robot';
import { openLink } from '../../core/shop/tracked-link';
import { followLink } from '../../flow/shop-visit';
import type { House } from '../context';
import { type Door, STRANGER } from '../visitor';

interface GoRoute {
  readonly door: Door;
  readonly house: House;
}

type Asked = FastifyRequest<{ Params: { offer: string }; Querystring: { t?: unknown } }>;

/**
 * `GET /go/:offer?t=...`: a tracked link, which leads to the https address that the shop gave for the offer and nowhere else. A link that was not
 * made here gets the answer of an offer that is not there.
 */
export function routeGo(app: FastifyInstance, route: GoRoute): void {
  app.get('/go/:offer', (request: Asked, reply) => go(route, request, reply));
}

async function go({ door, house }: GoRoute, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  await door(STRANGER, request.ip);
  const { params, query, headers } = request;
  const offerId = /^[1-9]\d{0,14}$/.test(params.offer) ? Number(params.offer) : 0;
  const link = typeof query.t === 'string' ? openLink(house.shopKeys.links, offerId, query.t) : null;
  if (link === null) throw notFound('offer', 'offer');
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz'];
  const isPerson = !isRobot({ method: request.method, userAgent: headers['user-agent'], purpose: String(purpose ?? '') });
  const url = await followLink(house.database.db, link, { isPerson, now: house.clock() });
  // Neither kept nor told from where: the address of the link names nobody to the shop.
  return reply
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' })
    .redirect(url, 302);
}
