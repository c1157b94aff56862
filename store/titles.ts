import type { Page, Paged } from '../core/page';
import { type Title, TitleState } from '../core/title';
import { type TitleFilter, type TitleSort, TitleSortBy } from '../core/title-filter';
import type { Reference } from '../core/user';
import type { Db } from './database';
import { type CursorKind, type CursorValue, decodeCursor, encodeCursor, paged, pageOffset, pageSize } from './page';
import { POPULARITY, parameters, titleConditions } from './title-filter';
import { searchTitles } from './title-search';

/** The columns of a Title. */
export const TITLE_COLUMNS = `id, kind, name, year, description, genres, category, certificate, seconds, pages, "parentId", season, number,
  availability, attributes, "posterSource", "mediaUrl", state, "mergedIntoId", version, "createdAt", "updatedAt"`;

/** The most titles that one page holds. */
export const MOST_TITLES = 1_000;

/** The titles of the given ids that there are, in the order of the ids. */
export async function titlesByIds(db: Db, ids: readonly number[]): Promise<readonly Title[]> {
  if (ids.length === 0) return [];
  const rows: Title[] = await db.query(`select ${TITLE_COLUMNS} from titles where id = any($1::bigint[])`, [ids]);
  const byId = new Map(rows.map((title) => [title.id, title]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many of these ids, each given once, are those of titles, whatever their state. */
export async function countTitlesOf(db: Db, ids: readonly number[]): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from titles where id = any($1::bigint[])', [ids]);
  return row?.count ?? 0;
}

/** Our id of each reference, in that order; a merged title leads to the one that stands for it; null where there is none. */
export async function resolveTitles(db: Db, references: readonly Reference[]): Promise<readonly (number | null)[]> {
  if (references.length === 0) return [];
  const rows: { position: number; id: number }[] = await db.query(
    `with recursive named as (
       select position, coalesce(external."titleId", asked.id) as id
       from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality asked(id, source, value, position)
       left join external_ids external on external.source = asked.source and external.value = asked.value
     ), followed as (
       select named.position, titles.id, titles."mergedIntoId" from named join titles on titles.id = named.id
       union
       select followed.position, titles.id, titles."mergedIntoId" from followed join titles on titles.id = followed."mergedIntoId"
     )
     select position, id from followed where "mergedIntoId" is null`,
    [
      references.map((reference) => ('id' in reference ? reference.id : null)),
      references.map((reference) => ('source' in reference ? reference.source : null)),
      references.map((reference) => ('source' in reference ? reference.value : null)),
    ],
  );
  const byPosition = new Map(rows.map(({ position, id }) => [position, id]));
  return references.map((_, index) => byPosition.get(index + 1) ?? null);
}

/** What a cursor holds, as a type that takes whatever a made-up cursor says. */
const CURSOR_TYPES: Readonly<Record<CursorKind, string>> = {
  integer: 'bigint',
  number: 'double precision',
  text: 'text',
  time: 'timestamptz',
};

/** What each order sorts by before the id, as SQL, as a cursor's text, and what a cursor holds. */
const ORDERS: Readonly<Record<TitleSortBy, { readonly key: string; readonly shown: string; readonly kind: CursorKind }>> = {
  [TitleSortBy.RELEVANCE]: { key: POPULARITY, shown: POPULARITY, kind: 'number' },
  [TitleSortBy.NAME]: { key: 'name', shown: 'name', kind: 'text' },
  [TitleSortBy.YEAR]: { key: 'coalesce(year, -32768)', shown: 'coalesce(year, -32768)', kind: 'integer' },
  [TitleSortBy.UPDATED]: {
    key: '"updatedAt"',
    shown: `to_char("updatedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    kind: 'time',
  },
  [TitleSortBy.ID]: { key: 'id', shown: 'id', kind: 'integer' },
};

/**
 * A page of the catalogue. Every order is answered by an index and a cursor; a search by relevance ranks the five hundred most rated matches.
 * Throws BAD_INPUT on `first`, `after` and `offset`.
 */
export async function titlesPage(
  db: Db,
  { filter, sort, page }: { readonly filter: TitleFilter; readonly sort: TitleSort; readonly page: Page },
): Promise<Paged<Title>> {
  const first = pageSize(page.first, MOST_TITLES);
  if (filter.search === undefined) return sortedPage(db, { filter, sort, page: { ...page, first }, readings: [] });
  const found = await searchTitles(db, filter);
  if (sort.by === TitleSortBy.RELEVANCE) return rankedPage(db, found.ids, { ...page, first });
  if (found.ids.length === 0) return { edges: [], hasNextPage: false };
  return sortedPage(db, { filter, sort, page: { ...page, first }, readings: found.readings });
}

/** How many titles the filter holds. It counts them, so it takes its time on a large catalogue: only where somebody asked. */
export async function countTitles(db: Db, filter: TitleFilter): Promise<number> {
  const found = filter.search === undefined ? null : await searchTitles(db, filter);
  if (found?.ids.length === 0) return 0;
  const { values, bind } = parameters();
  const [row] = await db.query(`select count(*) from titles where ${titleConditions(filter, found?.readings ?? [], bind)}`, values);
  return row.count;
}

/** Ids of the titles that the filter holds and that can be changed: merged ones follow another. */
export async function changeableTitles(db: Db, filter: TitleFilter): Promise<readonly number[]> {
  const found = filter.search === undefined ? null : await searchTitles(db, filter);
  if (found?.ids.length === 0) return [];
  const { values, bind } = parameters();
  const rows: { id: number }[] = await db.query(
    `select id from titles where ${titleConditions(filter, found?.readings ?? [], bind)} and state <> '${TitleState.MERGED}' order by id`,
    values,
  );
  return rows.map(({ id }) => id);
}

type SortedPage = {
  readonly filter: TitleFilter;
  readonly sort: TitleSort;
  readonly page: Page;
  readonly readings: Parameters<typeof titleConditions>[1];
};

async function sortedPage(db: Db, { filter, sort, page, readings }: SortedPage): Promise<Paged<Title>> {
  const { key, shown, kind } = ORDERS[sort.by];
  const descending = sort.descending && sort.by !== TitleSortBy.RELEVANCE;
  const { values, bind } = parameters();
  const conditions = [titleConditions(filter, readings, bind)];
  if (page.after !== null) {
    const [value, id] = decodeCursor(page.after, 'after', [kind, 'integer']);
    conditions.push(`(${key}, id) ${descending ? '<' : '>'} (${bind(value)}::${CURSOR_TYPES[kind]}, ${bind(id)})`);
  }
  const direction = descending ? 'desc' : 'asc';
  const rows: (Title & { place: CursorValue })[] = await db.query(
    // What is passed over is read from the index alone where that holds all that is asked.
    `select ${TITLE_COLUMNS}, ${shown} as place from (
       select id from titles where ${conditions.join(' and ')}
       order by ${key} ${direction}, id ${direction} limit ${bind(page.first + 1)} offset ${bind(pageOffset(page.offset))}
     ) page join titles using (id) order by ${key} ${direction}, id ${direction}`,
    values,
  );
  const { edges, hasNextPage } = paged(rows, page.first, (row) => [row.place, row.id]);
  return { edges: edges.map(({ node: { place: _, ...node }, cursor }) => ({ node, cursor })), hasNextPage };
}

/** A cursor of a ranked list holds a place and a title: where the title went away in between, the place goes on. */
async function rankedPage(db: Db, ids: readonly number[], page: Page): Promise<Paged<Title>> {
  const start = page.after === null ? 0 : placeAfter(ids, page.after);
  const from = start + pageOffset(page.offset);
  const titles = await titlesByIds(db, ids.slice(from, from + page.first));
  const edges = titles.map((node, index) => ({ node, cursor: encodeCursor([from + index, node.id]) }));
  return { edges, hasNextPage: ids.length > from + page.first };
}

function placeAfter(ids: readonly number[], cursor: string): number {
  const [place, id] = decodeCursor(cursor, 'after', ['integer', 'integer']);
  const found = ids.indexOf(id ?? -1);
  return (found < 0 ? (place ?? -1) : found) + 1;
}
