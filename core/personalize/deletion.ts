import { s3Url } from '../aws/s3-url';
import { hashOf, nameOf, type PlannedResource } from './plan';
import type { PersonalizeSettings } from './settings';
import { rowOf } from './step';
import {
  ACTIVE,
  CONFLICT,
  CREATE_FAILED,
  CREATING,
  GONE,
  type PersonalizeResource,
  type PersonalizeSync,
  PLANNED,
  REFUSED,
  SyncState,
} from './sync';

/** A person who was forgotten here and still is to be deleted there. */
export interface PersonalizeDeletion {
  readonly id: number;
  readonly erasureId: number;
  /** Their USER_ID. */
  readonly personId: string;
  readonly createdAt: Date;
  /** The last row of theirs is gone here, and what was being told of them has arrived: no later export and no event can bring them back. */
  readonly isErased: boolean;
}

/** What stands there, and who is to be deleted from it. */
export interface Deleting {
  readonly rows: readonly PersonalizeResource[];
  readonly plan: readonly PlannedResource[];
  readonly deletions: readonly PersonalizeDeletion[];
}

/** A job of so many people at most. */
const MOST_PEOPLE = 10_000;
/** What becomes nothing more of by itself. */
const OVER: ReadonlySet<string> = new Set([ACTIVE, CREATE_FAILED, CONFLICT, REFUSED, GONE]);

/** Which deletions a job is of; it holds our numbers of them and not who they are. */
export function deletionsOf({ desired }: Pick<PersonalizeResource, 'desired'>): readonly number[] {
  return (desired.deletions ?? []) as readonly number[];
}

/** The CSV of a job: the one column USER_ID. */
export function deletionFile(job: Pick<PersonalizeResource, 'desired'>, deletions: readonly PersonalizeDeletion[]): string {
  const ids = new Set(deletionsOf(job));
  return `${['USER_ID', ...deletions.filter(({ id }) => ids.has(id)).map(({ personId }) => personId)].join('\n')}\n`;
}

/** The next job of each group: of everybody who no job of that group is of, one at a time. Not to be made before `isImported`. */
export function plannedDeletions(
  { rows, deletions }: Pick<Deleting, 'rows' | 'deletions'>,
  { prefix, bucket, roleArn }: Pick<PersonalizeSettings, 'prefix' | 'bucket' | 'roleArn'>,
): readonly PlannedResource[] {
  return rows.flatMap((group): PlannedResource[] => {
    if (group.kind !== 'DATASET_GROUP' || group.status !== ACTIVE) return [];
    const jobs = jobsOf(rows, group.name);
    const asked = new Set(jobs.flatMap(deletionsOf));
    const waiting = deletions.filter(({ id, isErased }) => isErased && !asked.has(id)).slice(0, MOST_PEOPLE);
    if (waiting.length === 0 || jobs.some(({ status }) => !OVER.has(status))) return [];
    const who = waiting.map(({ id, createdAt }) => [id, createdAt]);
    const desiredHash = hashOf({ kind: 'DELETION_JOB', datasetGroup: group.name, who });
    const name = nameOf(prefix, 'DELETION_JOB', desiredHash);
    const key = [...prefix.split('/').filter((part) => part !== ''), 'deletions', `${name}.csv`].join('/');
    const ids = waiting.map(({ id }) => id);
    const desired = { datasetGroup: group.name, dataLocation: s3Url({ bucket, key }), roleArn, deletions: ids };
    return [{ kind: 'DELETION_JOB', logicalKey: 'people', name, desired, desiredHash, needs: [group.name] }];
  });
}

/** The jobs that something can be done for now: made, looked at, or rid of their file. */
export function nextDeletion(rows: readonly PersonalizeResource[], now: Date): PersonalizeResource | null {
  const jobs = rows.filter(({ kind }) => kind === 'DELETION_JOB');
  const isDue = ({ nextPollAt }: PersonalizeResource): boolean => nextPollAt === null || nextPollAt <= now;
  return jobs.find((job) => isDue(job) && (!isOver(job, rows) || job.details.filed === true)) ?? null;
}

