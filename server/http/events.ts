import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badInput } from '../../core/errors';
import { credentialsIn } from '../auth/credentials';
import type { Credentials } from '../auth/gate';
import type { House } from '../context';
import { trackRequest } from '../track-request';
import type { Door } from '../visitor';

interface EventsRoute {
  readonly door: Door;
  readonly house: House;
}

interface Body {
  readonly token?: unknown;
  readonly key?: unknown;
  readonly sentAt?: unknown;
  readonly events: readonly unknown[];
}

/**
 * `POST /events` with `{ sentAt, events }`, judged event by event; answers `{ results }`. As text/plain, the one type that
 * `navigator.sendBeacon` sends to another origin without asking first, the body also carries `token` and `key`.
 */
export function routeEvents(app: FastifyInstance, route: EventsRoute): void {
  app.register(async (scope) => {
    scope.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, text, done) => done(null, parsed(String(text))));
    scope.post('/events', (request, reply) => track(route, request, reply));
  });
}

async function track({ door, house }: EventsRoute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = bodyOf(request.body);
  const visitor = await door(withBody(credentialsIn(request), body), request.ip);
  const sentAt = typeof body.sentAt === 'string' ? body.sentAt : null;
  const results = await house.tracker.track(trackRequest(visitor, { events: body.events, sentAt }));
  return reply.type('application/json; charset=utf-8').send(JSON.stringify({ results }));
}

function withBody(credentials: Credentials, { token, key }: Body): Credentials {
  return {
    ...credentials,
    authorization: typeof token === 'string' ? `Bearer ${token}` : credentials.authorization,
    browserKey: typeof key === 'string' ? key : credentials.browserKey,
  };
}

function bodyOf(body: unknown): Body {
  if (typeof body !== 'object' || body === null || !('events' in body) || !Array.isArray(body.events))
    throw badInput('events', 'The body has no list of events.', '{ "events": [...] }');
  return { ...body, events: body.events };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput('body', 'The body is no JSON.', '{ "token": "...", "key": "...", "events": [...] }');
  }
}
