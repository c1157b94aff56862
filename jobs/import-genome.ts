import { JobLogLevel } from '../core/job';
import { importGenome } from '../flow/import-genome';
import type { JobContext, JobKind } from './job';

/** Puts a tag genome that was sent in the place of the one before; a second attempt does the same again. */
export const importGenomeJob: JobKind<'import-genome'> = {
  name: 'import-genome',

  async run({ db, payload, runId, signal, progress, tell }: JobContext<'import-genome'>) {
    const { actor, ...files } = payload;
    const imported = await importGenome(db, files, { actor, runId, signal, progress });
    for (const { file, row, field, message } of imported.problems)
      tell(JobLogLevel.WARN, `Row ${row} of the ${file}, ${field}: ${message}`);
    for (const { movieId, tags } of imported.incomplete.slice(0, MOST_NAMED))
      tell(JobLogLevel.WARN, `Film ${movieId} has ${tags} of ${imported.tags} tags: it was left out.`);
    return imported;
  },
};

const MOST_NAMED = 100;
