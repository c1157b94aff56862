import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../core/caller';
import { admitUpload, receiveUpload } from '../../flow/upload';
import { credentialsIn } from '../auth/credentials';
import type { House } from '../context';
import type { Door } from '../visitor';

interface UploadRoute {
  readonly door: Door;
  readonly house: House;
}

const SILENT_MS = 30_000;
/** So much of a body that is refused is read all the same: a client that is still sending would not see the answer. */
const DRAINED_BYTES = 8_000_000;
const DRAINED_MS = 5_000;

/** `PUT /uploads/:id?token=...` with the bytes of a file that `createUpload` announced, as they are, at any speed that is not silence. */
export function routeUploads(app: FastifyInstance, route: UploadRoute): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.put('/uploads/:id', { config: { takesItsTime: true } }, (request, reply) => receive(route, request, reply));
  });
}

async function receive({ door, house }: UploadRoute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { raw } = request;
  const { db } = house.database;
  raw.setTimeout(SILENT_MS, () => raw.destroy());
  try {
    const { caller } = await door(credentialsIn(request), request.ip);
    const upload = await admitUpload(db, { ...sentBy(request), sender: senderOf(caller), now: house.clock });
    const { id, state, bytes, name } = await receiveUpload(db, upload, { body: raw, now: house.clock });
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ id: String(id), state, bytes, name }));
  } catch (error) {
    await drain(raw);
    reply.header('connection', 'close');
    throw error;
  }
}

function sentBy({ params, query, headers }: FastifyRequest): { id: number; token: string; type: string | null; bytes: number | null } {
  const { id } = params as { id: string };
  const { token } = query as { token?: unknown };
  const length = headers['content-length'];
  return {
    id: /^\d{1,15}$/.test(id) ? Number(id) : Number.NaN,
    token: typeof token === 'string' ? token : '',
    type: headers['content-type'] ?? null,
    bytes: length === undefined ? null : Number(length),
  };
}

/** A page without credentials sends by the address alone; whoever names themselves must be the owner. */
function senderOf(caller: Caller): string | null {
  switch (caller.kind) {
    case 'operator':
      return `operator:${caller.operatorId}`;
    case 'key':
      return `key:${caller.keyId}`;
    case 'viewer':
      return `user:${caller.userId}`;
    case 'nobody':
      return null;
  }
}

function drain(body: Readable): Promise<void> {
  if (body.readableEnded || body.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let read = 0;
    const timer = setTimeout(resolve, DRAINED_MS);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    body.on('data', (piece: Buffer) => {
      read += piece.length;
      if (read > DRAINED_BYTES) end();
    });
    body.once('end', end).once('close', end).once('error', end);
    body.resume();
  });
}
