import { badInput, notFound } from '../core/errors';
import { RowFate } from '../core/history/place';
import { corrected, unleft } from '../core/history/row-fate';
import { type HistoryImport, HistoryImportState, type PlacedRow } from '../core/history-import';
import { CauseKind } from '../core/notice';
import { isText } from '../core/text';
import type { Db } from '../store/database';
import { changeHistoryImport, deleteHistoryRows, holdHistory } from '../store/history-imports';
import { countFates, historyRowsOf, removeImportedEvents, saveCorrection, saveHistoryRows } from '../store/history-rows';
import { titlesByIds } from '../store/titles';
import { deleteUpload } from '../store/uploads';
import { auditHistory, conflict, type HistoryActing, requireImport, standing } from './history-import';
import { recount, withEvent } from './history-recount';

/** What a person says that a row means. */
export interface Correction {
  readonly importId: number;
  readonly number: number;
  /** Null: none of the titles here. */
  readonly titleId: number | null;
  /** All rows of the same name, now and in the next import. */
  readonly alike: boolean;
}

/**
 * Says what a row means: its event goes and one of the new title comes. Throws NOT_FOUND on what is not there or not this person's, and
 * CONFLICT for an import that is not done and for a row that was dropped.
 */
export async function correctRow(db: Db, acting: HistoryActing, { importId, number, titleId, alike }: Correction): Promise<HistoryImport> {
  return db.transaction(async (db) => {
    const { userId, now } = acting;
    await requireDone(db, userId, importId);
    const [row] = Number.isInteger(number) ? await historyRowsOf(db, importId, { numbers: [number] }) : [];
    if (row === undefined) throw notFound('input.number', 'row of this import');
    if (row.fate === RowFate.DROPPED) throw conflict('input.number', `The row was dropped: ${row.reason}.`, 'a row that was not dropped');
    if (titleId !== null && (await titlesByIds(db, [titleId])).length === 0) throw notFound('input.titleId', 'title');
    const alikes = alike ? await historyRowsOf(db, importId, { name: row.name }) : [];
    // What was left out stays out, but for the row itself that somebody named.
    const others = alikes.filter((each) => each.number !== number && each.fate !== RowFate.DROPPED && each.fate !== RowFate.LEFT_OUT);
    const told = [row, ...others].map((each) => ({
      ...each,
      ...corrected(UNTOLD, titleId),
      candidates: titleId === null ? [] : each.candidates,
    }));
    await change(db, acting, { importId, before: [row, ...others], after: told, cause: CauseKind.IMPORT });
    if (alike) await saveCorrection(db, { userId, name: row.name, titleId, now });
    await auditHistory(db, acting, 'history.correct', { rows: told.length });
    return standing(db, userId, importId);
  });
}

const UNTOLD = { fate: RowFate.UNKNOWN, titleId: null, score: 0, candidates: [] } as const;

/** Which rows are not to count, or are to count again. */
export interface LeftOut {
  readonly importId: number;
  readonly numbers: readonly number[] | null;
  readonly name: string | null;
  readonly leftOut: boolean;
}

const MOST_NUMBERS = 1_000;
const LONGEST_NAME = 1_000;

/**
 * Leaves rows out, or lets them count again; rows that were dropped stay so. Throws BAD_INPUT where no rows are named or too many, NOT_FOUND
 * for an import that is none of this person's and for rows that it does not have, CONFLICT for one that is not done.
 */
export async function leaveOutRows(db: Db, acting: HistoryActing, { importId, numbers, name, leftOut }: LeftOut): Promise<HistoryImport> {
  if ((numbers === null) === (name === null)) throw badInput('input', 'It is not clear which rows.', 'either numbers or name');
  if (numbers !== null && (numbers.length === 0 || numbers.length > MOST_NUMBERS))
    throw badInput('input.numbers', `There are ${numbers.length} numbers.`, `1 to ${MOST_NUMBERS} numbers`);
  if (name !== null && !isText(name, LONGEST_NAME)) throw badInput('input.name', 'No row is called that.', 'the name of a group of rows');
  return db.transaction(async (db) => {
    await requireDone(db, acting.userId, importId);
    const rows = await historyRowsOf(db, importId, { numbers, name });
    if (rows.length === 0) throw notFound(numbers === null ? 'input.name' : 'input.numbers', 'row of this import');
    const before = rows.filter(({ fate }) => (leftOut ? fate !== RowFate.DROPPED && fate !== RowFate.LEFT_OUT : fate === RowFate.LEFT_OUT));
    const after = before.map((row) => ({ ...row, ...(leftOut ? { fate: RowFate.LEFT_OUT, reason: 'left out by you' } : unleft(row)) }));
    await change(db, acting, { importId, before, after, cause: leftOut ? CauseKind.DELETED : CauseKind.IMPORT });
    await auditHistory(db, acting, 'history.leave-out', { rows: after.length, leftOut });
    return standing(db, acting.userId, importId);
  });
}

/** Takes an import out with all that it brought, at once; what was said of names is remembered. Throws NOT_FOUND for one that is none of this person's. */
export async function deleteHistoryImport(db: Db, acting: HistoryActing, id: number): Promise<void> {
  await db.transaction(async (db) => {
    const { userId } = acting;
    await holdHistory(db, userId);
    const { uploadId, counts } = await requireImport(db, userId, id, 'id');
    const goneTitleIds = await removeImportedEvents(db, { userId, importId: id, eventIds: null });
    await deleteHistoryRows(db, id);
    if (uploadId !== null) await deleteUpload(db, uploadId);
    await recount(db, { userId, rows: [], goneTitleIds, cause: CauseKind.DELETED });
    await auditHistory(db, acting, 'history.undo', { rows: counts?.rows ?? 0 });
  });
}

/** Holds what the person brought still. Throws NOT_FOUND, and CONFLICT for an import that is not done. */
async function requireDone(db: Db, userId: number, importId: number): Promise<void> {
  await holdHistory(db, userId);
  const { state } = await requireImport(db, userId, importId, 'input.importId');
  if (state !== HistoryImportState.DONE) throw conflict('input.importId', `The import is ${state}.`, 'an import that is DONE');
}

interface Change {
  readonly importId: number;
  readonly before: readonly PlacedRow[];
  readonly after: readonly PlacedRow[];
  readonly cause: CauseKind.IMPORT | CauseKind.DELETED;
}

/** Gives rows another fate: their old events go, new ones come, and the counts follow. */
async function change(db: Db, { userId }: HistoryActing, { importId, before, after, cause }: Change): Promise<void> {
  const eventIds = before.flatMap(({ eventId }) => eventId ?? []);
  const goneTitleIds = eventIds.length === 0 ? [] : await removeImportedEvents(db, { userId, importId, eventIds });
  const rows = after.map(withEvent);
  await saveHistoryRows(db, userId, rows);
  await recount(db, { userId, rows, goneTitleIds, cause });
  await changeHistoryImport(db, importId, { counts: await countFates(db, importId) });
}
