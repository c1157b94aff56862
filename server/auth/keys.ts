import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { ApiKey } from '../../core/api-key';
import { accessKeyById, type FoundAccess } from '../../store/access-keys';
import { apiKeyByHash, hashSecret, originIsKnown, touchApiKeys } from '../../store/api-keys';
import type { Db } from '../../store/database';
import { ExpiredError, refused } from './refusal';

/** The API keys as this process remembers them. */
export interface Keys {
  /** The good key with this secret. Throws UNAUTHENTICATED for an unknown or revoked one, ExpiredError for an expired one. */
  find(secret: string): Promise<ApiKey>;
  /** The access key of an id, where it and its server key are good; null otherwise. */
  access(id: string): Promise<FoundAccess | null>;
  /** Whether any good browser key works from this origin. */
  knowsOrigin(origin: string): Promise<boolean>;
  /** Forgets what was read of keys, after a notice or after notices may have been lost. */
  forget(): void;
  /** Writes the last uses and stops writing them. */
  stop(): Promise<void>;
}

const MOST_KEYS = 10_000;
const MOST_ORIGINS = 1_000;
/** How long a secret that is no key is remembered as such: guesses cost no statement, a new key works soon. */
const UNKNOWN_MS = 5_000;
const TOUCH_MS = 60_000;

export function createKeys({ db, clock, log }: { db: Db; clock: () => Date; log: Logger }): Keys {
  const keys = new LRUCache<string, { readonly key: ApiKey | null }>({ max: MOST_KEYS });
  const accesses = new LRUCache<string, { readonly found: FoundAccess | null }>({ max: MOST_KEYS });
  const origins = new LRUCache<string, boolean>({ max: MOST_ORIGINS, ttl: TOUCH_MS });
  const used = new Set<number>();
  let forgotten = 0;
  const timer = setInterval(() => void touch(), TOUCH_MS);
  timer.unref();

  async function touch(): Promise<void> {
    if (used.size === 0) return;
    const ids = [...used];
    used.clear();
    await touchApiKeys(db, ids, clock()).catch((error: Error) =>
      log.warn({ error: error.message }, 'The last use of keys was not written.'),
    );
  }

  async function read(hash: string): Promise<ApiKey | null> {
    const before = keys.get(hash);
    if (before) return before.key;
    const asked = forgotten;
    const key = await apiKeyByHash(db, hash);
    // What was read before a notice came may be what the notice says is over; kept, a revoked key would work for good.
    if (asked === forgotten) keys.set(hash, { key }, { ttl: key === null ? UNKNOWN_MS : 0 });
    return key;
  }

  async function readAccess(id: string): Promise<FoundAccess | null> {
    const before = accesses.get(id);
    if (before) return before.found;
    const asked = forgotten;
    const found = await accessKeyById(db, id);
    if (asked === forgotten) accesses.set(id, { found }, { ttl: found === null ? UNKNOWN_MS : 0 });
    return found;
  }

  return {
    async access(id) {
      const found = await readAccess(id);
      if (found === null || found.revokedAt !== null || (found.expiresAt !== null && found.expiresAt <= clock())) return null;
      used.add(found.apiKeyId);
      return found;
    },

    async find(secret) {
      const key = await read(hashSecret(secret));
      if (key === null || key.revokedAt !== null) throw refused('key');
      if (key.expiresAt !== null && key.expiresAt <= clock()) throw new ExpiredError();
      used.add(key.id);
      return key;
    },

    async knowsOrigin(origin) {
      const before = origins.get(origin);
      if (before !== undefined) return before;
      const asked = forgotten;
      const known = await originIsKnown(db, origin, clock());
      if (asked === forgotten) origins.set(origin, known);
      return known;
    },

    forget() {
      forgotten += 1;
      keys.clear();
      accesses.clear();
      origins.clear();
    },

    async stop() {
      clearInterval(timer);
      await touch();
    },
  };
}
