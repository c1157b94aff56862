import { createHash } from 'node:crypto';
import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { pictureOf } from '../core/picture';
import { UploadPurpose, UploadState } from '../core/upload';
import type { Db } from '../store/database';
import { insertPoster } from '../store/posters';
import { deleteUpload, readUpload, uploadById } from '../store/uploads';

interface Given {
  readonly actor: Actor;
  readonly uploadId: number;
  readonly now: Date;
}

const FIELD = 'input.posterUploadId';
const MOST_BYTES = 5_000_000;
const LEAST_SIDE = 16;
const MOST_SIDE = 8_000;

/**
 * Makes an uploaded picture a poster, under the hash of its bytes, and answers the path that it is served at; the upload is used up. Throws
 * NOT_FOUND for another's upload, CONFLICT for one that has not come whole, and BAD_INPUT for what is no picture of a poster's size.
 */
export async function keepPoster(db: Db, { actor, uploadId, now }: Given): Promise<string> {
  const upload = await uploadById(db, uploadId);
  if (upload === null || upload.owner !== actor || upload.purpose !== UploadPurpose.POSTER)
    throw notFound(FIELD, 'upload of yours for a poster');
  if (upload.state !== UploadState.READY)
    throw new AppError(ErrorCode.CONFLICT, `The upload is ${upload.state}.`, { field: FIELD, expected: 'one that has come whole' });
  if (upload.bytes > MOST_BYTES) throw badInput(FIELD, `The picture has ${upload.bytes} bytes.`, `at most ${MOST_BYTES} bytes`);
  const pieces: Buffer[] = [];
  for await (const piece of readUpload(db, uploadId)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const picture = pictureOf(bytes);
  if (picture === null) throw badInput(FIELD, 'The file is no picture that can be read.', 'a PNG, JPEG, WebP or AVIF picture');
  const sides = [picture.width, picture.height];
  if (sides.some((side) => side < LEAST_SIDE || side > MOST_SIDE))
    throw badInput(FIELD, `The picture has ${sides.join(' x ')} pixels.`, `${LEAST_SIDE} to ${MOST_SIDE} pixels on each side`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await insertPoster(db, { ...picture, hash, bytes, now });
  await deleteUpload(db, uploadId);
  return `/posters/${hash}`;
}
