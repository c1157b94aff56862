import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { ApiKeyKind } from '../../core/api-key';
import type { Caller } from '../../core/caller';
import { AppError, ErrorCode } from '../../core/errors';
import type { FoundAccess } from '../../store/access-keys';
import { hashSecret } from '../../store/api-keys';
import type { Db } from '../../store/database';
import { type SignedInSession, sessionByHash } from '../../store/operator-sessions';
import { createKeys, type Keys } from './keys';
import { ExpiredError, refused } from './refusal';
import type { Tokens } from './tokens';

/** What a request or a socket says of itself; nothing in it is believed yet. */
export interface Credentials {
  /** `Bearer kg_...` or `Bearer <JWT>`. */
  readonly authorization: string | null;
  /** `kgb_...` of the page's application. */
  readonly browserKey: string | null;
  /** The console's session; null unless the request is known to come from the console itself. */
  readonly session: string | null;
  /** The Origin of a page that is not ours; null for our own pages and for callers that are no browser. */
  readonly foreignOrigin: string | null;
}

/** Decides who is asking, the same for HTTP and WebSocket. */
export interface Gate {
  /** Throws UNAUTHENTICATED for a bad credential (ExpiredError when it was good once) and FORBIDDEN for a foreign origin. */
  callerOf(credentials: Credentials): Promise<Caller>;
  /** Whether a page of this origin may talk to us at all, with the right key. */
  knowsOrigin(origin: string): Promise<boolean>;
  /** The access key of an id, where it and the server key that it stands for are good. Who names it has proved nothing yet. */
  accessKey(id: string): Promise<FoundAccess | null>;
  forgetKeys(): void;
  forgetOperators(): void;
  stop(): Promise<void>;
}

export interface GateOptions {
  readonly db: Db;
  readonly tokens: Tokens;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Our id of a person, made on first sight; merged ones lead to the one that stands for them. */
  readonly userIdOf: (source: string, externalId: string) => Promise<number>;
}

const MOST_SESSIONS = 1_000;
const SESSION_MS = 60_000;
const BEARER = /^Bearer ([\x21-\x7e]{1,8192})$/i;

export function createGate({ db, tokens, clock, log, userIdOf }: GateOptions): Gate {
  const keys = createKeys({ db, clock, log });
  const sessions = new LRUCache<string, SignedInSession>({ max: MOST_SESSIONS, ttl: SESSION_MS });
  let forgotten = 0;

  async function operatorOf(token: string): Promise<Caller> {
    const hash = hashSecret(token);
    const session = sessions.get(hash) ?? (await readSession(hash));
    if (session === null) throw refused('session');
    if (session.expiresAt <= clock()) throw new ExpiredError();
    const { operatorId, role, id: sessionId, expiresAt } = session;
    return { kind: 'operator', operatorId, role, sessionId, expiresAt };
  }

  async function readSession(hash: string): Promise<SignedInSession | null> {
    const before = forgotten;
    const session = await sessionByHash(db, hash, clock());
    // What was read before a notice came may be what the notice says is over.
    if (session !== null && before === forgotten) sessions.set(hash, session);
    return session;
  }

  async function bearerOf(authorization: string, appKeyId: number | null): Promise<Caller> {
    const secret = BEARER.exec(authorization)?.[1];
    if (!secret) throw refused('Authorization header');
    if (secret.startsWith('kgb_')) throw refused('browser key as Bearer');
    if (secret.startsWith('kg_')) {
      const { id, scopes, expiresAt } = await keys.find(secret);
      return { kind: 'key', keyId: id, scopes, expiresAt };
    }
    const { source, externalId, expiresAt, demo } = await tokens.verify(secret);
    return {
      kind: 'viewer',
      userId: await userIdOf(source, externalId),
      anonymous: source === 'session',
      demo: demo && { source: demo, externalId },
      appKeyId,
      expiresAt,
    };
  }

  return {
    async callerOf({ authorization, browserKey, session, foreignOrigin }) {
      const appKeyId = await appKeyOf(keys, browserKey, foreignOrigin);
      if (authorization !== null) return bearerOf(authorization, appKeyId);
      return session === null ? { kind: 'nobody', appKeyId } : operatorOf(session);
    },
    knowsOrigin: keys.knowsOrigin,
    accessKey: keys.access,
    forgetKeys: keys.forget,
    forgetOperators() {
      forgotten += 1;
      sessions.clear();
    },
    stop: keys.stop,
  };
}

async function appKeyOf(keys: Keys, secret: string | null, foreignOrigin: string | null): Promise<number | null> {
  if (secret === null && foreignOrigin === null) return null;
  if (secret === null)
    throw new AppError(ErrorCode.FORBIDDEN, 'A page of another origin needs a browser key: send it as `x-kinograph-key`.');
  const key = await keys.find(secret);
  if (key.kind !== ApiKeyKind.BROWSER) throw refused('key of a server as browser key');
  if (foreignOrigin !== null && !key.origins.includes(foreignOrigin))
    throw new AppError(ErrorCode.FORBIDDEN, 'This browser key does not work from this origin.');
  return key.id;
}
