import type { Actor } from '../core/audit';
import { changesByTitle } from '../core/change-set';
import { AppError, ErrorCode, notFound } from '../core/errors';
import type { Title } from '../core/title';
import { auditEntry } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { titlesByIds } from '../store/titles';
import { bringBack } from './change-set';

interface Reverting {
  readonly actor: Actor;
  readonly auditId: number;
  readonly expectedVersion: number;
  readonly now: Date;
}

/** A merge moves more than a title's own fields: it has an undo of its own. */
const REVERTED = new Set(['title.save', 'title.remove', 'title.change', 'title.import', 'title.revert']);

/**
 * Puts the fields that one change of a title changed back to what they were before it; what other changes did stays. Of the change that
 * made it, takes it out. Throws NOT_FOUND, and CONFLICT for a stale version, a merge, and an external id that another title has by now.
 */
export async function revertTitle(db: Db, { actor, auditId, expectedVersion, now }: Reverting): Promise<Title> {
  return db.transaction(async (db) => {
    const entry = await auditEntry(db, auditId);
    if (entry?.entity !== 'title') throw notFound('input.auditId', 'change of a title');
    if (!REVERTED.has(entry.action))
      throw new AppError(ErrorCode.CONFLICT, `A ${entry.action} is not reverted here.`, {
        field: 'input.auditId',
        expected: 'a change of the title itself; a merge is undone by unmergeTitles',
      });
    const changes = changesByTitle([entry]).map((change) => ({ ...change, version: expectedVersion }));
    const { kept } = await bringBack(db, changes, { actor, now, changeSetId: null });
    const titleId = Number(entry.entityId);
    const [title] = await titlesByIds(db, [titleId]);
    if (title === undefined) throw notFound('input.auditId', 'title');
    if (kept[0])
      throw new AppError(ErrorCode.CONFLICT, `The title stays as it is: ${kept[0].why}`, {
        field: 'input.version',
        expected: `version ${title.version}`,
      });
    await publish(db, [{ topic: 'titles', ids: [titleId] }]);
    return title;
  });
}
