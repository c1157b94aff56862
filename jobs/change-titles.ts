import { changeTitles } from '../flow/title-bulk';
import type { JobContext, JobKind } from './job';

/** Makes one change to all titles that a filter holds. */
export const changeTitlesJob: JobKind<'change-titles'> = {
  name: 'change-titles',

  async run({ db, payload, runId, clock, signal, progress }: JobContext<'change-titles'>) {
    const { updatedAfter, ...filter } = payload.filter;
    const told = (fraction: number): Promise<void> => progress(fraction, 'changing titles');
    const asked = { ...payload, filter: { ...filter, ...(updatedAfter && { updatedAfter: new Date(updatedAfter) }) } };
    return changeTitles(db, { ...asked, runId, now: clock(), signal, progress: told });
  },
};
