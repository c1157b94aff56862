import type { Picture } from '../core/picture';
import type { Db } from './database';

/** A picture as it is served. */
export interface StoredPicture {
  readonly type: Picture['type'];
  readonly bytes: Buffer;
}

/** Keeps a picture under the hash of its bytes; one that is there already stays. */
export async function insertPoster(
  db: Db,
  poster: Picture & { readonly hash: string; readonly bytes: Buffer; readonly now: Date },
): Promise<void> {
  await db.query(
    `insert into posters (hash, type, width, height, bytes, "createdAt") values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [poster.hash, poster.type, poster.width, poster.height, poster.bytes, poster.now],
  );
}

/** The picture of this hash, or null. */
export async function posterByHash(db: Db, hash: string): Promise<StoredPicture | null> {
  const [row] = await db.query<StoredPicture[]>('select type, bytes from posters where hash = $1', [hash]);
  return row ?? null;
}
