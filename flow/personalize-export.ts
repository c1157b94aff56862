import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { ClientBase } from 'pg';
import { type S3Place, s3Url } from '../core/aws/s3-url';
import { AppError, ErrorCode } from '../core/errors';
import { PERSONALIZE_SCHEMAS } from '../core/personalize/avro';
import { PERSONALIZE_EVENT_TYPES, type PersonalizeEventType } from '../core/personalize/event-types';
import {
  type ExportedFile,
  type ExportManifest,
  exportFolder,
  exportKey,
  MANIFEST_FORMAT,
  type PersonalizeExport,
} from '../core/personalize/export';
import { type Preflight, preflightCounter } from '../core/personalize/preflight';
import { DATASET_TYPES } from '../core/personalize/sync';
import type { S3 } from '../engine/aws/s3';
import { type Db, openPool, urlOf } from '../store/database';
import { countLoggedEvents } from '../store/personalize-export';
import { type FilePiece, readFiles } from './personalize-files';

interface Exporting {
  readonly s3: S3;
  readonly bucket: string;
  readonly prefix: string;
  /** Types of event that a solution will learn from: what the preflight counts; null: all. The files hold all of them. */
  readonly eventTypes?: readonly PersonalizeEventType[] | null;
  /** A file is followed by another at about this length. */
  readonly partBytes?: number;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number, doing: string) => Promise<void> | void;
}

const PART_BYTES = 256 * 1024 * 1024;
const READING = 'Reading the log for Personalize';
const WRITING = 'Writing to S3';

/**
 * Writes events, titles and people as Amazon Personalize reads them to `<prefix>/<snapshot>/` of the bucket, and a manifest behind them.
 * The log is read twice in one transaction: first to count, judge and name everything by its content, which costs nothing at AWS, then to
 * send what is not there yet. The same data again sends nothing; nothing is ever replaced. Answers the preflight whether it passed or not.
 * Throws what S3 throws (see `openS3`), CONFLICT where another file lies under a name of ours, and what `signal` was aborted with.
 */
export async function exportForPersonalize(db: Db, exporting: Exporting): Promise<PersonalizeExport> {
  const pool = openPool(urlOf(db), 1);
  const client = await pool.connect();
  try {
    // One moment for all that is read, both times.
    await client.query("begin isolation level repeatable read read only; set local work_mem = '64MB'");
    const total = Math.max(1, await countLoggedEvents(client));
    const { manifest, preflight } = await measure(client, exporting, total);
    const missing = await missingFiles(manifest.files, exporting);
    if (missing.size > 0) await send(client, exporting, { missing, total });
    const place = { bucket: exporting.bucket, key: `${exportFolder(exporting.prefix, manifest.snapshot)}/manifest.json` };
    exporting.signal.throwIfAborted();
    if ((await exporting.s3.head(place)) === null)
      await exporting.s3.put(place, `${JSON.stringify(manifest, null, 2)}\n`, 'application/json');
    return { ...manifest, preflight, uploaded: missing.size };
  } finally {
    client.release(true);
    await pool.end();
  }
}

interface Measured {
  readonly manifest: ExportManifest;
  readonly preflight: Preflight;
}

