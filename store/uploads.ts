import type { Uploader } from '../core/audit';
import { type Upload, type UploadPurpose, UploadState } from '../core/upload';
import type { Db } from './database';

const COLUMNS = 'id, owner, purpose, name, type, bytes, state, "createdAt", "expiresAt"';

export interface NewUpload {
  readonly owner: Uploader;
  readonly purpose: UploadPurpose;
  readonly name: string;
  readonly bytes: number;
  readonly type: string;
  readonly secretHash: string;
  readonly urlExpiresAt: Date;
  readonly expiresAt: Date;
  readonly now: Date;
}

/** Announces a file. */
export async function insertUpload(db: Db, upload: NewUpload): Promise<Upload> {
  const [row] = await db.query<Upload[]>(
    `insert into uploads (owner, purpose, name, bytes, type, "secretHash", "urlExpiresAt", "expiresAt", "createdAt")
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
    [
      upload.owner,
      upload.purpose,
      upload.name,
      upload.bytes,
      upload.type,
      upload.secretHash,
      upload.urlExpiresAt,
      upload.expiresAt,
      upload.now,
    ],
  );
  if (row === undefined) throw new Error('The new upload was not returned.');
  return row;
}

/** One upload, or null. */
export async function uploadById(db: Db, id: number): Promise<Upload | null> {
  const [row] = await db.query<Upload[]>(`select ${COLUMNS} from uploads where id = $1`, [id]);
  return row ?? null;
}

/** What an owner has here or on its way, in bytes as they were announced and in files. */
export async function heldBy(db: Db, owner: Uploader): Promise<{ readonly files: number; readonly bytes: number }> {
  const [row] = await db.query<{ files: number; bytes: number }[]>(
    `select count(*) as files, coalesce(sum(bytes), 0)::bigint as bytes from uploads where owner = $1 and state <> '${UploadState.FAILED}'`,
    [owner],
  );
  return row ?? { files: 0, bytes: 0 };
}

/** What an address that was given out stands for; null without such an upload. */
export async function addressOf(
  db: Db,
  id: number,
): Promise<{ readonly upload: Upload; readonly secretHash: string | null; readonly urlExpiresAt: Date } | null> {
  const [row] = await db.query<(Upload & { secretHash: string | null; urlExpiresAt: Date })[]>(
    `select ${COLUMNS}, "secretHash", "urlExpiresAt" from uploads where id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const { secretHash, urlExpiresAt, ...upload } = row;
  return { upload, secretHash, urlExpiresAt };
}

/** Uses an address up; false when another request has used it. */
export async function beginReceiving(db: Db, { id, secretHash, now }: { id: number; secretHash: string; now: Date }): Promise<boolean> {
  const [, taken] = await db.query<[unknown, number]>(
    `update uploads set state = '${UploadState.RECEIVING}', "receivedAt" = $3 where id = $1 and "secretHash" = $2 and state = '${UploadState.WAITING}'`,
    [id, secretHash, now],
  );
  return taken === 1;
}

/** Keeps one piece, in the order of the numbers from 0; false when the upload is not being received any more. */
export async function appendChunk(
  db: Db,
  { id, number, bytes, now }: { id: number; number: number; bytes: Buffer; now: Date },
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `with alive as (update uploads set "receivedAt" = $4 where id = $1 and state = '${UploadState.RECEIVING}' returning id)
     insert into upload_chunks ("uploadId", number, bytes) select id, $2, $3 from alive returning number`,
    [id, number, bytes, now],
  );
  return rows.length === 1;
}

/** Says that all of it has come, and how many bytes that are where it was not known before; null when it was given up meanwhile. */
export async function finishReceiving(db: Db, id: number, bytes: number | null = null): Promise<Upload | null> {
  const [rows] = await db.query<[Upload[], number]>(
    `update uploads set state = '${UploadState.READY}', bytes = coalesce($2, bytes)
     where id = $1 and state = '${UploadState.RECEIVING}' returning ${COLUMNS}`,
    [id, bytes],
  );
  return rows[0] ?? null;
}

/** Says that it broke off; nothing of it is kept. */
export async function failReceiving(db: Db, id: number): Promise<void> {
  await db.transaction(async (db) => {
    await db.query(`update uploads set state = '${UploadState.FAILED}' where id = $1 and state = '${UploadState.RECEIVING}'`, [id]);
    await db.query(
      `delete from upload_chunks using uploads where "uploadId" = $1 and uploads.id = $1 and state = '${UploadState.FAILED}'`,
      [id],
    );
  });
}

/** The bytes of an upload that has come, in pieces of 4 MiB, each read when the one before is done with. Throws when a piece is missing. */
export async function* readUpload(db: Db, id: number): AsyncGenerator<Buffer> {
  const upload = await uploadById(db, id);
  let missing = upload?.bytes ?? 0;
  if (upload === null || (upload.state !== UploadState.READY && upload.state !== UploadState.USED))
    throw new Error(`Upload ${id} is not here.`);
  for (let number = 0; missing > 0; number++) {
    const [row] = await db.query<{ bytes: Buffer }[]>('select bytes from upload_chunks where "uploadId" = $1 and number = $2', [
      id,
      number,
    ]);
    if (row === undefined) throw new Error(`Piece ${number} of upload ${id} is not there.`);
    missing -= row.bytes.length;
    yield row.bytes;
  }
}

/** Keeps these uploads beyond their day: something works with them. */
export async function holdUploads(db: Db, ids: readonly number[]): Promise<void> {
  await db.query(`update uploads set state = '${UploadState.USED}' where id = any($1::bigint[]) and state = '${UploadState.READY}'`, [ids]);
}

/** Removes uploads with their bytes. */
export async function deleteUploads(db: Db, ids: readonly number[]): Promise<void> {
  await db.transaction(async (db) => {
    await db.query('delete from upload_chunks where "uploadId" = any($1::bigint[])', [ids]);
    await db.query('delete from uploads where id = any($1::bigint[])', [ids]);
  });
}

/** Removes an upload with its bytes. */
export async function deleteUpload(db: Db, id: number): Promise<void> {
  await deleteUploads(db, [id]);
}
