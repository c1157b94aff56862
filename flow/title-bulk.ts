import type { Actor } from '../core/audit';
import { ChangeSetKind } from '../core/change-set';
import { AppError, badInput, ErrorCode } from '../core/errors';
import type { Title } from '../core/title';
import { type BulkChange, bulkFields, checkBulk } from '../core/title-bulk';
import type { TitleFilter } from '../core/title-filter';
import { beginChangeSet, changeSetOfRun, writeAudits } from '../store/change-sets';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { enqueue } from '../store/queue';
import { tagsOf } from '../store/tags';
import { type FieldsOfTitle, fieldsNow, writeFields } from '../store/title-fields';
import { lockTitles } from '../store/title-save';
import { changeableTitles, titlesByIds } from '../store/titles';

/** Which titles are changed, and how. `expectedCount` is how many there were when somebody looked. */
export interface BulkRequest {
  readonly filter: TitleFilter;
  readonly change: BulkChange;
  readonly expectedCount: number;
}

interface Bulk extends BulkRequest {
  readonly actor: Actor;
  readonly now: Date;
  /** The job that does it: a second attempt of it finds what the first one did. */
  readonly runId?: number | null;
  readonly signal?: AbortSignal;
  /** Told after every batch, from 0 to 1. */
  readonly progress?: (fraction: number) => Promise<void> | void;
}

/** What a bulk change did; titles that were so already are not among `changed`. */
export interface BulkChanged {
  readonly changed: number;
  readonly changeSetId: number;
}

/** Up to so many titles a request changes itself; more are a job. */
export const MOST_AT_ONCE = 2_000;
const SAMPLE = 10;
const BATCH = 1_000;
const MOST_GENRES = 50;
/** Beyond so many changed titles a notice says "all" instead of naming them. */
const MOST_TOLD = 500;

/** How many titles a change would be made to, and some of them. Throws BAD_INPUT on the change. */
export async function previewBulk(
  db: Db,
  { filter, change }: Pick<BulkRequest, 'filter' | 'change'>,
): Promise<{ readonly count: number; readonly sample: readonly Title[] }> {
  checkBulk(change);
  const ids = await changeableTitles(db, filter);
  return { count: ids.length, sample: await titlesByIds(db, ids.slice(0, SAMPLE)) };
}

/** Asks for a change as a job, which counts once more before it begins. Answers the id of its run. */
export async function queueBulk(
  db: Db,
  { actor, filter, change, expectedCount }: BulkRequest & { readonly actor: Actor },
): Promise<number> {
  return enqueue(db, 'change-titles', { actor, filter, change: checkBulk(change), expectedCount });
}

/**
 * Makes one change to every title that a filter holds, merged ones excepted: one transaction, one change set, one notice. Throws BAD_INPUT, and
 * CONFLICT where there are not as many titles as expected.
 */
export async function changeTitles(
  db: Db,
  { actor, filter, expectedCount, now, runId = null, signal, progress, ...rest }: Bulk,
): Promise<BulkChanged> {
  const change = checkBulk(rest.change);
  return db.transaction(async (db) => {
    const done = runId === null ? null : await changeSetOfRun(db, runId);
    if (done !== null) return { changed: done.titles, changeSetId: done.id };
    const ids = await changeableTitles(db, filter);
    if (ids.length !== expectedCount)
      throw new AppError(ErrorCode.CONFLICT, `There were ${expectedCount} titles, and there are ${ids.length} now.`, {
        field: 'input.expectedCount',
        expected: `${ids.length}, once you have looked again`,
      });
    const changeSetId = await beginChangeSet(db, { actor, kind: ChangeSetKind.BULK, details: { change, filter }, runId });
    const changed: number[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      signal?.throwIfAborted();
      changed.push(...(await changeBatch(db, ids.slice(start, start + BATCH), { actor, now, change, changeSetId })));
      await progress?.(Math.min(1, (start + BATCH) / ids.length));
    }
    if (changed.length > 0) await publish(db, [{ topic: 'titles', ids: changed.length > MOST_TOLD ? null : changed }]);
    return { changed: changed.length, changeSetId };
  });
}

type Under = Pick<Bulk, 'actor' | 'now' | 'change'> & { readonly changeSetId: number };

async function changeBatch(db: Db, ids: readonly number[], { actor, now, change, changeSetId }: Under): Promise<readonly number[]> {
  const titles = await lockTitles(db, ids);
  const tagged = change.addTags || change.removeTags ? await tagsOf(db, ids) : null;
  const changes = titles.flatMap((title) => {
    const tags = tagged?.get(title.id) ?? [];
    const of: FieldsOfTitle = { titleId: title.id, fields: bulkFields(title, tags, change) };
    if (Object.keys(of.fields).length === 0) return [];
    if (Array.isArray(of.fields.genres) && of.fields.genres.length > MOST_GENRES)
      throw badInput(
        'input.change.addGenres',
        `${title.name} would have more than ${MOST_GENRES} genres.`,
        `at most ${MOST_GENRES} a title`,
      );
    const entry = { actor, action: 'title.change', entity: 'title', entityId: String(title.id) };
    const before = fieldsNow({ ...title, tags, externalIds: [], aliases: [], credits: [] }, of);
    return [{ of, entry: { ...entry, before, after: { ...of.fields, version: title.version + 1 } } }];
  });
  await writeFields(
    db,
    changes.map(({ of }) => of),
    now,
  );
  await writeAudits(
    db,
    changes.map(({ entry }) => entry),
    changeSetId,
  );
  return changes.map(({ of }) => of.titleId);
}
