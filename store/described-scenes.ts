import type { DescribedScene, SceneDraft } from '../core/scene/scene';
import type { TitleTold } from '../core/scene/theme-book';
import type { Db } from './database';
import { tagsOf } from './tags';

const COLUMNS = 'id, "titleId", "fromSeconds", "toSeconds", keywords';
/** Those that nobody placed come last. */
const IN_ORDER = '"fromSeconds" nulls last, "toSeconds", id';

/** The described scenes of a title, by time, and their version: 0 while nobody described any. */
export interface SceneList {
  readonly titleId: number;
  readonly version: number;
  readonly scenes: readonly DescribedScene[];
}

/** The described scenes of titles, in the order of the ids. */
export async function sceneListsOf(db: Db, titleIds: readonly number[]): Promise<readonly SceneList[]> {
  const versions: { titleId: number; version: number }[] = await db.query(
    'select "titleId", version from scene_lists where "titleId" = any($1::bigint[])',
    [titleIds],
  );
  if (versions.length === 0) return titleIds.map((titleId) => ({ titleId, version: 0, scenes: [] }));
  const scenes: DescribedScene[] = await db.query(
    `select ${COLUMNS} from described_scenes where "titleId" = any($1::bigint[]) order by ${IN_ORDER}`,
    [titleIds],
  );
  const versionOf = new Map(versions.map(({ titleId, version }) => [titleId, version]));
  const scenesOf = new Map<number, DescribedScene[]>(titleIds.map((titleId) => [titleId, []]));
  for (const scene of scenes) scenesOf.get(scene.titleId)?.push(scene);
  return titleIds.map((titleId) => ({ titleId, version: versionOf.get(titleId) ?? 0, scenes: scenesOf.get(titleId) ?? [] }));
}

/** Puts scenes in the place of those of a title that this transaction holds: those with an id stay the same scene. Counts its version up. */
export async function replaceScenes(db: Db, titleId: number, scenes: readonly SceneDraft[]): Promise<void> {
  const kept = scenes.flatMap(({ id }) => id ?? []);
  await db.query('delete from described_scenes where "titleId" = $1 and id <> all($2::bigint[])', [titleId, kept]);
  await db.query(
    `update described_scenes set "fromSeconds" = told."fromSeconds", "toSeconds" = told."toSeconds",
       keywords = array(select jsonb_array_elements_text(told.keywords))
     from jsonb_to_recordset($2) as told(id bigint, "fromSeconds" double precision, "toSeconds" double precision, keywords jsonb)
     where described_scenes.id = told.id and "titleId" = $1`,
    [titleId, JSON.stringify(scenes.filter(({ id }) => id !== null))],
  );
  await db.query(
    `insert into described_scenes ("titleId", "fromSeconds", "toSeconds", keywords)
     select $1, "fromSeconds", "toSeconds", array(select jsonb_array_elements_text(told.keywords))
     from jsonb_to_recordset($2) as told("fromSeconds" double precision, "toSeconds" double precision, keywords jsonb)`,
    [titleId, JSON.stringify(scenes.filter(({ id }) => id === null))],
  );
  await countUp(db, [titleId]);
}

async function countUp(db: Db, titleIds: readonly number[]): Promise<void> {
  await db.query(
    `insert into scene_lists ("titleId") select unnest($1::bigint[])
     on conflict ("titleId") do update set version = scene_lists.version + 1, "updatedAt" = now()`,
    [titleIds],
  );
}

type Move = { readonly fromId: number; readonly intoId: number };

/** Gives the scenes of one title to another that has none: two descriptions of one film would tell it twice. Answers which. Both must be locked. */
export async function moveScenes(db: Db, { fromId, intoId }: Move): Promise<readonly number[]> {
  const [moved]: [{ id: number }[], number] = await db.query(
    `update described_scenes set "titleId" = $2
     where "titleId" = $1 and not exists (select from described_scenes own where own."titleId" = $2) returning id`,
    [fromId, intoId],
  );
  if (moved.length > 0) await countUp(db, [fromId, intoId]);
  return moved.map(({ id }) => id);
}

/** Gives moved scenes back, those of them that are still there. Both must be locked. */
export async function moveScenesBack(db: Db, { fromId, intoId }: Move, ids: readonly number[]): Promise<void> {
  const [, count]: [unknown, number] = await db.query(
    'update described_scenes set "titleId" = $1 where "titleId" = $2 and id = any($3::bigint[])',
    [fromId, intoId, ids],
  );
  if (count > 0) await countUp(db, [fromId, intoId]);
}

/** What is told of a title beyond this says little of what it is about. */
const LONGEST_DESCRIPTION = 2_000;

const TITLES = `select id, genres, left(description, ${LONGEST_DESCRIPTION}) as description from titles`;

type Title = Pick<TitleTold, 'id' | 'genres' | 'description'>;

/** What the titles of these ids tell of themselves; those that are gone are left out. */
export async function titlesTold(db: Db, ids: readonly number[]): Promise<readonly TitleTold[]> {
  return told(db, await db.query(`${TITLES} where id = any($1::bigint[])`, [ids]));
}

/** The next titles behind an id, by id, and what they tell of themselves. */
export async function titlesToldAfter(db: Db, afterId: number, most: number): Promise<readonly TitleTold[]> {
  return told(db, await db.query(`${TITLES} where id > $1 order by id limit $2`, [afterId, most]));
}

async function told(db: Db, titles: readonly Title[]): Promise<readonly TitleTold[]> {
  if (titles.length === 0) return [];
  const ids = titles.map(({ id }) => id);
  const [tags, lists] = await Promise.all([tagsOf(db, ids), sceneListsOf(db, ids)]);
  return titles.map((title, at) => ({ ...title, tags: tags.get(title.id) ?? [], scenes: lists[at]?.scenes ?? [] }));
}
