import { randomBytes, randomInt } from 'node:crypto';
import { ApiKeyKind } from '../core/api-key';
import { ApiKeyState, apiKeyState } from '../core/api-key-state';
import type { Actor } from '../core/audit';
import { type AccessKey, ID_SOURCE } from '../core/aws/access-key';
import { NONCE_BYTES, seal } from '../core/aws/sealed-secret';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { countAccessKeys, insertAccessKey, revokeAccess } from '../store/access-keys';
import { apiKeyForShare } from '../store/api-keys';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';

/** An access key to be made. */
export interface AccessKeyInput {
  /** The server key that it stands for. */
  readonly apiKeyId: number;
  /** Whose ids of titles the application sends. */
  readonly source: string;
}

interface Making {
  /** Seals secrets. */
  readonly sealingKey: Uint8Array;
  readonly actor: Actor;
  readonly now: Date;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ID_LETTERS = 16;
/** 40 characters, as those of AWS have. */
const SECRET_BYTES = 30;
/** To change a secret without a gap takes two. */
const MOST_A_KEY = 10;

/**
 * Makes an access key of a server key that may be used; `secret` is shown here and never again, and kept sealed only. Throws BAD_INPUT,
 * NOT_FOUND, and CONFLICT where the key is over or has as many as it may have.
 */
export async function createAccessKey(
  db: Db,
  { apiKeyId, source }: AccessKeyInput,
  { sealingKey, actor, now }: Making,
): Promise<{ readonly key: AccessKey; readonly secret: string }> {
  if (!ID_SOURCE.test(source))
    throw badInput('input.source', 'This is no source of ids.', 'lower-case letters, digits and hyphens: app, kinograph, movielens');
  const id = `AKKG${Array.from({ length: ID_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return db.transaction(async (db) => {
    await requireKey(db, apiKeyId, now);
    const sealed = seal(secret, { key: sealingKey, id, nonce: randomBytes(NONCE_BYTES) });
    const key = await insertAccessKey(db, { id, apiKeyId, source, secret: sealed });
    await writeAudit(db, { ...auditOf(id, actor), action: 'accessKey.create', before: null, after: { apiKeyId, source } });
    await publish(db, [{ topic: 'key', id: apiKeyId }]);
    return { key, secret };
  });
}

/** Ends an access key at once, on every server; its server key goes on. Throws NOT_FOUND. */
export async function revokeAccessKey(
  db: Db,
  id: string,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<AccessKey> {
  return db.transaction(async (db) => {
    const key = /^[A-Z0-9]{1,128}$/.test(id) ? await revokeAccess(db, id, now) : null;
    if (key === null) throw notFound('id', 'access key');
    const change = { before: { revokedAt: null }, after: { revokedAt: key.revokedAt } };
    await writeAudit(db, { ...auditOf(id, actor), action: 'accessKey.revoke', ...change });
    await publish(db, [{ topic: 'key', id: key.apiKeyId }]);
    return key;
  });
}

async function requireKey(db: Db, apiKeyId: number, now: Date): Promise<void> {
  const key = await apiKeyForShare(db, apiKeyId);
  if (key === null) throw notFound('input.apiKeyId', 'key');
  if (key.kind !== ApiKeyKind.SERVER)
    throw badInput('input.apiKeyId', 'A browser key cannot sign: its holder has no secret.', 'the id of a server key');
  if (apiKeyState(key, now) !== ApiKeyState.ACTIVE)
    throw new AppError(ErrorCode.CONFLICT, 'The key is over.', { field: 'input.apiKeyId', expected: 'a key that may be used' });
  if ((await countAccessKeys(db, apiKeyId)) >= MOST_A_KEY)
    throw new AppError(ErrorCode.CONFLICT, `The key has ${MOST_A_KEY} access keys already.`, {
      field: 'input.apiKeyId',
      expected: 'fewer: revoke one',
    });
}

function auditOf(id: string, actor: Actor) {
  return { actor, entity: 'accessKey', entityId: id };
}
