import { AppError } from '../core/errors';
import { budgetFault } from '../core/personalize/cost';
import { explained } from '../core/personalize/explain';
import { outcomeOf } from '../core/personalize/outcome';
import { type PlannedResource, planOf } from '../core/personalize/plan';
import type { PersonalizeSettings } from '../core/personalize/settings';
import { isRemovable, nextStep, rowOf, type Standing, type Step } from '../core/personalize/step';
import { type PersonalizeResource, type PersonalizeSync, SyncState } from '../core/personalize/sync';
import type { S3 } from '../engine/aws/s3';
import type { ControlPlane } from '../engine/personalize/control';
import type { Db } from '../store/database';
import { installationOf } from '../store/installation';
import { publish } from '../store/notices';
import { changePersonalizeSync, personalizeSync } from '../store/personalize';
import { personalizeDeletions } from '../store/personalize-deletions';
import { addPlanned, personalizeResources } from '../store/personalize-resources';
import { personalizeTargets } from '../store/personalize-targets';
import { clearPersonalize, eraseThere } from './personalize-erase';
import { guardCampaigns } from './personalize-guard';
import { PERSONALIZE_LEASE, withPersonalizeLease } from './personalize-lease';
import { find, look, move, remove } from './personalize-look';
import { make } from './personalize-make';
import { change, FailedCall, type JudgedExport, later, type PersonalizeWork, type SyncOutcome } from './personalize-work';

/** What a run of the sync is given. */
export interface Syncing {
  readonly settings: PersonalizeSettings;
  readonly control: ControlPlane;
  /** Where files of deletions are put. */
  readonly files: Pick<S3, 'put' | 'remove'>;
  /** Exports and judges; asked for when there is no export, or it is time for another. */
  readonly exportNow: (signal: AbortSignal) => Promise<JudgedExport>;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number, doing: string) => Promise<void> | void;
}

const DAY_MS = 86_400_000;
const AWAY_SECONDS = 600;

/**
 * Does everything that can be done now on the way to what is wanted, and ends; the next run goes on from what is written down, whatever
 * became of this one. One owner at a time: another one answers BUSY at once. Faults of Personalize are written down in words and do not throw;
 * what `signal` was aborted with, and faults of ours and of the export, do.
 */
export async function syncPersonalize(db: Db, syncing: Syncing): Promise<SyncOutcome> {
  if (syncing.settings.disabled) return { state: 'DISABLED', steps: 0, lastError: null };
  const before = await personalizeSync(db);
  if (before === null || !(before.enabled || before.state === SyncState.TEARDOWN))
    return { state: before?.state ?? SyncState.OFF, steps: 0, lastError: before?.lastError ?? null };
  const isDue = before.nextAt === null || before.nextAt <= syncing.clock();
  const hasForgotten = (await personalizeDeletions(db)).length > 0;
  if (!isDue && !hasForgotten) return { state: before.state, steps: 0, lastError: before.lastError };
  const done = await withPersonalizeLease(db, syncing.signal, async ({ token, signal }) => {
    const known = JSON.stringify(await personalizeTargets(db));
    try {
      const lease = { name: PERSONALIZE_LEASE, token };
      const erased = hasForgotten ? await eraseThere({ ...syncing, db, signal, lease, tags: tagsOf(await installationOf(db)) }) : 0;
      if (!isDue) return { state: before.state, steps: erased, lastError: before.lastError };
      const outcome = await owned(db, { ...syncing, signal }, token);
      return { ...outcome, steps: outcome.steps + erased };
    } finally {
      if (JSON.stringify(await personalizeTargets(db)) !== known) await publish(db, [{ topic: 'personalize' }]);
    }
  });
  return done ?? { state: 'BUSY', steps: 0, lastError: null };
}

