import { undoChangeSet } from '../flow/change-set';
import type { JobContext, JobKind } from './job';

const MOST_KEPT = 1_000;

/** Undoes a change of many titles. */
export const undoChangeSetJob: JobKind<'undo-change-set'> = {
  name: 'undo-change-set',

  async run({ db, payload, runId, clock, signal, progress }: JobContext<'undo-change-set'>) {
    const told = (fraction: number): Promise<void> => progress(fraction, 'bringing titles back');
    const { kept, ...undone } = await undoChangeSet(db, { ...payload, runId, now: clock(), signal, progress: told });
    return { ...undone, keptCount: kept.length, kept: kept.slice(0, MOST_KEPT) };
  },
};
