import type { Actor } from '../core/audit';
import type { Erasure } from '../core/erasure';
import { badInput, notFound } from '../core/errors';
import { personalizeUserId } from '../core/personalize/ids';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { countErased, erasureById, insertErasure } from '../store/erasures';
import { holdIngest } from '../store/events';
import { publish } from '../store/notices';
import { rememberDeletions } from '../store/personalize-deletions';
import { enqueue } from '../store/queue';
import { deleteUsers, usersWithMerged } from '../store/users';

interface Forgetting {
  readonly userId: number;
  /** The user that the typed name leads to; null where it leads to nobody. */
  readonly confirmedId: number | null;
  /** Whether to train a model without them once their rows are gone. */
  readonly retrain: boolean;
  readonly actor: Actor;
}

const MOST_IDS = 500;

/**
 * Forgets a person and everyone merged into them: they are served no more when this returns, and a job removes every row of theirs. What an
 * old queue still sends of the time before is refused. Throws BAD_INPUT on `confirm`, and NOT_FOUND.
 */
export async function forgetUser(db: Db, { userId, confirmedId, retrain, actor }: Forgetting): Promise<Erasure> {
  if (confirmedId !== userId)
    throw badInput('confirm', 'The name that was typed is not this person’s.', 'the person’s id or name once more, such as app:42');
  return db.transaction(async (db) => {
    // Groups of events in flight end first, so that none can leave an event of somebody who is gone.
    await holdIngest(db);
    const users = await usersWithMerged(db, userId);
    const standing = users.find(({ id }) => id === userId);
    if (standing === undefined) throw notFound('userId', 'user');
    const everyone = [standing, ...users.filter(({ id }) => id !== userId)];
    const userIds = everyone.map(({ id }) => id);
    const names = everyone.map(({ source, externalId }) => `${source}:${externalId}`);
    const id = await insertErasure(db, { actor, userIds, names, retrain });
    await rememberDeletions(db, { erasureId: id, people: userIds.map(personalizeUserId) });
    await countErased(db, id, 'users', await deleteUsers(db, userIds));
    await enqueue(db, 'forget', { erasureId: id }, { key: `forget:${id}` });
    // Not who: the audit is one of the places where they are forgotten.
    await writeAudit(db, { actor, action: 'user.forget', entity: 'erasure', entityId: String(id), before: null, after: { retrain } });
    for (let at = 0; at < userIds.length; at += MOST_IDS) await publish(db, [{ topic: 'forget', ids: userIds.slice(at, at + MOST_IDS) }]);
    const erasure = await erasureById(db, id);
    if (erasure === null) throw new Error('An erasure that was just begun is not there.');
    return erasure;
  });
}
