import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask } from '../support/graphql';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let app: TestApp;
let headers: Headers;

beforeAll(async () => {
  headers = await aKey(fixture.db, Scope.ADMIN);
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

const SAVE =
  'mutation ($input: SavePlacementInput!) { savePlacement(input: $input) { placement { input version } userErrors { code field expected } } }';
const START =
  'mutation ($name: String!, $payload: JSONObject) { startJob(name: $name, payload: $payload) { job { name } userErrors { code field expected } } }';

const save = async (name: string, input: unknown) =>
  (await ask(app.url, SAVE, { headers, variables: { input: { name, input } } })).data?.savePlacement;
const start = async (name: string, payload: unknown) =>
  (await ask(app.url, START, { headers, variables: { name, payload } })).data?.startJob;

describe('the JSON of a placement', () => {
  it.each([
    ['input.input', { feeling: 'dark' }],
    ['input.input.mood', { mood: 'dark' }],
    ['input.input.mood', { mood: 7 }],
    ['input.input.availableSeconds', { availableSeconds: -60 }],
    ['input.input', { withoutHistoryOf: ['1'] }],
    ['input.input.kinds', { kinds: 'MOVIE' }],
    ['input.input.kinds', { kinds: ['EPISODE'] }],
    ['input.input.perKind', { perKind: '5' }],
    ['input.input.perKind', { perKind: -1 }],
    ['input.input.genres', { genres: ['a\u0000b'] }],
    ['input.input.yearFrom', { yearFrom: 1.5 }],
    ['input.input.yearTo', { yearFrom: 2000, yearTo: 1999 }],
    ['input.input.excludeSeen', { excludeSeen: 'no' }],
    ['input.input.maxCertificate', { maxCertificate: 'constructor' }],
    ['input.input.excludeTitleIds', { excludeTitleIds: [{}] }],
    ['input.input.excludeTitleIds[0]', { excludeTitleIds: ['none:1'] }],
  ])('is refused at %s: %j', async (field, input) => {
    expect(await save('hostile', input)).toMatchObject({ placement: null, userErrors: [{ field, expected: expect.any(String) }] });
  });

  it('may name titles by external ids, and leave out by null', async () => {
    const id = await aTitle(fixture.db, { externalIds: [{ source: 'test', value: '7' }] });
    const saved = await save('good', { kinds: ['MOVIE'], excludeTitleIds: ['test:7', id], genres: null });
    expect(saved).toEqual({ placement: { input: { kinds: ['MOVIE'], excludeTitleIds: [id, id] }, version: 1 }, userErrors: [] });
  });

  it.each(['__proto__', 'toString', 'a\u0000b', ''])('has a name of its own: %j is none', async (name) => {
    expect(await save(name, {})).toMatchObject({ userErrors: [{ code: 'BAD_INPUT', field: 'input.name' }] });
    const asked = 'query ($name: String!) { recommendations(input: { placement: $name }) { version } }';
    const { errors } = await ask(app.url, asked, { headers, variables: { name } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'input.placement' });
  });
});

describe('the payload of a job', () => {
  it.each([
    ['name', 'import-titles', { format: 'clips', path: '/etc/passwd' }],
    ['name', 'constructor', {}],
    ['payload', 'replay', { from: 'yesterday' }],
    ['payload', 'train', JSON.parse('{ "constructor": 1 }')],
    ['payload.settings', 'train', { settings: { speed: 1 } }],
    ['payload.settings', 'train', { settings: [1] }],
    ['payload.settings.k', 'train', { settings: { k: 100_000 } }],
    ['payload.settings.preset', 'train', { settings: { preset: 'a\u0000b' } }],
    ['payload.promote', 'train', { promote: 'yes' }],
    ['payload.evaluate', 'train', { evaluate: 0 }],
    ['payload.trials', 'tune', { trials: 1e9 }],
    ['payload.ranges', 'tune', { ranges: [1] }],
    ['payload.ranges.k', 'tune', { ranges: { k: { least: 0, most: 4 } } }],
    ['payload.ranges.k', 'tune', { ranges: { k: 'wide' } }],
    ['payload.train', 'tune', { train: 1 }],
    ['payload', 'tune', { depth: 1 }],
  ])('is refused at %s now, and not by a job that fails later: %s %j', async (field, name, payload) => {
    expect(await start(name, payload)).toMatchObject({ job: null, userErrors: [{ code: 'BAD_INPUT', field }] });
  });

  it('is taken when it makes sense, and may be left out', async () => {
    expect(await start('train', { settings: { k: 16, halfLifeDays: null }, promote: false })).toEqual({
      job: { name: 'train' },
      userErrors: [],
    });
    expect(await start('maintain', null)).toMatchObject({ job: { name: 'maintain' } });
    expect(await start('roll-up', undefined)).toMatchObject({ job: { name: 'roll-up' } });
  });
});
