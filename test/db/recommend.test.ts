import pino from 'pino';
import { Opinion } from '../../core/interaction';
import { ReasonCode } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { createRecommender, listId, type RankedAnswer, type Recommender } from '../../flow/recommend';
import { createServedWriter } from '../../store/served';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
const clock = () => new Date('2026-06-01T12:00:00Z');

async function aRecommender(): Promise<Recommender> {
  const { database } = fixture;
  const recommender = createRecommender({ database, log, clock, served: createServedWriter({ database, log }) });
  await recommender.start();
  return recommender;
}

const idsOf = (answer: RankedAnswer): number[] => answer.top(500).map(({ titleId }) => titleId);
const forUser = (userId: number | null, filter = {}) => ({ userId, placement: null, filter });

/** Ten films of space and ten of love, with a model that tells them apart. */
async function spaceAndLove() {
  const space: number[] = [];
  const love: number[] = [];
  const vectors = new Map<number, readonly [number, number]>();
  for (let at = 0; at < 10; at++) {
    space.push(await aTitle(fixture.db, { genres: ['Space'], year: 1990 + at, seconds: 5_000 + at }));
    love.push(await aTitle(fixture.db, { genres: ['Love'], year: 1990 + at, seconds: 6_000 + at }));
  }
  for (const [at, id] of space.entries()) vectors.set(id, [1 - at / 100, 0.01]);
  for (const [at, id] of love.entries()) vectors.set(id, [0.01, 1 - at / 100]);
  return { space, love, modelId: await aLiveModel(fixture.db, vectors) };
}

describe('with an empty catalogue and no model', () => {
  it('answers everyone with an empty list and no error', async () => {
    const recommender = await aRecommender();
    const userId = await addUser(fixture.db);
    for (const id of [null, userId, 987_654_321]) {
      const answer = await recommender.recommend(forUser(id));
      expect(answer).toMatchObject({ length: 0, modelId: null, version: id === userId ? 7 : 0 });
      expect(answer.top(20)).toEqual([]);
    }
  });
});

