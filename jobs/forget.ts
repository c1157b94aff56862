import { badInput } from '../core/errors';
import type { Db } from '../store/database';
import { eraseRows, PERSONAL_TABLES } from '../store/erased-rows';
import { completeErasures, erasureById, finishErasure, strandedErasures, unfinishedErasure } from '../store/erasures';
import { enqueue } from '../store/queue';
import type { JobKind } from './job';

/** Removes every row of a person who was forgotten; what a killed run has removed stays removed, and the next one goes on. */
export const forget: JobKind<'forget'> = {
  name: 'forget',

  async run({ db, payload, progress, signal }) {
    const id = Number(payload.erasureId);
    if (!Number.isSafeInteger(id)) throw badInput('erasureId', 'The erasure is missing.', 'the id of an erasure');
    const person = await unfinishedErasure(db, id);
    if (person !== null) {
      await eraseRows(db, person, {
        signal,
        told: (table, rows) => progress(shareOf(table), `${rows} rows removed`),
      });
      await db.transaction(async (db) => {
        const run = person.retrain ? await enqueue(db, 'train', {}, { key: 'train' }) : null;
        await finishErasure(db, id, run);
      });
      await completeErasures(db);
    }
    return { counts: (await erasureById(db, id))?.counts ?? {} };
  },
};

/** Puts erasures back to work that lost their job, and notes which are complete now; answers how many of each. */
export async function tendErasures(db: Db): Promise<{ readonly resumed: number; readonly completed: number }> {
  const stranded = await strandedErasures(db);
  for (const erasureId of stranded) await enqueue(db, 'forget', { erasureId }, { key: `forget:${erasureId}` });
  return { resumed: stranded.length, completed: await completeErasures(db) };
}

function shareOf(table: string): number {
  return (PERSONAL_TABLES.indexOf(table) + 1) / (PERSONAL_TABLES.length + 1);
}
