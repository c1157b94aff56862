import type { Actor } from './audit';
import type { KeptTitle } from './change-set';
import type { ColumnMapping } from './import-columns';
import type { ImportOptions } from './import-draft';

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
  UNDOING = 'UNDOING',
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

/** A title that an import makes or changes, to look at: of a changed one, which fields. */
export interface ImportSample {
  readonly row: number;
  readonly outcome: 'CREATED' | 'UPDATED';
  readonly name: string;
  /** Null in a dry run for what is not there yet. */
  readonly titleId: number | null;
  readonly fields: readonly string[];
}

/** How an import was undone: titles that were changed since stay as they are. */
export interface ImportUndone {
  readonly at: string;
  readonly by: Actor;
  /** Null once the job that did it is forgotten, a month later. */
  readonly restored: number | null;
  readonly keptCount: number | null;
  /** The first thousand. */
  readonly kept: readonly KeptTitle[];
}

/** Files that become titles, from the first look at them to their undoing. */
export interface Import {
  readonly id: number;
  readonly actor: Actor;
  readonly state: ImportState;
  readonly format: ImportFormat;
  readonly files: readonly ImportFile[];
  readonly columns: readonly string[];
  readonly mapping: readonly ColumnMapping[];
  readonly options: ImportOptions;
  /** Whether it was last asked what would be done, not to do it. */
  readonly dryRun: boolean;
  readonly counts: ImportCounts | null;
  readonly samples: readonly ImportSample[];
  readonly jobId: number | null;
  readonly undoJobId: number | null;
  readonly changeSetId: number | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly undone: ImportUndone | null;
  /** Why its job failed. */
  readonly error: string | null;
}
