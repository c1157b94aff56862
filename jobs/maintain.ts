import { removeOld } from '../store/maintenance';
import { keepPartitions } from '../store/partitions';
import { tendErasures } from './forget';
import type { JobKind } from './job';

/** Makes partitions ahead and removes what is out of date; hourly, so that a missed hour never matters. */
export const maintain: JobKind<'maintain'> = {
  name: 'maintain',
  schedule: '7 * * * *',

  async run({ db, clock, progress }) {
    const partitions = await keepPartitions(db, clock());
    await progress(0.5, `${partitions.made.length} partitions made, ${partitions.dropped.length} dropped`);
    const removed = await removeOld(db, clock());
    return { ...partitions, removed, erasures: await tendErasures(db) };
  },
};
