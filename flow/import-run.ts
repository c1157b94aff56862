import { randomUUID } from 'node:crypto';
import { AppError, ErrorCode } from '../core/errors';
import { type ImportCounts, ImportFormat } from '../core/import';
import { fileNamed } from '../core/movielens-folder';
import type { Db } from '../store/database';
import { importById } from '../store/imports';
import { writeRatings } from '../store/rating-history';
import { deleteUploads, uploadById } from '../store/uploads';
import { applyImport } from './import-apply';
import { rowsIn } from './import-movielens';
import { stageImport } from './import-stage';

interface Running {
  readonly importId: number;
  readonly runId: number;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Told after every batch, from 0 to 1, with what is being done. */
  readonly progress: (fraction: number, doing: string) => Promise<void> | void;
}

/** Reading takes about so much of the time, writing the rest. */
const READING = 0.35;

/** Runs an import, or its dry run, from the first row to the last. Throws NOT_FOUND where it or its files are gone. */
export async function runImport(db: Db, { importId, runId, now, signal, progress }: Running): Promise<ImportCounts | null> {
  const imported = await importById(db, importId);
  if (imported === null) throw new AppError(ErrorCode.NOT_FOUND, 'The import is gone.');
  if (imported.changeSetId !== null) return imported.counts;
  for (const { uploadId, name } of imported.files)
    if ((await uploadById(db, uploadId)) === null)
      throw new AppError(ErrorCode.NOT_FOUND, `The file ${name} is not here any more: send it again.`);
  const attempt = randomUUID();
  const staged = await stageImport(db, {
    imported,
    importId,
    attempt,
    signal,
    progress: (done) => progress(READING * done, 'Reading rows'),
  });
  const doing = imported.dryRun ? 'Comparing with the catalogue' : 'Writing titles';
  const counts = await applyImport(db, {
    ...{ imported, importId, attempt, staged, runId, now, signal },
    also: (db) => (imported.options.ratings ? importRatings(db, { imported, now, signal }) : Promise.resolve()),
    progress: (done) => progress(READING + (1 - READING) * 0.98 * done, doing),
  });
  if (!imported.dryRun)
    await deleteUploads(
      db,
      imported.files.map(({ uploadId }) => uploadId),
    );
  return counts ?? (await importById(db, importId))?.counts ?? null;
}

const BATCH = 10_000;

/** Ratings of a MovieLens folder become the past of people `movielens:N`. */
async function importRatings(
  db: Db,
  {
    imported,
    now,
    signal,
  }: { imported: Pick<NonNullable<Awaited<ReturnType<typeof importById>>>, 'format' | 'files'>; now: Date; signal: AbortSignal },
): Promise<void> {
  const file = imported.format === ImportFormat.MOVIELENS ? fileNamed(imported.files, 'ratings.csv') : null;
  if (file === null) return;
  // Titles that were just made have no statistics: without them each batch would read tables from end to end.
  await db.query('analyze users, external_ids, titles');
  let batch: { userId: string; movieId: string; value: number; at: number }[] = [];
  for await (const { rows } of rowsIn(db, file)) {
    for (const { cells, fault } of rows) {
      const [userId = '', movieId = '', value, at] = cells.map(String);
      const rating = { userId, movieId, value: Number(value), at: Number(at) };
      const fits = fault === null && /^\d{1,12}$/.test(userId) && rating.value >= 0.5 && rating.value <= 5 && rating.at > 0;
      if (fits) batch.push(rating);
    }
    if (batch.length < BATCH) continue;
    signal.throwIfAborted();
    await writeRatings(db, batch, now);
    batch = [];
  }
  if (batch.length > 0) await writeRatings(db, batch, now);
}
