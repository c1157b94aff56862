import { EntitySchema } from 'typeorm';
import { bigint, defaulting, identity, integer, key, now, nullable, text, texts, time } from './columns';

/** A key as it is stored; the key itself is shown once and never kept. */
interface StoredKey {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly origins: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export const API_KEYS = new EntitySchema<StoredKey>({
  name: 'api_keys',
  columns: {
    id: identity,
    kind: text,
    name: text,
    prefix: text,
    hash: text,
    scopes: defaulting(texts, "'{}'"),
    origins: defaulting(texts, "'{}'"),
    createdAt: now,
    expiresAt: nullable(time),
    revokedAt: nullable(time),
    lastUsedAt: nullable(time),
  },
  uniques: [{ name: 'api_keys_hash_key', columns: ['hash'] }],
});

/** An operator as stored. */
interface StoredOperator {
  readonly id: number;
  readonly email: string;
  readonly name: string | null;
  readonly role: string;
  readonly passwordHash: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
  readonly shopId: number | null;
}

export const OPERATORS = new EntitySchema<StoredOperator>({
  name: 'operators',
  columns: {
    id: identity,
    email: text,
    name: nullable(text),
    role: text,
    passwordHash: text,
    version: defaulting(integer, 1),
    createdAt: now,
    disabledAt: nullable(time),
    lastSignInAt: nullable(time),
    shopId: nullable(bigint),
  },
  uniques: [{ name: 'operators_email_key', columns: ['email'] }],
});

/** A signed-in browser of an operator. */
interface StoredSession {
  readonly id: number;
  readonly operatorId: number;
  readonly hash: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export const OPERATOR_SESSIONS = new EntitySchema<StoredSession>({
  name: 'operator_sessions',
  columns: { id: identity, operatorId: bigint, hash: text, createdAt: now, lastSeenAt: now, expiresAt: time },
  indices: [{ name: 'operator_sessions_operator', columns: ['operatorId'] }],
  uniques: [{ name: 'operator_sessions_hash_key', columns: ['hash'] }],
});

/** A link by which an operator chooses a password, once; a newer one of the same operator takes its place. */
interface StoredLink {
  readonly operatorId: number;
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const RESET_LINKS = new EntitySchema<StoredLink>({
  name: 'reset_links',
  columns: { operatorId: key(bigint), hash: text, createdAt: now, expiresAt: time },
  uniques: [{ name: 'reset_links_hash_key', columns: ['hash'] }],
});
