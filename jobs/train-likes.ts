import { inChild } from '../engine/training/train';
import { LEASE_SECONDS } from '../store/job-holding';
import type { JobKind } from './job';
import { trainContextOf } from './train';
import { TRAINING_LEASE, withTrainingLease } from './training-lease';

/**
 * The job `train-likes`: learns who likes what, kind by kind, in a child process; a kind with too few likes is noted as untrained. Throws
 * CONFLICT while another training runs.
 */
export const trainLikes: JobKind<'train-likes'> = {
  name: 'train-likes',
  schedule: null,
  async run(context) {
    const { database, clock, url, signal } = context;
    const { progress = () => undefined } = trainContextOf(context);
    // The worker that died with an earlier attempt may have died with the lease as well: then it is free before long.
    return withTrainingLease(database.db, { signal, patienceSeconds: LEASE_SECONDS + 5 }, async (held) => {
      const lease = { name: TRAINING_LEASE, token: held.token };
      const kinds = await inChild({ kind: 'likes', url, lease, asOf: clock() }, { signal: held.signal, progress });
      return Object.fromEntries(kinds.map(({ kind, why }) => [kind, why]));
    });
  },
};
