import type { Page, Paged } from '../core/page';
import type { Shop, ShopTerms } from '../core/shop/shop';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const COLUMNS = `id, name, currency, prices, "clickParameter", "secretNumber", "appliedFeedId", version, "createdAt", "disabledAt"`;
const MOST_SHOPS = 1_000;

/** One shop, or null. */
export async function shopById(db: Db, id: number): Promise<Shop | null> {
  const [row] = await db.query<Shop[]>(`select ${COLUMNS} from shops where id = $1`, [id]);
  return row ?? null;
}

/** One shop, held until the transaction ends; null where there is none. */
export async function shopForUpdate(db: Db, id: number): Promise<Shop | null> {
  const [row] = await db.query<Shop[]>(`select ${COLUMNS} from shops where id = $1 for update`, [id]);
  return row ?? null;
}

/** The shop that an operator belongs to; null for one who belongs to none. */
export async function shopOfOperator(db: Db, operatorId: number): Promise<number | null> {
  const [row] = await db.query<{ shopId: number | null }[]>('select "shopId" from operators where id = $1', [operatorId]);
  return row?.shopId ?? null;
}

/** Which shops: all, or that one alone; whose name holds `search`. */
export interface ShopFilter {
  readonly only: number | null;
  readonly search: string | null;
}

const MATCHES = `($1::bigint is null or id = $1) and strpos(lower(name), lower($2)) > 0`;

/** Shops, the newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function shopsPage(db: Db, { only, search }: ShopFilter, page: Page): Promise<Paged<Shop>> {
  const first = pageSize(page.first, MOST_SHOPS);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<Shop[]>(
    `select ${COLUMNS} from shops where ${MATCHES} and ($3::bigint is null or id < $3) order by id desc limit $4 offset $5`,
    [only, search ?? '', before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many shops a filter lets through. */
export async function countShops(db: Db, { only, search }: ShopFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count from shops where ${MATCHES}`, [only, search ?? '']);
  return row?.count ?? 0;
}

/** Adds a shop. */
export async function insertShop(db: Db, { name, currency, prices, clickParameter }: ShopTerms): Promise<Shop> {
  const [row] = await db.query<Shop[]>(
    `insert into shops (name, currency, prices, "clickParameter") values ($1, $2, $3::jsonb, $4) returning ${COLUMNS}`,
    [name, currency, JSON.stringify(prices), clickParameter],
  );
  if (row === undefined) throw new Error('The new shop was not returned.');
  return row;
}

/** Writes over a shop that this transaction holds, as the next version. */
export async function updateShop(
  db: Db,
  { id, name, currency, prices, clickParameter, disabledAt }: ShopTerms & Pick<Shop, 'id' | 'disabledAt'>,
): Promise<Shop> {
  const [rows] = await db.query<[Shop[], number]>(
    `update shops set name = $2, currency = $3, prices = $4::jsonb, "clickParameter" = $5, "disabledAt" = $6, version = version + 1
     where id = $1 returning ${COLUMNS}`,
    [id, name, currency, JSON.stringify(prices), clickParameter, disabledAt],
  );
  return rows[0] as Shop;
}

/** Counts up the secrets of a shop: the one before signs nothing any more. Null where there is no such shop. */
export async function renewSecret(db: Db, id: number): Promise<Shop | null> {
  const [rows] = await db.query<[Shop[], number]>(
    `update shops set "secretNumber" = "secretNumber" + 1 where id = $1 returning ${COLUMNS}`,
    [id],
  );
  return rows[0] ?? null;
}
