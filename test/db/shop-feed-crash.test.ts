import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { aShop, sendOffers } from '../support/shop';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { killed, withWorkers } from '../support/workers';

const OFFERS = 40_000;
const fixture = withDatabase();
const { work } = withWorkers(fixture, 'import-offers');
let app: TestApp;
let key: Headers;

beforeAll(async () => {
  await aTitle(fixture.db, { externalIds: [{ source: 'imdb', value: 'tt1' }] });
  app = await startApp(fixture.url);
  key = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
});
afterAll(() => app.stop());

const fileOf = (price: string): string =>
  ['sku,external_id,url,price', ...Array.from({ length: OFFERS }, (_, at) => `s${at},imdb:tt1,https://shop.example/${at},${price}`)].join(
    '\n',
  );

const pricesOf = (shopId: string): Promise<readonly { price: number; offers: number }[]> =>
  fixture.db.query('select price, count(*) as offers from offers where "shopId" = $1 group by price order by price', [shopId]);

async function fed(shopId: string): Promise<void> {
  await until(
    'every file is taken',
    async () => (await fixture.db.query(`select 1 from shop_feeds where "shopId" = $1 and state <> 'APPLIED'`, [shopId])).length === 0,
    120,
  );
}

it('keeps the offers from before when its worker is killed while it changes them, and is taken whole by the next', async () => {
  const shopId = await aShop(app.url, key);
  await sendOffers(app.url, key, { shopId, content: fileOf('1.00') });
  const first = await work();
  await fed(shopId);
  expect(await pricesOf(shopId)).toEqual([{ price: 100, offers: OFFERS }]);
  const { feed } = await sendOffers(app.url, key, { shopId, content: fileOf('2.00') });
  const jobOf = 'select "jobId" from shop_feeds where id = $1';
  await until(
    'it is at its offers',
    async () =>
      (
        await fixture.db.query(`select 1 from job_runs where id = (${jobOf}) and (message like 'looking%' or message like 'writing%')`, [
          feed?.id,
        ])
      ).length > 0,
    60,
  );
  const gone = killed(first);
  await gone;
  const [{ state }] = await fixture.db.query('select state from shop_feeds where id = $1', [feed?.id]);
  expect([state, await pricesOf(shopId)]).toEqual(['READING', [{ price: 100, offers: OFFERS }]]);
  // Nobody waits twenty seconds for a lease that is known to be dead.
  await fixture.db.query(
    `update leases set "expiresAt" = now() - interval '1 second' where name = (select 'job:' || "jobId" from shop_feeds where id = $1)`,
    [feed?.id],
  );
  await work();
  await fed(shopId);
  expect(await pricesOf(shopId)).toEqual([{ price: 200, offers: OFFERS }]);
}, 240_000);
