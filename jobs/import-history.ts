import { runHistoryImport } from '../flow/history-import-run';
import type { JobContext, JobKind } from './job';

/** Makes a person's past of a file that they sent; its bytes come from the database, so that any worker may run it. */
export const importHistoryJob: JobKind<'import-history'> = {
  name: 'import-history',

  async run({ db, payload, clock, signal, progress }: JobContext<'import-history'>) {
    const counts = await runHistoryImport(db, { importId: payload.importId, now: clock(), signal, progress });
    return counts && { ...counts };
  },
};
