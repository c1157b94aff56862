import { spentOf } from '../core/personalize/cost';
import { ACTIVE, type PersonalizeResource, type PersonalizeSync, TAKEN_DOWN } from '../core/personalize/sync';
import { CampaignGuard } from '../core/personalize/sync-settings';
import { remove } from './personalize-look';
import { change, type PersonalizeWork } from './personalize-work';

const HOUR_MS = 3_600_000;

/**
 * Looks which campaigns of ours cost without being asked, or beyond the budget, and takes them down or proposes it, as the settings say.
 * How many were touched.
 */
export async function guardCampaigns(work: PersonalizeWork, sync: PersonalizeSync, rows: readonly PersonalizeResource[]): Promise<number> {
  const standing = rows.filter(({ kind, status, createdByUs }) => kind === 'CAMPAIGN' && status === ACTIVE && createdByUs);
  if (standing.length === 0) return 0;
  const spent = spentOf(rows, sync.budget, work.clock());
  let touched = 0;
  for (const row of standing) {
    const reason =
      spent.campaignHours > sync.budget.campaignHours
        ? `The ${sync.budget.campaignHours} campaign hours of this month are used up, and the campaign for ${row.logicalKey} goes on costing.`
        : idleReason(row, { hours: sync.settings.idleHours, now: work.clock() });
    if (reason === null && row.details.proposal === undefined) continue;
    const isTaken = reason !== null && sync.settings.guard === CampaignGuard.TAKE_DOWN;
    const proposal = reason === null || isTaken ? null : `${reason} Take it down, or raise what the settings allow.`;
    if (proposal !== null && row.details.proposal === proposal) continue;
    await change(work, row, { details: { proposal, ...(isTaken && { afterwards: TAKEN_DOWN }) } });
    if (isTaken) await remove(work, row);
    touched += 1;
  }
  return touched;
}

function idleReason(
  { details, usedAt, logicalKey }: PersonalizeResource,
  { hours, now }: { readonly hours: number | null; readonly now: Date },
): string | null {
  if (hours === null || details.activeAt === undefined) return null;
  const last = Math.max(new Date(details.activeAt).getTime(), usedAt?.getTime() ?? 0);
  if (now.getTime() - last < hours * HOUR_MS) return null;
  return `The campaign for ${logicalKey} answered nothing for ${hours} h and costs all the same.`;
}
