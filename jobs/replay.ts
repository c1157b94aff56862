import { pairsOf, rebuildInteractions } from '../store/interactions';
import { bumpUsers, lastUserId, userIdsAfter } from '../store/users';
import type { JobKind } from './job';

const USERS_AT_ONCE = 100;

/**
 * Rebuilds every interaction from the log, some people at a time: the rows come out as they were. It pushes nothing, and can
 * be stopped after any batch.
 */
export const replay: JobKind<'replay'> = {
  name: 'replay',

  async run({ db, progress, signal }) {
    const last = await lastUserId(db);
    let users = 0;
    let ids = await userIdsAfter(db, 0, USERS_AT_ONCE);
    while (ids.length > 0) {
      signal.throwIfAborted();
      const batch = ids;
      await db.transaction(async (db) => {
        // Whoever keeps what was read of a person goes by the version.
        await bumpUsers(db, batch);
        await rebuildInteractions(db, await pairsOf(db, batch));
      });
      users += batch.length;
      const at = batch.at(-1) ?? last;
      await progress(Math.min(1, at / last), `${users} people rebuilt`);
      ids = await userIdsAfter(db, at, USERS_AT_ONCE);
    }
    return { users };
  },
};
