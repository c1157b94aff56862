import type { Readable } from 'node:stream';
import { parseS3Url, s3Url } from '../core/aws/s3-url';
import { dialectOf } from '../core/csv-dialect';
import { csvReader } from '../core/csv-reader';
import { badInput } from '../core/errors';
import { EventStatus } from '../core/event';
import type { FileRow, RowReader } from '../core/file-row';
import { type InteractionNames, type InteractionReader, type InteractionShape, interactionReader } from '../core/interaction-file';
import { textReader } from '../core/text-encoding';
import type { S3 } from '../engine/aws/s3';
import type { Tracker } from './track';
import { isGzipFault, unpacked } from './unpack';

/** What is wrong with one row. */
interface RowFault {
  readonly row: number;
  readonly field: string;
  readonly message: string;
}

/** What a file of interactions came to; every row is counted once. */
export interface ImportedInteractions {
  readonly shape: InteractionShape;
  readonly rows: number;
  readonly accepted: number;
  /** Rows that were here before. */
  readonly duplicates: number;
  /** Rows that say nothing: nothing of the title was watched. */
  readonly silent: number;
  readonly bad: number;
  /** The first of the bad rows, in their order. */
  readonly problems: readonly RowFault[];
}

interface Importing {
  readonly s3: S3;
  readonly tracker: Tracker;
  /** `s3://bucket/key`, packed by gzip where it ends in `.gz`. */
  readonly url: string;
  readonly names: InteractionNames;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number, doing: string) => Promise<void> | void;
}

/** Neither a person's id nor a number under 0, which keys, operators and queues have. */
const IMPORT_OWNER = 0;
const BATCH = 1_000;
const MOST_PROBLEMS = 1_000;

/**
 * Takes the rows of a CSV in S3 in as events, by the same intake as all others, a thousand at a time: a bad row harms no other, and what was
 * taken in stays where it is stopped; the file again adds only what is missing. People are made on first sight, titles must be there. Throws
 * BAD_INPUT where its columns fit no shape, and what S3 throws.
 */
export async function importInteractions({ s3, tracker, url, names, signal, progress }: Importing): Promise<ImportedInteractions> {
  const place = parseS3Url(url, 's3Url');
  const { bytes, body } = await s3.read(place);
  const counts = { rows: 0, accepted: 0, duplicates: 0, silent: 0, bad: 0 };
  const problems: RowFault[] = [];
  const fault = (problem: RowFault): void => {
    counts.bad += 1;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  let reader: InteractionReader | null = null;

  async function take(columns: readonly string[], rows: readonly FileRow[]): Promise<void> {
    reader ??= interactionReader(columns, names);
    const events: { readonly row: number; readonly event: unknown }[] = [];
    for (const { line: row, cells, fault: unread } of rows) {
      counts.rows += 1;
      const outcome = unread === null ? reader.read(cells) : { field: 'row', message: unread };
      if ('event' in outcome) events.push({ row, event: outcome.event });
      else if ('nothing' in outcome) counts.silent += 1;
      else fault({ row, ...outcome });
    }
    for (let at = 0; at < events.length; at += BATCH) {
      signal.throwIfAborted();
      const batch = events.slice(at, at + BATCH);
      const asked = { owner: IMPORT_OWNER, subject: null, mayNameUsers: true, sentAt: null, addressHash: null };
      const results = await tracker.track({ ...asked, events: batch.map(({ event }) => event) });
      for (const [index, { status, field, message }] of results.entries()) {
        if (status === EventStatus.ACCEPTED) counts.accepted += 1;
        else if (status === EventStatus.DUPLICATE) counts.duplicates += 1;
        else fault({ row: batch[index]?.row ?? 0, field: field ?? 'row', message: message ?? 'It was refused.' });
      }
    }
  }

  let read = 0;
  const onRead = (sofar: number): void => {
    read = sofar;
  };
  try {
    for await (const { columns, rows } of rowsIn(unpacked(body, { packed: /\.gz$/i.test(place.key), onRead }))) {
      signal.throwIfAborted();
      await take(columns, rows);
      await progress(bytes === 0 ? 1 : Math.min(1, read / bytes), `Reading ${s3Url(place)}`);
    }
  } catch (error) {
    throw isGzipFault(error) ? badInput('s3Url', `${s3Url(place)} is not what gzip writes.`, 'a file that was packed by gzip') : error;
  } finally {
    body.destroy();
  }
  if (reader === null) throw badInput('s3Url', `${s3Url(place)} has no rows.`, 'a CSV with a header');
  problems.sort((a, b) => a.row - b.row);
  return { shape: (reader as InteractionReader).shape, ...counts, problems };
}

const LOOKED_AT = 64 * 1024;

/** The rows of a CSV in UTF-8 with a header. */
async function* rowsIn(body: Readable): AsyncGenerator<{ readonly columns: readonly string[]; readonly rows: readonly FileRow[] }> {
  const text = textReader('utf-8');
  let beginning = '';
  let csv: RowReader | null = null;
  for await (const piece of body) {
    const read = text.push(piece as Buffer);
    if (csv === null) beginning += read;
    if (csv === null && beginning.length < LOOKED_AT) continue;
    const fresh = csv === null ? beginning : read;
    csv ??= csvReader({ ...dialectOf(beginning), header: true });
    const rows = csv.push(fresh);
    yield { columns: csv.columns, rows };
  }
  const last = `${csv === null ? beginning : ''}${text.end()}`;
  csv ??= csvReader({ ...dialectOf(last), header: true });
  const rows = [...csv.push(last), ...csv.end()];
  if (csv.columns.length > 0 || rows.length > 0) yield { columns: csv.columns, rows };
}
