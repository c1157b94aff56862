import type { PlannedResource } from './plan';
import {
  ACTIVE,
  AGAIN,
  CONFLICT,
  CREATE_FAILED,
  CREATING,
  DELETE_PENDING,
  GONE,
  type PersonalizeResource,
  PLANNED,
  REFUSED,
  type ResourceKind,
  TAKEN_DOWN,
} from './sync';
import { WIRE } from './wire';

/** One thing to do next. */
export type Step =
  /** Make it, unless it is there already. */
  | { readonly act: 'MAKE'; readonly row: PersonalizeResource; readonly planned: PlannedResource }
  /** Ask how it is. */
  | { readonly act: 'LOOK'; readonly row: PersonalizeResource }
  /** Let a campaign serve another version. */
  | { readonly act: 'MOVE'; readonly row: PersonalizeResource; readonly versionArn: string }
  /** Find out whether an announced create came to something, only to remove it. */
  | { readonly act: 'FIND'; readonly row: PersonalizeResource }
  | { readonly act: 'REMOVE'; readonly row: PersonalizeResource };

/** Where things stand. */
export interface Standing {
  readonly rows: readonly PersonalizeResource[];
  readonly plan: readonly PlannedResource[];
  readonly now: Date;
  readonly isTeardown: boolean;
}

/** What nothing more becomes of by itself. */
const SETTLED: ReadonlySet<string> = new Set([ACTIVE, CREATE_FAILED, 'CREATE STOPPED', CONFLICT, REFUSED, TAKEN_DOWN, GONE, AGAIN]);
const REMOVAL_ORDER: readonly ResourceKind[] = ['CAMPAIGN', 'SOLUTION', 'EVENT_TRACKER', 'FILTER', 'DATASET', 'DATASET_GROUP', 'SCHEMA'];

/** The row that stands for something planned; it may carry the name of a later attempt. */
export function rowOf(rows: readonly PersonalizeResource[], planned: PlannedResource): PersonalizeResource | null {
  return rows.find(({ kind, desiredHash }) => kind === planned.kind && desiredHash === planned.desiredHash) ?? null;
}

/** The first thing that can be done now; null: nothing, until something is due or somebody decides. */
export function nextStep(standing: Standing): Step | null {
  const { rows, now } = standing;
  const look = rows.find((row) => isWatched(row) && isDue(row, now));
  if (look) return { act: 'LOOK', row: look };
  if (standing.isTeardown) return removalOf(rows, standing) ?? null;
  const again = rows.find((row) => row.status === AGAIN && isDue(row, now));
  if (again) return { act: 'REMOVE', row: again };
  for (const planned of standing.plan) {
    const row = rowOf(rows, planned);
    if (row === null || !isDue(row, now)) continue;
    const isReady = planned.needs.every((name) => activeOf(standing, name) !== null);
    if (isReady && (row.status === PLANNED || row.status === CREATING)) return { act: 'MAKE', row, planned };
    const moved = row.kind === 'CAMPAIGN' ? moveOf(standing, row, planned) : null;
    if (moved) return moved;
  }
  return isReached(standing) ? removalOf(obsolete(standing), standing) : null;
}

/** Whether everything that is wanted is there, and every campaign serves the version that it should. */
export function isReached(standing: Standing): boolean {
  const { plan, rows } = standing;
  return plan.every((planned) => {
    const row = rowOf(rows, planned);
    if (row?.status === TAKEN_DOWN) return true;
    if (row?.status !== ACTIVE) return false;
    return row.kind !== 'CAMPAIGN' || row.details.deployedArn === activeOf(standing, planned.needs[0] ?? '')?.arn;
  });
}

/** When something is next to be done; null: not by itself. */
export function nextDue({ rows, now }: Pick<Standing, 'rows' | 'now'>): Date | null {
  const waiting = rows.filter((row) => isWatched(row) || [PLANNED, CREATING, AGAIN].includes(row.status) || row.status === ACTIVE);
  const times = waiting.flatMap(({ nextPollAt }) => (nextPollAt !== null && nextPollAt > now ? [nextPollAt.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** What no longer belongs to what is wanted, costs or takes a place, and was made by us. */
export function obsolete({ rows, plan }: Pick<Standing, 'rows' | 'plan'>): readonly PersonalizeResource[] {
  const wanted = new Set(plan.map((planned) => rowOf(rows, planned)?.id));
  return rows.filter((row) => !wanted.has(row.id) && isRemovable(row));
}

/** Whether something of ours is left that can be removed. */
export function isRemovable({ kind, status, arn, createdByUs }: PersonalizeResource): boolean {
  const mayBeThere = arn !== null ? createdByUs : status === CREATING;
  return WIRE[kind].canBeRemoved && mayBeThere && status !== GONE && status !== TAKEN_DOWN;
}

/** The row of this name of the plan, where it is active. */
export function activeOf({ rows, plan }: Pick<Standing, 'rows' | 'plan'>, name: string): PersonalizeResource | null {
  const planned = plan.find((each) => each.name === name);
  const row = planned === undefined ? null : rowOf(rows, planned);
  return row?.status === ACTIVE ? row : null;
}

function moveOf(standing: Standing, row: PersonalizeResource, planned: PlannedResource): Step | null {
  const versionArn = activeOf(standing, planned.needs[0] ?? '')?.arn ?? null;
  const { deployedArn, updatingArn, refusedArn } = row.details;
  if (row.status !== ACTIVE || versionArn === null || updatingArn !== undefined) return null;
  return versionArn === deployedArn || versionArn === refusedArn ? null : { act: 'MOVE', row, versionArn };
}

/** The next removal: kind by kind, and nothing of a kind before all of the one before it are gone. */
function removalOf(rows: readonly PersonalizeResource[], { now }: Pick<Standing, 'now'>): Step | null {
  const removable = rows.filter(isRemovable);
  const kind = REMOVAL_ORDER.find((each) => removable.some((row) => row.kind === each));
  const row = removable.find((each) => each.kind === kind && !isWatched(each) && isDue(each, now));
  if (row === undefined) return null;
  return row.arn === null ? { act: 'FIND', row } : { act: 'REMOVE', row };
}

function isWatched({ arn, status, details }: PersonalizeResource): boolean {
  return arn !== null && (!SETTLED.has(status) || status === DELETE_PENDING || (status === ACTIVE && details.updatingArn !== undefined));
}

function isDue({ nextPollAt }: PersonalizeResource, now: Date): boolean {
  return nextPollAt === null || nextPollAt <= now;
}
