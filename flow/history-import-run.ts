import { AppError } from '../core/errors';
import { historyFileIn } from '../core/history/archive';
import { type DateOrder, dateOrderOf, isDate } from '../core/history/day';
import { type HistoryFile, historyIn } from '../core/history/file';
import { fatesOf, isWatched, withoutHeld } from '../core/history/row-fate';
import { historyText } from '../core/history/text';
import {
  type HistoryCounts,
  HistoryFormat,
  type HistoryImport,
  HistoryImportState,
  type HistoryProfile,
  HistoryQuestion,
} from '../core/history-import';
import { CauseKind } from '../core/notice';
import { unhurried } from '../engine/local/unhurried';
import type { Db } from '../store/database';
import { changeHistoryImport, historyImportById, holdHistory } from '../store/history-imports';
import { countFates, heldOccurrences, historyCorrections, saveHistoryRows } from '../store/history-rows';
import { deleteUpload, readUpload, uploadById } from '../store/uploads';
import { matchTexts } from './history-match';
import { recount, withEvent } from './history-recount';

interface Running {
  readonly importId: number;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Told after every step, from 0 to 1, with what is being done. */
  readonly progress: (fraction: number, doing: string) => Promise<void> | void;
}

const MOST_ROWS = 300_000;
const LINE_FEED = 10;
const MOST_SAMPLES = 5;
const LONGEST_SAMPLE = 40;
const LOOKING = 'Looking for titles';
/** Reading takes about so much of the time, looking for titles so much, the rows and what follows from them the rest. */
const [READ, MATCHED, KEPT] = [0.1, 0.5, 0.25];

/**
 * Makes a person's past of a file, all at once at the end: whatever happens before, nothing of it counts, and another run begins anew. Where
 * the file leaves something open it asks and stops. Answers what became of the rows; null where there is nothing to do.
 */
export async function runHistoryImport(db: Db, { importId, now, signal, progress }: Running): Promise<HistoryCounts | null> {
  const imported = await historyImportById(db, importId);
  if (imported === null || imported.state === HistoryImportState.ASKING || imported.finishedAt !== null) return imported?.counts ?? null;
  await progress(0.02, 'Reading the file');
  const read = await fileOf(db, imported);
  if ('fault' in read) return fail(db, imported, { fault: read.fault, now });
  const chosen = choose(read.file, imported, now);
  const format = HistoryFormat[read.file.kind];
  if ('question' in chosen) {
    await changeHistoryImport(db, importId, { state: HistoryImportState.ASKING, format, ...chosen });
    return null;
  }
  if (chosen.order === null) return fail(db, imported, { fault: NO_HISTORY, now });
  await changeHistoryImport(db, importId, {
    state: HistoryImportState.PLACING,
    format,
    profile: chosen.profile,
    profiles: chosen.profiles,
  });
  signal.throwIfAborted();
  await progress(READ, LOOKING);
  const watched = read.file.rows.filter((row) => isWatched(row, chosen.profile));
  // A run that was taken over hears it from the next step.
  const told = (done: number): void => void Promise.resolve(progress(READ + MATCHED * done, LOOKING)).catch(() => undefined);
  const places = await matchTexts(db, [...new Set(watched.map(({ text }) => text))], { signal, progress: told });
  await progress(READ + MATCHED, 'Keeping the rows');
  return apply(db, { imported, file: read.file, profile: chosen.profile, order: chosen.order, places, now, signal, progress });
}

type Read = { readonly file: HistoryFile } | { readonly fault: string };

async function fileOf(db: Db, { uploadId }: HistoryImport): Promise<Read> {
  if (uploadId === null || (await uploadById(db, uploadId)) === null)
    return { fault: 'The file is not here any more: it is kept for a day. Send it again.' };
  const pieces: Buffer[] = [];
  for await (const piece of readUpload(db, uploadId)) pieces.push(piece);
  const bytes = await unhurried(historyFileIn(Buffer.concat(pieces))).catch(refused);
  if (typeof bytes === 'string') return { fault: bytes };
  let lines = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  if (lines > MOST_ROWS) return { fault: `The file has ${lines} lines; at most ${MOST_ROWS} are taken. Send it in parts.` };
  return { file: await unhurried(historyIn(historyText(bytes))) };
}

