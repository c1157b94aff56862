import type { Page, Paged } from '../core/page';
import type { StandingOffer } from '../core/shop/feed-changes';
import type { Offer, ShownOffer } from '../core/shop/offer';
import type { OfferDraft } from '../core/shop/offer-row';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';
import { unnested } from './unnest';

const COLUMNS = `offers.id, offers."shopId", offers.sku, offers."titleId", offers.url, offers.price, offers.currency, offers.region,
  offers.availability, offers."updatedAt"`;
const MOST_OFFERS = 1_000;
/** The most offers of one title that are read. */
export const MOST_OF_TITLE = 200;

/** The offers of open shops for each of these titles, and for those that were merged into it; at most 200 of a title. */
export async function offersOf(db: Db, titleIds: readonly number[]): Promise<ReadonlyMap<number, readonly ShownOffer[]>> {
  const rows = await db.query<(ShownOffer & { readonly shownAs: number })[]>(
    `with recursive meant as (
       select id as "shownAs", id from unnest($1::bigint[]) asked(id)
       union select meant."shownAs", titles.id from meant join titles on titles."mergedIntoId" = meant.id
     ), found as (
       select meant."shownAs", ${COLUMNS}, shops.name as "shopName",
         row_number() over (partition by meant."shownAs" order by offers.availability <> 'IN_STOCK', offers.id) as place
       from meant join offers on offers."titleId" = meant.id join shops on shops.id = offers."shopId" where shops."disabledAt" is null
     )
     select * from found where place <= ${MOST_OF_TITLE}`,
    [titleIds],
  );
  const byTitle = new Map<number, ShownOffer[]>();
  for (const { shownAs, ...offer } of rows) byTitle.set(shownAs, [...(byTitle.get(shownAs) ?? []), offer]);
  return byTitle;
}

/** Where a tracked link leads, and what its shop says of clicks. */
export interface LinkedOffer extends Pick<Offer, 'id' | 'shopId' | 'titleId' | 'url'> {
  readonly clickParameter: string | null;
}

/** An offer of an open shop; null for any other. */
export async function linkedOffer(db: Db, id: number): Promise<LinkedOffer | null> {
  const [row] = await db.query<LinkedOffer[]>(
    `select offers.id, "shopId", "titleId", url, "clickParameter" from offers join shops on shops.id = "shopId"
     where offers.id = $1 and "disabledAt" is null`,
    [id],
  );
  return row ?? null;
}

/** Which offers of a shop: whose sku begins with, or whose title’s name holds `search`. */
export interface OfferFilter {
  readonly shopId: number;
  readonly search: string | null;
}

const FROM = `from offers join titles on titles.id = offers."titleId"
  where "shopId" = $1 and ($2 = '' or starts_with(sku, $2) or strpos(lower(titles.name), lower($2)) > 0)`;

/** Offers of a shop, in the order in which they came. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function offersPage(db: Db, { shopId, search }: OfferFilter, page: Page): Promise<Paged<Offer>> {
  const first = pageSize(page.first, MOST_OFFERS);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<Offer[]>(
    `select ${COLUMNS} ${FROM} and ($3::bigint is null or offers.id > $3) order by offers.id limit $4 offset $5`,
    [shopId, search ?? '', after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many offers of a shop a filter lets through. */
export async function countOffers(db: Db, { shopId, search }: OfferFilter): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count ${FROM}`, [shopId, search ?? '']);
  return row?.count ?? 0;
}

const ROWS_A_READ = 5_000;

/** What stands of a shop, by sku; read in pages, so that a server that does it goes on answering. */
export async function standingOffers(db: Db, shopId: number): Promise<ReadonlyMap<string, StandingOffer>> {
  const standing = new Map<string, StandingOffer>();
  for (let after = 0; ; ) {
    const rows = await db.query<(StandingOffer & { readonly sku: string })[]>(
      'select id, sku, hash from offers where "shopId" = $1 and id > $2 order by id limit $3',
      [shopId, after, ROWS_A_READ],
    );
    for (const { id, sku, hash } of rows) standing.set(sku, { id, hash });
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_A_READ) return standing;
    after = last.id;
  }
}

const BATCH = unnested<
  Pick<OfferDraft, 'sku' | 'url' | 'price' | 'currency' | 'region' | 'availability' | 'hash'> & { readonly titleId: number }
>({
  sku: 'text',
  titleId: 'bigint',
  url: 'text',
  price: 'bigint',
  currency: 'text',
  region: 'text',
  availability: 'text',
  hash: 'text',
});

/** Adds offers of a shop, or writes over those of the same sku. */
export async function writeOffers(
  db: Db,
  shopId: number,
  { offers, now }: { readonly offers: Parameters<typeof BATCH.parameters>[0]; readonly now: Date },
): Promise<void> {
  const parameters = BATCH.parameters(offers);
  const [shop, at] = [parameters.length + 1, parameters.length + 2];
  await db.query(
    `insert into offers ("shopId", "updatedAt", ${BATCH.columns}) select $${shop}, $${at}, ${BATCH.columns} from ${BATCH.from}
     on conflict ("shopId", sku) do update set "titleId" = excluded."titleId", url = excluded.url, price = excluded.price,
       currency = excluded.currency, region = excluded.region, availability = excluded.availability, hash = excluded.hash,
       "updatedAt" = excluded."updatedAt"`,
    [...parameters, shopId, now],
  );
}

/** Removes offers. */
export async function deleteOffers(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await db.query('delete from offers where id = any($1::bigint[])', [ids]);
}

/** A title by its name as search sees it, for an exact comparison. */
export interface NamedTitle {
  readonly id: number;
  readonly name: string;
  readonly searchName: string;
  readonly kind: string;
  readonly year: number | null;
}

/** The titles in searches that bear one of these names as search sees them. */
export async function titlesBySearchName(db: Db, searchNames: readonly string[]): Promise<readonly NamedTitle[]> {
  return db.query(
    `select id, name, "searchName", kind, year from titles where "searchName" = any($1::text[]) and state in ('LISTED', 'HIDDEN')`,
    [searchNames],
  );
}
