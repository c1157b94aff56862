import { runImport } from '../flow/import-run';
import type { JobContext, JobKind } from './job';

/** Imports files that were sent, or checks what an import would do; its bytes come from the database, so that any worker may run it. */
export const importCatalogueJob: JobKind<'import-catalogue'> = {
  name: 'import-catalogue',

  async run({ db, payload, runId, clock, signal, progress }: JobContext<'import-catalogue'>) {
    return runImport(db, { importId: payload.importId, runId, now: clock(), signal, progress });
  },
};
