import type { Actor } from '../core/audit';
import { ChangeSetKind, changesByTitle, type KeptTitle, type TitleChange, type Undone } from '../core/change-set';
import { AppError, ErrorCode, notFound } from '../core/errors';
import { type ExternalId, type Title, TitleState } from '../core/title';
import { auditsOfSet, beginChangeSet, changeSetOfRun, lockChangeSet, markUndone, titlesOfSet, writeAudits } from '../store/change-sets';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { enqueue } from '../store/queue';
import { type FieldsOfTitle, fieldsNow, writeFields } from '../store/title-fields';
import { lockTitles } from '../store/title-save';
import { wholeTitles } from '../store/title-whole';
import { resolveTitles } from '../store/titles';

interface Undoing {
  readonly actor: Actor;
  readonly id: number;
  readonly now: Date;
  /** The job that does it: a second attempt of it finds what the first one did. */
  readonly runId?: number | null;
  readonly signal?: AbortSignal;
  /** Told after every batch, from 0 to 1. */
  readonly progress?: (fraction: number) => Promise<void> | void;
}

const BATCH = 1_000;
/** Beyond so many changed titles a notice says "all" instead of naming them. */
const MOST_TOLD = 500;

/**
 * Brings every title of a bulk change or an import back to what it was, where nobody changed it since; what was made becomes REMOVED. One
 * transaction, under a change set of its own. Throws NOT_FOUND, and CONFLICT for what was undone already.
 */
export async function undoChangeSet(db: Db, { actor, id, now, runId = null, signal, progress }: Undoing): Promise<Undone> {
  return db.transaction(async (db) => {
    const done = runId === null ? null : await changeSetOfRun(db, runId);
    if (done !== null) return { restored: done.titles, kept: [], changeSetId: done.id };
    const set = await lockChangeSet(db, id);
    if (set === null) throw notFound('id', 'change set');
    if (set.undoneAt !== null)
      throw new AppError(ErrorCode.CONFLICT, `Change set ${id} was undone already.`, { field: 'id', expected: 'one that still stands' });
    const changeSetId = await beginChangeSet(db, { actor, kind: ChangeSetKind.UNDO, details: { undoes: id, kind: set.kind }, runId });
    const ids = await titlesOfSet(db, id);
    const [restored, kept]: [number[], KeptTitle[]] = [[], []];
    for (let start = 0; start < ids.length; start += BATCH) {
      signal?.throwIfAborted();
      const changes = changesByTitle(await auditsOfSet(db, id, ids.slice(start, start + BATCH)));
      const result = await bringBack(db, changes, { actor, now, changeSetId });
      restored.push(...result.restored);
      kept.push(...result.kept);
      await progress?.(Math.min(1, (start + BATCH) / ids.length));
    }
    await markUndone(db, { id, actor, now });
    if (restored.length > 0) await publish(db, [{ topic: 'titles', ids: restored.length > MOST_TOLD ? null : restored }]);
    return { restored: restored.length, kept, changeSetId };
  });
}

/** Asks for an undo as a job, one at a time for each change set. Answers the id of its run. */
export async function queueUndo(db: Db, { actor, id }: Pick<Undoing, 'actor' | 'id'>): Promise<number> {
  return enqueue(db, 'undo-change-set', { actor, id }, { key: `undo-change-set:${id}` });
}

interface Under {
  readonly actor: Actor;
  readonly now: Date;
  readonly changeSetId: number | null;
}

interface BroughtBack {
  readonly restored: readonly number[];
  readonly kept: readonly KeptTitle[];
}

/** Brings titles back to what they were before these changes, and writes that down; tells which could not be, and why. */
export async function bringBack(db: Db, changes: readonly TitleChange[], { actor, now, changeSetId }: Under): Promise<BroughtBack> {
  const titles = await lockTitles(
    db,
    changes.map(({ titleId }) => titleId),
  );
  const byId = new Map((await wholeTitles(db, titles)).map((title) => [title.id, title]));
  const owners = await ownersOf(db, changes);
  const kept = changes.flatMap((change) => {
    const why = obstacle(change, byId.get(change.titleId), owners);
    return why === null ? [] : [{ titleId: change.titleId, why }];
  });
  const left = new Set(kept.map(({ titleId }) => titleId));
  const restorings = changes.filter(({ titleId }) => !left.has(titleId)).map(restoringOf);
  await writeFields(db, restorings, now);
  const entries = restorings.flatMap((restoring) => {
    const title = byId.get(restoring.titleId);
    if (title === undefined) return [];
    const entry = { actor, action: 'title.revert', entity: 'title', entityId: String(title.id) };
    return [{ ...entry, before: fieldsNow(title, restoring), after: { ...restoring.fields, version: title.version + 1 } }];
  });
  await writeAudits(db, entries, changeSetId);
  return { restored: restorings.map(({ titleId }) => titleId), kept };
}

const restoringOf = ({ titleId, before }: TitleChange): FieldsOfTitle => ({ titleId, fields: before ?? { state: TitleState.REMOVED } });

function obstacle({ before, version }: TitleChange, title: Title | undefined, owners: ReadonlyMap<string, number>): string | null {
  if (title === undefined) return 'It is gone.';
  if (title.state === TitleState.MERGED) return `It was merged into title ${title.mergedIntoId}.`;
  if (title.version !== version) return 'It was changed since.';
  const taken = idsIn(before).find((id) => (owners.get(keyOf(id)) ?? title.id) !== title.id);
  return taken === undefined ? null : `${keyOf(taken)} is title ${owners.get(keyOf(taken))} now.`;
}

const keyOf = ({ source, value }: ExternalId): string => `${source}:${value}`;
const idsIn = (was: TitleChange['before']): readonly ExternalId[] => (Array.isArray(was?.externalIds) ? was.externalIds : []);

/** Which titles have the external ids that are to come back; those that come back together give theirs up first. */
async function ownersOf(db: Db, changes: readonly TitleChange[]): Promise<ReadonlyMap<string, number>> {
  const giving = new Set(changes.filter(({ before }) => Array.isArray(before?.externalIds)).map(({ titleId }) => titleId));
  const ids = changes.flatMap(({ before }) => idsIn(before));
  const owners = await resolveTitles(db, ids);
  return new Map(ids.flatMap((id, index) => (owners[index] == null || giving.has(owners[index]) ? [] : [[keyOf(id), owners[index]]])));
}
