import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { CauseKind } from '../core/notice';
import { type Title, TitleState } from '../core/title';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { holdIngest } from '../store/events';
import { type Pair, rebuildInteractions } from '../store/interactions';
import { publish } from '../store/notices';
import { lastMerge, moveBack, moveTitle, pastsOf } from '../store/title-merge';
import { lockTitles } from '../store/title-save';
import { titlesByIds } from '../store/titles';
import { bumpUsers } from '../store/users';

interface MergedTitles {
  readonly actor: Actor;
  readonly fromId: number;
  readonly intoId: number;
  readonly now: Date;
}

/**
 * Lets `intoId` stand for `fromId` where both are the same work: ids, tags, episodes and pasts join; the log keeps what it has. Answers
 * the title that stays. Throws BAD_INPUT, NOT_FOUND, and CONFLICT for a title that is merged already.
 */
export async function mergeTitles(db: Db, { actor, fromId, intoId, now }: MergedTitles): Promise<Title> {
  if (fromId === intoId) throw badInput('intoId', 'A title cannot be merged into itself.', 'the id of another title');
  return db.transaction(async (db) => {
    await holdIngest(db);
    const titles = await lockTitles(db, [fromId, intoId]);
    const from = standing(titles, fromId, 'fromId');
    const into = standing(titles, intoId, 'intoId');
    if (from.kind !== into.kind)
      throw badInput('intoId', `A ${from.kind} cannot be merged into a ${into.kind}.`, `the id of a ${from.kind}`);
    const pasts = await pastsOf(db, [fromId]);
    const versions = await bump(db, pasts);
    const moved = await moveTitle(db, { fromId, intoId, now }, from.state);
    await rebuildInteractions(db, pasts);
    const entry = { actor, action: 'title.merge', entity: 'title', entityId: String(fromId) };
    await writeAudit(db, { ...entry, before: from, after: { intoId, moved } });
    return told(db, { titleIds: [fromId, intoId, ...moved.episodeIds], versions, answer: intoId });
  });
}

/** Undoes the last merge of a title: both stand as before, and so do the pasts. Answers the title that stands again. Throws NOT_FOUND, CONFLICT. */
export async function unmergeTitles(
  db: Db,
  { actor, fromId, now }: { readonly actor: Actor; readonly fromId: number; readonly now: Date },
): Promise<Title> {
  return db.transaction(async (db) => {
    await holdIngest(db);
    const [from] = await lockTitles(db, [fromId]);
    if (!from) throw notFound('fromId', 'title');
    const merge = await lastMerge(db, fromId);
    if (from.mergedIntoId === null || merge === null || merge.intoId !== from.mergedIntoId)
      throw new AppError(ErrorCode.CONFLICT, `Title ${fromId} is not merged.`, { field: 'fromId', expected: 'the id of a merged title' });
    const { intoId, moved } = merge;
    await lockTitles(db, [intoId]);
    const pasts = await pastsOf(db, [intoId]);
    const versions = await bump(db, pasts);
    await moveBack(db, { fromId, intoId, now }, moved);
    await rebuildInteractions(
      db,
      pasts.flatMap(({ userId }): readonly Pair[] => [
        { userId, titleId: fromId },
        { userId, titleId: intoId },
      ]),
    );
    const entry = { actor, action: 'title.unmerge', entity: 'title', entityId: String(fromId) };
    await writeAudit(db, { ...entry, before: { intoId }, after: { state: moved.state } });
    return told(db, { titleIds: [fromId, intoId, ...moved.episodeIds], versions, answer: fromId });
  });
}

function standing(titles: readonly Title[], id: number, field: string): Title {
  const title = titles.find((each) => each.id === id);
  if (!title) throw notFound(field, 'title');
  if (title.state !== TitleState.MERGED) return title;
  throw new AppError(ErrorCode.CONFLICT, `Title ${id} was merged already.`, {
    field,
    expected: 'the id of a title that stands for itself',
  });
}

type Versions = readonly { readonly id: number; readonly version: number }[];

/** Locks the people concerned before their pasts are made anew, and counts up their versions. */
async function bump(db: Db, pasts: readonly Pair[]): Promise<Versions> {
  const ids = [...new Set(pasts.map(({ userId }) => userId))];
  return ids.length === 0 ? [] : bumpUsers(db, ids);
}

async function told(
  db: Db,
  { titleIds, versions, answer }: { titleIds: readonly number[]; versions: Versions; answer: number },
): Promise<Title> {
  const cause = { cause: CauseKind.RESYNC, eventId: null, titleId: null };
  const users = versions.map(({ id, version }) => ({ userId: id, version, ...cause }));
  await publish(db, [{ topic: 'titles', ids: titleIds }, ...(users.length > 0 ? [{ topic: 'users' as const, users }] : [])]);
  const [title] = await titlesByIds(db, [answer]);
  if (!title) throw notFound('intoId', 'title');
  return title;
}
