import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actionsIn } from '../../core/shop/reported-action';
import { checkSignature, shopSecret } from '../../core/shop/webhook';
import { reportActions } from '../../flow/shop-actions';
import { shopById } from '../../store/shops';
import type { House } from '../context';
import { type Door, STRANGER } from '../visitor';

interface ActionsRoute {
  readonly door: Door;
  readonly house: House;
}

type Told = FastifyRequest<{ Params: { id: string } }>;

/** No shop signs with this one. */
const NO_SECRET = -1;

/** `POST /shops/:id/actions` with `{ actions: [{ id, type, click, occurredAt }] }`, signed by the shop and judged action by action; answers `{ results }`. */
export function routeShopActions(app: FastifyInstance, route: ActionsRoute): void {
  app.register(async (scope) => {
    // What is signed is the text as it came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
    scope.post('/shops/:id/actions', (request: Told, reply) => take(route, request, reply));
  });
}

async function take({ door, house }: ActionsRoute, request: Told, reply: FastifyReply): Promise<FastifyReply> {
  await door(STRANGER, request.ip);
  const { db } = house.database;
  const now = house.clock();
  const shopId = /^[1-9]\d{0,14}$/.test(request.params.id) ? Number(request.params.id) : 0;
  const shop = await shopById(db, shopId);
  const signs = shop !== null && shop.disabledAt === null && shop.secretNumber > 0;
  // A shop that is not there is answered as a wrong signature is, and as slowly.
  const secret = shopSecret(house.shopKeys.webhooks, shopId, signs ? shop.secretNumber : NO_SECRET);
  const body = typeof request.body === 'string' ? request.body : '';
  checkSignature({ timestamp: headerOf(request, 'timestamp'), signature: headerOf(request, 'signature'), body }, secret, now);
  const results = await reportActions(db, { shopId, told: actionsIn(body), now });
  return reply.type('application/json; charset=utf-8').send(JSON.stringify({ results }));
}

function headerOf({ headers }: Told, name: 'timestamp' | 'signature'): string | undefined {
  const value = headers[`x-kinograph-${name}`];
  return Array.isArray(value) ? value[0] : value;
}
