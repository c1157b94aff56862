import { certificatesFrom, type HiddenSelection } from '../core/hidden';
import type { Page, Paged } from '../core/page';
import type { Title } from '../core/title';
import type { Db } from './database';
import { decodeCursor, paged, pageSize } from './page';
import { MOST_TITLES, TITLE_COLUMNS } from './titles';

/** What a title is listed as: an episode as its show, one that was merged as the one that stands for it. */
const ABOVE = `coalesce(titles."mergedIntoId", case when titles.kind = 'EPISODE' then titles."parentId" end)`;

/** `standing`: each title of `given` with the one it is listed as. */
const STANDING = `climbed as (
    select id as given, id from given
    union
    select climbed.given, ${ABOVE} from climbed join titles on titles.id = climbed.id where ${ABOVE} is not null
  ), standing as (
    select climbed.given, climbed.id from climbed join titles on titles.id = climbed.id where ${ABOVE} is null
  )`;

/**
 * The titles that each of these people hides from blends, with everything that they stand for: episodes of a show, and what was merged.
 * Who hides none is left out.
 */
export async function hiddenTitles(db: Db, userIds: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await db.query<{ userId: number; titleIds: readonly number[] }[]>(
    `with recursive climbed as (
       select "userId", "titleId" as id from hidden_titles where "userId" = any($1::bigint[])
       union
       select climbed."userId", ${ABOVE} from climbed join titles on titles.id = climbed.id where ${ABOVE} is not null
     ), below as (
       select "userId", id from climbed
       union
       select below."userId", titles.id from below join titles on titles."mergedIntoId" = below.id or titles."parentId" = below.id
     )
     select "userId", array_agg(id order by id) as "titleIds" from below group by "userId"`,
    [userIds],
  );
  return new Map(rows.map(({ userId, titleIds }) => [userId, titleIds.map(Number)]));
}

/** Hides those of the titles in a person's past that the selection means, by what they are listed as; what is hidden stays so. */
export async function hideTitles(db: Db, userId: number, selection: HiddenSelection): Promise<void> {
  await db.query(
    `with recursive ${MEANT}
     insert into hidden_titles ("userId", "titleId") select distinct $1::bigint, id from meant where given in (select "titleId" from past)
     on conflict do nothing`,
    valuesOf(userId, selection),
  );
}

/** Hides no more those of the titles that a person hides which the selection means. */
export async function showTitles(db: Db, userId: number, selection: HiddenSelection): Promise<void> {
  await db.query(
    `with recursive ${MEANT}
     delete from hidden_titles where "userId" = $1
       and "titleId" in (select standing.given from standing where standing.id in (select id from meant))`,
    valuesOf(userId, selection),
  );
}

/** `meant`: titles that a person watched, hides or names, with what each is listed as, where the selection holds for either. */
const MEANT = `past as (
    select "titleId", "firstAt" from interactions where "userId" = $1
  ), given as (
    select "titleId" as id from past union select "titleId" from hidden_titles where "userId" = $1 union select unnest($2::bigint[])
  ), ${STANDING}, meant as (
    select standing.given, standing.id from standing
    join titles own on own.id = standing.given join titles listed on listed.id = standing.id
    where ($2::bigint[] is null or standing.id in (select named.id from standing named where named.given = any($2)))
      and ($3::text[] is null or exists (select from unnest(own.genres || listed.genres) genre where lower(genre) = any($3)))
      and ($4::text[] is null or upper(own.certificate) = any($4) or upper(listed.certificate) = any($4))
      and ($5::timestamptz is null or exists (
        select from past join standing seen on seen.given = past."titleId" where seen.id = standing.id and "firstAt" < $5))
  )`;

function valuesOf(userId: number, { titleIds, genres, certificate, before }: HiddenSelection): readonly unknown[] {
  return [
    userId,
    titleIds ?? null,
    genres?.map((genre) => genre.toLowerCase()) ?? null,
    certificate === undefined ? null : certificatesFrom(certificate),
    before ?? null,
  ];
}

/** `shown`: what a person hides, by what it is listed as. */
const SHOWN = `given as (select "titleId" as id from hidden_titles where "userId" = $1), ${STANDING}, shown as (select distinct id from standing)`;

/** How many titles a person hides; a show is one. */
export async function countHidden(db: Db, userId: number): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`with recursive ${SHOWN} select count(*) as count from shown`, [userId]);
  return row?.count ?? 0;
}

/** A page of the titles that a person hides, by name. Throws BAD_INPUT on `first` and `after`. */
export async function hiddenPage(db: Db, userId: number, page: Page): Promise<Paged<Title>> {
  const first = pageSize(page.first, MOST_TITLES);
  const [name, id] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['text', 'integer']);
  const rows = await db.query<Title[]>(
    `with recursive ${SHOWN} select ${TITLE_COLUMNS} from titles join shown using (id)
     where $2::text is null or (name, id) > ($2, $3::bigint) order by name, id limit $4`,
    [userId, name, id, first + 1],
  );
  return paged(rows, first, (title) => [title.name, title.id]);
}