describe('with a catalogue and a model', () => {
  let world: Awaited<ReturnType<typeof spaceAndLove>>;
  let recommender: Recommender;
  beforeAll(async () => {
    world = await spaceAndLove();
    recommender = await aRecommender();
  });

  it('lists what people of this taste like first, says why, and leaves out what was seen', async () => {
    const userId = await addUser(fixture.db);
    const [seen, ...others] = world.space;
    await addInteraction(fixture.db, userId, seen ?? 0);
    const answer = await recommender.recommend(forUser(userId));
    expect(answer).toMatchObject({ version: 8, modelId: world.modelId, userId });
    expect(idsOf(answer).slice(0, 9)).toEqual(others);
    expect(answer.length).toBe(19);
    expect(answer.explain(others[0] ?? 0)).toEqual([
      { code: ReasonCode.BECAUSE_WATCHED, titleId: seen, genre: null, contribution: expect.any(Number) },
    ]);
    const [first] = answer.top(1);
    expect(answer.explain(others[0] ?? 0)[0]?.contribution).toBeCloseTo(first?.score ?? Number.NaN, 6);
  });

  it('lists seen titles where asked to, but never a disliked one', async () => {
    const userId = await addUser(fixture.db);
    await addInteraction(fixture.db, userId, world.space[0] ?? 0);
    await addInteraction(fixture.db, userId, world.love[0] ?? 0, { rating: null, opinion: Opinion.DISLIKE });
    const ids = idsOf(await recommender.recommend(forUser(userId, { excludeSeen: false })));
    expect(ids).toContain(world.space[0]);
    expect(ids).not.toContain(world.love[0]);
  });

  it('answers as if a title had never been watched', async () => {
    const userId = await addUser(fixture.db);
    await addInteraction(fixture.db, userId, world.space[1] ?? 0);
    await addInteraction(fixture.db, userId, world.love[1] ?? 0);
    const answer = await recommender.recommend(forUser(userId, { withoutHistoryOf: [world.space[1]] }));
    expect(world.love).toContain(idsOf(answer)[0]);
    expect(idsOf(answer)).toContain(world.space[1]);
    expect(answer.explain(world.space[0] ?? 0)[0]?.titleId).not.toBe(world.space[1]);
  });

  it('goes by liked genres for someone without a past, and by what is popular for someone unknown', async () => {
    const fan = await addUser(fixture.db, { genres: { MOVIE: { love: 1 } } });
    const liked = await recommender.recommend(forUser(fan));
    expect(idsOf(liked).slice(0, 10).sort()).toEqual([...world.love].sort());
    expect(liked.explain(world.love[0] ?? 0)).toMatchObject([{ code: ReasonCode.LIKED_GENRE, genre: 'Love' }]);
    const anyone = await recommender.recommend(forUser(null));
    expect(anyone).toMatchObject({ version: 0, modelId: null });
    expect(anyone.explain(idsOf(anyone)[0] ?? 0)).toMatchObject([{ code: ReasonCode.POPULAR }]);
  });

  it('answers someone who has seen everything with an empty list, and without excludeSeen with all of it', async () => {
    const userId = await addUser(fixture.db);
    for (const titleId of [...world.space, ...world.love]) await addInteraction(fixture.db, userId, titleId);
    expect(idsOf(await recommender.recommend(forUser(userId)))).toEqual([]);
    expect((await recommender.recommend(forUser(userId, { excludeSeen: false }))).length).toBe(20);
  });

  it('leaves out what was shown before, where asked to', async () => {
    const userId = await addUser(fixture.db);
    await fixture.db.query(`create table if not exists served_now partition of served for values from ('2026-05-01') to ('2026-07-01')`);
    const [shown] = world.space;
    const { engine, servedAt, recommendationId } = await recommender.recommend(forUser(userId));
    recommender.served.add({
      ...{ engine, servedAt, recommendationId, userId, placement: null, modelId: null, variant: null },
      ...{ from: 0, titles: [{ titleId: shown ?? 0, score: null }] },
    });
    await recommender.served.flush();
    expect(idsOf(await recommender.recommend(forUser(userId, { excludeServed: true })))).not.toContain(shown);
    expect(idsOf(await recommender.recommend(forUser(userId)))).toContain(shown);
  });

  it('reranks every given title, seen and unknown ones too', async () => {
    const userId = await addUser(fixture.db);
    await addInteraction(fixture.db, userId, world.space[3] ?? 0);
    const given = [999_999_999, world.love[2] ?? 0, world.space[3] ?? 0, world.space[2] ?? 0];
    const answer = await recommender.rerank({ userId, titleIds: given });
    expect(idsOf(answer)).toEqual([world.space[2], world.space[3], world.love[2], 999_999_999]);
  });

  it('takes in a changed and a new title when it is told, and scores the new one by its attributes', async () => {
    const userId = await addUser(fixture.db);
    await addInteraction(fixture.db, userId, world.space[0] ?? 0);
    const fresh = await aTitle(fixture.db, { genres: ['Space'], year: 1999 });
    const hidden = world.space[9] ?? 0;
    await fixture.db.query(`update titles set state = 'HIDDEN' where id = $1`, [hidden]);
    recommender.onNotice({ topic: 'titles', ids: [fresh, hidden] });
    await recommender.local.settled();
    const ids = idsOf(await recommender.recommend(forUser(userId)));
    expect(ids.indexOf(fresh)).toBeGreaterThanOrEqual(0);
    expect(ids.indexOf(fresh)).toBeLessThan(10);
    expect(ids).not.toContain(hidden);
  });

  it('lists an episode as its show, also as the reason', async () => {
    const show = await aTitle(fixture.db, { kind: TitleKind.SHOW, genres: ['Space'] });
    const episode = await aTitle(fixture.db, { kind: TitleKind.EPISODE, parentId: show, season: 1, number: 1 });
    recommender.onNotice({ topic: 'titles', ids: null });
    await recommender.local.settled();
    const fan = await addUser(fixture.db, { genres: { SHOW: { Space: 1 } } });
    expect(idsOf(await recommender.recommend(forUser(fan, { kinds: [TitleKind.EPISODE] })))).toEqual([show]);
    await addInteraction(fixture.db, fan, episode);
    expect(idsOf(await recommender.recommend(forUser(fan, { kinds: [TitleKind.SHOW] })))).toEqual([]);
  });

  it('refuses a filter that means nothing and a placement that is not there, naming the field', async () => {
    await expect(recommender.recommend(forUser(null, { perKind: 0 }))).rejects.toMatchObject({ field: 'input.perKind' });
    await expect(recommender.recommend(forUser(null, { maxCertificate: 'U' }))).rejects.toMatchObject({ field: 'input.maxCertificate' });
    await expect(recommender.recommend({ userId: null, placement: 'nowhere', filter: {} })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.placement',
    });
  });

  it('gives a list one id per person, placement and input', () => {
    const same = listId({ userId: 1, placement: 'home', filter: { yearFrom: 1990, yearTo: 2000 } });
    expect(listId({ userId: 1, placement: 'home', filter: { yearTo: 2000, yearFrom: 1990 } })).toBe(same);
    expect(listId({ userId: 2, placement: 'home', filter: { yearFrom: 1990, yearTo: 2000 } })).not.toBe(same);
    expect(listId({ userId: 1, placement: 'home', filter: { yearFrom: 1991, yearTo: 2000 } })).not.toBe(same);
  });
});
