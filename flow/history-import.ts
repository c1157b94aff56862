import type { Actor, Uploader } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { DateOrder } from '../core/history/day';
import { type HistoryImport, HistoryImportState, HistoryQuestion } from '../core/history-import';
import { isTimeZone } from '../core/local-time';
import { isText } from '../core/text';
import { UploadPurpose } from '../core/upload';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import {
  changeHistoryImport,
  countHistoryImports,
  historyImportOf,
  historyImportOfUpload,
  holdHistory,
  insertHistoryImport,
} from '../store/history-imports';
import { enqueue } from '../store/queue';
import { uploadById } from '../store/uploads';
import { noFile, sentFile } from './sent-file';

/** Whose history it is, and who acts for them. */
export interface HistoryActing {
  readonly userId: number;
  /** Left out where they do it themselves. */
  readonly actor?: Actor | undefined;
  readonly now: Date;
}

/** A file, and what is known of it. */
export interface AskedHistory {
  readonly uploadId: number;
  readonly owner: Uploader;
  readonly profile: string | null;
  readonly dateOrder: DateOrder | null;
  readonly timeZone: string | null;
}

const MOST_IMPORTS = 50;
const LONGEST_PROFILE = 200;

/**
 * Hands a file to a job that makes a person's past of it; asking again for the same file answers the import that has it. Throws BAD_INPUT
 * that names the field, NOT_FOUND for a file that is not there or somebody else's, CONFLICT for one that has not come and for too many imports.
 */
export async function importHistory(db: Db, acting: HistoryActing, asked: AskedHistory): Promise<HistoryImport> {
  const { profile, dateOrder, timeZone } = asked;
  checkProfile(profile, 'input.profile');
  if (timeZone !== null && !isTimeZone(timeZone))
    throw badInput('input.timeZone', 'The time zone is not known.', 'a name of the IANA database, such as Europe/Berlin');
  return db.transaction(async (db) => {
    const { userId, now } = acting;
    await holdHistory(db, userId);
    const file = { owner: asked.owner, purpose: UploadPurpose.HISTORY, field: 'input.uploadId' };
    const upload = await sentFile(db, asked.uploadId, file);
    const working = await historyImportOfUpload(db, upload.id);
    if (working !== null) {
      if (working.userId !== userId) throw noFile(file.field, file.purpose);
      return working;
    }
    await requireRoom(db, userId);
    const given = { userId, fileName: upload.name, uploadId: upload.id, format: null, profile, dateOrder, timeZone, now };
    const id = await insertHistoryImport(db, given);
    await read(db, acting, id);
    await auditHistory(db, acting, 'history.import', null);
    return standing(db, userId, id);
  });
}

/** An answer to what an import asks. */
export interface HistoryAnswer {
  readonly id: number;
  readonly profile: string | null;
  readonly dateOrder: DateOrder | null;
}

/** Goes on with an import that has asked. Throws NOT_FOUND for one that is none of this person's, CONFLICT where it asks nothing, BAD_INPUT for what is no answer. */
export async function answerHistoryImport(
  db: Db,
  acting: HistoryActing,
  { id, profile, dateOrder }: HistoryAnswer,
): Promise<HistoryImport> {
  checkProfile(profile, 'input.profile');
  return db.transaction(async (db) => {
    await holdHistory(db, acting.userId);
    const asking = await requireImport(db, acting.userId, id, 'input.id');
    if (asking.state !== HistoryImportState.ASKING)
      throw conflict('input.id', `The import is ${asking.state}.`, 'an import that is ASKING');
    const names = asking.profiles.map(({ name }) => name);
    if (asking.question === HistoryQuestion.PROFILE && (profile === null || !names.includes(profile)))
      throw badInput('input.profile', 'It is not said whose rows to take.', 'the name of one of its profiles');
    const isOrder = dateOrder === DateOrder.DAY_FIRST || dateOrder === DateOrder.MONTH_FIRST;
    if (asking.question === HistoryQuestion.DATE_ORDER && !isOrder)
      throw badInput('input.dateOrder', 'It is not said how the dates are written.', 'DAY_FIRST or MONTH_FIRST');
    if (asking.uploadId === null || (await uploadById(db, asking.uploadId)) === null)
      throw conflict('input.id', 'The file is not here any more: it is kept for a day.', 'the file once more, with this answer');
    await changeHistoryImport(db, id, {
      state: HistoryImportState.READING,
      question: null,
      ...(profile !== null && { profile }),
      ...(dateOrder !== null && { dateOrder }),
    });
    await read(db, acting, id);
    return standing(db, acting.userId, id);
  });
}

/** The import of this person. Throws NOT_FOUND on `field` for any other, as for an id that is none. */
export async function requireImport(db: Db, userId: number, id: number, field: string): Promise<HistoryImport> {
  const found = await historyImportOf(db, userId, id);
  if (found === null) throw notFound(field, 'import of a history');
  return found;
}

/** The same, once it is known to be there. */
export async function standing(db: Db, userId: number, id: number): Promise<HistoryImport> {
  const found = await historyImportOf(db, userId, id);
  if (found === null) throw new Error(`The import ${id} was just changed and is not there.`);
  return found;
}

/** Throws CONFLICT where a person has as many imports as there may be. */
export async function requireRoom(db: Db, userId: number): Promise<void> {
  const imports = await countHistoryImports(db, userId);
  if (imports >= MOST_IMPORTS) throw conflict('input', `There are ${imports} imports already.`, `at most ${MOST_IMPORTS}: delete some`);
}

/** Writes down who changed what a person brought, where it was not that person; how much, never what. */
export async function auditHistory(db: Db, { userId, actor }: HistoryActing, action: string, after: object | null): Promise<void> {
  if (actor !== undefined) await writeAudit(db, { actor, action, entity: 'user', entityId: String(userId), before: null, after });
}

export function conflict(field: string, message: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, message, { field, expected });
}

async function read(db: Db, { userId }: HistoryActing, id: number): Promise<void> {
  await changeHistoryImport(db, id, { jobId: await enqueue(db, 'import-history', { importId: id, userId }) });
}

function checkProfile(profile: string | null, field: string): void {
  if (profile !== null && !isText(profile, LONGEST_PROFILE, 1))
    throw badInput(field, 'The profile cannot be one of an export.', `1 to ${LONGEST_PROFILE} characters`);
}
