import { DuplicateReason, type LikelyDuplicate } from '../core/duplicate';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const MOST_PAIRS = 100;
/** A name that so many titles bear says nothing. */
const MOST_ALIKE = 20;
const STANDING = `state in ('LISTED', 'HIDDEN')`;

// Names and ids that occur twice come off their indexes in order; only those are joined. Episodes are alike within their show only.
const PAIRS = `
  with names as (
    select "searchName", kind from titles where ${STANDING} and "searchName" <> ''
    group by 1, 2 having count(*) between 2 and ${MOST_ALIKE}
  ), "values" as (
    select value from external_ids where length(value) >= 7 and value ~ '[A-Za-z]'
    group by 1 having count(distinct "titleId") between 2 and ${MOST_ALIKE}
  ), found as (
    select one.id as "titleId", other.id as "otherId", '${DuplicateReason.NAME}' as reason
    from names join titles one using ("searchName", kind) join titles other using ("searchName", kind)
    where one.id < other.id and one.${STANDING} and other.${STANDING}
      and coalesce(abs(one.year - other.year) <= 1, true) and (kind <> 'EPISODE' or one."parentId" = other."parentId")
    union all
    select one.id, other.id, '${DuplicateReason.EXTERNAL_ID}'
    from "values" join external_ids a using (value) join external_ids b using (value)
    join titles one on one.id = a."titleId" join titles other on other.id = b."titleId"
    where one.id < other.id and one.kind = other.kind and one.${STANDING} and other.${STANDING}
      and length(value) >= 7 and value ~ '[A-Za-z]'
  ), pairs as (
    select "titleId", "otherId", array_agg(distinct reason order by reason) as reasons from found
    where not exists (select from distinct_titles apart where apart."titleId" = found."titleId" and apart."otherId" = found."otherId")
    group by 1, 2
  )`;

/** Pairs of titles that may be one work, by their lower id. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function duplicatesPage(db: Db, page: Page): Promise<Paged<LikelyDuplicate>> {
  const first = pageSize(page.first, MOST_PAIRS);
  const [titleId, otherId] = page.after === null ? [0, 0] : decodeCursor(page.after, 'after', ['integer', 'integer']);
  const rows: LikelyDuplicate[] = await db.query(
    `${PAIRS} select * from pairs where ("titleId", "otherId") > ($1::bigint, $2::bigint) order by 1, 2 limit $3 offset $4`,
    [titleId, otherId, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, (pair) => [pair.titleId, pair.otherId]);
}

/** How many such pairs there are. */
export async function countDuplicates(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`${PAIRS} select count(*) as count from pairs`);
  return row?.count ?? 0;
}

/** Says that two titles are not one work: they are not told as a pair any more. */
export async function setApart(db: Db, one: number, other: number): Promise<void> {
  await db.query(
    'insert into distinct_titles ("titleId", "otherId") values (least($1::bigint, $2), greatest($1::bigint, $2)) on conflict do nothing',
    [one, other],
  );
}
