import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { type ExternalId, type Title, TitleKind, TitleState } from '../core/title';
import { checkTitle, type TitleInput } from '../core/title-input';
import { replaceAliases } from '../store/aliases';
import { writeAudit } from '../store/audit';
import { writeAudits } from '../store/change-sets';
import type { Db } from '../store/database';
import { replaceExternalIds } from '../store/external-ids';
import { publish } from '../store/notices';
import { replaceCredits, replaceTags } from '../store/title-facts';
import { insertTitle, lockTitles, markRemoved, updateTitle } from '../store/title-save';
import { wholeTitles } from '../store/title-whole';
import { resolveTitles, titlesByIds } from '../store/titles';
import { keepPoster } from './poster';

/** A change of one title: `id` null makes a new one, else `expectedVersion` is the version that the caller read. */
export interface SavedTitle {
  readonly actor: Actor;
  readonly id: number | null;
  readonly expectedVersion: number | null;
  readonly input: TitleInput;
  /** A picture that was uploaded, null for a drawn poster; left out, it stays. */
  readonly posterUploadId?: number | null;
  readonly now: Date;
}

const MOST_REMOVED = 1_000;

/**
 * Makes or changes a title, with its audit row and a notice. Throws BAD_INPUT that names the field, NOT_FOUND, and CONFLICT for a stale
 * version, a merged title, and an external id that another title has.
 */
export async function saveTitle(db: Db, { actor, id, expectedVersion, now, posterUploadId, ...given }: SavedTitle): Promise<Title> {
  return db.transaction(async (db) => {
    const posterSource = posterUploadId == null ? posterUploadId : await keepPoster(db, { actor, uploadId: posterUploadId, now });
    const input = posterSource === undefined ? given.input : { ...given.input, posterSource };
    const before = id === null ? null : await current(db, id, expectedVersion);
    const fields = checkTitle(input, before);
    await checkParent(db, fields.parentId);
    const [told = null] = await wholeTitles(db, before === null ? [] : [before]);
    const title = before === null ? await insertTitle(db, fields, now) : await updateTitle(db, { id: before.id, title: fields, now });
    if (input.externalIds !== undefined) await claim(db, title.id, input.externalIds ?? []);
    if (input.tags !== undefined) await replaceTags(db, [{ titleId: title.id, facts: input.tags ?? [] }]);
    if (input.aliases !== undefined) await replaceAliases(db, [{ titleId: title.id, facts: input.aliases ?? [] }]);
    if (input.credits !== undefined) await replaceCredits(db, [{ titleId: title.id, facts: input.credits ?? [] }]);
    const entity = { entity: 'title', entityId: String(title.id) };
    await writeAudit(db, { actor, action: 'title.save', ...entity, before: told, after: (await wholeTitles(db, [title]))[0] });
    await publish(db, [{ topic: 'titles', ids: [title.id] }]);
    return title;
  });
}

/** Takes titles out of lists and searches; pasts keep them, and a save brings one back. Answers how many changed. Throws BAD_INPUT, NOT_FOUND. */
export async function removeTitles(
  db: Db,
  { actor, ids, now }: { readonly actor: Actor; readonly ids: readonly number[]; readonly now: Date },
): Promise<number> {
  const wanted = [...new Set(ids)];
  if (wanted.length > MOST_REMOVED) throw badInput('ids', `${wanted.length} titles are too many at once.`, `at most ${MOST_REMOVED} ids`);
  return db.transaction(async (db) => {
    const titles = await lockTitles(db, wanted);
    if (titles.length < wanted.length) throw notFound('ids', 'title');
    const removed = titles.filter(({ state }) => state === TitleState.LISTED || state === TitleState.HIDDEN);
    await markRemoved(
      db,
      removed.map(({ id }) => id),
      now,
    );
    const entries = removed.map(({ id, state, version }) => ({
      ...{ actor, action: 'title.remove', entity: 'title', entityId: String(id) },
      ...{ before: { state, version }, after: { state: TitleState.REMOVED, version: version + 1 } },
    }));
    await writeAudits(db, entries, null);
    if (removed.length > 0) await publish(db, [{ topic: 'titles', ids: removed.map(({ id }) => id) }]);
    return removed.length;
  });
}

async function current(db: Db, id: number, expectedVersion: number | null): Promise<Title> {
  const [title] = await lockTitles(db, [id]);
  if (!title) throw notFound('input.id', 'title');
  if (title.state === TitleState.MERGED)
    throw new AppError(ErrorCode.CONFLICT, `Title ${id} was merged into ${title.mergedIntoId}.`, {
      field: 'input.id',
      expected: 'the id of a title that stands for itself',
    });
  if (expectedVersion === null)
    throw badInput('input.version', 'A change needs the version it was read at.', 'the version of the title as it was read');
  if (title.version !== expectedVersion)
    throw new AppError(ErrorCode.CONFLICT, `The title has changed since it was read: it came with version ${expectedVersion}.`, {
      field: 'input.version',
      expected: `version ${title.version}`,
    });
  return title;
}

async function checkParent(db: Db, parentId: number | null): Promise<void> {
  const [parent] = parentId === null ? [] : await titlesByIds(db, [parentId]);
  if (parentId !== null && parent?.kind !== TitleKind.SHOW) throw badInput('input.parentId', 'The parent is no show.', 'the id of a SHOW');
}

/** Gives the title exactly these external ids. One that another title has is a duplicate for somebody to merge: nothing is guessed. */
async function claim(db: Db, titleId: number, externalIds: readonly ExternalId[]): Promise<void> {
  const owners = await resolveTitles(db, externalIds);
  const taken = externalIds.findIndex((_, index) => owners[index] !== null && owners[index] !== titleId);
  const id = externalIds[taken];
  if (id)
    throw new AppError(ErrorCode.CONFLICT, `${id.source}:${id.value} is title ${owners[taken]} already.`, {
      field: 'input.externalIds',
      expected: 'ids that no other title has; merge the two titles if they are one',
    });
  await replaceExternalIds(db, titleId, externalIds);
}
