import pino from 'pino';
import { Opinion } from '../../core/interaction';
import type { PersonalizeTargets } from '../../core/personalize/sync';
import { EngineName, ReasonCode } from '../../core/recommendation';
import { TitleKind } from '../../core/title';
import { dataPlane } from '../../engine/personalize/clients';
import { CIRCUIT } from '../../flow/engines';
import { livePersonalize } from '../../flow/personalize-engine';
import { savePlacement } from '../../flow/placement';
import { createRecommender, type RankedAnswer, type Recommender } from '../../flow/recommend';
import { createTitleLists } from '../../flow/title-list';
import { createServedWriter } from '../../store/served';
import { withDatabase } from '../support/database';
import { addInteraction, addUser } from '../support/person';
import { type DataServer, startDataServer } from '../support/personalize/data';
import { ALL_TARGETS } from '../support/personalize/targets';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
let now = new Date('2026-06-01T12:00:00Z');

let server: DataServer;
let films: number[];
let book: number;
let hidden: number;
beforeAll(async () => {
  server = await startDataServer();
  films = [];
  for (let at = 0; at < 6; at++) films.push(await aTitle(fixture.db, { genres: ['Sci-Fi'], year: 1990 + at }));
  book = await aTitle(fixture.db, { kind: TitleKind.BOOK, genres: ['Sci-Fi'], year: 1995 });
  hidden = await aTitle(fixture.db, { genres: ['Sci-Fi'], year: 1995 });
  await fixture.db.query(`update titles set state = 'HIDDEN' where id = $1`, [hidden]);
});
afterAll(() => server.stop());

const started: Recommender[] = [];
afterEach(async () => {
  server.calls.length = 0;
  server.answerWith(() => ({}));
  for (const recommender of started.splice(0)) await recommender.stop();
});

async function aRecommender({ targets = ALL_TARGETS as PersonalizeTargets | null, answerMs = 5_000 } = {}): Promise<Recommender> {
  const { database } = fixture;
  const recommender = createRecommender({
    ...{ database, log, clock: () => now, served: createServedWriter({ database, log }), answerMs },
    remote: livePersonalize({ plane: dataPlane(server.options), read: async () => targets, log }).remote,
  });
  await recommender.start();
  started.push(recommender);
  return recommender;
}

const items = (ids: readonly (number | string)[]) => ({ itemList: ids.map((id, at) => ({ itemId: String(id), score: 1 / (at + 1) })) });
const idsOf = (answer: RankedAnswer): number[] => answer.top(500).map(({ titleId }) => titleId);
const codesOf = (answer: RankedAnswer, titleId: number): ReasonCode[] => answer.explain(titleId).map(({ code }) => code);
const forUser = (userId: number | null, filter = {}) => ({ userId, placement: null, filter, engine: EngineName.PERSONALIZE });