async function owned(db: Db, syncing: Syncing, token: number): Promise<SyncOutcome> {
  const sync = await exported(db, syncing);
  if (sync === null) return { state: SyncState.FAILED, steps: 0, lastError: (await personalizeSync(db))?.lastError ?? null };
  const isTeardown = sync.state === SyncState.TEARDOWN;
  const plan = sync.snapshot === null ? [] : planOf({ ...sync, ...syncing.settings, snapshot: sync.snapshot });
  if (!isTeardown) await addPlanned(db, sync.id, plan);
  const read = async (): Promise<Standing> => ({
    rows: (await personalizeResources(db, sync.id)).filter(isPlannable),
    plan,
    isTeardown,
    now: syncing.clock(),
  });

  let steps = 0;
  let overBudget: string | null = null;
  let standing = await read();
  const tags = tagsOf(await installationOf(db));
  for (;;) {
    syncing.signal.throwIfAborted();
    if (!(await isAsBefore(db, sync))) return told(db, { steps, clock: syncing.clock });
    const step = nextStep(overBudget === null ? standing : withoutPaid(standing));
    if (step === null) break;
    const fault = step.act === 'MAKE' ? budgetFault(standing.rows, step.row, sync.budget, standing.now) : null;
    if (fault !== null) {
      overBudget = fault;
      continue;
    }
    await syncing.progress(doneShare(standing), `${WORDS[step.act]} ${step.row.name}`);
    const lease = { name: PERSONALIZE_LEASE, token };
    await act({ ...syncing, db, lease, tags, arnOf: (name) => arnIn(standing, name) }, step);
    steps += 1;
    standing = await read();
  }
  if (!isTeardown) {
    const lease = { name: PERSONALIZE_LEASE, token };
    const guarded = await guardCampaigns({ ...syncing, db, lease, tags, arnOf: (name) => arnIn(standing, name) }, sync, standing.rows);
    if (guarded > 0) standing = await read();
    steps += guarded;
  }
  if (!(await isAsBefore(db, sync))) return told(db, { steps, clock: syncing.clock });
  const outcome = outcomeOf(sync, standing, overBudget);
  if (outcome.state === SyncState.GONE)
    await clearPersonalize({ ...syncing, db, lease: { name: PERSONALIZE_LEASE, token } }, await personalizeResources(db, sync.id)).catch(
      (error: unknown) => untold(db, error, syncing.clock()),
    );
  await changePersonalizeSync(db, { ...outcome, lastSyncAt: syncing.clock() });
  return { state: outcome.state, steps, lastError: outcome.lastError };
}

/** Deletions of people follow from no plan, and have a way of their own. */
function isPlannable({ kind }: PersonalizeResource): boolean {
  return kind !== 'DELETION_JOB';
}

/** Whether nobody has changed in the meantime what is wanted: started, paused or taken down, saved or asked for a training. */
async function isAsBefore(db: Db, sync: PersonalizeSync): Promise<boolean> {
  const now = await personalizeSync(db);
  const isSame = now?.enabled === sync.enabled && now.version === sync.version && now.snapshot?.snapshot === sync.snapshot?.snapshot;
  return isSame && (now.state === SyncState.TEARDOWN) === (sync.state === SyncState.TEARDOWN);
}

/** Ends a run that is overtaken by what somebody wants now; the next one goes by that. */
async function told(db: Db, { steps, clock }: { readonly steps: number; readonly clock: () => Date }): Promise<SyncOutcome> {
  await changePersonalizeSync(db, { lastSyncAt: clock() });
  const now = await personalizeSync(db);
  return { state: now?.state ?? SyncState.OFF, steps, lastError: now?.lastError ?? null };
}

/** The tags by which we know what is ours. */
export function tagsOf(installation: string): PersonalizeWork['tags'] {
  return [
    { tagKey: 'managed-by', tagValue: 'kinograph' },
    { tagKey: 'kinograph-sync', tagValue: installation },
  ];
}

const WORDS: Readonly<Record<Step['act'], string>> = {
  MAKE: 'Making',
  LOOK: 'Looking at',
  MOVE: 'Moving to the new version:',
  FIND: 'Looking for',
  REMOVE: 'Removing',
};

const AGAIN_SECONDS = 30;

