import pino from 'pino';
import { Scope } from '../../core/caller';
import { EngineName } from '../../core/recommendation';
import { forgetUser } from '../../flow/forget';
import { mergeUsers } from '../../flow/user';
import { forget } from '../../jobs/forget';
import { createServedWriter } from '../../store/served';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aJobContext } from '../support/job-context';
import { aShop, aShopkeeper, BROWSER, follow, seenOffers, tell } from '../support/shop';
import { aTitle } from '../support/title';
import { aUser } from '../support/user';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let key: Headers;
let lists: Headers;
/** What the server takes for now. */
let now = new Date('2026-11-23T12:00:00Z');

beforeAll(async () => {
  app = await startApp(fixture.url, {}, () => now);
  key = await aKey(fixture.db, Scope.CATALOGUE_WRITE, Scope.METRICS_READ);
  lists = await aKey(fixture.db, Scope.RECOMMENDATIONS_READ);
});
beforeEach(() => {
  now = new Date('2026-11-23T12:00:00Z');
});
afterAll(() => app.stop());

const URL_OF_SHOP = 'https://shop.example/heat?ref=a%20b#top';

/** A title with one offer of a shop. */
async function offered(given: Readonly<Record<string, unknown>> = {}) {
  const [shopId, titleId] = [await aShop(app.url, key, given), await aTitle(fixture.db)];
  const [{ id }] = await fixture.db.query(
    `insert into offers ("shopId", sku, "titleId", url, price, currency, availability, hash) values ($1, 'heat', $2, $3, 999, 'EUR', 'IN_STOCK', 'x') returning id`,
    [shopId, titleId, URL_OF_SHOP],
  );
  return { shopId, titleId, offerId: Number(id) };
}

async function linkFor(userId: number, titleId: number, more = ''): Promise<string> {
  const [offer] = await seenOffers(app.url, lists, titleId, `(userId: "${userId}"${more})`);
  return `${app.url}${offer?.link}`;
}

