import { EntitySchema } from 'typeorm';
import type { HistoryImport, PlacedRow } from '../../core/history-import';
import { bigint, defaulting, double, identity, integer, json, key, now, nullable, real, text, texts, time } from './columns';

export const HISTORY_IMPORTS = new EntitySchema<HistoryImport>({
  name: 'history_imports',
  columns: {
    id: identity,
    userId: bigint,
    fileName: text,
    uploadId: nullable(bigint),
    format: nullable(text),
    state: text,
    question: nullable(text),
    profiles: defaulting(json, "'[]'"),
    profile: nullable(text),
    dateOrder: nullable(text),
    timeZone: nullable(text),
    dateSamples: defaulting(texts, "'{}'"),
    counts: nullable(json),
    error: nullable(text),
    jobId: nullable(bigint),
    createdAt: now,
    finishedAt: nullable(time),
  },
  indices: [{ name: 'history_imports_user', columns: ['userId', 'id'] }],
});

export const HISTORY_ROWS = new EntitySchema<PlacedRow & { readonly userId: number }>({
  name: 'history_rows',
  columns: {
    importId: key(bigint),
    number: key(integer),
    userId: bigint,
    text,
    name: text,
    occurredAt: nullable(time),
    timed: defaulting({ type: 'boolean' }, 'false'),
    seconds: nullable(double),
    fate: text,
    reason: nullable(text),
    titleId: nullable(bigint),
    score: nullable(real),
    candidates: defaulting(json, "'[]'"),
    eventId: nullable(text),
  },
  indices: [{ name: 'history_rows_user', columns: ['userId'] }],
});

/** What a person said a name means; null: none of the titles here. */
interface Correction {
  readonly userId: number;
  readonly name: string;
  readonly titleId: number | null;
  readonly at: Date;
}

export const HISTORY_CORRECTIONS = new EntitySchema<Correction>({
  name: 'history_corrections',
  columns: { userId: key(bigint), name: key(text), titleId: nullable(bigint), at: now },
});
