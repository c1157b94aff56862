import { RowFate } from '../core/history/place';
import { HistoryFormat, type HistoryImport, HistoryImportState, type PlacedRow } from '../core/history-import';
import { CauseKind } from '../core/notice';
import type { Db } from '../store/database';
import { changeHistoryImport, holdHistory, insertHistoryImport } from '../store/history-imports';
import { countFates, randomTitles, saveHistoryRows } from '../store/history-rows';
import { auditHistory, conflict, type HistoryActing, requireRoom, standing } from './history-import';
import { recount, withEvent } from './history-recount';

const TITLES = 20;
const DAY_MS = 86_400_000;
/** One title every nine days: half a year of somebody who does not watch much. */
const DAYS_APART = 9;

/** Gives a person a past of twenty films and shows drawn at random, as an import that can be deleted. Throws CONFLICT for too many imports, or an empty catalogue. */
export async function sampleHistory(db: Db, acting: HistoryActing): Promise<HistoryImport> {
  return db.transaction(async (db) => {
    const { userId, now } = acting;
    await holdHistory(db, userId);
    await requireRoom(db, userId);
    const titles = await randomTitles(db, TITLES);
    if (titles.length === 0) throw conflict('input', 'There are no films or shows here yet.', 'a catalogue with some');
    const given = {
      userId,
      fileName: 'Sample',
      uploadId: null,
      format: HistoryFormat.SAMPLE,
      profile: null,
      dateOrder: null,
      timeZone: null,
    };
    const importId = await insertHistoryImport(db, { ...given, now });
    const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
    const rows = titles.map(
      ({ id, name }, index): PlacedRow =>
        withEvent({
          ...{
            importId,
            number: index + 1,
            text: name,
            name,
            seconds: null,
            reason: null,
            titleId: id,
            score: 1,
            candidates: [],
            eventId: null,
          },
          ...{ occurredAt: new Date(today - (index + 1) * DAYS_APART * DAY_MS), timed: false, fate: RowFate.SURE },
        }),
    );
    await saveHistoryRows(db, userId, rows);
    await recount(db, { userId, rows, goneTitleIds: [], cause: CauseKind.IMPORT });
    await changeHistoryImport(db, importId, { state: HistoryImportState.DONE, counts: await countFates(db, importId), finishedAt: now });
    await auditHistory(db, acting, 'history.sample', { rows: rows.length });
    return standing(db, userId, importId);
  });
}
