import { ErrorCode } from '../core/errors';
import { type ActionResult, judgeAction, type ReportedAction, rejected } from '../core/shop/reported-action';
import type { Db } from '../store/database';
import { clickTimes, insertActions } from '../store/shop-actions';

/**
 * Takes down what a shop tells of its customers, action by action, in the order in which they were told: one that was told before is a
 * duplicate, and one that nothing led to from here is refused. All that is accepted is kept when this answers.
 */
export async function reportActions(
  db: Db,
  { shopId, told, now }: { readonly shopId: number; readonly told: readonly unknown[]; readonly now: Date },
): Promise<readonly ActionResult[]> {
  const judged = told.map((action) => judgeAction(action, now));
  const good = judged.filter((action): action is ReportedAction => !('status' in action));
  const times = await clickTimes(db, shopId, [...new Set(good.map(({ click }) => click))]);
  const led = good.filter(({ click, occurredAt }) => isAfter(times.get(click), occurredAt));
  const made = new Set(led.length === 0 ? [] : await insertActions(db, shopId, { actions: led, now }));
  return judged.map((action) => {
    if ('status' in action) return action;
    const { id, click, occurredAt } = action;
    if (!times.has(click)) return rejected(id, 'click', 'No visit from here has this click.', ErrorCode.NOT_FOUND);
    if (!isAfter(times.get(click), occurredAt)) return rejected(id, 'occurredAt', 'It happened before the visit that led to it.');
    // The first one of two with the same id is the one that counts.
    return { id, status: made.delete(id) ? 'ACCEPTED' : 'DUPLICATE', code: null, field: null, message: null };
  });
}

/** Clocks differ. */
const BEHIND_MS = 300_000;

function isAfter(visit: Date | undefined, at: Date): boolean {
  return visit !== undefined && at.getTime() >= visit.getTime() - BEHIND_MS;
}
