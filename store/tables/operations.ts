import { EntitySchema } from 'typeorm';
import type { AuditEntry } from '../../core/audit';
import type { Job } from '../../core/job';
import type { Model } from '../../core/model';
import type { Placement } from '../../core/placement';
import { bigint, bytes, defaulting, double, identity, integer, json, key, now, nullable, text, texts, time } from './columns';

export const PLACEMENTS = new EntitySchema<Placement>({
  name: 'placements',
  columns: {
    name: key(text),
    description: defaulting(text, "''"),
    input: defaulting(json, "'{}'"),
    engine: defaulting(text, "'LOCAL'"),
    version: defaulting(integer, 1),
    updatedAt: now,
  },
});

export const AUDIT = new EntitySchema<AuditEntry>({
  name: 'audit',
  columns: {
    id: identity,
    actor: text,
    action: text,
    entity: text,
    entityId: text,
    before: nullable(json),
    after: nullable(json),
    at: now,
  },
  indices: [{ name: 'audit_entity', columns: ['entity', 'entityId', 'id'] }],
});

export const MODELS = new EntitySchema<Model>({
  name: 'models',
  columns: {
    id: identity,
    engine: text,
    state: text,
    settings: json,
    snapshot: text,
    users: integer,
    items: integer,
    interactions: bigint,
    metrics: defaulting(json, "'{}'"),
    trainedSeconds: double,
    createdAt: now,
    promotedAt: nullable(time),
    format: defaulting(integer, 1),
    code: nullable(text),
    evaluation: nullable(json),
    verdict: nullable(text),
    bytes: defaulting(bigint, 0),
    error: nullable(text),
  },
  indices: [{ name: 'models_one_live', columns: ['engine'], unique: true, where: "state = 'LIVE'" }],
});

/** Factors of a model, in pieces of 4 MiB. */
interface ModelChunk {
  readonly modelId: number;
  readonly part: string;
  readonly number: number;
  readonly bytes: Buffer;
}

export const MODEL_CHUNKS = new EntitySchema<ModelChunk>({
  name: 'model_chunks',
  columns: { modelId: key(bigint), part: key(text), number: key(integer), bytes },
});

/** `key` collapses runs that nobody has begun yet. */
export const JOB_RUNS = new EntitySchema<Job & { readonly maxAttempts: number; readonly key: string | null }>({
  name: 'job_runs',
  columns: {
    id: identity,
    name: text,
    payload: defaulting(json, "'{}'"),
    state: defaulting(text, "'QUEUED'"),
    progress: defaulting(double, 0),
    message: nullable(text),
    result: nullable(json),
    error: nullable(text),
    attempts: defaulting(integer, 0),
    maxAttempts: defaulting(integer, 3),
    key: nullable(text),
    cancelRequestedAt: nullable(time),
    createdAt: now,
    startedAt: nullable(time),
    finishedAt: nullable(time),
  },
  indices: [
    { name: 'job_runs_created', columns: ['createdAt', 'id'] },
    { name: 'job_runs_key', columns: ['key'], unique: true, where: "state = 'QUEUED' and attempts = 0" },
  ],
});

/** Who may do a thing that only one may do, until when. */
interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly token: number;
  readonly expiresAt: Date;
}

export const LEASES = new EntitySchema<Lease>({
  name: 'leases',
  columns: { name: key(text), holder: text, token: defaulting(bigint, 1), expiresAt: time },
});

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
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

export const OPERATORS = new EntitySchema<StoredOperator>({
  name: 'operators',
  columns: {
    id: identity,
    email: text,
    name: nullable(text),
    role: text,
    passwordHash: text,
    createdAt: now,
    disabledAt: nullable(time),
  },
  uniques: [{ name: 'operators_email_key', columns: ['email'] }],
});

/** A signed-in browser of an operator. */
interface StoredSession {
  readonly id: number;
  readonly operatorId: number;
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const OPERATOR_SESSIONS = new EntitySchema<StoredSession>({
  name: 'operator_sessions',
  columns: { id: identity, operatorId: bigint, hash: text, createdAt: now, expiresAt: time },
  uniques: [{ name: 'operator_sessions_hash_key', columns: ['hash'] }],
});

export const SETTINGS = new EntitySchema<{ readonly name: string; readonly value: unknown }>({
  name: 'settings',
  columns: { name: key(text), value: json },
});
