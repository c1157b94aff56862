import type { Actor } from './audit';

/** How the rows of an import are written. */
export enum ImportFormat {
  CSV = 'CSV',
  JSON_LINES = 'JSON_LINES',
  /** The folder of a MovieLens data set: movies.csv with links.csv, tags.csv and ratings.csv beside it. */
  MOVIELENS = 'MOVIELENS',
}

export enum ImportState {
  /** Its files are here; nobody has said yet what its columns are. */
  DRAFT = 'DRAFT',
  /** A dry run waits or runs. */
  CHECKING = 'CHECKING',
  /** A dry run has told what would be done. */
  CHECKED = 'CHECKED',
  /** It waits or runs. */
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
  UNDONE = 'UNDONE',
}

/** What becomes of a title that is in the catalogue already. */
export enum OnExisting {
  UPDATE = 'UPDATE',
  SKIP = 'SKIP',
}

/** A file that an import reads. */
export interface ImportFile {
  readonly uploadId: number;
  readonly name: string;
  readonly bytes: number;
}

/** What became of the rows of an import, or would: every row is counted once. */
export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly bad: number;
}

/** What is wrong with a field of a row; `row` is the line of the file on which it begins, from 1. */
export interface RowProblem {
  readonly number: number;
  readonly file: string;
  readonly row: number;
  readonly field: string;
  readonly message: string;
  /** The row as it stood in the file; null where another problem of the row has it. */
  readonly cells: readonly string[] | null;
}

/** Who owns an import. */
export type ImportOwner = Actor;
