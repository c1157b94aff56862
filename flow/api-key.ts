import { randomBytes } from 'node:crypto';
import { type ApiKey, ApiKeyKind } from '../core/api-key';
import type { Actor } from '../core/audit';
import { Scope } from '../core/caller';
import { badInput, notFound } from '../core/errors';
import { isText } from '../core/text';
import { hashSecret, insertApiKey, revokeKey } from '../store/api-keys';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';

/** A key to be made: server keys carry scopes, browser keys carry origins. */
export interface ApiKeyInput {
  readonly kind: ApiKeyKind;
  readonly name: string;
  readonly scopes?: readonly Scope[] | null;
  readonly origins?: readonly string[] | null;
  readonly expiresAt?: Date | null;
}

const SECRET_BYTES = 32;
const PREFIX_LENGTH = 10;
const LONGEST_NAME = 100;

/** Makes a key; `secret` is shown here and never again. Throws BAD_INPUT. */
export async function createApiKey(
  db: Db,
  input: ApiKeyInput,
  { actor, now }: { actor: Actor; now: Date },
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  const { name, scopes, origins } = checkInput(input, now);
  const secret = `${input.kind === ApiKeyKind.SERVER ? 'kg_' : 'kgb_'}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const row = { kind: input.kind, name, scopes, origins, expiresAt: input.expiresAt ?? null };
  return db.transaction(async (db) => {
    const key = await insertApiKey(db, { ...row, prefix: secret.slice(0, PREFIX_LENGTH), hash: hashSecret(secret) });
    await writeAudit(db, { actor, action: 'apiKey.create', entity: 'apiKey', entityId: String(key.id), before: null, after: row });
    // A new browser key opens an origin that processes may remember as closed.
    await publish(db, [{ topic: 'key', id: key.id }]);
    return { key, secret };
  });
}

/** Revokes a key: every process forgets it, and sockets that use it are closed. Throws NOT_FOUND. */
export async function revokeApiKey(db: Db, id: number, { actor, now }: { actor: Actor; now: Date }): Promise<ApiKey> {
  return db.transaction(async (db) => {
    const key = await revokeKey(db, id, now);
    if (key === null) throw notFound('id', 'key');
    await writeAudit(db, {
      actor,
      action: 'apiKey.revoke',
      entity: 'apiKey',
      entityId: String(id),
      before: { revokedAt: null },
      after: { revokedAt: key.revokedAt },
    });
    await publish(db, [{ topic: 'key', id }]);
    return key;
  });
}

function checkInput(input: ApiKeyInput, now: Date) {
  const name = input.name.trim();
  const scopes = [...new Set(input.scopes ?? [])];
  const origins = [...new Set(input.origins ?? [])];
  const isServer = input.kind === ApiKeyKind.SERVER;
  if (!isText(name, LONGEST_NAME, 1))
    throw badInput('input.name', `The name has ${name.length} characters.`, `1 to ${LONGEST_NAME} characters without NUL`);
  if (isServer && scopes.length === 0)
    throw badInput('input.scopes', 'A server key without scopes may do nothing.', listOf(Object.values(Scope)));
  if (isServer && origins.length > 0) throw badInput('input.origins', 'A server key is not bound to origins.', 'no origins');
  if (!isServer && scopes.length > 0)
    throw badInput('input.scopes', 'A browser key carries no scopes: it names the app only.', 'no scopes');
  if (!isServer && origins.length === 0)
    throw badInput('input.origins', 'A browser key needs an origin.', 'for example https://shop.example');
  const wrong = origins.findIndex((origin) => !isOrigin(origin));
  if (wrong >= 0)
    throw badInput(`input.origins[${wrong}]`, 'This is not an origin.', 'scheme, host and port only, for example https://shop.example');
  if (input.expiresAt && input.expiresAt <= now) throw badInput('input.expiresAt', 'This time is past.', 'a time to come');
  return { name, scopes, origins };
}

const listOf = (values: readonly string[]): string => `at least one of ${values.join(', ')}`;

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) && url.origin === text;
}
