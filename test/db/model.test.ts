import { TitleKind, TitleState } from '../../core/title';
import { trainNow } from '../../jobs/train';
import { enqueue } from '../../store/queue';
import { startApp, type TestApp } from '../support/app';
import { everyCaller, type Headers, ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { aLiveModel, aTrainedModel } from '../support/factors';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { aTitle } from '../support/title';
import { manyInteractions } from '../support/training-child';
import { until } from '../support/until';

const fixture = withDatabase();
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;

beforeAll(async () => {
  app = await startApp(fixture.url, { JWT_ISSUERS: JSON.stringify([ISSUER]) });
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

const as = (name: string): Headers => callers[name] ?? {};
const settings = { k: 4, iterations: 6, regularization: 0.01 };

describe('the map of a model', () => {
  const MAP = `query ($id: ID!, $first: Int, $kinds: [TitleKind!]) { modelMap(modelId: $id) { modelId titles explained
    points(first: $first, kinds: $kinds) { title { id name } x y popularity } } }`;

  it('has a place for every title that is listed, the most popular first, alike each time', async () => {
    const films: number[] = [];
    for (const name of ['North', 'South', 'East', 'West']) films.push(await aTitle(fixture.db, { name }));
    const book = await aTitle(fixture.db, { name: 'Book', kind: TitleKind.BOOK });
    const hidden = await aTitle(fixture.db, { name: 'Hidden', state: TitleState.HIDDEN });
    const [north = 0, south = 0, east = 0, west = 0] = films;
    const vectors = new Map<number, readonly [number, number]>([
      [north, [0, 2]],
      [south, [0, -1]],
      [east, [3, 0]],
      [west, [-1, 0]],
      [book, [5, 0.1]],
      [hidden, [1, 1]],
    ]);
    const id = await aLiveModel(fixture.db, vectors, (titleId) => 1_000 - titleId);
    await until('the catalogue is read', () => app.house.recommender.local.state().modelId === id || app.house.recommender.onReconnect());
    const read = async (variables: object) =>
      fieldOf<{ titles: number; explained: number[]; points: { title: { id: string; name: string }; x: number; y: number }[] }>(
        await ask(app.url, MAP, { headers: as('reader'), variables: { id: String(id), first: 100, ...variables } }),
        'modelMap',
      );
    const map = await read({});
    expect(map.titles).toBe(6);
    expect(map.points.map(({ title }) => title.name)).toEqual(['North', 'South', 'East', 'West', 'Book']);
    expect((map.explained[0] ?? 0) + (map.explained[1] ?? 0)).toBeCloseTo(1);
    const [n, s, e, w] = map.points;
    // Factors of two dimensions are only turned.
    expect(Math.hypot((n?.x ?? 0) - (s?.x ?? 0), (n?.y ?? 0) - (s?.y ?? 0))).toBeCloseTo(3, 4);
    expect(Math.hypot((e?.x ?? 0) - (w?.x ?? 0), (e?.y ?? 0) - (w?.y ?? 0))).toBeCloseTo(4, 4);
    expect(await read({})).toEqual(map);
    expect((await read({ kinds: ['BOOK'] })).points.map(({ title }) => title.name)).toEqual(['Book']);
    expect((await read({ first: 2 })).points).toHaveLength(2);
    const model = { id, bytes: 1 } as never;
    expect(app.house.modelMaps.of(model)).toBe(app.house.modelMaps.of(model));
  });

  it('is refused where the factors are gone, for a model that is not there, and for too many points', async () => {
    const gone = await aTrainedModel(fixture.db, new Map([[1, [1, 0]]]));
    await fixture.db.query('update models set bytes = 0 where id = $1', [gone]);
    const asked = async (id: number, first = 10) =>
      codesOf(await ask(app.url, MAP, { headers: as('reader'), variables: { id: String(id), first } }));
    expect(await asked(gone)).toEqual(['CONFLICT']);
    expect(await asked(987_654)).toEqual(['NOT_FOUND']);
    const [{ id }] = await fixture.db.query(`select id from models where state = 'LIVE'`);
    expect(await asked(id, -1)).toEqual(['BAD_INPUT']);
  });
});

describe('a training', () => {
  const MODEL = `query ($id: ID!) { model(id: $id) { state verdict curve { iteration loss seconds } previous { id } settings
    report { people split { name warnings } gate { outcome text } ratioToPopularity { value low high }
      metrics { name value low high popularity { value } random { value } live { value } } segments { name people metrics { name value } } } } }`;

  it('leaves its curve and its report with the model', async () => {
    await manyInteractions(fixture.db, 60);
    const told: number[] = [];
    const progress = (_: number, __: string, curve?: readonly unknown[]): void => void (curve && told.push(curve.length));
    const clock = () => new Date('2026-06-01T12:00:00Z');
    const { modelId } = await trainNow({ database: fixture.database, clock, progress }, { settings });
    const model = fieldOf<{ curve: { iteration: number; loss: number; seconds: number }[]; report: { metrics: { name: string }[] } }>(
      await ask(app.url, MODEL, { headers: as('reader'), variables: { id: String(modelId) } }),
      'model',
    );
    expect(model.curve.map(({ iteration }) => iteration)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(model.curve.every(({ loss, seconds }) => loss > 0 && seconds >= 0)).toBe(true);
    expect(model.curve.at(-1)?.loss).toBeLessThan(model.curve[0]?.loss ?? 0);
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
    expect(model).toMatchObject({ state: 'LIVE', report: { people: 60, split: { name: 'last-fifth' }, gate: { outcome: 'PASSED' } } });
    expect(model.report.metrics[0]).toMatchObject({ name: 'ndcg@10', low: expect.any(Number), popularity: { value: expect.any(Number) } });
  });

  it('started by an analyst never goes live by itself, and says so when asked to', async () => {
    const START = `mutation ($name: String!, $payload: JSONObject) { startJob(name: $name, payload: $payload) {
      job { id payload } userErrors { code field } } }`;
    const start = async (caller: string, name: string, payload: object) =>
      fieldOf<{ job: { id: string; payload: object } | null }>(
        await ask(app.url, START, { headers: as(caller), variables: { name, payload } }),
        'startJob',
      );
    expect(await start('analyst', 'train', { evaluate: true })).toMatchObject({ job: { payload: { evaluate: true, promote: false } } });
    expect(await start('editor', 'tune', { train: true })).toMatchObject({ job: { payload: { train: true, promote: false } } });
    expect(await start('analyst', 'train', { promote: true })).toMatchObject({
      job: null,
      userErrors: [{ code: 'BAD_INPUT', field: 'payload.promote' }],
    });
    expect(await start('admin', 'train', { promote: true })).toMatchObject({ job: { payload: { promote: true } } });
  });

  it('of an admin that may go live is not begun again by who may not promote', async () => {
    const id = await enqueue(fixture.db, 'train', {});
    await fixture.db.query(`update job_runs set state = 'FAILED', "finishedAt" = now() where id = $1`, [id]);
    const RETRY = 'mutation ($id: ID!) { retryJob(id: $id) { job { state } } }';
    const RERUN = 'mutation ($id: ID!) { rerunJob(id: $id) { job { payload } } }';
    const variables = { id: String(id) };
    expect(codesOf(await ask(app.url, RETRY, { headers: as('analyst'), variables }))).toEqual(['FORBIDDEN']);
    expect((await ask(app.url, RERUN, { headers: as('analyst'), variables })).data).toMatchObject({
      rerunJob: { job: { payload: { promote: false } } },
    });
    expect((await ask(app.url, RETRY, { headers: as('admin'), variables })).data).toMatchObject({ retryJob: { job: { state: 'QUEUED' } } });
  });

  it('is neither stopped nor begun again by who may run jobs but not do what it does', async () => {
    const state = (id: number, to: string) => fixture.db.query('update job_runs set state = $2 where id = $1', [id, to]);
    for (const [name, caller] of [
      ['forget', 'editor'],
      ['undo-change-set', 'analyst'],
    ] as const) {
      const id = await enqueue(fixture.db, name, (name === 'forget' ? { erasureId: 0 } : { actor: 'system', id: 0 }) as never);
      const variables = { id: String(id) };
      const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { job { state } } }';
      expect(codesOf(await ask(app.url, CANCEL, { headers: as(caller), variables }))).toEqual(['FORBIDDEN']);
      await state(id, 'FAILED');
      const RETRY = 'mutation ($id: ID!) { retryJob(id: $id) { job { state right } } }';
      expect(codesOf(await ask(app.url, RETRY, { headers: as(caller), variables }))).toEqual(['FORBIDDEN']);
      const right = name === 'forget' ? 'USERS_ERASE' : 'CATALOGUE_WRITE';
      expect((await ask(app.url, RETRY, { headers: as('admin'), variables })).data).toEqual({
        retryJob: { job: { state: 'QUEUED', right } },
      });
    }
  });

  it('has options that name the live settings beside the defaults', async () => {
    const query =
      '{ trainingOptions { defaults live trials { most } settings { name least most choices searched { least } description } } }';
    const options = fieldOf<{ settings: { name: string; least: number | null }[] }>(
      await ask(app.url, query, { headers: as('reader') }),
      'trainingOptions',
    );
    expect(options).toMatchObject({ defaults: { k: 64 }, live: { k: 4 }, trials: { most: 100 } });
    expect(options.settings.find(({ name }) => name === 'k')).toMatchObject({ least: 1, most: 512, searched: { least: 16 } });
  });

  it('say where a training may take place, what is missing there, and what holds there', async () => {
    const query = '{ trainingOptions { places { name missing settings fixed } } }';
    const { places } = fieldOf<{ places: object[] }>(await ask(app.url, query, { headers: as('reader') }), 'trainingOptions');
    expect(places).toMatchObject([
      { name: 'HERE', missing: null, settings: { k: 4, objective: 'ials' }, fixed: [] },
      { name: 'SPARK', settings: { k: 4, objective: 'spark', regularization: 0.1 }, fixed: ['objective', 'solver', 'frequencyExponent'] },
    ]);
    const START = 'mutation { startJob(name: "train", payload: { on: "MOON" }) { userErrors { code field expected } } }';
    expect(fieldOf(await ask(app.url, START, { headers: as('admin') }), 'startJob')).toEqual({
      userErrors: [{ code: 'BAD_INPUT', field: 'payload.on', expected: 'HERE, SPARK' }],
    });
  });
});

describe('models', () => {
  it('are listed by state, and the live one names the one to go back to', async () => {
    const first = await aLiveModel(fixture.db, new Map([[1, [1, 0]]]));
    const second = await aLiveModel(fixture.db, new Map([[1, [0, 1]]]));
    const query = '{ models(state: LIVE, engine: LOCAL) { id previous { id state } } }';
    expect(fieldOf(await ask(app.url, query, { headers: as('reader') }), 'models')).toEqual([
      { id: String(second), previous: { id: String(first), state: 'RETIRED' } },
    ]);
    const compare = '{ compareModels(id: 999999, otherId: 1) { warnings } }';
    expect(codesOf(await ask(app.url, compare, { headers: as('reader') }))).toEqual(['NOT_FOUND']);
    const both = `query { compareModels(id: ${first}, otherId: ${second}) { first { id } warnings settings { name } metrics { name } } }`;
    expect(fieldOf(await ask(app.url, both, { headers: as('reader') }), 'compareModels')).toMatchObject({
      first: { id: String(first) },
      settings: [],
    });
  });
});
