import { Scope } from '../../core/caller';
import { startApp, type TestApp } from './app';
import { aKey, type Headers } from './callers';
import type { withDatabase } from './database';
import { ask, fieldOf } from './graphql';
import { aShop, seenOffers } from './shop';
import { aTitle } from './title';

const NOON = new Date('2026-11-23T12:00:00Z');
/** Where the offers of `offered` lead. */
export const URL_OF_SHOP = 'https://shop.example/heat?ref=a%20b#top';

/** A row of what people did at a shop. */
type Row = Readonly<Record<string, unknown>>;

/** A title with one offer of a shop. */
interface Offered {
  readonly shopId: string;
  readonly titleId: number;
  readonly offerId: number;
}

/** A server with what shops are tried by. */
export interface ShopHouse {
  /** What the server takes for now. */
  now: Date;
  /** May see every shop and the metrics. */
  key: Headers;
  readonly url: string;
  /** A title with one offer of a new shop. */
  offered(given?: Readonly<Record<string, unknown>>): Promise<Offered>;
  /** The address of the link to a title's only offer for a person; `more` arguments begin with a comma. */
  linkFor(userId: number, titleId: number, more?: string): Promise<string>;
  actionsAt(shopId: string): Promise<readonly Row[]>;
  /** A new secret of a shop. */
  secretOf(shopId: string): Promise<string>;
  /** The bill of a shop for a month, as it is fetched. */
  bill(shopId: string, month: string, headers?: Headers): Promise<string>;
}

/** The click in the address that a link led to. */
export const clickIn = (response: Response): string => new URL(response.headers.get('location') ?? '').searchParams.get('kg_click') ?? '';

/** A server over a test's database with what shops are tried by: it is noon of 23 November 2026 in every test, unless `now` is set. */
export function withShops(fixture: ReturnType<typeof withDatabase>): ShopHouse {
  let app: TestApp | null = null;
  let lists: Headers = {};
  const house: ShopHouse = {
    now: NOON,
    key: {},
    get url(): string {
      return app?.url ?? '';
    },

    async offered(given = {}) {
      const [shopId, titleId] = [await aShop(house.url, house.key, given), await aTitle(fixture.db)];
      const [{ id }] = await fixture.db.query(
        `insert into offers ("shopId", sku, "titleId", url, price, currency, availability, hash)
         values ($1, 'heat', $2, $3, 999, 'EUR', 'IN_STOCK', 'x') returning id`,
        [shopId, titleId, URL_OF_SHOP],
      );
      return { shopId, titleId, offerId: Number(id) };
    },

    async linkFor(userId, titleId, more = '') {
      const [offer] = await seenOffers(house.url, lists, titleId, { bound: `userId: "${userId}"${more}` });
      return `${house.url}${offer?.link}`;
    },

    actionsAt: (shopId) =>
      fixture.db.query(
        `select kind, "userId", "modelId", mood, price, currency, day, click, "externalId" from shop_actions where "shopId" = $1 order by id`,
        [shopId],
      ),

    async secretOf(shopId) {
      const call = `mutation { renewShopSecret(shopId: ${shopId}) { secret userErrors { code } } }`;
      return fieldOf<{ secret: string }>(await ask(house.url, call, { headers: house.key }), 'renewShopSecret').secret;
    },

    async bill(shopId, month, headers = house.key) {
      const call = `mutation { exportShopBill(shopId: ${shopId}, month: "${month}") { download { url } userErrors { code field } } }`;
      const { download } = fieldOf<{ download: { url: string } }>(await ask(house.url, call, { headers }), 'exportShopBill');
      return (await fetch(`${house.url}${download.url}`)).text();
    },
  };

  beforeAll(async () => {
    app = await startApp(fixture.url, {}, () => house.now);
    house.key = await aKey(fixture.db, Scope.CATALOGUE_WRITE, Scope.METRICS_READ);
    lists = await aKey(fixture.db, Scope.RECOMMENDATIONS_READ);
  });
  beforeEach(() => {
    house.now = NOON;
  });
  afterAll(() => app?.stop());
  return house;
}
