import { randomBytes } from 'node:crypto';
import type { Actor } from '../core/audit';
import { parseS3Url, s3Url } from '../core/aws/s3-url';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { checkUpload, UPLOAD_RULES, type Upload, UploadPurpose } from '../core/upload';
import type { S3 } from '../engine/aws/s3';
import { hashSecret } from '../store/api-keys';
import type { Db } from '../store/database';
import { beginReceiving, failReceiving, finishReceiving, insertUpload } from '../store/uploads';
import { isGzipFault, unpacked } from './unpack';
import { keepBytes, requireRoom } from './upload';

/** What is to be copied, and for whom. */
export interface AskedCopy {
  readonly owner: Actor;
  readonly purpose: UploadPurpose;
  /** `s3://bucket/key`; what ends in `.gz` is unpacked on its way. */
  readonly url: string;
  readonly now: () => Date;
}

interface Copying extends AskedCopy {
  readonly s3: S3;
}

const FIELD = 'input.s3Url';
const PURPOSES: readonly UploadPurpose[] = [UploadPurpose.CATALOGUE, UploadPurpose.OFFERS];
const KEPT_HOURS = 24;

/**
 * Copies an object of S3 to where files lie that were sent, a piece at a time: from then on it is one of them. Throws BAD_INPUT that names
 * the field, NOT_FOUND without such an object, TOO_LARGE where it is unpacked more than its purpose allows, CONFLICT where the owner has too
 * much here, and what S3 throws (see `openS3`); nothing of it is kept then.
 */
export async function copyToUpload(db: Db, { s3, owner, purpose, url, now }: Copying): Promise<Upload> {
  if (!PURPOSES.includes(purpose)) throw badInput('input.purpose', `Files for ${purpose} do not come from S3.`, PURPOSES.join(' or '));
  const place = parseS3Url(url, FIELD);
  const found = await s3.head(place);
  if (found === null) throw notFound(FIELD, 'object in S3');
  const packed = /\.gz$/i.test(place.key);
  const name = (place.key.split('/').at(-1) ?? '').replace(/\.gz$/i, '');
  const checked = checkUpload({ purpose, name, bytes: found.bytes });
  await requireRoom(db, owner, checked.bytes);
  const secretHash = hashSecret(randomBytes(24).toString('base64url'));
  const expiresAt = new Date(now().getTime() + KEPT_HOURS * 3_600_000);
  // Its address is given to nobody.
  const upload = await insertUpload(db, { ...checked, owner, now: now(), secretHash, urlExpiresAt: now(), expiresAt });
  await beginReceiving(db, { id: upload.id, secretHash, now: now() });
  try {
    const { body } = await s3.read(place);
    const most = packed ? UPLOAD_RULES[purpose].mostBytes : found.bytes;
    const came = await keepBytes(db, upload, { body: unpacked(body, { packed }), now, most }).finally(() => body.destroy());
    if (!packed && came < found.bytes) throw new AppError(ErrorCode.UNAVAILABLE, `${s3Url(place)} broke off.`, { field: FIELD });
    const ready = came === 0 ? null : await finishReceiving(db, upload.id, came);
    if (ready === null) throw badInput(FIELD, 'The file is empty.', 'a file with rows');
    return ready;
  } catch (error) {
    await failReceiving(db, upload.id);
    throw isGzipFault(error)
      ? badInput(FIELD, `${s3Url(place)} is not what gzip writes.`, 'a file that was packed by gzip, or a name without .gz')
      : error;
  }
}
