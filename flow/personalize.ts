import type { Actor } from '../core/audit';
import { AppError, ErrorCode } from '../core/errors';
import {
  AGAIN,
  CONFLICT,
  CREATE_FAILED,
  GONE,
  type PersonalizeResource,
  type PersonalizeSync,
  PLANNED,
  REFUSED,
  SyncState,
  TAKEN_DOWN,
} from '../core/personalize/sync';
import { checkBudget, checkSettings, type SyncBudget, type SyncSettings } from '../core/personalize/sync-settings';
import { WIRE } from '../core/personalize/wire';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { changePersonalizeSync, personalizeSyncForUpdate, writePersonalizeSettings } from '../store/personalize';
import { changeResource, personalizeResources, type ResourceChange } from '../store/personalize-resources';
import { enqueue } from '../store/queue';
import { anew, nextAttempt } from './personalize-look';

interface Wish {
  readonly settings: SyncSettings;
  readonly budget: SyncBudget;
  /** The version that it was read at; 1 where nobody has saved anything. */
  readonly version: number;
}

/** Saves what is wanted and what it may cost; the next run of the sync goes by it. Throws BAD_INPUT, and CONFLICT where it was changed since it was read. */
export async function savePersonalize(db: Db, actor: Actor, { version, ...wish }: Wish): Promise<PersonalizeSync> {
  checkSettings(wish.settings);
  checkBudget(wish.budget);
  return changed(db, { actor, action: 'personalize.save' }, async (db, before) => {
    if (before.version !== version)
      throw conflict('The settings were changed since they were read.', `version ${before.version}`, 'input.version');
    await writePersonalizeSettings(db, wish);
    // What is wanted may be something else now, and a budget may have room again.
    if (before.enabled) await changePersonalizeSync(db, { state: SyncState.SYNCING, nextAt: null });
  });
}

/**
 * Starts the sync, or starts it again: what failed, was refused or was taken down is tried anew, and with `retrain` everything is exported and
 * trained again. Throws CONFLICT while it is being taken down.
 */
export function startPersonalize(db: Db, actor: Actor, { retrain }: { readonly retrain: boolean }): Promise<PersonalizeSync> {
  return changed(db, { actor, action: 'personalize.start' }, async (db, { id, state }) => {
    if (state === SyncState.TEARDOWN) throw conflict('It is being taken down.', 'wait until it is gone');
    for (const row of await personalizeResources(db, id)) {
      // What was taken down with the sync stays gone: a new generation has new names.
      if (row.status === GONE || row.status === 'ACTIVE') continue;
      if (row.status === TAKEN_DOWN || row.status === REFUSED || row.status === CONFLICT)
        await changeResource(db, row.id, { ...anew, createdByUs: row.status === TAKEN_DOWN });
      else if (row.status === CREATE_FAILED || row.status === 'CREATE STOPPED') await changeResource(db, row.id, retried(row));
    }
    const again = retrain ? { snapshot: null } : {};
    await changePersonalizeSync(db, { enabled: true, state: SyncState.SYNCING, lastError: null, nextAt: null, ...again });
    await enqueue(db, 'sync-personalize', {}, { key: 'sync-personalize', maxAttempts: 1 });
  });
}

/** What failed keeps its name: it is removed and made again. Imports and trainings are never removed, so the next one has the next name. */
function retried(row: PersonalizeResource): ResourceChange {
  if (!WIRE[row.kind].canBeRemoved) return nextAttempt(row);
  return row.createdByUs ? { status: AGAIN, nextPollAt: null, details: { afterwards: PLANNED } } : { status: CONFLICT };
}

/** Stops asking Personalize for anything: nothing is made, nothing is told, lists come from here. What stands there stays, and costs. */
export function pausePersonalize(db: Db, actor: Actor): Promise<PersonalizeSync> {
  return changed(db, { actor, action: 'personalize.pause' }, async (db, { enabled }) => {
    if (!enabled) throw conflict('It is not running.', 'a sync that was started');
    const lastError = 'An operator paused it. Campaigns that stand go on costing: take them down, or start again.';
    await changePersonalizeSync(db, { enabled: false, state: SyncState.PAUSED, lastError, nextAt: null });
  });
}

/** Takes down everything that we made, campaigns first. Throws CONFLICT where there is nothing, or `confirm` is not the word. */
export function tearDownPersonalize(db: Db, actor: Actor, confirm: string): Promise<PersonalizeSync> {
  if (confirm !== TEARDOWN_WORD) throw conflict('It is not confirmed.', TEARDOWN_WORD, 'confirm', ErrorCode.BAD_INPUT);
  return changed(db, { actor, action: 'personalize.tear-down' }, async (db, { state }) => {
    if (state === SyncState.OFF || state === SyncState.GONE) throw conflict('There is nothing to take down.', 'a sync that was started');
    await changePersonalizeSync(db, { enabled: false, state: SyncState.TEARDOWN, lastError: null, nextAt: null });
    await enqueue(db, 'sync-personalize', {}, { key: 'sync-personalize', maxAttempts: 1 });
  });
}

/** What must be typed before everything is taken down. */
export const TEARDOWN_WORD = 'take down';

async function changed(
  db: Db,
  { actor, action }: { readonly actor: Actor; readonly action: string },
  run: (db: Db, before: PersonalizeSync) => Promise<void>,
): Promise<PersonalizeSync> {
  return db.transaction(async (db) => {
    const before = await personalizeSyncForUpdate(db);
    await run(db, before);
    const after = await personalizeSyncForUpdate(db);
    const shown = ({ enabled, state, settings, budget, version }: PersonalizeSync) => ({ enabled, state, settings, budget, version });
    await writeAudit(db, { actor, action, entity: 'personalize', entityId: String(after.id), before: shown(before), after: shown(after) });
    await publish(db, [{ topic: 'personalize' }]);
    return after;
  });
}

function conflict(message: string, expected: string, field?: string, code = ErrorCode.CONFLICT): AppError {
  return new AppError(code, message, { expected, ...(field !== undefined && { field }) });
}
