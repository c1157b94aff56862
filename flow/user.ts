import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { CauseKind } from '../core/notice';
import { checkDescription, type SelfDescription } from '../core/preferences';
import type { User } from '../core/user';
import { writeAudit } from '../store/audit';
import { moveBlends } from '../store/blend-moves';
import type { Db } from '../store/database';
import { moveEvents, shareEventIds } from '../store/history';
import { holdHistory, moveHistoryImports } from '../store/history-imports';
import { rebuildInteractions } from '../store/interactions';
import { publish } from '../store/notices';
import { moveShopActions } from '../store/shop-actions';
import { bumpUsers, describeUser, lockUsers, markMerged } from '../store/users';

interface Merge {
  readonly fromId: number;
  readonly intoId: number;
  readonly actor?: Actor | undefined;
}

/**
 * Makes two users one: all that `from` did becomes what `into` did, and every reference to `from` means `into` from now on.
 * Doing it again changes nothing. Throws NOT_FOUND for an unknown user, BAD_INPUT for one and the same, and CONFLICT when
 * either was merged elsewhere.
 */
export async function mergeUsers(db: Db, { fromId, intoId, actor }: Merge): Promise<User> {
  if (fromId === intoId) throw badInput('intoId', 'A user cannot be merged into itself.', 'another user than fromId');
  return db.transaction(async (db) => {
    // Before the users are locked, as imports of histories and the intake of events take their locks.
    for (const id of [fromId, intoId].sort((a, b) => a - b)) await holdHistory(db, id);
    await shareEventIds(db, fromId, intoId);
    const { from, into } = await pairToMerge(db, fromId, intoId);
    if (from.mergedIntoId === intoId) return into;
    const pairs = await moveEvents(db, fromId, intoId);
    await rebuildInteractions(db, pairs);
    await moveBlends(db, fromId, intoId);
    await moveHistoryImports(db, fromId, intoId);
    await moveShopActions(db, fromId, intoId);
    await markMerged(db, { from, into });
    const users = (await bumpUsers(db, [fromId, intoId])).map(({ id, version }) => ({
      userId: id,
      version,
      cause: CauseKind.RESYNC,
      eventId: null,
      titleId: null,
    }));
    await publish(db, [
      { topic: 'merge', fromId, intoId },
      { topic: 'users', users },
    ]);
    if (actor !== undefined)
      await writeAudit(db, {
        actor,
        action: 'user.merge',
        entity: 'user',
        entityId: String(fromId),
        before: null,
        after: { mergedIntoId: intoId },
      });
    return { ...into, version: users.find(({ userId }) => userId === intoId)?.version ?? into.version };
  });
}

async function pairToMerge(db: Db, fromId: number, intoId: number): Promise<{ from: User; into: User }> {
  const users = await lockUsers(db, [fromId, intoId]);
  const from = users.find(({ id }) => id === fromId);
  const into = users.find(({ id }) => id === intoId);
  if (from === undefined) throw notFound('fromId', 'user');
  if (into === undefined) throw notFound('intoId', 'user');
  if (into.mergedIntoId !== null)
    throw new AppError(ErrorCode.CONFLICT, 'The user to merge into was merged itself.', {
      field: 'intoId',
      expected: 'a user that stands for itself',
    });
  if (from.mergedIntoId !== null && from.mergedIntoId !== intoId)
    throw new AppError(ErrorCode.CONFLICT, 'The user was merged into another one already.', {
      field: 'fromId',
      expected: 'a user that stands for itself',
    });
  return { from, into };
}

interface Described extends SelfDescription {
  readonly userId: number;
  readonly actor?: Actor | undefined;
}

/** Keeps what a person says of themselves; their lists follow at once. Throws BAD_INPUT on the field at fault, NOT_FOUND for an unknown user. */
export async function setPreferences(db: Db, { userId, actor, ...description }: Described): Promise<User> {
  checkDescription(description);
  return db.transaction(async (db) => {
    const user = await describeUser(db, userId, description);
    if (user === null) throw notFound('userId', 'user');
    const notice = { userId, version: user.version, cause: CauseKind.PREFERENCES, eventId: null, titleId: null };
    await publish(db, [{ topic: 'users', users: [notice] }]);
    // Which fields, never what they say: the audit must not keep what a person may want forgotten.
    const changed = Object.entries(description).flatMap(([field, value]) => (value === undefined ? [] : [field]));
    if (actor !== undefined)
      await writeAudit(db, { actor, action: 'user.describe', entity: 'user', entityId: String(userId), before: null, after: { changed } });
    return user;
  });
}
