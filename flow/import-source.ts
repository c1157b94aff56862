import { type CsvDialect, dialectOf } from '../core/csv-dialect';
import { csvReader } from '../core/csv-reader';
import type { FileRow, RowReader } from '../core/file-row';
import { type ImportFile, ImportFormat } from '../core/import';
import { jsonLinesReader } from '../core/json-lines';
import { fileNamed, isMovieLens } from '../core/movielens-folder';
import type { TextEncoding } from '../core/text-encoding';
import type { Db } from '../store/database';
import { readUpload } from '../store/uploads';
import { openMovieLens } from './import-movielens';
import { encodingOf, textOf } from './import-text';

/** Files as rows, whatever their format. */
export interface Source {
  readonly format: ImportFormat;
  /** The file that the rows stand in. */
  readonly file: string;
  readonly encoding: TextEncoding;
  /** Null where it is no CSV. */
  readonly dialect: CsvDialect | null;
  /** The columns as far as they are known. */
  columns(): readonly string[];
  /** The rows, with how much of the file has been read, from 0 to 1. */
  batches(): AsyncIterable<{ readonly rows: readonly FileRow[]; readonly done: number }>;
}

interface Opening {
  readonly files: readonly ImportFile[];
  readonly format: ImportFormat | null;
  /** False for a look at the first rows: what belongs to them in other files is left out where it would take long. */
  readonly whole: boolean;
}

const LOOKED_AT = 64 * 1024;

/** Opens files to read rows from; the format is guessed where none is named. Throws where the bytes are not there. */
export async function openSource(db: Db, { files, format, whole }: Opening): Promise<Source> {
  const found = format ?? (await formatOf(db, files));
  const main = (found === ImportFormat.MOVIELENS ? fileNamed(files, 'movies.csv') : files[0]) ?? null;
  if (main === null) throw new Error('An import needs a file.');
  if (found === ImportFormat.MOVIELENS) return openMovieLens(db, { files, main, whole });
  const encoding = await encodingOf(db, main.uploadId);
  const dialect = found === ImportFormat.CSV ? dialectOf(await beginningOf(db, main, encoding)) : null;
  const reader = dialect === null ? jsonLinesReader() : csvReader(dialect);
  return {
    ...{ format: found, file: main.name, encoding, dialect },
    columns: () => reader.columns,
    batches: () => rowsOf(db, { file: main, encoding, reader }),
  };
}

/** The rows of one file. */
export async function* rowsOf(
  db: Db,
  { file, encoding, reader }: { readonly file: ImportFile; readonly encoding: TextEncoding; readonly reader: RowReader },
): AsyncGenerator<{ readonly rows: readonly FileRow[]; readonly done: number }> {
  for await (const { text, bytes } of textOf(db, file.uploadId, encoding)) yield { rows: reader.push(text), done: bytes / file.bytes };
  yield { rows: reader.end(), done: 1 };
}

async function formatOf(db: Db, files: readonly ImportFile[]): Promise<ImportFormat> {
  if (isMovieLens(files)) return ImportFormat.MOVIELENS;
  const [file] = files;
  if (file === undefined) return ImportFormat.CSV;
  if (/\.(jsonl|ndjson|json)$/i.test(file.name)) return ImportFormat.JSON_LINES;
  const text = await beginningOf(db, file, await encodingOf(db, file.uploadId));
  return /^\s*[[{]/.test(text) ? ImportFormat.JSON_LINES : ImportFormat.CSV;
}

async function beginningOf(db: Db, file: ImportFile, encoding: TextEncoding): Promise<string> {
  for await (const bytes of readUpload(db, file.uploadId))
    return new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED_AT)).replaceAll('\u0000', '');
  return '';
}
