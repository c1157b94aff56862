import type { ExportedSnapshot, PersonalizeResource, SyncState } from '../core/personalize/sync';
import { WIRE } from '../core/personalize/wire';
import type { ControlPlane } from '../engine/personalize/control';
import { faultText } from '../engine/personalize/fault';
import type { Db } from '../store/database';
import { requireLease } from '../store/leases';
import { addCall, changeResource, type ResourceChange } from '../store/personalize-resources';

/** What one owner of the sync works with. */
export interface PersonalizeWork {
  readonly db: Db;
  readonly control: ControlPlane;
  readonly clock: () => Date;
  readonly random: () => number;
  /** Aborted when somebody cancels, the worker leaves or the lease is lost: nothing is written or asked after it. */
  readonly signal: AbortSignal;
  readonly lease: { readonly name: string; readonly token: number };
  readonly tags: readonly { readonly tagKey: string; readonly tagValue: string }[];
  /** The ARN of something of the plan by its name. Throws where it has none. */
  readonly arnOf: (name: unknown) => string;
}

/** An export and whether Personalize would take it. */
export interface JudgedExport extends ExportedSnapshot {
  readonly preflight: { readonly passed: boolean; readonly checks: readonly { readonly fault: string | null }[] };
}

/** How a run of the sync ended. */
export interface SyncOutcome {
  readonly state: SyncState | 'BUSY' | 'DISABLED';
  /** Things that were done or asked. */
  readonly steps: number;
  readonly lastError: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const CHANGING = /^(Create|Update|Delete)/;

/** A call that failed, under the documented name of its error; the message is what Personalize said. */
export class FailedCall extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : '', { cause });
    this.name = errorName(cause);
  }
}

/** Makes one call; one that is to change something is noted with its outcome. Throws FailedCall, and what the signal was aborted with. */
export async function ask(work: PersonalizeWork, operation: string, input: Json, row: PersonalizeResource | null = null): Promise<Json> {
  work.signal.throwIfAborted();
  const note = (outcome: string, requestId: string | null, message: string | null): Promise<void> =>
    CHANGING.test(operation)
      ? addCall(work.db, { resourceId: row?.id ?? null, operation, requestId, outcome, message })
      : Promise.resolve();
  try {
    const { body, requestId } = await work.control.call(operation, input);
    work.signal.throwIfAborted();
    await note('OK', requestId, null);
    return body;
  } catch (error) {
    work.signal.throwIfAborted();
    await note(errorName(error), null, faultText(error));
    throw new FailedCall(error);
  }
}

/** The documented name of what a call threw. */
export function errorName(error: unknown): string {
  return (error as { readonly name?: string } | null)?.name ?? 'Error';
}

/** Changes a row, as long as the lease is ours: an owner that was thought dead writes nothing. */
export async function change(work: PersonalizeWork, row: PersonalizeResource, changed: ResourceChange): Promise<void> {
  work.signal.throwIfAborted();
  await work.db.transaction(async (db) => {
    await requireLease(db, work.lease.name, work.lease.token);
    await changeResource(db, row.id, changed);
  });
}

const FIRST_WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 60;

/** When to look again: after 10 s at first, after a minute later on, each a fifth sooner or later by chance. */
export function nextLook(work: PersonalizeWork, polls: number): Date {
  const seconds = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 1.5 ** polls) * (0.8 + 0.4 * work.random());
  return later(work, seconds);
}

export function later({ clock }: Pick<PersonalizeWork, 'clock'>, seconds: number): Date {
  return new Date(clock().getTime() + seconds * 1000);
}

/** All pages of a list, as summaries. */
export async function listed(
  work: PersonalizeWork,
  { kind, desired }: Pick<PersonalizeResource, 'kind' | 'desired'>,
): Promise<readonly Json[]> {
  const { word, list, parent } = WIRE[kind];
  const narrowed = parent === null ? {} : { [parent.argument]: work.arnOf(desired[parent.desired]) };
  const all: Json[] = [];
  let nextToken: unknown;
  do {
    const page: Json = await ask(work, `List${word}s`, { ...narrowed, maxResults: 100, ...(nextToken !== undefined && { nextToken }) });
    all.push(...((page[list] ?? []) as readonly Json[]));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== null);
  return all;
}
