import { dialectOf } from '../core/csv-dialect';
import { csvReader } from '../core/csv-reader';
import type { FileRow } from '../core/file-row';
import { type ImportFile, ImportFormat } from '../core/import';
import { fileNamed, filmFacts, MOVIELENS_COLUMNS } from '../core/movielens-folder';
import type { Db } from '../store/database';
import type { Source } from './import-source';
import { encodingOf, textOf } from './import-text';

interface Folder {
  readonly files: readonly ImportFile[];
  readonly main: ImportFile;
  readonly whole: boolean;
}

/** As all files of MovieLens are written. */
const DIALECT = { ...dialectOf(''), header: true };
/** What is read before the films, as a part of the whole. */
const FACTS_SHARE = 0.5;

/** The films of a MovieLens folder, each with its links, tags and mean rating; a first look leaves tags and ratings out. */
export async function openMovieLens(db: Db, { files, main, whole }: Folder): Promise<Source> {
  const encoding = await encodingOf(db, main.uploadId);
  return {
    ...{ format: ImportFormat.MOVIELENS, file: main.name, encoding, dialect: DIALECT },
    columns: () => MOVIELENS_COLUMNS,
    batches: () => films(db, { files, main, whole }),
  };
}

async function* films(
  db: Db,
  { files, main, whole }: Folder,
): AsyncGenerator<{ readonly rows: readonly FileRow[]; readonly done: number }> {
  const facts = filmFacts();
  const parts = [
    ['links.csv', facts.link] as const,
    ...(whole ? [['tags.csv', facts.tag] as const, ['ratings.csv', facts.rate] as const] : []),
  ];
  for (const [index, [name, take]] of parts.entries()) {
    const file = fileNamed(files, name);
    if (file === null) continue;
    for await (const { rows, done } of rowsIn(db, file)) {
      for (const { cells, fault } of rows) if (fault === null) take(cells);
      yield { rows: [], done: (FACTS_SHARE * (index + done)) / parts.length };
    }
  }
  for await (const { rows, done } of rowsIn(db, main))
    yield {
      rows: rows.map((row) => (row.fault === null ? { ...row, cells: facts.withFacts(row.cells) } : row)),
      done: FACTS_SHARE + (1 - FACTS_SHARE) * done,
    };
}

/** The rows of one file of the folder. */
export async function* rowsIn(db: Db, file: ImportFile): AsyncGenerator<{ readonly rows: readonly FileRow[]; readonly done: number }> {
  const reader = csvReader(DIALECT);
  for await (const { text, bytes } of textOf(db, file.uploadId, await encodingOf(db, file.uploadId)))
    yield { rows: reader.push(text), done: bytes / file.bytes };
  yield { rows: reader.end(), done: 1 };
}
