import type { Actor } from '../core/audit';
import { notFound } from '../core/errors';
import { checkHidden, type HiddenSelection } from '../core/hidden';
import { writeAudit } from '../store/audit';
import { blendIdsOf } from '../store/blends';
import type { Db } from '../store/database';
import { countHidden, hideTitles, showTitles } from '../store/hidden-titles';
import { publish } from '../store/notices';
import { lockUsers } from '../store/users';

/** What a person hides from their blends, or shows again. */
interface Hiding extends HiddenSelection {
  readonly userId: number;
  readonly hidden: boolean;
  readonly actor?: Actor | undefined;
}

/** What came of it. */
export interface Hidden {
  /** Titles that were not hidden before, or are not any more. */
  readonly changed: number;
  readonly hiddenCount: number;
}

/**
 * Hides titles of a person's past from every blend, as if they had never been watched, or shows them again; the blends follow at once.
 * Throws BAD_INPUT on the field at fault, NOT_FOUND for nobody.
 */
export async function hideFromBlends(db: Db, { userId, hidden, actor, ...selection }: Hiding): Promise<Hidden> {
  checkHidden(selection);
  return db.transaction(async (db) => {
    const [user] = await lockUsers(db, [userId]);
    if (user === undefined) throw notFound('input.userId', 'user');
    const before = await countHidden(db, userId);
    await (hidden ? hideTitles : showTitles)(db, userId, selection);
    const hiddenCount = await countHidden(db, userId);
    const changed = Math.abs(hiddenCount - before);
    if (changed === 0) return { changed, hiddenCount };
    const blendIds = await blendIdsOf(db, userId);
    await publish(
      db,
      blendIds.map((id) => ({ topic: 'blend', id })),
    );
    // How many, never which: the audit must not tell what a person keeps to themselves.
    if (actor !== undefined)
      await writeAudit(db, {
        actor,
        action: hidden ? 'blends.hide' : 'blends.show',
        entity: 'user',
        entityId: String(userId),
        before: { hidden: before },
        after: { hidden: hiddenCount },
      });
    return { changed, hiddenCount };
  });
}
