import { randomUUID } from 'node:crypto';
import { Scope } from '../../core/caller';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aShopkeeper, follow, seenOffers } from '../support/shop';
import { withShops } from '../support/shop-house';
import { aTitle } from '../support/title';
import { aUser } from '../support/user';

const fixture = withDatabase();
const house = withShops(fixture);
const { offered, linkFor, bill } = house;

describe('a shop’s own operator', () => {
  it('sees and changes that shop and nothing of another, which is as if it were not there', async () => {
    const [mine, other] = [await offered(), await offered()];
    const keeper = await aShopkeeper(fixture.db, mine.shopId);
    const get = (query: string, headers = keeper) => ask(house.url, query, { headers });
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

  it('is given a shop by an admin, loses it with the role, and is of one that there is', async () => {
    const { shopId } = await offered();
    const admin = await aKey(fixture.db, Scope.ADMIN);
    const call = async (name: string, input: string) =>
      fieldOf<{ operator: { id: string; version: number; shopId: string | null } | null; userErrors: object[] }>(
        await ask(house.url, `mutation { ${name}(input: { ${input} }) { operator { id version shopId } userErrors { code field } } }`, {
          headers: admin,
        }),
        name,
      );
    const email = () => `email: "${randomUUID()}@example.com"`;
    const made = await call('createOperator', `${email()}, role: SHOP, shopId: ${shopId}`);
    expect(made.operator).toMatchObject({ shopId });
    const { id } = made.operator ?? {};
    expect((await call('saveOperator', `id: ${id}, version: 1, name: "Ann"`)).operator).toMatchObject({ shopId });
    expect((await call('saveOperator', `id: ${id}, version: 2, role: READER`)).operator).toMatchObject({ shopId: null });
    expect(await call('createOperator', `${email()}, role: READER, shopId: ${shopId}`)).toMatchObject({
      operator: null,
      userErrors: [{ code: 'BAD_INPUT', field: 'input.shopId' }],
    });
    expect(await call('createOperator', `${email()}, role: SHOP, shopId: 999999`)).toMatchObject({
      operator: null,
      userErrors: [{ code: 'NOT_FOUND', field: 'input.shopId' }],
    });
  });

  it('without a shop sees none', async () => {
    await offered();
    const keeper = await aShopkeeper(fixture.db, null);
    const { data } = await ask(house.url, '{ shops { totalCount } shopActions { actions } }', { headers: keeper });
    expect(data).toEqual({ shops: { totalCount: 0 }, shopActions: { actions: 0 } });
  });
});

describe('a shop', () => {
  const save = async (input: string) =>
    fieldOf<{ shop: object | null; userErrors: readonly object[] }>(
      await ask(
        house.url,
        `mutation { saveShop(input: { ${input} }) { shop { id name version clickParameter prices { action price } hasSecret } userErrors { code field } } }`,
        { headers: house.key },
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

  it('offers what it did when a title is merged into another, under that one', async () => {
    const [{ titleId }, intoId] = [await offered(), await aTitle(fixture.db)];
    expect(await seenOffers(house.url, {}, intoId)).toEqual([]);
    await ask(house.url, `mutation { mergeTitles(fromId: ${titleId}, intoId: ${intoId}) { title { id } } }`, { headers: house.key });
    const [offer] = await seenOffers(house.url, {}, intoId);
    expect(offer).toMatchObject({ price: 999 });
    expect((await follow(`${house.url}${offer?.link}`)).headers.get('location')).toContain('https://shop.example/');
    await ask(house.url, `mutation { unmergeTitles(fromId: ${titleId}) { title { id } } }`, { headers: house.key });
    expect(await seenOffers(house.url, {}, intoId)).toEqual([]);
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
    const wrong = await ask(house.url, `mutation { exportShopBill(shopId: ${shopId}, month: "2026-13") { userErrors { field } } }`, {
      headers: house.key,
    });
    expect(wrong.data).toEqual({ exportShopBill: { userErrors: [{ field: 'month' }] } });
  });
});
