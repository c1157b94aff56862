import type { SavedFilter } from '../core/personalize/saved-filter';
import type { Db } from './database';

const COLUMNS = 'name, expression, version, "updatedAt"';

/** All saved filters by name. */
export async function savedFilters(db: Db): Promise<readonly SavedFilter[]> {
  return db.query(`select ${COLUMNS} from saved_filters order by name`);
}

/** The filter of a name, held against other writers until the transaction ends; null when there is none. */
export async function filterForUpdate(db: Db, name: string): Promise<SavedFilter | null> {
  const rows: SavedFilter[] = await db.query(`select ${COLUMNS} from saved_filters where name = $1 for update`, [name]);
  return rows[0] ?? null;
}

type Written = Pick<SavedFilter, 'name' | 'expression'>;

/** Adds a filter as version 1; null when its name is taken. */
export async function addFilter(db: Db, { name, expression }: Written): Promise<SavedFilter | null> {
  const rows: SavedFilter[] = await db.query(
    `insert into saved_filters (name, expression) values ($1, $2) on conflict (name) do nothing returning ${COLUMNS}`,
    [name, expression],
  );
  return rows[0] ?? null;
}

/** Writes over a filter that this transaction holds, as its next version. */
export async function changeFilter(db: Db, { name, expression }: Written): Promise<SavedFilter> {
  const [rows]: [SavedFilter[], number] = await db.query(
    `update saved_filters set expression = $2, version = version + 1, "updatedAt" = now() where name = $1 returning ${COLUMNS}`,
    [name, expression],
  );
  return rows[0] as SavedFilter;
}

/** Takes out a filter that this transaction holds. */
export async function deleteFilter(db: Db, name: string): Promise<void> {
  await db.query('delete from saved_filters where name = $1', [name]);
}