async function measure(
  client: ClientBase,
  { bucket, prefix, eventTypes = null, partBytes = PART_BYTES, signal, progress }: Exporting,
  total: number,
): Promise<Measured> {
  const counter = preflightCounter(eventTypes);
  const counts = Object.fromEntries(PERSONALIZE_EVENT_TYPES.map((type) => [type, 0])) as Record<PersonalizeEventType, number>;
  const files: (Omit<ExportedFile, 'key' | 'sha256'> & { part: number; rows: number; bytes: number })[] = [];
  const hashes: ReturnType<typeof createHash>[] = [];
  let [least, most] = [Infinity, -Infinity];
  await readFiles(client, {
    ...{ partBytes, signal, counter },
    onEvents: (events) => progress((0.5 * events) / total, READING),
    onInteraction({ type, timestamp }) {
      counts[type] += 1;
      least = Math.min(least, timestamp);
      most = Math.max(most, timestamp);
    },
    onPiece({ type, part, bytes, rows }) {
      let file = files.at(-1);
      if (file?.type !== type || file.part !== part) {
        file = { type, part, rows: 0, bytes: 0 };
        files.push(file);
        hashes.push(createHash('sha256'));
      }
      hashes.at(-1)?.update(bytes);
      file.rows += rows;
      file.bytes += bytes.length;
    },
  });
  const named = files.map(({ part, ...file }, index) => ({ ...file, part, sha256: hashes[index]?.digest('hex') ?? '' }));
  const snapshot = createHash('sha256')
    .update(JSON.stringify([MANIFEST_FORMAT, PERSONALIZE_SCHEMAS, named]))
    .digest('hex');
  const folder = exportFolder(prefix, snapshot);
  const manifest: ExportManifest = {
    ...{ format: MANIFEST_FORMAT, snapshot, counts },
    files: named.map(({ type, part, rows, bytes, sha256 }) => ({ type, key: exportKey(folder, type, part), rows, bytes, sha256 })),
    datasets: DATASET_TYPES.map((type) => ({
      type,
      schema: JSON.stringify(PERSONALIZE_SCHEMAS[type]),
      location: s3Url({ bucket, key: `${folder}/${type.toLowerCase()}/` }),
      rows: named.reduce((sum, file) => sum + (file.type === type ? file.rows : 0), 0),
    })),
    minTimestamp: least === Infinity ? null : least,
    maxTimestamp: most === -Infinity ? null : most,
  };
  return { manifest, preflight: counter.judge() };
}

/** The files that do not lie in the bucket yet, by `type part`. */
async function missingFiles(files: readonly ExportedFile[], { s3, bucket }: Exporting): Promise<ReadonlyMap<string, S3Place>> {
  const missing = new Map<string, S3Place>();
  const partOf: Record<string, number> = {};
  for (const { type, key, bytes } of files) {
    const part = partOf[type] ?? 0;
    partOf[type] = part + 1;
    const found = await s3.head({ bucket, key });
    if (found === null) missing.set(`${type} ${part}`, { bucket, key });
    else if (found.bytes !== bytes)
      throw new AppError(ErrorCode.CONFLICT, `${s3Url({ bucket, key })} has ${found.bytes} bytes and not ${bytes}: it is not ours.`, {
        expected: 'a prefix that nothing else writes to',
      });
  }
  return missing;
}

interface Sending {
  readonly missing: ReadonlyMap<string, S3Place>;
  readonly total: number;
}

async function send(
  client: ClientBase,
  { s3, partBytes = PART_BYTES, signal, progress }: Exporting,
  { missing, total }: Sending,
): Promise<void> {
  let open: { readonly name: string; readonly body: PassThrough; readonly done: Promise<void> } | null = null;

  async function close(): Promise<void> {
    const closing = open;
    open = null;
    closing?.body.end();
    await closing?.done;
  }
  async function take({ type, part, bytes }: FilePiece): Promise<void> {
    const name = `${type} ${part}`;
    if (open?.name !== name) {
      await close();
      const place = missing.get(name);
      if (place === undefined) return;
      const body = new PassThrough({ highWaterMark: 1024 * 1024 });
      const done = s3.upload(place, body, { type: 'text/csv', signal });
      done.catch(() => undefined);
      open = { name, body, done };
    }
    if (!open.body.write(bytes)) await Promise.race([once(open.body, 'drain'), open.done]);
  }

  // Pieces wait for one another, because one that comes while a file closes must not overtake it.
  let last: Promise<void> = Promise.resolve();
  try {
    await readFiles(client, {
      ...{ partBytes, signal },
      onEvents: (events) => progress(0.5 + (0.5 * events) / total, WRITING),
      onPiece: (piece) => {
        last = last.then(() => take(piece));
        return last;
      },
    });
    await close();
  } catch (error) {
    await abandon(open);
    throw error;
  }
}

/** Ends an upload that is not to be finished: S3 keeps nothing of it. */
async function abandon(open: { readonly body: PassThrough; readonly done: Promise<void> } | null): Promise<void> {
  open?.body.destroy(new Error('The export was given up.'));
  await open?.done.catch(() => undefined);
}
