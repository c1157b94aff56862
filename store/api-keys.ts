import { createHash } from 'node:crypto';
import type { ApiKey, ApiKeyKind } from '../core/api-key';
import type { ApiKeyState } from '../core/api-key-state';
import type { Scope } from '../core/caller';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const COLUMNS = 'id, kind, name, prefix, scopes, origins, "createdAt", "expiresAt", "revokedAt", "lastUsedAt"';

/** What is kept of a secret that only its owner knows: SHA-256, since a random secret needs no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export interface NewApiKey {
  readonly kind: ApiKeyKind;
  readonly name: string;
  readonly prefix: string;
  readonly hash: string;
  readonly scopes: readonly Scope[];
  readonly origins: readonly string[];
  readonly expiresAt: Date | null;
}

/** Adds a key and returns it as it may be shown. */
export async function insertApiKey(db: Db, key: NewApiKey): Promise<ApiKey> {
  const rows: ApiKey[] = await db.query(
    `insert into api_keys (kind, name, prefix, hash, scopes, origins, "expiresAt")
     values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
    [key.kind, key.name, key.prefix, key.hash, key.scopes, key.origins, key.expiresAt],
  );
  const [made] = rows;
  if (!made) throw new Error('The new key was not returned.');
  return made;
}

/** The key with this hash, revoked and expired ones too; null when there is none. */
export async function apiKeyByHash(db: Db, hash: string): Promise<ApiKey | null> {
  const rows: ApiKey[] = await db.query(`select ${COLUMNS} from api_keys where hash = $1`, [hash]);
  return rows[0] ?? null;
}

/** The key of this id, which cannot be revoked before the transaction ends; null when there is none. */
export async function apiKeyForShare(db: Db, id: number): Promise<ApiKey | null> {
  const rows: ApiKey[] = await db.query(`select ${COLUMNS} from api_keys where id = $1 for share`, [id]);
  return rows[0] ?? null;
}

/** Revokes a key at `now`; null when there is none, and no change when it was revoked before. */
export async function revokeKey(db: Db, id: number, now: Date): Promise<ApiKey | null> {
  const [rows]: [ApiKey[], number] = await db.query(
    `update api_keys set "revokedAt" = coalesce("revokedAt", $2) where id = $1 returning ${COLUMNS}`,
    [id, now],
  );
  return rows[0] ?? null;
}

/** The most keys that one page holds. */
export const MOST_KEYS = 1_000;

/** Which keys: of one kind, in one state at `now`, whose name holds `search`, or whose secret begins like it. */
export interface KeyFilter {
  readonly kind?: ApiKeyKind | null;
  readonly state?: ApiKeyState | null;
  readonly search?: string | null;
}

const MATCHES = `($1::text is null or kind = $1)
  and ($2::text is null or $2 = case when "revokedAt" is not null then 'REVOKED' when "expiresAt" <= $3 then 'EXPIRED' else 'ACTIVE' end)
  and (strpos(lower(name), lower($4)) > 0 or starts_with(prefix, $4) or starts_with($4, prefix))`;

/** A page of the keys, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function apiKeysPage(
  db: Db,
  { filter, page, now }: { readonly filter: KeyFilter; readonly page: Page; readonly now: Date },
): Promise<Paged<ApiKey>> {
  const first = pageSize(page.first, MOST_KEYS);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows: ApiKey[] = await db.query(
    `select ${COLUMNS} from api_keys where ${MATCHES} and ($5::bigint is null or id < $5) order by id desc limit $6 offset $7`,
    [...valuesOf(filter, now), before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, (key) => [key.id]);
}

/** How many keys a filter lets through. */
export async function countApiKeys(db: Db, { filter, now }: { readonly filter: KeyFilter; readonly now: Date }): Promise<number> {
  const [row]: { count: number }[] = await db.query(`select count(*) as count from api_keys where ${MATCHES}`, valuesOf(filter, now));
  return row?.count ?? 0;
}

const valuesOf = ({ kind, state, search }: KeyFilter, now: Date): unknown[] => [kind ?? null, state ?? null, now, search ?? ''];

/** Notes that these keys were used; written now and then for many requests at once. */
export async function touchApiKeys(db: Db, ids: readonly number[], at: Date): Promise<void> {
  await db.query('update api_keys set "lastUsedAt" = $2 where id = any($1::bigint[])', [ids, at]);
}

/** Whether any browser key that is good at `now` works from this origin: a preflight cannot say which key will follow. */
export async function originIsKnown(db: Db, origin: string, now: Date): Promise<boolean> {
  const rows: unknown[] = await db.query(
    `select 1 from api_keys
     where kind = 'BROWSER' and $1 = any(origins) and "revokedAt" is null and ("expiresAt" is null or "expiresAt" > $2) limit 1`,
    [origin, now],
  );
  return rows.length > 0;
}
