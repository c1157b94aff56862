import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { ApiKey } from '../../core/api-key';
import { apiKeyByHash, hashSecret, originIsKnown, touchApiKeys } from '../../store/api-keys';
import type { Db } from '../../store/database';
import { ExpiredError, refused } from './refusal';

/** The API keys as this process remembers them. */
export interface Keys {
  /** The good key with this secret. Throws UNAUTHENTICATED for an unknown or revoked one, ExpiredError for an expired one. */
  find(secret: string): Promise<ApiKey>;
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

  return {
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
      origins.clear();
    },

    async stop() {
      clearInterval(timer);
      await touch();
    },
  };
}