const actionsAt = (shopId: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  fixture.db.query(
    'select kind, "userId", "modelId", mood, price, currency, day, click, "externalId" from shop_actions where "shopId" = $1 order by id',
    [shopId],
  );

async function secretOf(shopId: string, headers = key): Promise<string> {
  return fieldOf<{ secret: string }>(
    await ask(app.url, `mutation { renewShopSecret(shopId: ${shopId}) { secret userErrors { code } } }`, { headers }),
    'renewShopSecret',
  ).secret;
}

const clickIn = (response: Response): string => new URL(response.headers.get('location') ?? '').searchParams.get('kg_click') ?? '';

async function bill(shopId: string, month: string, headers = key): Promise<string> {
  const call = `mutation { exportShopBill(shopId: ${shopId}, month: "${month}") { download { url } userErrors { code field } } }`;
  const { download } = fieldOf<{ download: { url: string } }>(await ask(app.url, call, { headers }), 'exportShopBill');
  return (await fetch(`${app.url}${download.url}`)).text();
}

describe('a tracked link', () => {
  it('leads to the address of the shop, kept nowhere and telling nobody from where, with a click that names no person', async () => {
    const { titleId, shopId } = await offered();
    const userId = await aUser(fixture.db);
    const response = await follow(await linkFor(userId, titleId));
    expect(response.status).toBe(302);
    const click = clickIn(response);
    expect(response.headers.get('location')).toBe(`https://shop.example/heat?ref=a%20b&kg_click=${click}#top`);
    expect(click).toMatch(/^[\w-]{22}$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await actionsAt(shopId)).toMatchObject([{ kind: 'VISIT', userId, price: 10, currency: 'EUR', day: '2026-11-23', click }]);
  });

  it('counts once a person and day, however often it is followed at once', async () => {
    const { titleId, shopId } = await offered();
    const [ann, ben] = [await aUser(fixture.db), await aUser(fixture.db)];
    const links = [await linkFor(ann, titleId), await linkFor(ben, titleId)];
    const all = await Promise.all(links.flatMap((link) => Array.from({ length: 8 }, () => follow(link))));
    expect(new Set(all.map(clickIn)).size).toBe(2);
    expect(await actionsAt(shopId)).toHaveLength(2);
    now = new Date('2026-11-24T00:00:01Z');
    await follow(links[0] as string);
    expect((await actionsAt(shopId)).map(({ userId, day }) => [userId, day])).toContainEqual([ann, '2026-11-24']);
    expect(await bill(shopId, '2026-11')).toContain(',VISIT,3,0.10,0.30,EUR');
  });

  it('leads programs there too, and counts none of them', async () => {
    const { titleId, shopId } = await offered();
    const link = await linkFor(await aUser(fixture.db), titleId);
    const all = [
      await follow(link, { 'user-agent': 'TelegramBot (like TwitterBot)' }),
      await follow(link, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }),
      await follow(link, { ...BROWSER, 'sec-purpose': 'prefetch' }),
      await follow(link, BROWSER, 'HEAD'),
    ];
    expect(all.map(({ headers }) => headers.get('location'))).toEqual(Array(4).fill(URL_OF_SHOP));
    expect(await actionsAt(shopId)).toEqual([]);
  });

  it('of nobody leads there and counts nothing; a viewer’s own is the viewer’s', async () => {
    const { titleId, shopId } = await offered();
    const [open] = await seenOffers(app.url, {}, titleId);
    expect((await follow(`${app.url}${open?.link}`)).headers.get('location')).toBe(URL_OF_SHOP);
    expect(await actionsAt(shopId)).toEqual([]);
    const viewer = await aViewer(app.url);
    const [own] = await seenOffers(app.url, viewer.headers, titleId);
    await follow(`${app.url}${own?.link}`);
    expect(await actionsAt(shopId)).toMatchObject([{ userId: viewer.id }]);
    const other = await ask(app.url, `{ title(id: ${titleId}) { offers(userId: "${await aUser(fixture.db)}") { id } } }`, {
      headers: viewer.headers,
    });
    expect(other.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('that was changed, made up, or made for another offer is answered as one of no offer', async () => {
    const [one, two] = [await offered(), await offered()];
    const link = await linkFor(await aUser(fixture.db), one.titleId);
    const wrong = [
      link.replace(/.$/, (sign) => (sign === 'A' ? 'Q' : 'A')),
      link.replace(`/go/${one.offerId}`, `/go/${two.offerId}`),
      link.replace(`/go/${one.offerId}`, '/go/999999'),
      `${app.url}/go/${one.offerId}`,
      `${app.url}/go/${one.offerId}?t=x.y&url=https://evil.example`,
      `${app.url}/go/https:%2F%2Fevil.example?t=x`,
    ];
    const answers = await Promise.all(
      wrong.map(async (address) => follow(address).then(async (response) => [response.status, await response.text()])),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect((await follow(`${link}&url=https://evil.example`)).headers.get('location')).toContain('https://shop.example/');
  });

  it('leads nowhere once its offer or shop is gone, and leaves the address as it is where the shop wants no click', async () => {
    const { titleId, shopId } = await offered({ clickParameter: null });
    const link = await linkFor(await aUser(fixture.db), titleId);
    expect((await follow(link)).headers.get('location')).toBe(URL_OF_SHOP);
    await ask(app.url, `mutation { saveShop(input: { id: ${shopId}, version: 1, disabled: true }) { shop { id } } }`, { headers: key });
    expect((await follow(link)).status).toBe(404);
    expect(await seenOffers(app.url, {}, titleId)).toEqual([]);
  });

  it('that is a month old still leads there, and counts no more', async () => {
    const { titleId, shopId } = await offered();
    const link = await linkFor(await aUser(fixture.db), titleId);
    now = new Date('2026-12-24T12:00:00Z');
    expect((await follow(link)).headers.get('location')).toBe(URL_OF_SHOP);
    expect(await actionsAt(shopId)).toEqual([]);
  });

  it('refuses what no link can be bound to', async () => {
    const { titleId } = await offered();
    for (const [argument, field] of [
      ['region: "Finland"', 'region'],
      ['recommendationId: "x"', 'recommendationId'],
      ['mood: "a b"', 'mood'],
    ]) {
      const { errors } = await ask(app.url, `{ title(id: ${titleId}) { offers(${argument}) { id } } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT', field } }]);
    }
  });
});

describe('what a shop tells of its customers', () => {
  async function visited() {
    const made = await offered();
    const userId = await aUser(fixture.db);
    const click = clickIn(await follow(await linkFor(userId, made.titleId)));
    return { ...made, userId, click, secret: await secretOf(made.shopId) };
  }

  it('is kept once, with whose visit led to it and what it costs, and answered action by action', async () => {
    const { shopId, userId, click, secret } = await visited();
    const actions = [
      { id: 'o-1', type: 'BUY', click, occurredAt: '2026-11-23T12:00:00Z' },
      { id: 'o-1', type: 'BUY', click },
      { id: 'r-1', type: 'REGISTER', click },
      { id: 'o-2', type: 'BUY', click: 'made up' },
      { id: 'o-3', type: 'PAY', click },
      { id: 'o-4', type: 'BUY', click, occurredAt: '2026-11-22T12:00:00Z' },
      { id: 'v-1', type: 'VISIT', click },
    ];
    const { status, results } = await tell(app.url, shopId, { secret, actions, at: now });
    expect(status).toBe(200);
    expect(results.map(({ id, status, code, field }) => [id, status, code, field])).toEqual([
      ['o-1', 'ACCEPTED', null, null],
      ['o-1', 'DUPLICATE', null, null],
      ['r-1', 'ACCEPTED', null, null],
      ['o-2', 'REJECTED', 'NOT_FOUND', 'click'],
      ['o-3', 'REJECTED', 'BAD_INPUT', 'type'],
      ['o-4', 'REJECTED', 'BAD_INPUT', 'occurredAt'],
      ['v-1', 'DUPLICATE', null, null],
    ]);
    const again = await tell(app.url, shopId, { secret, actions: actions.slice(0, 3), at: now });
    expect(again.results.map(({ status }) => status)).toEqual(['DUPLICATE', 'DUPLICATE', 'DUPLICATE']);
    expect((await actionsAt(shopId)).map(({ kind, userId, price }) => [kind, userId, price])).toEqual([
      ['VISIT', userId, 10],
      ['BUY', userId, 500],
      ['REGISTER', userId, 0],
    ]);
    expect(await bill(shopId, '2026-11')).toBe(
      (await fixture.db.query('select name from shops where id = $1', [shopId])).map(({ name }: { name: string }) =>
        [
          'month,shop,action,actions,price,amount,currency',
          `2026-11,${name},BUY,1,5.00,5.00,EUR`,
          `2026-11,${name},REGISTER,1,0.00,0.00,EUR`,
          `2026-11,${name},VISIT,1,0.10,0.10,EUR`,
          `2026-11,${name},total,3,,5.10,EUR`,
          '',
        ].join('\n'),
      )[0],
    );
  });

  it('is counted once when it comes twice at the same moment', async () => {
    const { shopId, click, secret } = await visited();
    const actions = Array.from({ length: 50 }, (_, at) => ({ id: `o-${at}`, type: 'BUY', click }));
    const all = await Promise.all([1, 2, 3, 4].map(() => tell(app.url, shopId, { secret, actions, at: now })));
    expect(all.flatMap(({ results }) => results).filter(({ status }) => status === 'ACCEPTED')).toHaveLength(50);
    expect(await bill(shopId, '2026-11')).toContain(',BUY,50,5.00,250.00,EUR');
  });

  it('is refused with a wrong signature, of another shop, by an old secret, or five minutes late; all in one way that tells nothing', async () => {
    const [{ shopId, click, secret }, other] = [await visited(), await visited()];
    const actions = [{ id: 'o-1', type: 'BUY', click }];
    const wrong = [
      await tell(app.url, shopId, { secret: other.secret, actions, at: now }),
      await tell(app.url, '999999', { secret, actions, at: now }),
      await tell(app.url, 'x', { secret, actions, at: now }),
      await tell(app.url, await aShop(app.url, key), { secret, actions, at: now }),
    ];
    const late = await tell(app.url, shopId, { secret, actions, at: new Date(now.getTime() - 301_000) });
    expect([late.status, late.text.includes('5 minutes')]).toEqual([401, true]);
    const renewed = await secretOf(shopId);
    wrong.push(await tell(app.url, shopId, { secret, actions, at: now }));
    expect(wrong.map(({ status }) => status)).toEqual(Array(5).fill(401));
    expect(new Set(wrong.map(({ text }) => text)).size).toBe(1);
    expect(JSON.stringify(wrong)).not.toContain('shs_');
    expect((await actionsAt(shopId)).map(({ kind }) => kind)).toEqual(['VISIT']);
    expect((await tell(app.url, shopId, { secret: renewed, actions, at: now })).results).toMatchObject([{ status: 'ACCEPTED' }]);
    expect((await tell(app.url, other.shopId, { secret: other.secret, actions, at: now })).results).toMatchObject([{ field: 'click' }]);
  });

  it('refuses a body that is none, once it is signed', async () => {
    const { shopId, secret } = await visited();
    expect(await tell(app.url, shopId, { secret, actions: 'all', at: now })).toMatchObject({ status: 400 });
    expect(await tell(app.url, shopId, { secret, actions: Array(1_001).fill({}), at: now })).toMatchObject({ status: 400 });
  });
});

describe('a person who is forgotten or merged', () => {
  it('leaves no action behind, and the bill as it was', async () => {
    const { shopId, titleId } = await offered();
    const userId = await aUser(fixture.db);
    const link = await linkFor(userId, titleId);
    const click = clickIn(await follow(link));
    const secret = await secretOf(shopId);
    await tell(app.url, shopId, { secret, actions: [{ id: 'o-1', type: 'BUY', click }], at: now });
    const before = await bill(shopId, '2026-11');
    const { id } = await forgetUser(fixture.db, { userId, confirmedId: userId, retrain: false, actor: 'system' });
    await forget.run(aJobContext(fixture.database, { erasureId: id }));
    expect(await actionsAt(shopId)).toEqual([]);
    expect(await bill(shopId, '2026-11')).toBe(before);
    expect((await tell(app.url, shopId, { secret, actions: [{ id: 'o-2', type: 'BUY', click }], at: now })).results).toMatchObject([
      { field: 'click' },
    ]);
    expect((await follow(link)).headers.get('location')).toBe(URL_OF_SHOP);
    expect(await actionsAt(shopId)).toEqual([]);
  });

  it('is one person at the shop too, and is not counted twice that day', async () => {
    const { shopId, titleId } = await offered();
    const [from, into] = [await aUser(fixture.db), await aUser(fixture.db)];
    const link = await linkFor(from, titleId);
    await follow(link);
    await mergeUsers(fixture.db, { fromId: from, intoId: into });
    expect(await actionsAt(shopId)).toMatchObject([{ userId: into }]);
    await follow(link);
    await follow(await linkFor(into, titleId));
    expect(await actionsAt(shopId)).toHaveLength(1);
  });
});

describe('actions a person', () => {
  it('are told by kind, model and mood, beside those whom a model showed a list', async () => {
    const { shopId, titleId } = await offered();
    const people = await Promise.all([1, 2, 3].map(() => aUser(fixture.db)));
    const recommendationId = '019b0000-0000-7000-8000-00000000000a';
    const served = createServedWriter({ database: fixture.database, log: pino({ level: 'silent' }) });
    for (const [index, userId] of people.entries())
      served.add({
        ...{ servedAt: now, recommendationId: recommendationId.replace(/a$/, String(index)), from: 0, userId, placement: null },
        ...{ engine: EngineName.LOCAL, modelId: 7, variant: null, titles: [{ titleId, score: 1 }] },
      });
    await served.stop();
    const [ann = 0, ben = 0] = people;
    await follow(await linkFor(ann, titleId, `, recommendationId: "${recommendationId.replace(/a$/, '0')}", mood: "joyful"`));
    // Another person’s list: it led nobody else there.
    await follow(await linkFor(ben, titleId, `, recommendationId: "${recommendationId.replace(/a$/, '0')}"`));
    now = new Date('2026-11-23T13:00:00Z');
    const query = `{ shopActions(input: { shopId: ${shopId}, days: 1 }) { actions people peopleShown perPerson byKind { kind actions }
      byModel { modelId actions people peopleShown perPerson } byMood { mood actions perPerson } } }`;
    const report = fieldOf<Readonly<Record<string, unknown>>>(await ask(app.url, query, { headers: key }), 'shopActions');
    expect(report).toMatchObject({ actions: 2, people: 2, peopleShown: 3, byKind: [{ kind: 'VISIT', actions: 2 }] });
    expect(report.byModel).toEqual(
      expect.arrayContaining([
        { modelId: '7', actions: 1, people: 1, peopleShown: 3, perPerson: 1 / 3 },
        { modelId: null, actions: 1, people: 1, peopleShown: null, perPerson: 1 },
      ]),
    );
    expect(report.byMood).toEqual(
      expect.arrayContaining([
        { mood: 'joyful', actions: 1, perPerson: 1 },
        { mood: null, actions: 1, perPerson: 1 },
      ]),
    );
  });
});

describe('a shop’s own operator', () => {
  it('sees and changes that shop and nothing of another, which is as if it were not there', async () => {
    const [mine, other] = [await offered(), await offered()];
    const keeper = await aShopkeeper(fixture.db, mine.shopId);
    const get = (query: string, headers = keeper) => ask(app.url, query, { headers });
    const shop = (id: string) => `{ shop(id: ${id}) { id offers { nodes { sku title { id } } } prices { action price } } }`;
    expect((await get('{ shops { nodes { id } totalCount } }')).data).toEqual({ shops: { nodes: [{ id: mine.shopId }], totalCount: 1 } });
    expect(fieldOf(await get(shop(mine.shopId)), 'shop')).toMatchObject({
      offers: { nodes: [{ sku: 'heat', title: { id: String(mine.titleId) } }] },
    });
    expect((await get(shop(other.shopId))).data).toEqual((await get(shop('999999'))).data);
    for (const field of [`renewShopSecret(shopId: ID)`, `exportShopBill(shopId: ID, month: "2026-11")`]) {
      const call = (id: string) => get(`mutation { ${field.replace('ID', id)} { userErrors { code field message } } }`);
      expect((await call(other.shopId)).text).toBe((await call('999999')).text);
      expect((await call(other.shopId)).text).toContain('NOT_FOUND');
    }
    expect(await bill(mine.shopId, '2026-11', keeper)).toContain('month,shop');
    const save = await get(`mutation { saveShop(input: { id: ${mine.shopId}, version: 1, prices: [] }) { shop { id } } }`);
    expect(save.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await follow(await linkFor(await aUser(fixture.db), other.titleId));
    const report = await get(`{ shopActions(input: { shopId: ${other.shopId} }) { actions peopleShown } }`);
    expect(report.data).toEqual({ shopActions: { actions: 0, peopleShown: null } });
  });

  it('without a shop sees none', async () => {
    await offered();
    const keeper = await aShopkeeper(fixture.db, null);
    const { data } = await ask(app.url, '{ shops { totalCount } shopActions { actions } }', { headers: keeper });
    expect(data).toEqual({ shops: { totalCount: 0 }, shopActions: { actions: 0 } });
  });
});

describe('a shop', () => {
  const save = async (input: string) =>
    fieldOf<{ shop: object | null; userErrors: readonly object[] }>(
      await ask(
        app.url,
        `mutation { saveShop(input: { ${input} }) { shop { id name version clickParameter prices { action price } hasSecret } userErrors { code field } } }`,
        { headers: key },
      ),
      'saveShop',
    );

  it('is made and changed, with what is left out as it was; a stale change gets the shop as it is', async () => {
    const { shop } = (await save('name: " Reel ", currency: "RUB", prices: [{ action: BUY, price: 500 }]')) as { shop: { id: string } };
    expect(shop).toMatchObject({ name: 'Reel', version: 1, clickParameter: 'kg_click', hasSecret: false });
    const renamed = await save(`id: ${shop.id}, version: 1, name: "Reels"`);
    expect(renamed.shop).toMatchObject({
      name: 'Reels',
      version: 2,
      prices: expect.arrayContaining([
        { action: 'BUY', price: 500 },
        { action: 'VISIT', price: 0 },
      ]),
    });
    expect(await save(`id: ${shop.id}, version: 1, name: "Other"`)).toMatchObject({
      shop: { name: 'Reels', version: 2 },
      userErrors: [{ code: 'CONFLICT', field: 'input.version' }],
    });
  });

  it.each([
    ['name: "", currency: "EUR"', 'input.name'],
    ['name: "A", currency: "euro"', 'input.currency'],
    ['name: "A"', 'input.currency'],
    ['name: "A", currency: "EUR", clickParameter: "a&b"', 'input.clickParameter'],
    ['name: "A", currency: "EUR", prices: [{ action: BUY, price: -1 }]', 'input.prices[0].price'],
    ['name: "A", currency: "EUR", prices: [{ action: BUY, price: 0.5 }]', 'input.prices[0].price'],
    ['name: "A", currency: "EUR", prices: [{ action: BUY, price: 1 }, { action: BUY, price: 1 }]', 'input.prices[1].action'],
    ['id: 999999, version: 1', 'input.id'],
  ])('is refused where %s', async (input, field) => {
    expect(await save(input)).toMatchObject({ shop: null, userErrors: [{ field }] });
  });

  it('owes what an action cost when it was told, and refuses a month that is none', async () => {
    const { shopId, titleId } = await offered();
    await follow(await linkFor(await aUser(fixture.db), titleId));
    await save(`id: ${shopId}, version: 1, prices: [{ action: VISIT, price: 25 }]`);
    await follow(await linkFor(await aUser(fixture.db), titleId));
    const text = await bill(shopId, '2026-11');
    expect(text).toContain(',VISIT,1,0.10,0.10,EUR');
    expect(text).toContain(',VISIT,1,0.25,0.25,EUR');
    expect(text).toContain(',total,2,,0.35,EUR');
    expect((await bill(shopId, '2026-10')).split('\n')).toHaveLength(2);
    const wrong = await ask(app.url, `mutation { exportShopBill(shopId: ${shopId}, month: "2026-13") { userErrors { field } } }`, {
      headers: key,
    });
    expect(wrong.data).toEqual({ exportShopBill: { userErrors: [{ field: 'month' }] } });
  });
});
