import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Uploader } from '../core/audit';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { checkUpload, mediaType, signatureFault, type Upload, type UploadInput, UploadState } from '../core/upload';
import { actorStands } from '../store/actors';
import { hashSecret } from '../store/api-keys';
import type { Db } from '../store/database';
import { addressOf, appendChunk, beginReceiving, failReceiving, finishReceiving, heldBy, insertUpload } from '../store/uploads';

/** A file that is expected, and where to send it, once. */
export interface OfferedUpload {
  readonly upload: Upload;
  /** A path of this server, good for one PUT. */
  readonly url: string;
  readonly expiresAt: Date;
}

const URL_MINUTES = 15;
const KEPT_HOURS = 24;
const SECRET_BYTES = 24;
const MOST_HELD = { files: 200, bytes: 4_000_000_000 };
/** A person brings one history, or the parts of one; anybody may be a person. */
const MOST_OF_PERSON = { files: 10, bytes: 150_000_000 };

/** Answers where a file may be sent. Throws BAD_INPUT that names the field, and CONFLICT where the owner has too much here already. */
export async function createUpload(
  db: Db,
  { owner, input, now }: { readonly owner: Uploader; readonly input: UploadInput; readonly now: Date },
): Promise<OfferedUpload> {
  const checked = checkUpload(input);
  await requireRoom(db, owner, checked.bytes);
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
  const urlExpiresAt = later(URL_MINUTES);
  const upload = await insertUpload(db, {
    ...checked,
    owner,
    now,
    secretHash: hashSecret(secret),
    urlExpiresAt,
    expiresAt: later(KEPT_HOURS * 60),
  });
  return { upload, url: `/uploads/${upload.id}?token=${secret}`, expiresAt: urlExpiresAt };
}

/** Throws CONFLICT where the owner would have too much here with so many bytes more. */
export async function requireRoom(db: Db, owner: Uploader, bytes: number): Promise<void> {
  const held = await heldBy(db, owner);
  const most = owner.startsWith('user:') ? MOST_OF_PERSON : MOST_HELD;
  if (held.files >= most.files || held.bytes + bytes > most.bytes)
    throw new AppError(ErrorCode.CONFLICT, `You have ${held.files} files of ${held.bytes} bytes here already.`, {
      field: 'input.bytes',
      expected: `at most ${most.files} files of ${most.bytes} bytes in a day: import or remove some`,
    });
}

/** A PUT to an address that was given out: nothing in it is believed yet. */
export interface Sent {
  readonly id: number;
  readonly token: string;
  /** Who sends it, where the request says so: who it is, as an Uploader. */
  readonly sender: string | null;
  /** The headers, where there are any. */
  readonly type: string | null;
  readonly bytes: number | null;
  readonly now: () => Date;
}

/**
 * Lets a PUT in, and uses its address up. Throws NOT_FOUND, UNAUTHENTICATED for a wrong token or one past its time, FORBIDDEN for another
 * sender than the owner, CONFLICT for a second PUT, and BAD_INPUT or TOO_LARGE where type or length are not as announced.
 */
export async function admitUpload(db: Db, sent: Sent): Promise<Upload> {
  const found = Number.isSafeInteger(sent.id) ? await addressOf(db, sent.id) : null;
  if (found === null) throw notFound('id', 'upload');
  const { upload, secretHash, urlExpiresAt } = found;
  const hash = hashSecret(sent.token);
  if (secretHash !== hash) throw refusal('The token of this address is not the right one.', 'the whole address that createUpload answered');
  if (sent.sender !== null && sent.sender !== upload.owner)
    throw new AppError(ErrorCode.FORBIDDEN, 'This address belongs to somebody else.', { field: 'authorization' });
  if (upload.state !== UploadState.WAITING) throw usedUp();
  if (urlExpiresAt <= sent.now()) throw refusal(`This address was good for ${URL_MINUTES} minutes.`, 'a new address from createUpload');
  if (!(await actorStands(db, upload.owner, sent.now()))) throw refusal('Whoever asked for this address may not act any more.');
  checkHeaders(upload, sent);
  if (!(await beginReceiving(db, { id: upload.id, secretHash: hash, now: sent.now() }))) throw usedUp();
  return upload;
}

