import type { Actor } from '../core/audit';
import type { FileRow } from '../core/file-row';
import { type ImportFile, ImportFormat } from '../core/import';
import { DEFAULT_OPTIONS } from '../core/import-check';
import type { ColumnMapping } from '../core/import-columns';
import { type ImportOptions, rowDrafter } from '../core/import-draft';
import { type GuessedColumn, guessColumns, guessKind, mappingOf } from '../core/import-guess';
import { MOVIELENS_MAPPING } from '../core/movielens-folder';
import type { TextEncoding } from '../core/text-encoding';
import type { ImportDraft } from '../core/title-draft';
import type { Db } from '../store/database';
import { keepDraft } from '../store/imports';
import { openSource, type Source } from './import-source';

/** A row as it would become a title, or what is wrong with it. */
export interface PreviewedRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly draft: ImportDraft | null;
  readonly problems: readonly { readonly column: string; readonly message: string }[];
}

/** Files as they look at first sight. */
export interface ImportPreview {
  readonly importId: number;
  readonly format: ImportFormat;
  readonly encoding: TextEncoding;
  /** Null where it is no CSV. */
  readonly delimiter: string | null;
  readonly header: boolean;
  readonly columns: readonly GuessedColumn[];
  readonly mapping: readonly ColumnMapping[];
  readonly options: ImportOptions;
  readonly rows: readonly PreviewedRow[];
}

interface Looking {
  readonly actor: Actor;
  readonly files: readonly ImportFile[];
  readonly format: ImportFormat | null;
  /** What columns are said to be; null: as they seem. */
  readonly mapping: readonly ColumnMapping[] | null;
  readonly options: Partial<ImportOptions>;
}

const LOOKED_AT = 300;
const SHOWN = 20;

/** Looks at the first rows of files: what their columns seem to be, and what titles they would become. Keeps that as a draft to come back to. */
export async function previewImport(db: Db, { actor, files, format, mapping, options }: Looking): Promise<ImportPreview> {
  const source = await openSource(db, { files, format, whole: false });
  const rows = await firstRows(source);
  const guessed = guessOf(source, rows);
  const chosen = mapping ?? mappingOf(guessed);
  const all = { ...DEFAULT_OPTIONS, kind: guessKind(guessed), ...options };
  const columns = source.columns();
  const draftOf = rowDrafter(chosen, all, (column) => columns.indexOf(column));
  const previewed = rows.slice(0, SHOWN).map((row) => rowOf(row, draftOf));
  const importId = await keepDraft(db, { actor, format: source.format, files, columns, mapping: chosen, options: all });
  const { encoding, dialect } = source;
  const written = { format: source.format, encoding, delimiter: dialect?.delimiter ?? null, header: dialect?.header ?? true };
  return { importId, ...written, columns: guessed, mapping: chosen, options: all, rows: previewed };
}

async function firstRows(source: Source): Promise<readonly FileRow[]> {
  const first: FileRow[] = [];
  for await (const { rows } of source.batches()) {
    first.push(...rows.slice(0, LOOKED_AT - first.length));
    if (first.length >= LOOKED_AT) break;
  }
  return first;
}

function guessOf(source: Source, rows: readonly FileRow[]): readonly GuessedColumn[] {
  const guessed = guessColumns(
    source.columns(),
    rows.filter(({ fault }) => fault === null).map(({ cells }) => cells),
  );
  if (source.format !== ImportFormat.MOVIELENS) return guessed;
  const known = new Map(MOVIELENS_MAPPING.map((column) => [column.column, column]));
  return guessed.map((column) => ({
    ...column,
    confidence: 1,
    field: known.get(column.column)?.field ?? null,
    source: known.get(column.column)?.source ?? null,
  }));
}

function rowOf({ line, cells, fault }: FileRow, draftOf: ReturnType<typeof rowDrafter>): PreviewedRow {
  const shown = cells.map((cell) => (typeof cell === 'string' ? cell : cell.join('|')).slice(0, 300));
  if (fault !== null) return { row: line, cells: shown, draft: null, problems: [{ column: 'row', message: fault }] };
  const drafted = draftOf(cells);
  if ('draft' in drafted) return { row: line, cells: shown, draft: drafted.draft, problems: [] };
  return { row: line, cells: shown, draft: null, problems: drafted.problems };
}