/** What to tell of an archive that is not read. */
function refused(error: unknown): string {
  if (error instanceof AppError) return `${error.message} Send ${error.expected}.`;
  throw error;
}

const NO_HISTORY = 'No row has a date: this is no viewing history. Send the CSV that your service lets you download, as it is.';

type Choice =
  | { readonly question: HistoryQuestion; readonly profiles: readonly HistoryProfile[]; readonly dateSamples: readonly string[] }
  | { readonly profile: string | null; readonly profiles: readonly HistoryProfile[]; readonly order: DateOrder | null };

/** What holds for all rows of a file, or what must be asked first; the order of dates is null where there is none. */
function choose(file: HistoryFile, { profile, dateOrder }: HistoryImport, now: Date): Choice {
  const counts = new Map<string, number>(file.profiles.map((name) => [name, 0]));
  for (const row of file.rows) if (row.profile) counts.set(row.profile, (counts.get(row.profile) ?? 0) + 1);
  const profiles = [...counts].map(([name, rows]) => ({ name, rows }));
  const own = profiles.find(({ name }) => name === profile)?.name ?? (profiles.length === 1 ? profiles[0]?.name : undefined);
  if (own === undefined && profiles.length > 1) return { question: HistoryQuestion.PROFILE, profiles, dateSamples: [] };
  const dates = file.rows.map(({ date }) => date);
  const order = dateOrder ?? dateOrderOf(dates, now);
  const open = order === null ? [...new Set(dates.filter(isDate))].slice(0, MOST_SAMPLES) : [];
  if (open.length > 0)
    return { question: HistoryQuestion.DATE_ORDER, profiles, dateSamples: open.map((date) => date.slice(0, LONGEST_SAMPLE)) };
  return { profile: own ?? null, profiles, order };
}

async function fail(
  db: Db,
  { id, uploadId }: HistoryImport,
  { fault, now }: { readonly fault: string; readonly now: Date },
): Promise<null> {
  await db.transaction(async (db) => {
    await changeHistoryImport(db, id, { state: HistoryImportState.FAILED, error: fault, uploadId: null, finishedAt: now });
    if (uploadId !== null) await deleteUpload(db, uploadId);
  });
  return null;
}

interface Applying {
  readonly imported: HistoryImport;
  readonly file: HistoryFile;
  readonly profile: string | null;
  readonly order: DateOrder;
  readonly places: Awaited<ReturnType<typeof matchTexts>>;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly progress: Running['progress'];
}

/** Writes rows and events in one transaction; null where the import was deleted or merged away meanwhile. */
async function apply(db: Db, { imported, signal, now, progress, ...placing }: Applying): Promise<HistoryCounts | null> {
  const { id, userId } = imported;
  return db.transaction(async (db) => {
    await holdHistory(db, userId);
    const standing = await historyImportById(db, id);
    if (standing === null || standing.finishedAt !== null) return standing?.counts ?? null;
    if (standing.userId !== userId) throw new Error('The person was merged while their file was read; the next try finds where they went.');
    const fates = await unhurried(fatesOf({ importId: id, now, corrections: await historyCorrections(db, userId), ...placing }));
    const rows = (await unhurried(withoutHeld(fates, await heldOccurrences(db, userId)))).map(withEvent);
    await saveHistoryRows(db, userId, rows);
    await progress(READ + MATCHED + KEPT, 'Counting what was watched');
    signal.throwIfAborted();
    await recount(db, { userId, rows, goneTitleIds: [], cause: CauseKind.IMPORT });
    signal.throwIfAborted();
    const counts = await countFates(db, id);
    await changeHistoryImport(db, id, {
      state: HistoryImportState.DONE,
      dateOrder: placing.order,
      counts,
      uploadId: null,
      dateSamples: [],
      finishedAt: now,
    });
    if (imported.uploadId !== null) await deleteUpload(db, imported.uploadId);
    return counts;
  });
}
