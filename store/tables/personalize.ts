import { EntitySchema } from 'typeorm';
import type { PersonalizeDeletion } from '../../core/personalize/deletion';
import type { PersonalizeCall, PersonalizeResource, PersonalizeSync } from '../../core/personalize/sync';
import { bigint, defaulting, identity, integer, json, now, nullable, text, time } from './columns';

export const PERSONALIZE_SYNCS = new EntitySchema<PersonalizeSync>({
  name: 'personalize_syncs',
  columns: {
    id: identity,
    enabled: defaulting({ type: 'boolean' }, 'false'),
    settings: json,
    budget: json,
    state: text,
    snapshot: nullable(json),
    generation: defaulting(integer, 1),
    lastError: nullable(text),
    version: defaulting(integer, 1),
    exportedAt: nullable(time),
    lastSyncAt: nullable(time),
    nextAt: nullable(time),
    updatedAt: now,
  },
});

export const PERSONALIZE_RESOURCES = new EntitySchema<PersonalizeResource>({
  name: 'personalize_resources',
  columns: {
    id: identity,
    syncId: bigint,
    kind: text,
    logicalKey: text,
    name: text,
    arn: nullable(text),
    desired: json,
    desiredHash: text,
    status: text,
    failureReason: nullable(text),
    attempts: defaulting(integer, 0),
    nextPollAt: nullable(time),
    createdByUs: defaulting({ type: 'boolean' }, 'false'),
    details: defaulting(json, "'{}'"),
    intentAt: nullable(time),
    usedAt: nullable(time),
    createdAt: now,
    goneAt: nullable(time),
  },
  uniques: [{ name: 'personalize_resources_name_key', columns: ['syncId', 'kind', 'name'] }],
});

export const PERSONALIZE_CALLS = new EntitySchema<PersonalizeCall>({
  name: 'personalize_calls',
  columns: {
    id: identity,
    resourceId: nullable(bigint),
    operation: text,
    requestId: nullable(text),
    outcome: text,
    message: nullable(text),
    at: now,
  },
  indices: [{ name: 'personalize_calls_at', columns: ['at', 'id'] }],
});

export const PERSONALIZE_DELETIONS = new EntitySchema<Omit<PersonalizeDeletion, 'isErased'>>({
  name: 'personalize_deletions',
  columns: { id: identity, erasureId: bigint, personId: text, createdAt: now },
  uniques: [{ name: 'personalize_deletions_person_key', columns: ['erasureId', 'personId'] }],
});
