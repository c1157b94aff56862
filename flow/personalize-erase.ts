import { parseS3Url } from '../core/aws/s3-url';
import { AppError } from '../core/errors';
import { OutboxDestination } from '../core/outbox';
import {
  type Deleting,
  deletionFailures,
  deletionFile,
  doneDeletions,
  isImported,
  isOver,
  isToMake,
  nextDeletion,
  plannedDeletions,
  whyTheyWait,
} from '../core/personalize/deletion';
import { explained } from '../core/personalize/explain';
import { planOf } from '../core/personalize/plan';
import type { PersonalizeSettings } from '../core/personalize/settings';
import { type PersonalizeResource, SyncState } from '../core/personalize/sync';
import type { S3 } from '../engine/aws/s3';
import type { Db } from '../store/database';
import { completeErasures } from '../store/erasures';
import { requireLease } from '../store/leases';
import { clearOutbox } from '../store/outbox';
import { personalizeSync } from '../store/personalize';
import { personalizeDeletions, removeSettledJobs, settleDeletions } from '../store/personalize-deletions';
import { addPlanned, personalizeResources } from '../store/personalize-resources';
import { look } from './personalize-look';
import { make } from './personalize-make';
import { change, FailedCall, later, type PersonalizeWork } from './personalize-work';

/** The sync at work, and the bucket that files of deletions are put into. */
export interface ErasingThere extends Omit<PersonalizeWork, 'arnOf'> {
  readonly settings: Pick<PersonalizeSettings, 'roleArn' | 'prefix' | 'bucket'>;
  readonly files: Pick<S3, 'put' | 'remove'>;
}

const AGAIN_SECONDS = 60;

/**
 * Has Personalize delete people who were forgotten here, as far as can be done now; answers how many things were done. Each job is announced
 * before it is asked for, and its file before it is put; a person stands in our table until every group has deleted them and the file is gone.
 */
export async function eraseThere(erasing: ErasingThere): Promise<number> {
  const { db, settings, clock, signal } = erasing;
  for (let steps = 0; ; steps += 1) {
    signal.throwIfAborted();
    const sync = await personalizeSync(db);
    if (sync === null || !sync.enabled || sync.state === SyncState.TEARDOWN) return steps;
    const plan = sync.snapshot === null ? [] : planOf({ ...sync, ...settings, snapshot: sync.snapshot });
    const before = { rows: await personalizeResources(db, sync.id), plan, deletions: await personalizeDeletions(db) };
    await settle(erasing, doneDeletions(before));
    const deletions = await personalizeDeletions(db);
    if (isImported(before)) await addPlanned(db, sync.id, plannedDeletions({ ...before, deletions }, settings));
    const rows = await personalizeResources(db, sync.id);
    const job = nextDeletion(rows, clock());
    if (job === null) return steps;
    await act({ ...erasing, arnOf: (name) => arnIn(rows, name) }, { job, rows, deletions });
  }
}

async function settle({ db, lease }: Pick<ErasingThere, 'db' | 'lease'>, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction(async (db) => {
    await requireLease(db, lease.name, lease.token);
    await settleDeletions(db, ids);
    await removeSettledJobs(db);
    await completeErasures(db);
  });
}

/** Does the next thing for one job. What fails is written down, and tried again a minute later. */
async function act(
  work: ErasingThere & PersonalizeWork,
  { job, rows, deletions }: Omit<Deleting, 'plan'> & { readonly job: PersonalizeResource },
): Promise<void> {
  try {
    if (isOver(job, rows)) return await unfile(work, job);
    if (!isToMake(job)) return await look(work, job);
    const place = parseS3Url(String(job.desired.dataLocation), 'dataLocation');
    await change(work, job, { details: { filed: true } });
    await work.files.put(place, deletionFile(job, deletions), 'text/csv');
    await make(work, job, undefined);
  } catch (error) {
    work.signal.throwIfAborted();
    if (!(error instanceof FailedCall || error instanceof AppError)) throw error;
    const failureReason = error instanceof FailedCall ? explained(error.name, error.message) : said(error);
    await change(work, job, { failureReason, nextPollAt: later(work, AGAIN_SECONDS) });
  }
}

async function unfile(work: ErasingThere & PersonalizeWork, job: PersonalizeResource): Promise<void> {
  await work.files.remove(parseS3Url(String(job.desired.dataLocation), 'dataLocation'));
  await change(work, job, { nextPollAt: null, details: { filed: null } });
}

function said({ message, expected }: AppError): string {
  return expected ? `${message} Expected: ${expected}.` : message;
}

function arnIn(rows: readonly PersonalizeResource[], name: unknown): string {
  const arn = rows.find((row) => row.name === name)?.arn;
  if (arn) return arn;
  throw new Error(`${String(name)} has no ARN yet.`);
}

/** Once everything of ours is gone there, nobody has to be deleted and nothing is to be told any more. Throws what S3 throws. */
export async function clearPersonalize(
  { db, lease, files }: Pick<ErasingThere, 'db' | 'lease' | 'files'>,
  rows: readonly PersonalizeResource[],
): Promise<void> {
  for (const { desired, details } of rows)
    if (details.filed === true) await files.remove(parseS3Url(String(desired.dataLocation), 'dataLocation'));
  await db.transaction(async (db) => {
    await requireLease(db, lease.name, lease.token);
    const deletions = await personalizeDeletions(db);
    const ids = deletions.map(({ id }) => id);
    await settleDeletions(db, ids);
    await removeSettledJobs(db);
    await completeErasures(db);
    await clearOutbox(db, OutboxDestination.PERSONALIZE);
  });
}

/** Why Personalize has not deleted people yet who were forgotten here, and what to do, by the ids of their erasures. */
export async function whyPersonalizeWaits(
  db: Db,
  settings: PersonalizeSettings | null,
  erasureIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const sync = await personalizeSync(db);
  const rows = sync === null ? [] : await personalizeResources(db, sync.id);
  const deletions = await personalizeDeletions(db);
  return new Map(
    erasureIds.map((erasureId) => {
      const ids = new Set(deletions.flatMap((each) => (each.erasureId === erasureId ? each.id : [])));
      return [erasureId, whyTheyWait(settings, sync, deletionFailures(rows, ids))];
    }),
  );
}
