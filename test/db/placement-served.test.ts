import { Role } from '../../core/caller';
import { EngineName } from '../../core/recommendation';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { type Answer, ask, codesOf, fieldOf } from '../support/graphql';
import { aStaff, signedIn } from '../support/operators';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let app: TestApp;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startApp(fixture.url, { TRUST_PROXY: 'true' });
  headers = await signedIn(app.url, await aStaff(fixture.db, Role.EDITOR));
});
afterAll(() => app.stop());

const SAVE = 'mutation ($input: SavePlacementInput!) { savePlacement(input: $input) { placement { version } userErrors { code } } }';
const REMOVE = `mutation ($name: String!, $version: Int!, $force: Boolean! = false) {
  removePlacement(name: $name, version: $version, force: $force) { removed userErrors { code field expected } } }`;
const as = (query: string, variables = {}): Promise<Answer> => ask(app.url, query, { headers, variables });
const remove = async (variables: object) => fieldOf<object>(await as(REMOVE, variables), 'removePlacement');

async function aPlacement(name: string): Promise<string> {
  expect((await as(SAVE, { input: { name } })).data).toMatchObject({ savePlacement: { userErrors: [] } });
  return name;
}

async function served(placement: string, hoursAgo: number, { lists = 1, modelId = 0 } = {}): Promise<void> {
  await fixture.db.query(
    `insert into served_slots (slot, placement, engine, "modelId", kind, lists, titles)
     values (date_trunc('hour', now() - $2 * interval '1 hour'), $1, $3, $4, 'MOVIE', $5::bigint, $5::bigint * 10)`,
    [placement, hoursAgo, EngineName.LOCAL, modelId, lists],
  );
}

describe('a placement', () => {
  it('tells what was served in it by engine and model, a day and a week back, for all placements in two statements', async () => {
    const [rows, empty] = [await aPlacement('rows'), await aPlacement('empty')];
    await served(rows, 2, { lists: 3, modelId: 7 });
    await served(rows, 3, { lists: 4, modelId: 7 });
    await served(rows, 5, { lists: 1 });
    await served(rows, 100, { lists: 20, modelId: 6 });
    await served(rows, 24 * 40, { lists: 99, modelId: 5 });
    const spy = jest.spyOn(app.house.database.db, 'query');
    const answer = await as('{ placements { name day: served { engine modelId lists titles } week: served(days: 7) { modelId lists } } }');
    expect(spy.mock.calls.filter(([sql]) => String(sql).includes('served_slots'))).toHaveLength(2);
    spy.mockRestore();
    const placements = fieldOf<{ name: string }[]>(answer, 'placements');
    expect(placements.find(({ name }) => name === rows)).toEqual({
      name: rows,
      day: [
        { engine: 'LOCAL', modelId: '7', lists: 7, titles: 70 },
        { engine: 'LOCAL', modelId: null, lists: 1, titles: 10 },
      ],
      week: [
        { modelId: '6', lists: 20 },
        { modelId: '7', lists: 7 },
        { modelId: null, lists: 1 },
      ],
    });
    expect(placements.find(({ name }) => name === empty)).toEqual({ name: empty, day: [], week: [] });
    expect(codesOf(await as('{ placements { served(days: 31) { lists } } }'))).toContain('BAD_INPUT');
    const nobody = await ask(app.url, '{ placements { name served { lists } } }');
    expect([nobody.data?.placements, codesOf(nobody)[0]]).toEqual([expect.any(Array), 'UNAUTHENTICATED']);
  });

  it('is not served by an operator who looks at it', async () => {
    await aPlacement('looked-at');
    await aTitle(fixture.db);
    const spy = jest.spyOn(app.house.recommender.served, 'add');
    const list = 'query ($input: RecommendationsInput!) { recommendations(input: $input) { items { nodes { title { id } } } } }';
    await as(list, { input: { placement: 'looked-at' } });
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });

  it('is taken out at the version it was read at, and the next request for it is told', async () => {
    const name = await aPlacement('short-lived');
    expect(await remove({ name, version: 2 })).toEqual({
      removed: false,
      userErrors: [{ code: 'CONFLICT', field: 'version', expected: 'version 1' }],
    });
    expect(await remove({ name, version: 1 })).toEqual({ removed: true, userErrors: [] });
    expect(await remove({ name, version: 1 })).toMatchObject({ removed: false, userErrors: [{ code: 'NOT_FOUND' }] });
    const [entry] = await fixture.db.query(`select before ->> 'name' as name, after from audit where action = 'placement.remove'`);
    expect(entry).toEqual({ name, after: null });
  });

  it('stays where every installation has it, and while somebody asks for it unless that is said to be known', async () => {
    expect(await remove({ name: 'home', version: 1, force: true })).toMatchObject({ removed: false, userErrors: [{ code: 'CONFLICT' }] });
    const name = await aPlacement('asked-for');
    await served(name, 1);
    expect(await remove({ name, version: 1 })).toMatchObject({ removed: false, userErrors: [{ code: 'CONFLICT', field: 'force' }] });
    expect(await remove({ name, version: 1, force: true })).toEqual({ removed: true, userErrors: [] });
  });
});
