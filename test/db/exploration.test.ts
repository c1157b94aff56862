import pino from 'pino';
import { Scope } from '../../core/caller';
import { ReasonCode } from '../../core/recommendation';
import { listPage } from '../../flow/list-page';
import { createRecommender, type Recommender } from '../../flow/recommend';
import { createServedWriter, type Served } from '../../store/served';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { ask } from '../support/graphql';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
let now = new Date('2026-06-01T12:00:00Z');
const clock = () => now;

/** Thirty films that many know and twenty that nobody has met; a person who liked the first. */
async function knownAndNew() {
  const known: number[] = [];
  for (let at = 0; at < 30; at++) known.push(await aTitle(fixture.db, { genres: ['Space'] }));
  const fresh: number[] = [];
  for (let at = 0; at < 20; at++) fresh.push(await aTitle(fixture.db, { genres: ['Love'] }));
  await aLiveModel(fixture.db, new Map(known.map((id, at) => [id, [1 - at / 100, 0.01] as const])));
  await fixture.db.query(`create table if not exists served_now partition of served for values from ('2026-05-01') to ('2026-07-01')`);
  return { known, fresh };
}

describe('new titles in lists', () => {
  let world: Awaited<ReturnType<typeof knownAndNew>>;
  let here: Recommender;
  let app: TestApp;
  let headers: Headers;
  beforeAll(async () => {
    world = await knownAndNew();
    const { database } = fixture;
    here = createRecommender({ database, log, clock, served: createServedWriter({ database, log }) });
    await here.start();
    app = await startApp(fixture.url);
    headers = await aKey(fixture.db, Scope.RECOMMENDATIONS_READ);
  });
  afterAll(async () => {
    await app.stop();
    await here.served.stop();
    await here.stop();
  });

  async function aFan(): Promise<number> {
    const userId = await addUser(fixture.db);
    await addInteraction(fixture.db, userId, world.known[0] ?? 0);
    return userId;
  }
  const answerFor = (userId: number, filter = {}) => here.recommend({ userId, placement: 'home', filter });

  it('say that they are new, on every page, and their chance is kept beside what was shown', async () => {
    const userId = await aFan();
    now = new Date('2026-06-01T23:50:00Z');
    const first = await listPage(here, await answerFor(userId), { first: 10 });
    await first.pin();
    // The next day draws others for these places: a pinned list keeps its own.
    now = new Date('2026-06-02T00:10:00Z');
    const second = await listPage(here, await answerFor(userId), { first: 10, after: first.edges.at(-1)?.cursor });
    const nodes = [...first.edges, ...second.edges].map(({ node }) => node);
    const explored = nodes.filter(({ reasons }) => reasons[0]?.code === ReasonCode.EXPLORATION);
    expect(explored).toHaveLength(2);
    expect(explored.every(({ titleId }) => world.fresh.includes(titleId))).toBe(true);
    expect(new Set(nodes.map(({ titleId }) => titleId)).size).toBe(20);
    await here.served.flush();
    const rows: Served[] = await fixture.db.query('select * from served where "userId" = $1 order by rank', [userId]);
    expect(rows.map(({ titleId }) => titleId)).toEqual(nodes.map(({ titleId }) => titleId));
    for (const { titleId, propensity } of rows) {
      if (explored.some((node) => node.titleId === titleId)) expect(propensity).toBeCloseTo(0.1 / world.fresh.length, 6);
      else expect(propensity).toBeGreaterThan(0.1 / world.fresh.length);
    }
  });

  it('stay for a person and a day, and are others for another seed', async () => {
    const userId = await aFan();
    now = new Date('2026-06-01T12:00:00Z');
    const ids = async (filter = {}): Promise<number[]> => (await answerFor(userId, filter)).top(20).map(({ titleId }) => titleId);
    const noon = await ids();
    now = new Date('2026-06-01T23:00:00Z');
    expect(await ids()).toEqual(noon);
    const days: string[] = [];
    for (const day of [2, 3, 4]) {
      now = new Date(`2026-06-0${day}T12:00:00Z`);
      days.push(String(await ids()));
    }
    expect(new Set([String(noon), ...days]).size).toBeGreaterThan(1);
    expect(await ids({ seed: 3 })).toEqual(await ids({ seed: 3 }));
  });

  it('come as often as a placement says, and a request may say otherwise', async () => {
    const userId = await aFan();
    await fixture.db.query(`update placements set input = '{"explorationShare": 0}' where name = 'home'`);
    here.onNotice({ topic: 'placements' });
    const newOnes = async (filter = {}): Promise<number> =>
      (await answerFor(userId, filter)).top(20).filter(({ explored }) => explored).length;
    await until('the placement is read again', async () => (await newOnes()) === 0);
    expect(await newOnes({ explorationShare: 0.5 })).toBe(10);
  });

  it('and diversity are asked for by a share from 0 to 1, and nothing else', async () => {
    for (const field of ['diversity', 'explorationShare'] as const) {
      for (const value of [-0.1, 1.1]) {
        const { errors } = await ask(app.url, `{ recommendations(input: { ${field}: ${value} }) { id } }`, { headers });
        expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_INPUT', field: `input.${field}` } });
      }
    }
    const query =
      '{ recommendations(input: { diversity: 0.5, explorationShare: 0.2, seed: 1 }) { items(first: 10) { nodes { reasons { code } } } } }';
    const { data } = await ask(app.url, query, { headers });
    expect(JSON.stringify(data)).toContain('EXPLORATION');
  });
});
