import { gzipSync } from 'node:zlib';
import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { runFeed } from '../../flow/shop-feed';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aShop, aShopkeeper, seenOffers, sendOffers, takenOffers } from '../support/shop';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let app: TestApp;
let key: Headers;
let heat: number;
let book: number;

beforeAll(async () => {
  heat = await aTitle(fixture.db, { name: 'Heat', year: 1995, externalIds: [{ source: 'imdb', value: 'tt0113277' }] });
  book = await aTitle(fixture.db, { name: 'Café  Müller', kind: TitleKind.BOOK, year: 2001 });
  await aTitle(fixture.db, { name: 'Twice', year: 2000 });
  await aTitle(fixture.db, { name: 'Twice', year: 2000 });
  app = await startApp(fixture.url, { JOBS: 'true' });
  key = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
});
afterAll(() => app.stop());

const HEADER = 'sku,externalId,name,year,kind,url,price,currency,region\n';
const HEAT = 'heat,imdb:tt0113277,,,,https://shop.example/heat,9.99,EUR,\n';
const BOOK = 'book,,café  müller,2001,book,https://shop.example/book,1299,JPY,fi\n';

const standing = (shopId: string): Promise<readonly { sku: string; titleId: number; price: number; url: string }[]> =>
  fixture.db.query('select sku, "titleId", price, url from offers where "shopId" = $1 order by sku', [shopId]);

