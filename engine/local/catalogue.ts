import { NO_COLUMNS } from '../../core/column-arrays';
import { type Columns, type TitleFacts, UNKNOWN, withTitlesInSteps } from '../../core/columns';
import { SOUNDS } from '../../core/sound';
import { blockedTitles } from '../../store/blocks';
import type { Db } from '../../store/database';
import { unhurried } from './unhurried';

const ATTRIBUTES = ['language', 'ratingCount', ...SOUNDS];
const FACTS = `select id, kind, year, genres, category, certificate, seconds, pages, "parentId", season, number, availability,
  case when attributes ?| array[${ATTRIBUTES.map((name) => `'${name}'`)}]
    then jsonb_build_object(${ATTRIBUTES.map((name) => `'${name}', attributes -> '${name}'`)}) else '{}' end as attributes,
  state, "mergedIntoId", "createdAt" from titles`;
// Small enough that turning a page of rows into columns does not hold the event loop for long.
const PAGE = 20_000;

/** The whole catalogue as columns, read page by page in the order of ids. */
export async function readColumns(db: Db): Promise<Columns> {
  const blocked = await blockedTitles(db, null);
  const titles: TitleFacts[] = [];
  for (;;) {
    const rows: TitleFacts[] = await db.query(`${FACTS} where id > $1 order by id limit $2`, [titles.at(-1)?.id ?? 0, PAGE]);
    for (const row of rows) titles.push(withBlock(row, blocked));
    if (rows.length < PAGE) return unhurried(withTitlesInSteps(NO_COLUMNS, titles));
  }
}

/** New columns in which the titles of these ids are as the database has them now. A title that is gone leaves every list. */
export async function refreshColumns(db: Db, columns: Columns, ids: readonly number[]): Promise<Columns> {
  const rows: TitleFacts[] = await db.query(`${FACTS} where id = any($1::bigint[]) order by id`, [ids]);
  const blocked = await blockedTitles(db, ids);
  const fresh = await unhurried(
    withTitlesInSteps(
      columns,
      rows.map((row) => withBlock(row, blocked)),
    ),
  );
  const found = new Set(rows.map(({ id }) => id));
  for (const id of ids) {
    const row = fresh.rowOf.get(id);
    if (row === undefined || found.has(id)) continue;
    fresh.listed[row] = 0;
    fresh.episode[row] = UNKNOWN;
  }
  return fresh;
}

function withBlock(title: TitleFacts, blocked: ReadonlySet<number>): TitleFacts {
  return blocked.has(title.id) ? { ...title, blocked: true } : title;
}

/** How many people have something to do with each title and do not dislike it: what is popular before any model was trained. */
export async function readLikes(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows: { titleId: number; people: number }[] = await db.query(`select "titleId", count(*) as people from interactions
     where opinion is distinct from 'DISLIKE' and (rating is null or rating >= 2.5) group by 1`);
  return new Map(rows.map(({ titleId, people }) => [titleId, people]));
}
