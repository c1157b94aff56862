import type { PassingName } from '../core/history/alike';
import type { Named } from '../core/history/place';
import { TitleKind, TitleState } from '../core/title';
import type { Db } from './database';

/** What a history of watching may name. */
const WATCHED = [TitleKind.MOVIE, TitleKind.SHOW, TitleKind.VIDEO];
const STANDING = [TitleState.LISTED, TitleState.HIDDEN];

/**
 * The titles to watch whose name or alias is one of these, as `searchName` sees names. A merged title leads to the one that stands for it;
 * a removed one is not found.
 */
export async function titlesNamed(db: Db, keys: readonly string[]): Promise<readonly Named[]> {
  if (keys.length === 0) return [];
  return db.query(
    `with recursive asked as (
       select key from unnest($1::text[]) given(key)
     ), bearing as (
       select key, id from asked join titles on titles."searchName" = key
       union
       select key, "titleId" from asked join title_aliases on title_aliases."searchName" = key
     ), followed as (
       select bearing.key, titles.id, titles."mergedIntoId" from bearing join titles using (id)
       union
       select followed.key, titles.id, titles."mergedIntoId" from followed join titles on titles.id = followed."mergedIntoId"
     )
     select followed.key, id, kind, year from followed join titles using (id)
     where titles.state = any($2::text[]) and kind = any($3::text[]) order by key, id`,
    [keys, STANDING, WATCHED],
  );
}

/** The next names and aliases of titles to watch, in the order of the titles' ids; none behind the last. A title's aliases come with its name. */
export async function namesAfter(
  db: Db,
  afterId: number,
  titles: number,
): Promise<readonly (PassingName & { readonly isShow: boolean })[]> {
  return db.query(
    `with passing as (
       select id, "searchName", kind = '${TitleKind.SHOW}' as "isShow" from titles
       where id > $1 and state = any($3::text[]) and kind = any($4::text[]) order by id limit $2
     )
     select id, "searchName" as key, "isShow" from passing
     union all
     select id, title_aliases."searchName", "isShow" from passing join title_aliases on "titleId" = id order by id`,
    [afterId, titles, STANDING, WATCHED],
  );
}

/** The highest id of a title; 0 of none. */
export async function lastTitleId(db: Db): Promise<number> {
  const [row] = await db.query('select coalesce(max(id), 0) as id from titles');
  return row.id;
}
