import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError, ErrorCode } from '../../core/errors';
import { DOWNLOADS, type Download } from '../../flow/download';
import { actorStands } from '../../store/actors';
import type { House } from '../context';

/** `GET /downloads/<token>`: a file that somebody who may have it asked for, made while it is sent. */
export function routeDownloads(app: FastifyInstance, house: House): void {
  // A wildcard, since a parameter may have 100 characters only; the log has the route and never the token.
  app.get<{ Params: { '*': string } }>('/downloads/*', (request, reply) => send(house, request.params['*'], reply));
}

async function send({ downloads, database, clock }: House, token: string, reply: FastifyReply): Promise<FastifyReply> {
  const { kind, params, owner } = downloads.open(token);
  if (!(await actorStands(database.db, owner, clock())))
    throw new AppError(ErrorCode.FORBIDDEN, 'Whoever asked for this file may not have it any more.');
  const { contentType, fileName, write } = DOWNLOADS[kind] as Download<object>;
  const pieces = write(database.db, params, clock())[Symbol.asyncIterator]();
  // The first piece is made before anything is sent, so that what cannot be made is answered as a failure.
  const first = await pieces.next();
  reply.header('content-type', contentType).header('content-disposition', disposition(fileName(params)));
  return reply.send(Readable.from(from(first, pieces), { objectMode: false }));
}

async function* from(first: IteratorResult<string>, pieces: AsyncIterator<string>): AsyncGenerator<Buffer> {
  try {
    for (let piece = first; !piece.done; piece = await pieces.next()) if (piece.value !== '') yield Buffer.from(piece.value);
  } finally {
    await pieces.return?.();
  }
}

/** RFC 6266: a plain name for everyone, and the whole one for those who read UTF-8. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;
}