describe('a list from Personalize', () => {
  it('stands in its order with its scores and reasons, without what may not be listed, and is filled up by the local engine', async () => {
    const userId = await addUser(fixture.db);
    const [first, second, third, disliked, seen] = films as [number, number, number, number, number];
    await addInteraction(fixture.db, userId, disliked, { rating: null, opinion: Opinion.DISLIKE });
    await addInteraction(fixture.db, userId, seen);
    server.answerWith(() => ({
      itemList: [
        { itemId: String(disliked), score: 0.9 },
        { itemId: String(third), score: 0.5 },
        { itemId: String(hidden), score: 0.4 },
        { itemId: 'not-ours', score: 0.3 },
        { itemId: String(seen), score: 0.3 },
        { itemId: String(first), score: 0.2, reason: ['Exploration'] },
        { itemId: String(book), reason: ['Popular item'] },
        { itemId: String(third), score: 0.1 },
      ],
    }));
    const answer = await (await aRecommender()).recommend(forUser(userId));
    expect(answer).toMatchObject({ engine: EngineName.PERSONALIZE, modelId: null, length: 5, own: 3 });
    expect(answer.top(3)).toEqual([
      { titleId: third, score: 0.5 },
      { titleId: first, score: 0.2 },
      { titleId: book, score: null },
    ]);
    expect(idsOf(answer).slice(3).sort()).toEqual([second, films[5]].sort());
    expect([third, first, book, second].map((id) => codesOf(answer, id)[0])).toEqual([
      ReasonCode.SIMILAR_USERS,
      ReasonCode.EXPLORATION,
      ReasonCode.POPULAR,
      ReasonCode.FALLBACK,
    ]);
    const { body } = server.calls[0] ?? { body: {} };
    expect(body).toEqual({
      campaignArn: ALL_TARGETS.campaigns.USER,
      userId: String(userId),
      numResults: 500,
      filterArn: ALL_TARGETS.filters.open,
      filterValues: { SEEN: '"watched","RATING","LIKE","DISLIKE"' },
    });
  });

  it('pushes down what its filters can say, and applies the rest afterwards', async () => {
    const userId = await addUser(fixture.db);
    server.answerWith(() => items([...films, book]));
    const answer = await (await aRecommender()).recommend(
      forUser(userId, { kinds: [TitleKind.MOVIE], genres: ['sci-fi'], yearFrom: 1993, excludeTitleIds: [films[3]], excludeSeen: false }),
    );
    expect(idsOf(answer)).toEqual([films[4], films[5]]);
    expect(server.calls[0]?.body).toMatchObject({
      filterArn: ALL_TARGETS.filters.genres,
      filterValues: { GENRES: '"Sci-Fi"', OTHER_KINDS: '"SHOW","BOOK","TRACK","VIDEO"', YEAR_FROM: '1993' },
    });
  });

  it('holds at most so many of a kind, its own first', async () => {
    server.answerWith(() => items([films[5] as number, films[4] as number]));
    const answer = await (await aRecommender()).recommend(forUser(await addUser(fixture.db), { perKind: 1 }));
    expect(idsOf(answer)).toEqual([films[5], book]);
    expect(answer.length).toBe(2);
  });

  it('asks the campaign of what is popular for nobody in particular', async () => {
    server.answerWith(() => items(films));
    const answer = await (await aRecommender()).recommend(forUser(null));
    expect(server.calls[0]?.body).toMatchObject({ campaignArn: ALL_TARGETS.campaigns.POPULAR });
    expect(codesOf(answer, films[0] as number)).toEqual([ReasonCode.POPULAR]);
  });

  it('comes by the name of a placement, and is noted as served by Personalize', async () => {
    const { db } = fixture;
    await db.query(`create table if not exists served_now partition of served for values from ('2026-05-01') to ('2026-07-01')`);
    await savePlacement(db, 'system', { name: 'remote', description: '', input: {}, engine: EngineName.PERSONALIZE, version: null });
    server.answerWith(() => items(films));
    const recommender = await aRecommender();
    const request = { userId: await addUser(db), placement: 'remote', filter: {} };
    const answer = await recommender.recommend(request);
    expect(answer.engine).toBe(EngineName.PERSONALIZE);
    expect((await recommender.recommend({ ...request, engine: EngineName.LOCAL })).engine).toBe(EngineName.LOCAL);
  });
});

