import type { Actor } from '../core/audit';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { type Import, type ImportFormat, ImportState } from '../core/import';
import { checkMapping, checkOptions } from '../core/import-check';
import type { ColumnMapping } from '../core/import-columns';
import type { ImportOptions } from '../core/import-draft';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { beginImport, beginUndo, deleteImport, importById, keepDraft } from '../store/imports';
import { enqueue } from '../store/queue';
import { deleteUploads, holdUploads } from '../store/uploads';
import { filesOf } from './import-files';
import { previewImport } from './import-preview';

/** What somebody wants imported, or checked. */
export interface AskedImport {
  readonly actor: Actor;
  readonly uploadIds: readonly number[];
  readonly format: ImportFormat | null;
  readonly mapping: readonly ColumnMapping[];
  readonly options: Partial<ImportOptions>;
  readonly dryRun: boolean;
}

const WORKING: ReadonlySet<ImportState> = new Set([ImportState.CHECKING, ImportState.RUNNING, ImportState.UNDOING]);

/** Hands files to a job that imports them, or checks what an import would do. Throws BAD_INPUT that names the field, and CONFLICT while they are at work or done. */
export async function importCatalogue(db: Db, { actor, uploadIds, format, mapping, options, dryRun }: AskedImport): Promise<Import> {
  const files = await filesOf(db, actor, uploadIds);
  const preview = await previewImport(db, { actor, files, format, mapping, options });
  const chosen = {
    mapping: checkMapping(
      mapping,
      preview.columns.map(({ column }) => column),
    ),
    options: checkOptions({ ...preview.options, ...options }),
  };
  return db.transaction(async (db) => {
    const columns = preview.columns.map(({ column }) => column);
    const id = await keepDraft(db, { actor, format: preview.format, files, columns, ...chosen });
    await db.query('select 1 from imports where id = $1 for update', [id]);
    const standing = await importById(db, id);
    if (standing !== null && WORKING.has(standing.state)) throw conflict('The files are at work already.', 'files that nothing works with');
    const jobId = await enqueue(db, 'import-catalogue', { importId: id });
    await beginImport(db, { id, jobId, dryRun, ...chosen });
    if (!dryRun) {
      await holdUploads(db, uploadIds);
      const after = { files: files.map(({ name }) => name), options: chosen.options };
      await writeAudit(db, { actor, action: 'import.start', entity: 'import', entityId: String(id), before: null, after });
    }
    return standingImport(db, id);
  });
}

/** Hands the undoing of an import to a job. Throws NOT_FOUND, and CONFLICT where there is nothing to undo. */
export async function undoImport(db: Db, { actor, id }: { readonly actor: Actor; readonly id: number }): Promise<Import> {
  return db.transaction(async (db) => {
    const [found] = await db.query<unknown[]>('select 1 from imports where id = $1 for update', [id]);
    const standing = found === undefined ? null : await importById(db, id);
    if (standing === null) throw notFound('id', 'import');
    if (standing.state !== ImportState.DONE || standing.changeSetId === null)
      throw conflict(`The import is ${standing.state}.`, 'an import that is done and was not undone');
    await beginUndo(db, id, await enqueue(db, 'undo-change-set', { actor, id: standing.changeSetId }));
    await writeAudit(db, { actor, action: 'import.undo', entity: 'import', entityId: String(id), before: null, after: null });
    return standingImport(db, id);
  });
}

/** Forgets an import that changed nothing, with its files. Throws NOT_FOUND, and CONFLICT for one that is at work or done. */
export async function discardImport(db: Db, { id, actor }: { readonly id: number; readonly actor: Actor }): Promise<void> {
  await db.transaction(async (db) => {
    const [found] = await db.query<unknown[]>('select 1 from imports where id = $1 for update', [id]);
    const standing = found === undefined ? null : await importById(db, id);
    if (standing === null) throw notFound('id', 'import');
    if (standing.changeSetId !== null || WORKING.has(standing.state))
      throw conflict(`The import is ${standing.state}.`, 'an import that changed nothing');
    await deleteUploads(
      db,
      standing.files.map(({ uploadId }) => uploadId),
    );
    await deleteImport(db, id);
    await writeAudit(db, {
      actor,
      action: 'import.discard',
      entity: 'import',
      entityId: String(id),
      before: { files: standing.files.map(({ name }) => name) },
      after: null,
    });
  });
}

async function standingImport(db: Db, id: number): Promise<Import> {
  const standing = await importById(db, id);
  if (standing === null) throw new Error(`Import ${id} was just changed and is not there.`);
  return standing;
}

function conflict(message: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, message, { field: 'id', expected });
}
