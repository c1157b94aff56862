import pino from 'pino';
import { EngineName } from '../../core/recommendation';
import { forgetUser } from '../../flow/forget';
import { mergeUsers } from '../../flow/user';
import { forget } from '../../jobs/forget';
import { createServedWriter } from '../../store/served';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aJobContext } from '../support/job-context';
import { aShop, follow, tell } from '../support/shop';
import { clickIn, URL_OF_SHOP, withShops } from '../support/shop-house';
import { aUser } from '../support/user';

const fixture = withDatabase();
const house = withShops(fixture);
const { offered, linkFor, actionsAt, secretOf, bill } = house;

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
    const { status, results } = await tell(house.url, shopId, { secret, actions, at: house.now });
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
    const again = await tell(house.url, shopId, { secret, actions: actions.slice(0, 3), at: house.now });
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
    const all = await Promise.all([1, 2, 3, 4].map(() => tell(house.url, shopId, { secret, actions, at: house.now })));
    expect(all.flatMap(({ results }) => results).filter(({ status }) => status === 'ACCEPTED')).toHaveLength(50);
    expect(await bill(shopId, '2026-11')).toContain(',BUY,50,5.00,250.00,EUR');
  });

  it('is refused with a wrong signature, of another shop, by an old secret, or five minutes late; all in one way that tells nothing', async () => {
    const [{ shopId, click, secret }, other] = [await visited(), await visited()];
    const actions = [{ id: 'o-1', type: 'BUY', click }];
    const wrong = [
      await tell(house.url, shopId, { secret: other.secret, actions, at: house.now }),
      await tell(house.url, '999999', { secret, actions, at: house.now }),
      await tell(house.url, 'x', { secret, actions, at: house.now }),
      await tell(house.url, await aShop(house.url, house.key), { secret, actions, at: house.now }),
    ];
    const late = await tell(house.url, shopId, { secret, actions, at: new Date(house.now.getTime() - 301_000) });
    expect([late.status, late.text.includes('5 minutes')]).toEqual([401, true]);
    const renewed = await secretOf(shopId);
    wrong.push(await tell(house.url, shopId, { secret, actions, at: house.now }));
    expect(wrong.map(({ status }) => status)).toEqual(Array(5).fill(401));
    expect(new Set(wrong.map(({ text }) => text)).size).toBe(1);
    expect(JSON.stringify(wrong)).not.toContain('shs_');
    expect((await actionsAt(shopId)).map(({ kind }) => kind)).toEqual(['VISIT']);
    expect((await tell(house.url, shopId, { secret: renewed, actions, at: house.now })).results).toMatchObject([{ status: 'ACCEPTED' }]);
    expect((await tell(house.url, other.shopId, { secret: other.secret, actions, at: house.now })).results).toMatchObject([
      { field: 'click' },
    ]);
  });

  it('refuses a body that is none, once it is signed', async () => {
    const { shopId, secret } = await visited();
    expect(await tell(house.url, shopId, { secret, actions: 'all', at: house.now })).toMatchObject({ status: 400 });
    expect(await tell(house.url, shopId, { secret, actions: Array(1_001).fill({}), at: house.now })).toMatchObject({ status: 400 });
  });
});

describe('a person who is forgotten or merged', () => {
  it('leaves no action behind, and the bill as it was', async () => {
    const { shopId, titleId } = await offered();
    const userId = await aUser(fixture.db);
    const link = await linkFor(userId, titleId);
    const click = clickIn(await follow(link));
    const secret = await secretOf(shopId);
    await tell(house.url, shopId, { secret, actions: [{ id: 'o-1', type: 'BUY', click }], at: house.now });
    const before = await bill(shopId, '2026-11');
    const { id } = await forgetUser(fixture.db, { userId, confirmedId: userId, retrain: false, actor: 'system' });
    await forget.run(aJobContext(fixture.database, { erasureId: id }));
    expect(await actionsAt(shopId)).toEqual([]);
    expect(await bill(shopId, '2026-11')).toBe(before);
    expect((await tell(house.url, shopId, { secret, actions: [{ id: 'o-2', type: 'BUY', click }], at: house.now })).results).toMatchObject([
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
        ...{ servedAt: house.now, recommendationId: recommendationId.replace(/a$/, String(index)), from: 0, userId, placement: null },
        ...{ engine: EngineName.LOCAL, modelId: 7, variant: null, titles: [{ titleId, score: 1 }] },
      });
    await served.stop();
    const [ann = 0, ben = 0] = people;
    await follow(await linkFor(ann, titleId, `, recommendationId: "${recommendationId.replace(/a$/, '0')}", mood: "joyful"`));
    // Another person’s list: it led nobody else there.
    await follow(await linkFor(ben, titleId, `, recommendationId: "${recommendationId.replace(/a$/, '0')}"`));
    house.now = new Date('2026-11-23T13:00:00Z');
    const query = `{ shopActions(input: { shopId: ${shopId}, days: 1 }) { actions people peopleShown perPerson byKind { kind actions }
      byModel { modelId actions people peopleShown perPerson } byMood { mood actions perPerson } } }`;
    const report = fieldOf<Readonly<Record<string, unknown>>>(await ask(house.url, query, { headers: house.key }), 'shopActions');
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