/** Keeps what comes, 4 MiB at a time. Throws BAD_INPUT or TOO_LARGE where it is not as announced; what has come of it is gone then. */
export async function receiveUpload(db: Db, upload: Upload, { body, now }: { body: Readable; now: () => Date }): Promise<Upload> {
  try {
    const came = await keepBytes(db, upload, { body, now, most: upload.bytes });
    if (came < upload.bytes) throw tooShort(upload.bytes, came);
  } catch (error) {
    await failReceiving(db, upload.id);
    throw error;
  }
  const ready = await finishReceiving(db, upload.id);
  if (ready === null) throw givenUp();
  return ready;
}

const CHUNK_BYTES = 4 * 1024 * 1024;
const SIGNATURE_BYTES = 12;

/** Keeps the bytes of an upload that is being received, at most so many; answers how many came. Throws as `receiveUpload` does. */
export async function keepBytes(
  db: Db,
  { id, ...told }: Upload,
  { body, now, most }: { readonly body: Readable; readonly now: () => Date; readonly most: number },
): Promise<number> {
  let pieces: Buffer[] = [];
  let waiting = 0;
  let number = 0;
  let total = 0;
  let looked = false;
  const flush = async (): Promise<void> => {
    const chunk = Buffer.concat(pieces);
    [pieces, waiting] = [[], 0];
    if (!looked) {
      looked = true;
      const fault = signatureFault(told, chunk);
      if (fault !== null) throw fault;
    }
    if (!(await appendChunk(db, { id, number, bytes: chunk, now: now() }))) throw givenUp();
    number += 1;
  };
  // A body that is refused must still be read to its end, so that its sender sees why.
  for await (const piece of body.iterator({ destroyOnReturn: false })) {
    total += piece.length;
    if (total > most) throw tooLong(most);
    pieces.push(piece);
    waiting += piece.length;
    // The kind of a file is told at once, not after 4 MiB of it.
    if (!looked && waiting >= SIGNATURE_BYTES && waiting < CHUNK_BYTES) {
      const fault = signatureFault(told, Buffer.concat(pieces));
      if (fault !== null) throw fault;
      looked = true;
    }
    if (waiting >= CHUNK_BYTES) await flush();
  }
  if (waiting > 0) await flush();
  return total;
}

function checkHeaders(upload: Upload, { type, bytes }: Sent): void {
  if (bytes !== null && bytes > upload.bytes) throw tooLong(upload.bytes);
  if (bytes !== null && bytes < upload.bytes) throw tooShort(upload.bytes, bytes);
  if (type !== null && mediaType(type) !== upload.type)
    throw new AppError(ErrorCode.BAD_INPUT, `The file was announced as ${upload.type} and comes as another type.`, {
      field: 'content-type',
      expected: upload.type,
    });
}

function refusal(message: string, expected?: string): AppError {
  return new AppError(ErrorCode.UNAUTHENTICATED, message, { field: 'token', ...(expected && { expected }) });
}

const tooLong = (bytes: number): AppError =>
  new AppError(ErrorCode.TOO_LARGE, `The file is longer than the ${bytes} bytes that were announced.`, {
    field: 'bytes',
    expected: `${bytes} bytes`,
  });
const tooShort = (bytes: number, came: number): AppError =>
  new AppError(ErrorCode.BAD_INPUT, `Of ${bytes} bytes that were announced, ${came} came.`, { field: 'bytes', expected: `${bytes} bytes` });
const usedUp = (): AppError =>
  new AppError(ErrorCode.CONFLICT, 'This address was used before: it is good for one PUT.', {
    field: 'token',
    expected: 'a new address from createUpload',
  });
const givenUp = (): AppError =>
  new AppError(ErrorCode.CONFLICT, 'The upload was given up meanwhile.', { field: 'id', expected: 'a new address from createUpload' });