/** Does one step. A call that fails where nothing else is said of it is made again half a minute later. */
async function act(work: PersonalizeWork, step: Step): Promise<void> {
  try {
    await acted(work, step);
  } catch (error) {
    if (!(error instanceof FailedCall)) throw error;
    work.signal.throwIfAborted();
    const failureReason = explained(error.name, error.message);
    await change(work, step.row, { failureReason, nextPollAt: later(work, AGAIN_SECONDS) });
  }
}

function acted(work: PersonalizeWork, step: Step): Promise<void> {
  switch (step.act) {
    case 'MAKE':
      return make(work, step.row, step.row.kind === 'CAMPAIGN' ? step.planned.needs[0] : undefined);
    case 'LOOK':
      return look(work, step.row);
    case 'MOVE':
      return move(work, step.row, step.versionArn);
    case 'FIND':
      return find(work, step.row);
    case 'REMOVE':
      return remove(work, step.row);
  }
}

/** The sync with an export; null where Personalize would not take what there is: that is written down. */
async function exported(db: Db, { exportNow, clock, signal, progress }: Syncing): Promise<PersonalizeSync | null> {
  const sync = await personalizeSync(db);
  if (sync === null || sync.state === SyncState.TEARDOWN) return sync;
  const { retrainDays } = sync.settings;
  const isOld = retrainDays !== null && sync.exportedAt !== null && clock().getTime() - sync.exportedAt.getTime() >= retrainDays * DAY_MS;
  if (sync.snapshot !== null && !(isOld && sync.state === SyncState.LIVE)) return sync;
  await progress(0, 'Exporting to S3');
  const { preflight, snapshot, datasets } = await exportNow(signal).catch((error: unknown) => untold(db, error, clock()));
  signal.throwIfAborted();
  const faults = preflight.checks.flatMap(({ fault }) => fault ?? []);
  if (!preflight.passed) {
    const lastError = `Personalize would not take this export. ${faults.join(' ')}`;
    // What stands serves on; the next try is a day later, or when somebody starts it.
    const nextAt = new Date(clock().getTime() + DAY_MS);
    await changePersonalizeSync(db, { state: SyncState.FAILED, lastError, nextAt, lastSyncAt: clock() });
    return null;
  }
  await changePersonalizeSync(db, { snapshot: { snapshot, datasets }, exportedAt: clock(), state: SyncState.SYNCING });
  return personalizeSync(db);
}

/** Writes down why the bucket could not be used, for whoever looks at the sync and not at its job; throws it again. */
async function untold(db: Db, error: unknown, now: Date): Promise<never> {
  if (error instanceof AppError) {
    const lastError = [error.message, error.expected && `Expected: ${error.expected}.`].filter(Boolean).join(' ');
    await changePersonalizeSync(db, { lastError, nextAt: new Date(now.getTime() + AWAY_SECONDS * 1000), lastSyncAt: now });
  }
  throw error;
}

/** What costs waits; everything else goes on. */
function withoutPaid(standing: Standing): Standing {
  const isPaid = ({ kind }: { readonly kind: string }): boolean => kind === 'SOLUTION_VERSION' || kind === 'CAMPAIGN';
  const waits = (row: PersonalizeResource): boolean => isPaid(row) && row.status === 'PLANNED';
  return { ...standing, rows: standing.rows.map((row) => (waits(row) ? { ...row, status: 'WAITING' } : row)) };
}

function arnIn({ plan, rows }: Standing, name: unknown): string {
  const planned = plan.find((each) => each.name === name);
  const arn = (planned === undefined ? rows.find((each) => each.name === name) : rowOf(rows, planned))?.arn;
  if (arn) return arn;
  throw new Error(`${String(name)} has no ARN yet.`);
}

function doneShare({ plan, rows, isTeardown }: Standing): number {
  if (isTeardown) return rows.length === 0 ? 1 : 1 - rows.filter(isRemovable).length / rows.length;
  const there = plan.filter((planned: PlannedResource) => rowOf(rows, planned)?.status === 'ACTIVE');
  return plan.length === 0 ? 0 : there.length / plan.length;
}