describe('a file of offers', () => {
  it('stands once it is read: by external ids, else by exact name, year and kind, with prices in minor units', async () => {
    const shopId = await aShop(app.url, key, { name: 'Reel' });
    const feed = await takenOffers(app.url, key, { shopId, content: HEADER + HEAT + BOOK });
    expect(feed).toMatchObject({ state: 'APPLIED', error: null, problems: [], counts: { rows: 2, added: 2, removed: 0 } });
    expect(await standing(shopId)).toEqual([
      { sku: 'book', titleId: book, price: 1299, url: 'https://shop.example/book' },
      { sku: 'heat', titleId: heat, price: 999, url: 'https://shop.example/heat' },
    ]);
    expect(await seenOffers(app.url, {}, book, { region: 'fi' })).toMatchObject([
      { shopName: 'Reel', price: 1299, currency: 'JPY', region: 'FI' },
    ]);
    expect(await seenOffers(app.url, {}, book, { region: 'SE' })).toEqual([]);
    const audit = await fixture.db.query(`select action, after from audit where entity = 'shop' and "entityId" = $1 order by id`, [shopId]);
    expect(audit).toMatchObject([{ action: 'shop.create' }, { action: 'offers.send' }, { action: 'offers.import', after: { added: 2 } }]);
  });

  it('comes as JSON Lines and compressed alike', async () => {
    const shopId = await aShop(app.url, key);
    const line = JSON.stringify({ sku: 'heat', externalId: 'imdb:tt0113277', url: 'https://shop.example/heat', price: 9.99 });
    await takenOffers(app.url, key, { shopId, content: gzipSync(`${line}\n`), name: 'offers.jsonl.gz' });
    expect(await standing(shopId)).toEqual([{ sku: 'heat', titleId: heat, price: 999, url: 'https://shop.example/heat' }]);
  });

  it('leaves rows alone that say what stands, changes the others, and takes away what is gone', async () => {
    const shopId = await aShop(app.url, key);
    await takenOffers(app.url, key, { shopId, content: HEADER + HEAT + BOOK });
    const before = await fixture.db.query('select xmin::text, id from offers where "shopId" = $1 and sku = $2', [shopId, 'heat']);
    const next = await takenOffers(app.url, key, { shopId, content: `${HEADER}${HEAT}${HEAT.replace('heat,', 'again,')}` });
    expect(next.counts).toEqual({ rows: 2, added: 1, changed: 0, unchanged: 1, unknown: 0, bad: 0, removed: 1, kept: 0 });
    expect(await fixture.db.query('select xmin::text, id from offers where "shopId" = $1 and sku = $2', [shopId, 'heat'])).toEqual(before);
    await takenOffers(app.url, key, { shopId, content: HEADER + HEAT.replace('9.99', '8.50') });
    expect(await standing(shopId)).toMatchObject([{ sku: 'heat', price: 850 }]);
  });

  it('names bad rows and unknown titles by line and field, and keeps what stood of the bad ones', async () => {
    const shopId = await aShop(app.url, key);
    await takenOffers(app.url, key, { shopId, content: HEADER + HEAT + BOOK });
    const rows = [
      HEAT.replace('9.99', '"12,99 ₽"'),
      BOOK,
      'x,,Twice,2000,MOVIE,https://shop.example/x,1,EUR,\n',
      'y,imdb:none,,,,https://shop.example/y,1,EUR,\n',
      'z,imdb:tt0113277,,,,javascript:alert(1),1,EUR,\n',
      'book,imdb:tt0113277,,,,https://shop.example/z,1,EUR,\n',
    ];
    const feed = await takenOffers(app.url, key, { shopId, content: HEADER + rows.join('') });
    expect(feed.problems.map(({ row, field }) => [row, field])).toEqual([
      [2, 'price'],
      [6, 'url'],
      [7, 'sku'],
      [4, 'name'],
      [5, 'externalId'],
    ]);
    expect(feed.counts).toEqual({ rows: 6, added: 0, changed: 0, unchanged: 1, unknown: 2, bad: 3, removed: 0, kept: 1 });
    expect(await standing(shopId)).toMatchObject([{ sku: 'book' }, { sku: 'heat', price: 999 }]);
  });

  it.each([
    ['another encoding', Buffer.from(`${HEADER}b,,${'Кафе'},2001,BOOK,https://shop.example/b,1,EUR,\n`, 'utf16le'), 'UTF-16'],
    ['an old encoding', Buffer.from(`${HEADER}b,imdb:tt0113277,Caf\xe9,2001,BOOK,https://shop.example/b,1,EUR,\n`, 'latin1'), 'no UTF-8'],
    ['a page that says that the shop is down', '<html>502 Bad Gateway</html>', 'no column sku'],
    ['nothing but a header', HEADER, 'no offers'],
    ['mostly bad rows', HEADER + HEAT + BOOK.replace('1299', 'x') + BOOK.replace('book', 'b').replace('1299', 'y'), '2 of 3 rows are bad'],
  ])('that is broken keeps the offers from before: %s', async (_what, content, why) => {
    const shopId = await aShop(app.url, key);
    await takenOffers(app.url, key, { shopId, content: HEADER + HEAT });
    const before = await standing(shopId);
    const feed = await takenOffers(app.url, key, { shopId, content });
    expect(feed).toMatchObject({ state: 'REFUSED', counts: null, error: expect.stringContaining(why) });
    expect(await standing(shopId)).toEqual(before);
  });

  it('that is cut short keeps the offers from before', async () => {
    const shopId = await aShop(app.url, key);
    await takenOffers(app.url, key, { shopId, content: HEADER + HEAT });
    const whole = gzipSync(HEADER + BOOK);
    const feed = await takenOffers(app.url, key, { shopId, content: whole.subarray(0, whole.length - 12), name: 'offers.csv.gz' });
    expect(feed).toMatchObject({ state: 'REFUSED', error: expect.stringContaining('cut short') });
    expect(await standing(shopId)).toMatchObject([{ sku: 'heat' }]);
  });

  it('takes most of a shop away only where that is meant', async () => {
    const shopId = await aShop(app.url, key);
    const many = Array.from({ length: 30 }, (_, at) => HEAT.replace('heat,', `s${at},`)).join('');
    await takenOffers(app.url, key, { shopId, content: HEADER + many });
    const half = await takenOffers(app.url, key, { shopId, content: HEADER + HEAT });
    expect(half).toMatchObject({ state: 'REFUSED', error: expect.stringContaining('take away 30 of 30') });
    expect(await standing(shopId)).toHaveLength(30);
    await takenOffers(app.url, key, { shopId, content: HEADER + HEAT, mayRemoveMost: true });
    expect(await standing(shopId)).toMatchObject([{ sku: 'heat' }]);
  });

  it('is taken whole or not at all when it is stopped, once when it is begun again, and never after a newer one', async () => {
    const shopId = await aShop(app.url, key);
    await takenOffers(app.url, key, { shopId, content: HEADER + HEAT });
    const late = async (content: string): Promise<number> => {
      const [{ id: uploadId }] = await fixture.db.query(
        `insert into uploads (owner, purpose, name, bytes, type, "urlExpiresAt", "expiresAt", state) values ('system', 'OFFERS', 'late.csv', $1, 'text/csv', now(), now() + '1 day', 'READY') returning id`,
        [Buffer.byteLength(content)],
      );
      await fixture.db.query('insert into upload_chunks ("uploadId", number, bytes) values ($1, 0, $2)', [uploadId, Buffer.from(content)]);
      const [{ id }] = await fixture.db.query(
        `insert into shop_feeds ("shopId", "fileName", "uploadId", actor, state) values ($1, 'late.csv', $2, 'system', 'READING') returning id`,
        [shopId, uploadId],
      );
      return id;
    };
    const older = await late(HEADER + BOOK);
    const newer = await late(HEADER + HEAT + BOOK);
    const stop = new AbortController();
    const given = { clock: () => new Date(), signal: stop.signal };
    const stopping = async (_fraction: number, message: string) =>
      message.startsWith('writing') ? stop.abort(new Error('stopped')) : undefined;
    await expect(runFeed(fixture.db, newer, { ...given, progress: stopping })).rejects.toThrow('stopped');
    expect(await standing(shopId)).toMatchObject([{ sku: 'heat' }]);
    const again = { ...given, signal: new AbortController().signal, progress: async () => undefined };
    const first = await runFeed(fixture.db, newer, again);
    expect(first).toMatchObject({ rows: 2, added: 1 });
    expect(await runFeed(fixture.db, newer, again)).toEqual(first);
    await expect(runFeed(fixture.db, older, again)).rejects.toThrow('newer file');
    expect(await standing(shopId)).toHaveLength(2);
  });

  it('is somebody’s own: who sent it may hand it in, for a shop that they may see', async () => {
    const [mine, other] = [await aShop(app.url, key), await aShop(app.url, key)];
    const keeper = await aShopkeeper(fixture.db, mine);
    expect(await takenOffers(app.url, keeper, { shopId: mine, content: HEADER + HEAT })).toMatchObject({ state: 'APPLIED' });
    expect(await sendOffers(app.url, keeper, { shopId: other, content: HEADER + HEAT })).toEqual({
      feed: null,
      userErrors: [{ code: 'NOT_FOUND', field: 'input.shopId' }],
    });
    const feed = await takenOffers(app.url, key, { shopId: other, content: HEADER + HEAT });
    const seen = (headers: Headers) => ask(app.url, `{ shopFeed(id: ${feed.id}) { id } }`, { headers });
    expect((await seen(keeper)).data).toEqual({ shopFeed: null });
    expect((await seen(key)).data).toEqual({ shopFeed: { id: feed.id } });
    const stranger = await aKey(fixture.db, Scope.CATALOGUE_WRITE);
    const call = (uploadId: unknown) =>
      ask(app.url, `mutation { importOffers(input: { shopId: ${mine}, uploadId: ${uploadId} }) { userErrors { code field } } }`, {
        headers: stranger,
      });
    const [{ uploadId }] = await fixture.db.query('select "uploadId" from shop_feeds where id = $1', [feed.id]);
    expect(fieldOf(await call(uploadId), 'importOffers')).toEqual({ userErrors: [{ code: 'NOT_FOUND', field: 'input.uploadId' }] });
  });
});
