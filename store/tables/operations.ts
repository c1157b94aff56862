import { EntitySchema } from 'typeorm';
import type { AuditEntry } from '../../core/audit';
import type { EngineComparison } from '../../core/engine-comparison';
import type { Job } from '../../core/job';
import type { Model } from '../../core/model';
import type { Placement } from '../../core/placement';
import { bigint, bytes, defaulting, double, identity, integer, json, key, now, nullable, text, time } from './columns';

export const PLACEMENTS = new EntitySchema<Placement>({
  name: 'placements',
  columns: {
    name: key(text),
    description: defaulting(text, "''"),
    input: defaulting(json, "'{}'"),
    engine: defaulting(text, "'LOCAL'"),
    shadow: nullable(text),
    shadowShare: defaulting(double, '0.1'),
    version: defaulting(integer, 1),
    updatedAt: now,
  },
});

interface ComparisonSlot extends Omit<EngineComparison, 'overlapAt10' | 'overlapAt20' | 'servedMs' | 'shadowMs'> {
  readonly placement: string;
  readonly slot: Date;
  readonly overlapAt10: number;
  readonly overlapAt20: number;
  readonly servedMs: number;
  readonly shadowMs: number;
}

export const ENGINE_COMPARISONS = new EntitySchema<ComparisonSlot>({
  name: 'engine_comparisons',
  columns: {
    placement: key(text),
    slot: key(time),
    served: key(text),
    shadow: key(text),
    lists: defaulting(bigint, 0),
    failures: defaulting(bigint, 0),
    overlapAt10: defaulting(double, 0),
    overlapAt20: defaulting(double, 0),
    servedMs: defaulting(double, 0),
    shadowMs: defaulting(double, 0),
    servedMostMs: defaulting(double, 0),
    shadowMostMs: defaulting(double, 0),
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
    changeSetId: nullable(bigint),
  },
  indices: [
    { name: 'audit_entity', columns: ['entity', 'entityId', 'id'] },
    { name: 'audit_at', columns: ['at', 'id'] },
    { name: 'audit_actor', columns: ['actor', 'at', 'id'] },
    { name: 'audit_action', columns: ['action', 'at', 'id'] },
    { name: 'audit_entity_at', columns: ['entity', 'at', 'id'] },
    { name: 'audit_actor_action', columns: ['actor', 'action', 'at', 'id'] },
    { name: 'audit_actor_entity', columns: ['actor', 'entity', 'at', 'id'] },
    { name: 'audit_change_set', columns: ['changeSetId', 'entityId', 'id'], where: '"changeSetId" is not null' },
  ],
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
    curve: defaulting(json, "'[]'"),
    trainedOn: defaulting(text, "'HERE'"),
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
    curve: defaulting(json, "'[]'"),
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

export const SETTINGS = new EntitySchema<{ readonly name: string; readonly value: unknown }>({
  name: 'settings',
  columns: { name: key(text), value: json },
});
