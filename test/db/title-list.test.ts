import pino from 'pino';
import { TitleKind } from '../../core/title';
import { createRecommender } from '../../flow/recommend';
import { createTitleLists, type TitleLists } from '../../flow/title-list';
import { createServedWriter } from '../../store/served';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
let now = new Date('2026-06-01T12:00:00Z');
const clock = () => now;

async function lists(): Promise<TitleLists> {
  const { database } = fixture;
  const recommender = createRecommender({ database, log, clock, served: createServedWriter({ database, log }) });
  await recommender.start();
  return createTitleLists(recommender);
}

const filter = {};

describe('lists that are the same for everybody', () => {
  it('are empty for an empty catalogue and an unknown title', async () => {
    const { popular, trending, similar, sideList } = await lists();
    expect(popular({ filter, first: 5 })).toEqual([]);
    expect(await trending({ windowHours: 24, halfLifeHours: 6, filter, first: 5 })).toEqual([]);
    expect(await similar(4711, 5)).toEqual([]);
    expect(sideList(4711, { first: 5 })).toEqual([]);
  });

  it('name what most people liked first, then what the public rated most, and only what the filter lets through', async () => {
    const { db } = fixture;
    const [liked, disliked, unknown] = [await aTitle(db), await aTitle(db), await aTitle(db, { year: 2001 })];
    const [show, most] = [await aTitle(db, { kind: TitleKind.SHOW, attributes: { ratingCount: 5 } }), await aTitle(db)];
    const book = await aTitle(db, { kind: TitleKind.BOOK, attributes: { ratingCount: 1_000_000 } });
    for (const [titleId, people] of [
      [liked, 2],
      [show, 2],
      [most, 3],
    ] as const)
      for (let person = 0; person < people; person++) await addInteraction(db, await addUser(db), titleId, { rating: 4 });
    for (let person = 0; person < 9; person++) await addInteraction(db, await addUser(db), disliked, { rating: 1 });
    const { popular } = await lists();
    expect(popular({ filter, first: 9 })).toEqual([most, show, liked, book, disliked, unknown]);
    expect(popular({ filter: { yearFrom: 2000 }, first: 5 })).toEqual([unknown]);
    expect(popular({ filter: { kinds: [TitleKind.BOOK, TitleKind.SHOW] }, first: 1 })).toEqual([show]);
    expect(() => popular({ filter, first: -1 })).toThrow('first');
  });

  it('name what is trending: recent activity weighs more, episodes count for their show', async () => {
    const [older, newer, show] = [await aTitle(fixture.db), await aTitle(fixture.db), await aTitle(fixture.db, { kind: TitleKind.SHOW })];
    const episode = await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show });
    await fixture.db.query(
      `insert into title_activity ("titleId", hour, weight) select * from unnest($1::bigint[], $2::timestamptz[], $3::float8[])`,
      [
        [older, newer, episode, older],
        ['2026-06-01T00:00:00Z', '2026-06-01T11:00:00Z', '2026-06-01T12:00:00Z', '2026-05-01T00:00:00Z'],
        [10, 8, 20, 1_000],
      ],
    );
    const { trending } = await lists();
    const request = { windowHours: 24, halfLifeHours: 6, filter, first: 5 };
    expect(await trending(request)).toEqual([show, newer, older]);
    await fixture.db.query('delete from title_activity');
    expect(await trending(request)).toEqual([show, newer, older]);
    now = new Date(now.getTime() + 6_000);
    expect(await trending(request)).toEqual([]);
    await expect(trending({ ...request, halfLifeHours: 0 })).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'halfLifeHours' });
  });

  it('draw a side list with the same category first, without the current title, the same for the same seed', async () => {
    const clips: number[] = [];
    for (let at = 0; at < 12; at++) clips.push(await aTitle(fixture.db, { kind: TitleKind.VIDEO, category: at < 4 ? 'War' : 'Comedy' }));
    const alone = await aTitle(fixture.db, { kind: TitleKind.VIDEO, category: 'Horror' });
    const { sideList } = await lists();
    for (let seed = 0; seed < 20; seed++) {
      const drawn = sideList(clips[0] ?? 0, { first: 5, seed });
      expect(drawn).toHaveLength(5);
      expect(clips.slice(1, 4)).toContain(drawn[0]);
      expect(new Set([...drawn, clips[0]]).size).toBe(6);
      expect(sideList(clips[0] ?? 0, { first: 5, seed })).toEqual(drawn);
    }
    expect(sideList(alone, { first: 5 })).toHaveLength(5);
  });

  it('find similar titles by their factors, and by genres where there are none', async () => {
    const near = [await aTitle(fixture.db), await aTitle(fixture.db), await aTitle(fixture.db)] as const;
    const cold = [
      await aTitle(fixture.db, { kind: TitleKind.BOOK, genres: ['Poetry', 'War'] }),
      await aTitle(fixture.db, { kind: TitleKind.BOOK, genres: ['Poetry'] }),
    ] as const;
    const vectors = new Map<number, readonly [number, number]>([
      [near[0], [1, 0]],
      [near[1], [0, 1]],
      [near[2], [0.9, 0.2]],
    ]);
    await aLiveModel(fixture.db, vectors);
    const { similar } = await lists();
    const found = await similar(near[0], 3);
    expect(found[0]).toMatchObject({ titleId: near[2], score: expect.closeTo(0.9 / Math.hypot(0.9, 0.2), 5) });
    expect(found.map(({ titleId }) => titleId)).not.toContain(near[0]);
    expect((await similar(cold[0], 1))[0]?.titleId).toBe(cold[1]);
  });
});