/** Whether nothing more becomes of a job by itself, or its group is gone and all that it held with it. */
export function isOver({ status, desired }: PersonalizeResource, rows: readonly PersonalizeResource[]): boolean {
  const isGone = rows.some((row) => row.kind === 'DATASET_GROUP' && row.name === desired.datasetGroup && row.status === GONE);
  return isGone || OVER.has(status);
}

/** Whether a job is still to be asked for. */
export function isToMake({ status }: Pick<PersonalizeResource, 'status'>): boolean {
  return status === PLANNED || status === CREATING;
}

/** Who is deleted from every group that stands or is to be made, and stands in no file. */
export function doneDeletions({ rows, plan, deletions }: Deleting): readonly number[] {
  const planned = plan.filter(({ kind }) => kind === 'DATASET_GROUP').map((each) => rowOf(rows, each)?.name ?? each.name);
  const standing = rows.filter(
    ({ kind, status, arn }) => kind === 'DATASET_GROUP' && status !== GONE && (arn !== null || status === CREATING),
  );
  const groups = [...new Set([...planned, ...standing.map(({ name }) => name)])];
  const deleted = groups.map((group) => new Set(jobsOf(rows, group).flatMap((job) => (job.status === ACTIVE ? deletionsOf(job) : []))));
  const filed = new Set(rows.flatMap((row) => (row.details.filed === true ? deletionsOf(row) : [])));
  return deletions.filter(({ id, isErased }) => isErased && !filed.has(id) && deleted.every((ids) => ids.has(id))).map(({ id }) => id);
}

function jobsOf(rows: readonly PersonalizeResource[], group: string): readonly PersonalizeResource[] {
  return rows.filter(({ kind, desired }) => kind === 'DELETION_JOB' && desired.datasetGroup === group);
}

/** Whether every import that is wanted is done, and none of before is under way: one that holds people would bring them back. */
export function isImported({ rows, plan }: Pick<Deleting, 'rows' | 'plan'>): boolean {
  const wanted = plan.filter(({ kind }) => kind === 'IMPORT_JOB');
  if (wanted.some((each) => rowOf(rows, each)?.status !== ACTIVE)) return false;
  return rows.every(({ kind, arn, status }) => kind !== 'IMPORT_JOB' || arn === null || OVER.has(status) || status === 'CREATE STOPPED');
}

/** What keeps the jobs of these deletions from being done, in words. */
export function deletionFailures(rows: readonly PersonalizeResource[], ids: ReadonlySet<number>): readonly string[] {
  return rows.flatMap(({ kind, status, failureReason, desired }) => {
    if (kind !== 'DELETION_JOB' || status === GONE || failureReason === null || !deletionsOf({ desired }).some((id) => ids.has(id)))
      return [];
    return OVER.has(status) ? `${failureReason} Then start the sync again.` : failureReason;
  });
}

/** Why people are not deleted there yet, and what to do where something is to be done. */
export function whyTheyWait(
  settings: Pick<PersonalizeSettings, 'disabled'> | null,
  sync: Pick<PersonalizeSync, 'enabled' | 'state' | 'lastError'> | null,
  failures: readonly string[],
): string {
  if (settings === null)
    return 'Amazon Personalize is not set up here any more, and what it has of them stays there: set PERSONALIZE_ROLE_ARN and PERSONALIZE_BUCKET again, or remove the dataset group in AWS.';
  if (settings.disabled)
    return 'PERSONALIZE_DISABLED is set, and nothing is asked of Amazon Personalize: take it away to have them deleted there.';
  if (sync?.state === SyncState.TEARDOWN)
    return 'Everything of ours in Amazon Personalize is being taken down, and what it has of them with it.';
  if (sync !== null && !sync.enabled)
    return 'The sync with Amazon Personalize is paused: start it again to have them deleted there, or take it down.';
  if (failures[0] !== undefined) return `Amazon Personalize has not deleted them. ${failures[0]}`;
  if (sync?.state === SyncState.FAILED && sync.lastError !== null)
    return `The sync with Amazon Personalize does not go on. ${sync.lastError}`;
  return 'Amazon Personalize is asked to delete them once no import is under way, and takes up to some hours.';
}
