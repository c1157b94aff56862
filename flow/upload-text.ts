import { pipeline, Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { AppError, ErrorCode } from '../core/errors';
import { textReader } from '../core/text-encoding';
import type { Upload } from '../core/upload';
import type { Db } from '../store/database';
import { piecesOf } from './upload-pieces';

const CHUNK_BYTES = 128 * 1024;

/**
 * The text of an upload in UTF-8, plain or compressed by gzip, in small pieces, with how much of the file has been read, 0 to 1. Holds a few
 * pieces at a time. Throws BAD_INPUT where the compression is broken and TOO_LARGE where more than `mostBytes` come out of it.
 */
export async function* uploadText(
  db: Db,
  { id, name, bytes }: Pick<Upload, 'id' | 'name' | 'bytes'>,
  mostBytes: number,
): AsyncGenerator<{ readonly text: string; readonly done: number }> {
  const reader = textReader('utf-8');
  let read = 0;
  let total = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const each of piecesOf(db, id)) {
      read = each.read;
      yield each.piece;
    }
  };
  for await (const piece of inflated(counted(), name)) {
    total += piece.length;
    if (total > mostBytes)
      throw new AppError(ErrorCode.TOO_LARGE, `${name} has more than ${mostBytes} bytes once it is unpacked.`, {
        expected: `at most ${mostBytes} bytes`,
      });
    yield { text: reader.push(piece), done: read / bytes };
    await breathe();
  }
  yield { text: reader.end(), done: 1 };
}

async function* inflated(pieces: AsyncGenerator<Buffer>, name: string): AsyncGenerator<Buffer> {
  const first = await pieces.next();
  if (first.done) return;
  const all = withFirst(first.value, pieces);
  if (!(first.value[0] === 0x1f && first.value[1] === 0x8b)) return yield* all;
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // What fails upstream arrives in the loop below, and leaving that stops what is upstream.
  pipeline(Readable.from(all), gunzip, () => undefined);
  try {
    for await (const piece of gunzip) yield piece as Buffer;
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
    throw new AppError(ErrorCode.BAD_INPUT, `${name} is compressed by gzip, and broken or cut short.`, { expected: 'the file sent again' });
  }
}

async function* withFirst(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
