import { EntitySchema } from 'typeorm';
import type { Upload } from '../../core/upload';
import { bigint, bytes, defaulting, identity, integer, json, key, now, nullable, text, texts, time, uuid } from './columns';

/** The secret of its address is kept as a hash, and only until the address is used. */
type StoredUpload = Upload & { readonly secretHash: string | null; readonly urlExpiresAt: Date; readonly receivedAt: Date | null };

export const UPLOADS = new EntitySchema<StoredUpload>({
  name: 'uploads',
  columns: {
    id: identity,
    owner: text,
    purpose: text,
    name: text,
    type: text,
    bytes: bigint,
    state: defaulting(text, "'WAITING'"),
    secretHash: nullable(text),
    urlExpiresAt: time,
    receivedAt: nullable(time),
    createdAt: now,
    expiresAt: time,
  },
  indices: [
    { name: 'uploads_owner', columns: ['owner', 'id'] },
    { name: 'uploads_expires', columns: ['expiresAt'] },
  ],
});

/** A file in pieces of 4 MiB. */
interface UploadChunk {
  readonly uploadId: number;
  readonly number: number;
  readonly bytes: Buffer;
}

export const UPLOAD_CHUNKS = new EntitySchema<UploadChunk>({
  name: 'upload_chunks',
  columns: { uploadId: key(bigint), number: key(integer), bytes },
});

/** An import as stored: where its job stands is told by the job. */
interface StoredImport {
  readonly id: number;
  readonly actor: string;
  readonly state: string;
  readonly format: string;
  readonly files: unknown;
  readonly columns: unknown;
  readonly mapping: unknown;
  readonly options: unknown;
  readonly dryRun: boolean;
  readonly counts: unknown;
  readonly samples: unknown;
  readonly jobId: number | null;
  readonly changeSetId: number | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly undoJobId: number | null;
}

export const IMPORTS = new EntitySchema<StoredImport>({
  name: 'imports',
  columns: {
    id: identity,
    actor: text,
    state: defaulting(text, "'DRAFT'"),
    format: text,
    files: json,
    columns: defaulting(json, "'[]'"),
    mapping: defaulting(json, "'[]'"),
    options: defaulting(json, "'{}'"),
    dryRun: defaulting({ type: 'boolean' }, 'true'),
    counts: nullable(json),
    samples: defaulting(json, "'[]'"),
    jobId: nullable(bigint),
    changeSetId: nullable(bigint),
    createdAt: now,
    finishedAt: nullable(time),
    undoJobId: nullable(bigint),
  },
  indices: [{ name: 'imports_job', columns: ['jobId'] }],
});

/** What is wrong with a row of a file, with the row as it stood there. */
interface StoredProblem {
  readonly importId: number;
  readonly number: number;
  readonly file: string;
  readonly row: number;
  readonly field: string;
  readonly message: string;
  readonly cells: unknown;
}

export const IMPORT_PROBLEMS = new EntitySchema<StoredProblem>({
  name: 'import_problems',
  columns: {
    importId: key(bigint),
    number: key(bigint),
    file: text,
    row: integer,
    field: text,
    message: text,
    cells: nullable(json),
  },
});

/** A good row on its way into the catalogue, until its import ends. */
interface StagedRow {
  readonly importId: number;
  readonly attempt: string;
  readonly number: number;
  readonly row: number;
  readonly kind: string;
  readonly keys: readonly string[];
  readonly parent: string | null;
  readonly draft: unknown;
  readonly cells: unknown;
}

export const IMPORT_ROWS = new EntitySchema<StagedRow>({
  name: 'import_rows',
  columns: {
    importId: key(bigint),
    attempt: key(uuid),
    number: key(integer),
    row: integer,
    kind: text,
    keys: texts,
    parent: nullable(text),
    draft: json,
    cells: json,
  },
});
