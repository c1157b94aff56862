import pino from 'pino';
import { EngineName } from '../../core/recommendation';
import { listPage } from '../../flow/list-page';
import { createRecommender, type Recommender } from '../../flow/recommend';
import { createServedWriter, type Served } from '../../store/served';
import { withDatabase } from '../support/database';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
const NOON = new Date('2026-06-01T12:00:00Z').getTime();
const MINUTE_MS = 60_000;
let now = NOON;
const clock = () => new Date(now);

async function aProcess(): Promise<Recommender> {
  const { database } = fixture;
  const recommender = createRecommender({ database, log, clock, served: createServedWriter({ database, log }) });
  await recommender.start();
  return recommender;
}

const answerFor = (recommender: Recommender, userId: number | null, filter = {}) =>
  recommender.recommend({ userId, placement: 'home', filter });

describe('pages of a list', () => {
  const films: number[] = [];
  let here: Recommender;
  let there: Recommender;
  beforeAll(async () => {
    for (let at = 0; at < 12; at++) films.push(await aTitle(fixture.db, { attributes: { ratingCount: 100 - at } }));
    await fixture.db.query(`create table if not exists served_now partition of served for values from ('2026-05-01') to ('2026-07-01')`);
    here = await aProcess();
    there = await aProcess();
  });
  beforeEach(() => {
    now = NOON;
  });

  it('repeat nothing, also on another process and after the person has changed', async () => {
    const userId = await addUser(fixture.db);
    const first = await listPage(here, await answerFor(here, userId), { first: 5 });
    await first.pin();
    for (const titleId of films.slice(4, 7)) await addInteraction(fixture.db, userId, titleId);
    const after = first.edges.at(-1)?.cursor;
    const second = await listPage(there, await answerFor(there, userId), { first: 7, after });
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.titleId);
    expect(ids).toEqual(films);
    expect([...first.edges, ...second.edges].map(({ node }) => node.rank)).toEqual(films.map((_, at) => at + 1));
    expect([first.hasNextPage, second.hasNextPage, first.totalCount]).toEqual([true, false, 12]);
    expect(first.edges[0]?.node.reasons).toHaveLength(1);
  });

  it('refuse a cursor that is too old, of another list, of another person, or no cursor at all', async () => {
    const userId = await addUser(fixture.db);
    const page = await listPage(here, await answerFor(here, userId), { first: 2 });
    await page.pin();
    const after = page.edges[1]?.cursor ?? '';
    const refused = { code: 'BAD_INPUT', field: 'after' };
    await expect(listPage(here, await answerFor(here, await addUser(fixture.db)), { first: 2, after })).rejects.toMatchObject(refused);
    await expect(listPage(here, await answerFor(here, userId, { yearFrom: 1 }), { first: 2, after })).rejects.toMatchObject(refused);
    await expect(listPage(here, await answerFor(here, userId), { first: 2, after: 'abc' })).rejects.toMatchObject(refused);
    now = NOON + 29 * MINUTE_MS;
    await expect(listPage(here, await answerFor(here, userId), { first: 2, after })).resolves.toBeDefined();
    now = NOON + 31 * MINUTE_MS;
    await expect(listPage(here, await answerFor(here, userId), { first: 2, after })).rejects.toMatchObject(refused);
  });

  it('write down what was shown, with its place, without making anyone wait', async () => {
    const userId = await addUser(fixture.db);
    const answer = await answerFor(here, userId);
    await listPage(here, answer, { first: 3 });
    await here.served.flush();
    const rows: Served[] = await fixture.db.query('select * from served where "userId" = $1 order by rank', [userId]);
    expect(rows.map(({ titleId, rank }) => [titleId, rank])).toEqual(films.slice(0, 3).map((id, at) => [id, at + 1]));
    expect(rows[0]).toMatchObject({
      ...{ recommendationId: answer.recommendationId, placement: 'home', engine: EngineName.LOCAL },
      ...{ modelId: null, variant: null, propensity: 1 },
    });
  });

  it('keep nothing for a client that asks for no cursor', async () => {
    const count = async (): Promise<number> => (await fixture.db.query('select count(*) as count from list_snapshots'))[0].count;
    const before = await count();
    await listPage(here, await answerFor(here, null), { first: 3 });
    expect(await count()).toBe(before);
  });

  it('lose rows rather than a request when what was shown cannot be written', async () => {
    const { database } = fixture;
    const writer = createServedWriter({ database, log });
    writer.add({
      ...{ servedAt: new Date('1999-01-01T00:00:00Z'), recommendationId: '00000000-0000-4000-8000-000000000000', userId: null },
      ...{ placement: null, engine: EngineName.LOCAL, modelId: null, variant: null, from: 0, titles: [{ titleId: 1, score: null }] },
    });
    await writer.stop();
    expect(writer.dropped).toBe(1);
  });
});