describe('where Personalize cannot answer', () => {
  const local = { engine: EngineName.LOCAL };

  it.each([
    ['it takes too long', { answerMs: 40 }, 'silence' as const],
    ['it is down', {}, { error: 'ServiceUnavailable', status: 503 }],
    ['it does not take the question', {}, { error: 'InvalidInputException', status: 400 }],
    ['it names nothing that may be listed', {}, { itemList: [] }],
  ])('because %s, the local engine does, and says so', async (_, options, told) => {
    server.answerWith(() => told);
    const answer = await (await aRecommender(options)).recommend(forUser(await addUser(fixture.db)));
    expect(answer).toMatchObject({ ...local, length: 7 });
    expect(codesOf(answer, idsOf(answer)[0] as number)).toContain(ReasonCode.FALLBACK);
    expect(server.calls).toHaveLength(1);
  });

  it('is not asked before there is a campaign, nor as if a title had never been watched, nor for another time', async () => {
    const userId = await addUser(fixture.db);
    expect(await (await aRecommender({ targets: null })).recommend(forUser(userId))).toMatchObject(local);
    const recommender = await aRecommender();
    expect(await recommender.recommend(forUser(userId, { withoutHistoryOf: [films[0]] }))).toMatchObject(local);
    expect(await recommender.recommend({ ...forUser(userId), asOf: now })).toMatchObject(local);
    expect(server.calls).toEqual([]);
  });

  it('is left alone after some failures, tried once after its rest, and asked again when that is answered', async () => {
    const userId = await addUser(fixture.db);
    const recommender = await aRecommender();
    const ask = async (): Promise<EngineName> => (await recommender.recommend(forUser(userId))).engine;
    server.answerWith(() => ({ error: 'InternalFailure', status: 500 }));
    for (let at = 0; at < CIRCUIT.failures + 3; at++) expect(await ask()).toBe(EngineName.LOCAL);
    expect(server.calls).toHaveLength(CIRCUIT.failures);
    expect(await recommender.engines.states()).toContainEqual({ name: EngineName.PERSONALIZE, ready: true, resting: true });
    now = new Date(now.getTime() + CIRCUIT.restMs);
    await ask();
    await ask();
    expect(server.calls).toHaveLength(CIRCUIT.failures + 1);
    now = new Date(now.getTime() + CIRCUIT.restMs);
    server.answerWith(() => items(films));
    expect([await ask(), await ask()]).toEqual([EngineName.PERSONALIZE, EngineName.PERSONALIZE]);
    expect(await recommender.engines.states()).toContainEqual({ name: EngineName.PERSONALIZE, ready: true, resting: false });
  });

  it('is asked again once the sync says that there is something', async () => {
    let targets: PersonalizeTargets | null = null;
    const { database } = fixture;
    const recommender = createRecommender({
      ...{ database, log, clock: () => now, served: createServedWriter({ database, log }), answerMs: 5_000 },
      remote: livePersonalize({ plane: dataPlane(server.options), read: async () => targets, log }).remote,
    });
    await recommender.start();
    started.push(recommender);
    server.answerWith(() => items(films));
    const userId = await addUser(fixture.db);
    expect(await recommender.recommend(forUser(userId))).toMatchObject(local);
    targets = ALL_TARGETS;
    recommender.onNotice({ topic: 'personalize' });
    await until('Personalize answers', async () => (await recommender.recommend(forUser(userId))).engine === EngineName.PERSONALIZE);
  });
});

describe('other questions to Personalize', () => {
  it('put given titles in order, those that it does not rank behind the others, and leave none out', async () => {
    const userId = await addUser(fixture.db);
    server.answerWith(() => ({ personalizedRanking: [{ itemId: String(films[2]), score: 0.8 }, { itemId: String(films[0]) }] }));
    const titleIds = [films[0], films[1], films[2], 987_654_321] as number[];
    const answer = await (await aRecommender()).rerank({ userId, titleIds, engine: EngineName.PERSONALIZE });
    expect(answer.engine).toBe(EngineName.PERSONALIZE);
    expect(idsOf(answer)).toEqual([films[2], films[0], films[1], 987_654_321]);
    expect(server.calls[0]).toMatchObject({
      path: '/personalize-ranking',
      body: { campaignArn: ALL_TARGETS.campaigns.RANKING, userId: String(userId), inputList: titleIds.slice(0, 3).map(String) },
    });
  });

  it('find similar titles of the same kind, and fill up with the local engine’s', async () => {
    server.answerWith(() => items([films[0] as number, book, hidden, films[3] as number]));
    const lists = createTitleLists(await aRecommender());
    const similar = await lists.similarBy(EngineName.PERSONALIZE, films[0] as number, 3);
    expect(server.calls[0]?.body).toMatchObject({ campaignArn: ALL_TARGETS.campaigns.SIMILAR, itemId: String(films[0]) });
    expect(similar).toMatchObject({ engine: EngineName.PERSONALIZE });
    expect(similar.answer.map(({ titleId }) => titleId)).toEqual([films[3], expect.any(Number), expect.any(Number)]);
    expect(similar.answer.map(({ score, filled }) => [score, filled])).toEqual([
      [1 / 4, undefined],
      [null, true],
      [null, true],
    ]);
  });
});
