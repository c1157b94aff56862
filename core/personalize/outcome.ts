import { spentOf } from './cost';
import { isReached, isRemovable, nextDue, obsolete, rowOf, type Standing } from './step';
import { CONFLICT, CREATE_FAILED, GONE, type PersonalizeSync, REFUSED, SyncState, TAKEN_DOWN } from './sync';

/** With nothing due, one looks again after so long: for budgets and guards. */
const IDLE_SECONDS = 600;
const STUCK: ReadonlySet<string> = new Set([CONFLICT, REFUSED, CREATE_FAILED, 'CREATE STOPPED', GONE]);

type Outcome = Pick<PersonalizeSync, 'state' | 'lastError' | 'nextAt'> &
  Partial<Pick<PersonalizeSync, 'enabled' | 'snapshot' | 'generation'>>;

/** Where a run leaves the whole: nothing is kept of it that rows do not tell. `overBudget` says what the budget had no room for. */
export function outcomeOf(sync: PersonalizeSync, standing: Standing, overBudget: string | null): Outcome {
  const { rows, plan, now, isTeardown } = standing;
  const soon = nextDue(standing);
  if (isTeardown) {
    if (!rows.some(isRemovable))
      return { state: SyncState.GONE, enabled: false, snapshot: null, generation: sync.generation + 1, lastError: null, nextAt: null };
    return {
      state: SyncState.TEARDOWN,
      lastError: rows.findLast(({ failureReason }) => failureReason)?.failureReason ?? null,
      nextAt: soon,
    };
  }
  const wanted = plan.flatMap((planned) => rowOf(rows, planned) ?? []);
  const stuck = wanted.find(({ status }) => STUCK.has(status));
  if (stuck) return { state: SyncState.FAILED, lastError: stuck.failureReason, nextAt: soon };
  const idleAt = new Date(now.getTime() + IDLE_SECONDS * 1000);
  if (overBudget !== null) return { state: SyncState.PAUSED, lastError: overBudget, nextAt: soon ?? idleAt };
  const down = wanted.filter(({ status }) => status === TAKEN_DOWN);
  if (down.length > 0) {
    const spent = spentOf(rows, sync.budget, now);
    const why = spent.campaignHours >= sync.budget.campaignHours ? 'the hours of this month are used up' : 'nobody asked them anything';
    return {
      state: SyncState.PAUSED,
      lastError: `Campaigns were taken down, because ${why}: start again to have them back.`,
      nextAt: soon ?? idleAt,
    };
  }
  const proposal = wanted.find(({ details }) => details.proposal)?.details.proposal ?? null;
  if (isReached(standing) && !obsolete(standing).length) return { state: SyncState.LIVE, lastError: proposal, nextAt: soon ?? idleAt };
  const troubled = wanted.find(({ failureReason }) => failureReason !== null);
  return { state: SyncState.SYNCING, lastError: troubled?.failureReason ?? null, nextAt: soon };
}
