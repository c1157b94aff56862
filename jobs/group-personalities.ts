import { personalityOf } from '../core/personality';
import { ratedGenresOf, replacePersonalityGroups } from '../store/personality';
import { lastUserId, userIdsAfter } from '../store/users';
import type { JobKind } from './job';

const USERS_AT_ONCE = 500;

/**
 * The job `group-personalities`: counts how many people like the same genres, by `personalityOf`, some people at a time. Only sums are kept; the
 * groups before stand until it is done, and where it is stopped.
 */
export const groupPersonalities: JobKind<'group-personalities'> = {
  name: 'group-personalities',
  schedule: null,

  async run({ db, clock, progress, signal }) {
    const groupedAt = clock();
    const last = await lastUserId(db);
    const people = new Map<string, number>();
    let counted = 0;
    for (let ids = await userIdsAfter(db, 0, USERS_AT_ONCE); ids.length > 0; ) {
      signal.throwIfAborted();
      for (const ratings of (await ratedGenresOf(db, ids)).values()) {
        const key = personalityOf(ratings);
        if (key === null) continue;
        people.set(key, (people.get(key) ?? 0) + 1);
        counted += 1;
      }
      const at = ids.at(-1) ?? last;
      await progress(Math.min(1, at / last), `${counted} people in ${people.size} groups`);
      ids = await userIdsAfter(db, at, USERS_AT_ONCE);
    }
    signal.throwIfAborted();
    const groups = [...people].map(([key, people]) => ({ key, people }));
    await replacePersonalityGroups(db, groups, groupedAt);
    return { people: counted, groups: groups.length };
  },
};
