import type { RowFate } from '../core/history/place';
import type { HistoryGroup, PlacedRow } from '../core/history-import';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const MOST_ROWS = 1_000;
const ROW = `"importId", number, text, name, "occurredAt", timed, seconds, fate, reason, "titleId", score, candidates, "eventId"`;

/** Which rows of an import; null: all. */
export interface RowFilter {
  readonly importId: number;
  readonly fate: RowFate | null;
  readonly name: string | null;
}

const MATCHING = `"importId" = $1 and ($2::text is null or fate = $2) and ($3::text is null or name = $3)`;

/** Rows of an import in the order of the file. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function historyRowsPage(db: Db, { importId, fate, name }: RowFilter, page: Page): Promise<Paged<PlacedRow>> {
  const first = pageSize(page.first, MOST_ROWS);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<PlacedRow[]>(
    `select ${ROW} from history_rows where ${MATCHING} and ($4::integer is null or number > $4::integer) order by number limit $5 offset $6`,
    [importId, fate, stored(name), after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ number }) => [number]);
}

/** How many rows a filter lets through. */
export async function countHistoryRows(db: Db, { importId, fate, name }: RowFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count from history_rows where ${MATCHING}`, [
    importId,
    fate,
    stored(name),
  ]);
  return row?.count ?? 0;
}

/** Which groups of an import; `search` is a part of the name. */
export interface GroupFilter {
  readonly importId: number;
  readonly fate: RowFate | null;
  readonly search: string | null;
}

const GROUPS = `select name, fate, "titleId", count(*) as rows, min(number) as number, min("occurredAt") as "firstAt", max("occurredAt") as "lastAt"
  from history_rows where "importId" = $1 and ($2::text is null or fate = $2) and ($3::text is null or name ilike $3)
  group by name, fate, "titleId"`;

/** Rows of one name that became the same, the most rows first. Throws BAD_INPUT on `first` and `after`. */
export async function historyGroupsPage(db: Db, { importId, fate, search }: GroupFilter, page: Page): Promise<Paged<HistoryGroup>> {
  const first = pageSize(page.first, MOST_ROWS);
  const [rows, number] = page.after === null ? [null, null] : decodeCursor(page.after, 'after', ['integer', 'integer']);
  const groups = await db.query<HistoryGroup[]>(
    `with groups as (${GROUPS}), page as (
       select * from groups where $4::bigint is null or rows < $4 or (rows = $4 and number > $5::integer) order by rows desc, number limit $6
     )
     select page.*, text, reason, candidates from page join history_rows on history_rows."importId" = $1 and history_rows.number = page.number
     order by page.rows desc, page.number`,
    [importId, fate, pattern(search), rows, number, first + 1],
  );
  return paged(groups, first, (group) => [group.rows, group.number]);
}

/** How many groups a filter lets through. */
export async function countHistoryGroups(db: Db, { importId, fate, search }: GroupFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count from (${GROUPS}) groups`, [importId, fate, pattern(search)]);
  return row?.count ?? 0;
}

/** PostgreSQL keeps no text with NUL, so no row is called that. */
function stored(name: string | null): string | null {
  return name === null ? null : name.replaceAll('\u0000', '');
}

function pattern(search: string | null): string | null {
  return search === null ? null : `%${(stored(search) ?? '').replace(/[\\%_]/g, '\\$&')}%`;
}
