import type { ApiKey } from '../core/api-key';
import type { AccessKey } from '../core/aws/access-key';
import type { Db } from './database';

const WHOLE = `access.id, access."apiKeyId", access.source, access."createdAt",
  coalesce(access."revokedAt", api_keys."revokedAt") as "revokedAt", api_keys."expiresAt", api_keys.name as "apiKeyName"`;
const OF_KEY = 'access join api_keys on api_keys.id = access."apiKeyId"';

/** Adds an access key with its sealed secret, and returns it as it may be shown. */
export async function insertAccessKey(
  db: Db,
  key: Pick<AccessKey, 'id' | 'apiKeyId' | 'source'> & { readonly secret: Uint8Array },
): Promise<AccessKey> {
  const rows: AccessKey[] = await db.query(
    `with access as (insert into aws_access_keys (id, "apiKeyId", secret, source) values ($1, $2, $3, $4) returning *)
     select ${WHOLE} from ${OF_KEY}`,
    [key.id, key.apiKeyId, key.secret, key.source],
  );
  return rows[0] as AccessKey;
}

/** The newest `most` access keys, newest first. */
export async function accessKeysList(db: Db, most: number): Promise<readonly AccessKey[]> {
  return db.query(`select ${WHOLE} from aws_access_keys ${OF_KEY} order by access."createdAt" desc, access.id limit $1`, [most]);
}

/** How many access keys of a server key are good, as far as they themselves say. */
export async function countAccessKeys(db: Db, apiKeyId: number): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    'select count(*) as count from aws_access_keys where "apiKeyId" = $1 and "revokedAt" is null',
    [apiKeyId],
  );
  return row?.count ?? 0;
}

/** Revokes an access key at `now`; null when there is none, and no change when it was revoked before. */
export async function revokeAccess(db: Db, id: string, now: Date): Promise<AccessKey | null> {
  const rows: AccessKey[] = await db.query(
    `with access as (update aws_access_keys set "revokedAt" = coalesce("revokedAt", $2) where id = $1 returning *)
     select ${WHOLE} from ${OF_KEY}`,
    [id, now],
  );
  return rows[0] ?? null;
}

/** An access key that was not revoked itself, with its sealed secret and what matters of its server key. */
export interface FoundAccess extends Pick<ApiKey, 'scopes' | 'expiresAt' | 'revokedAt'> {
  readonly id: string;
  readonly apiKeyId: number;
  readonly source: string;
  readonly secret: Buffer;
}

/** The access key of this id with the server key that it stands for; null where there is none, or it was revoked. */
export async function accessKeyById(db: Db, id: string): Promise<FoundAccess | null> {
  const rows: FoundAccess[] = await db.query(
    `select access.id, access."apiKeyId", access.source, access.secret, api_keys.scopes, api_keys."expiresAt", api_keys."revokedAt"
     from aws_access_keys ${OF_KEY} where access.id = $1 and access."revokedAt" is null`,
    [id],
  );
  return rows[0] ?? null;
}
