import type { Actor, AuditedChange } from './audit';

/** What changed many titles at once; UNDO is itself such a change, and can be undone. */
export enum ChangeSetKind {
  BULK = 'BULK',
  IMPORT = 'IMPORT',
  UNDO = 'UNDO',
}

/** Changes that belong together: their audit rows share its id. */
export interface ChangeSet {
  readonly id: number;
  readonly kind: ChangeSetKind;
  readonly actor: Actor;
  readonly at: Date;
  /** How many titles it changed. */
  readonly titles: number;
  /** What was asked for, for people to read. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The job that made it, where one did. */
  readonly runId: number | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: Actor | null;
}

/** A title that an undo left as it is, and why. */
export interface KeptTitle {
  readonly titleId: number;
  readonly why: string;
}

/** What an undo did: `changeSetId` is its own change set, by which it can be undone in turn. */
export interface Undone {
  readonly restored: number;
  readonly kept: readonly KeptTitle[];
  readonly changeSetId: number;
}

/** One title in a change set: what changed of it, as it was before (null: it was not there), and the version that the change left it at. */
export interface TitleChange {
  readonly titleId: number;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly version: number | null;
}

/** The changes of a set by title, from its audit rows in their order: of a title that changed twice the first `before` and the last version. */
export function changesByTitle(entries: readonly Entry[]): readonly TitleChange[] {
  const changes = new Map<number, TitleChange>();
  for (const { entityId, before, after } of entries) {
    const titleId = Number(entityId);
    const known = changes.get(titleId);
    const was = before === null ? null : changedFields(before, after);
    const version = versionOf(after) ?? known?.version ?? null;
    const first = known === undefined ? was : known.before && { ...was, ...known.before };
    changes.set(titleId, { titleId, before: first, version });
  }
  return [...changes.values()];
}

/** The fields that a change changed, as they were before it; versions and times always change, and say nothing. */
export function changedFields(before: unknown, after: unknown): Readonly<Record<string, unknown>> {
  const [was, is] = [objectOf(before), objectOf(after)];
  return Object.fromEntries(
    Object.entries(was).filter(([field, value]) => !COUNTED.has(field) && JSON.stringify(value) !== JSON.stringify(is[field])),
  );
}

type Entry = Pick<AuditedChange, 'entityId' | 'before' | 'after'>;

const COUNTED = new Set(['version', 'createdAt', 'updatedAt']);

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function versionOf(value: unknown): number | null {
  const { version } = objectOf(value);
  return typeof version === 'number' ? version : null;
}
