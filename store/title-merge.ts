import { type ExternalId, type Tag, type Title, TitleState } from '../core/title';
import type { Db } from './database';
import { moveScenes, moveScenesBack } from './described-scenes';
import type { Pair } from './interactions';
import { TITLE_COLUMNS } from './titles';

/** What a merge moved from one title to another: enough to put it back exactly. */
export interface Moved {
  /** The state that the title which gave way had. */
  readonly state: TitleState;
  readonly externalIds: readonly ExternalId[];
  /** Tags that the other title did not have. */
  readonly tags: readonly Tag[];
  readonly episodeIds: readonly number[];
  /** Described scenes; none where the other title had its own, nor in what was merged before there were any. */
  readonly sceneIds?: readonly number[];
}

type Merge = { readonly fromId: number; readonly intoId: number; readonly now: Date };

/** Lets one title stand for another, and moves what hangs on it. Answers what was moved. Both must be locked. */
export async function moveTitle(db: Db, { fromId, intoId, now }: Merge, state: TitleState): Promise<Moved> {
  const [externalIds]: [ExternalId[], number] = await db.query(
    'update external_ids set "titleId" = $2 where "titleId" = $1 returning source, value',
    [fromId, intoId],
  );
  const tags: Tag[] = await db.query(
    `insert into title_tags ("titleId", tag, relevance) select $2, tag, relevance from title_tags where "titleId" = $1
     on conflict do nothing returning tag, relevance`,
    [fromId, intoId],
  );
  const [episodes]: [{ id: number }[], number] = await db.query('update titles set "parentId" = $2 where "parentId" = $1 returning id', [
    fromId,
    intoId,
  ]);
  const sceneIds = await moveScenes(db, { fromId, intoId });
  await db.query(
    `update titles set state = '${TitleState.MERGED}', "mergedIntoId" = $2, version = version + 1, "updatedAt" = $3 where id = $1`,
    [fromId, intoId, now],
  );
  return { state, externalIds, tags, episodeIds: episodes.map(({ id }) => id), sceneIds };
}

/** Puts back what a merge moved, as far as it still stands where it was moved to. Both must be locked. */
export async function moveBack(db: Db, { fromId, intoId, now }: Merge, moved: Moved): Promise<void> {
  const { state, externalIds, tags, episodeIds, sceneIds = [] } = moved;
  await db.query(
    `update external_ids set "titleId" = $1 from unnest($3::text[], $4::text[]) was(source, value)
     where external_ids.source = was.source and external_ids.value = was.value and "titleId" = $2`,
    [fromId, intoId, externalIds.map(({ source }) => source), externalIds.map(({ value }) => value)],
  );
  await db.query('delete from title_tags where "titleId" = $1 and tag = any($2::text[])', [intoId, tags.map(({ tag }) => tag)]);
  await db.query('update titles set "parentId" = $1 where id = any($3::bigint[]) and "parentId" = $2', [fromId, intoId, episodeIds]);
  await moveScenesBack(db, { fromId, intoId }, sceneIds);
  await db.query(`update titles set state = $2, "mergedIntoId" = null, version = version + 1, "updatedAt" = $3 where id = $1`, [
    fromId,
    state,
    now,
  ]);
}

const MOST_MERGED = 100;

/** The titles that were merged into this one, the newest first, at most a hundred. */
export async function mergedInto(db: Db, id: number): Promise<readonly Title[]> {
  return db.query(`select ${TITLE_COLUMNS} from titles where "mergedIntoId" = $1 order by "updatedAt" desc, id limit ${MOST_MERGED}`, [id]);
}

/** Everybody whose past holds one of these titles, with each of the titles. */
export async function pastsOf(db: Db, titleIds: readonly number[]): Promise<readonly Pair[]> {
  return db.query('select "userId", "titleId" from interactions where "titleId" = any($1::bigint[]) order by "userId", "titleId"', [
    titleIds,
  ]);
}

/** What the last merge of this title moved, as the audit keeps it; null when it was never merged. */
export async function lastMerge(db: Db, fromId: number): Promise<{ readonly intoId: number; readonly moved: Moved } | null> {
  const [row] = await db.query(
    `select after from audit where entity = 'title' and "entityId" = $1 and action = 'title.merge' order by id desc limit 1`,
    [String(fromId)],
  );
  return row?.after ?? null;
}
