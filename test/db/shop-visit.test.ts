import { withDatabase } from '../support/database';
import { ask } from '../support/graphql';
import { BROWSER, follow, seenOffers } from '../support/shop';
import { clickIn, URL_OF_SHOP, withShops } from '../support/shop-house';
import { aUser } from '../support/user';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
const house = withShops(fixture);
const { offered, linkFor, actionsAt, bill } = house;

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
    house.now = new Date('2026-11-24T00:00:01Z');
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
    const [open] = await seenOffers(house.url, {}, titleId);
    expect((await follow(`${house.url}${open?.link}`)).headers.get('location')).toBe(URL_OF_SHOP);
    expect(await actionsAt(shopId)).toEqual([]);
    const viewer = await aViewer(house.url);
    const [own] = await seenOffers(house.url, viewer.headers, titleId);
    await follow(`${house.url}${own?.link}`);
    expect(await actionsAt(shopId)).toMatchObject([{ userId: viewer.id }]);
    const other = await ask(house.url, `{ title(id: ${titleId}) { offers { link(userId: "${await aUser(fixture.db)}") } } }`, {
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
      `${house.url}/go/${one.offerId}`,
      `${house.url}/go/${one.offerId}?t=x.y&url=https://evil.example`,
      `${house.url}/go/https:%2F%2Fevil.example?t=x`,
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
    await ask(house.url, `mutation { saveShop(input: { id: ${shopId}, version: 1, disabled: true }) { shop { id } } }`, {
      headers: house.key,
    });
    expect((await follow(link)).status).toBe(404);
    expect(await seenOffers(house.url, {}, titleId)).toEqual([]);
  });

  it('that is a month old still leads there, and counts no more', async () => {
    const { titleId, shopId } = await offered();
    const link = await linkFor(await aUser(fixture.db), titleId);
    house.now = new Date('2026-12-24T12:00:00Z');
    expect((await follow(link)).headers.get('location')).toBe(URL_OF_SHOP);
    expect(await actionsAt(shopId)).toEqual([]);
  });

  it('refuses what no link can be bound to', async () => {
    const { titleId } = await offered();
    for (const [argument, field] of [
      ['recommendationId: "x"', 'recommendationId'],
      ['mood: "hungry"', 'mood'],
    ]) {
      const { data, errors } = await ask(house.url, `{ title(id: ${titleId}) { offers { link(${argument}) } } }`);
      expect(data).toEqual({ title: { offers: [{ link: null }] } });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT', field } }]);
    }
    const { errors } = await ask(house.url, `{ title(id: ${titleId}) { offers(region: "Finland") { id } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT', field: 'region' } }]);
  });
});
