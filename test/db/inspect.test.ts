import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { aLiveModel, aTrainedModel } from '../support/factors';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { addInteraction, addUser } from '../support/person';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let app: TestApp;
let headers: Headers;
let world: { space: number[]; love: number[]; live: number; other: number };

beforeAll(async () => {
  const { db } = fixture;
  const [space, love]: [number[], number[]] = [[], []];
  for (let at = 0; at < 10; at++) {
    space.push(await aTitle(db, { name: `Space ${at}`, genres: ['Space'], seconds: 5_000 + at, year: 1990 + at }));
    love.push(await aTitle(db, { name: `Love ${at}`, genres: ['Love'], seconds: 6_000 + at, year: 1990 + at }));
  }
  type Vector = readonly [number, number];
  const vectors = (turned: boolean) =>
    new Map<number, Vector>([
      ...space.map((id, at): [number, Vector] => [id, [1 - at / 100, 0.01]]),
      ...love.map((id, at): [number, Vector] => [id, [0.01, 1 - (turned ? 9 - at : at) / 100]]),
    ]);
  const other = await aTrainedModel(db, vectors(true));
  world = { space, love, live: await aLiveModel(db, vectors(false)), other };
  app = await startApp(fixture.url);
  headers = await aKey(db, Scope.ADMIN);
});
afterAll(() => app.stop());

const LIST = `version length catalogue model { id } filteredOut { filter titles } pastTitles past { title { id } liked weight known }
  items { rank scoreRank rankedBy score explored title { id name } parts { kind value titles title { id } } reasons { code } }
  about { rank filter score title { id } }`;

interface Listed {
  readonly version: number;
  readonly length: number;
  readonly model: { readonly id: string } | null;
  readonly filteredOut: readonly { readonly filter: string; readonly titles: number }[];
  readonly past: readonly { readonly title: { readonly id: string }; readonly liked: boolean }[];
  readonly items: readonly {
    readonly score: number;
    readonly title: { readonly id: string; readonly name: string };
    readonly parts: readonly { readonly value: number; readonly title: { readonly id: string } | null }[];
  }[];
  readonly about: readonly { readonly rank: number | null; readonly filter: string | null }[];
  readonly against: {
    readonly overlap: number;
    readonly places: number;
    readonly moves: readonly { readonly from: number | null; readonly to: number | null; readonly title: { readonly id: string } }[];
    readonly inspection: Listed;
  };
}

async function inspect(input: object, more = ''): Promise<Listed> {
  const answer = await ask(app.url, `query ($input: InspectInput!) { inspect(input: $input) { ${LIST} ${more} } }`, {
    headers,
    variables: { input },
  });
  return fieldOf<Listed>(answer, 'inspect');
}

const names = ({ items }: Pick<Listed, 'items'>): string[] => items.map(({ title }) => title.name);
const plain = { explorationShare: 0 };

/** Somebody who likes the first film of space and the second of love. */
async function aPerson(): Promise<string> {
  const userId = await addUser(fixture.db);
  await addInteraction(fixture.db, userId, world.space[0] ?? 0);
  await addInteraction(fixture.db, userId, world.love[1] ?? 0, { rating: 4 });
  return String(userId);
}

describe('inspecting a list', () => {
  it('shows the list that the person gets, with parts that add up and the past as it is read', async () => {
    const userId = await aPerson();
    const list = await inspect({ userId, list: plain });
    const served = await ask(
      app.url,
      `{ recommendations(input: { userId: "${userId}", explorationShare: 0 }) { version items { nodes { title { name } } } } }`,
      { headers },
    );
    const shown = fieldOf<{ version: number; items: { nodes: { title: { name: string } }[] } }>(served, 'recommendations');
    expect(names(list)).toEqual(shown.items.nodes.map(({ title }) => title.name));
    expect(list).toMatchObject({ version: shown.version, length: 18, model: { id: String(world.live) } });
    for (const { score, parts } of list.items) expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 5);
    expect(list.past.map(({ title, liked }) => [title.id, liked])).toEqual([
      [String(world.space[0]), true],
      [String(world.love[1]), true],
    ]);
    expect(list.filteredOut).toEqual([{ filter: 'SEEN', titles: 2 }]);
  });

  it('leaves no trace: nothing of it counts as shown', async () => {
    const userId = await aPerson();
    await inspect({ userId });
    await app.house.recommender.served.flush();
    expect(await fixture.db.query('select 1 from served where "userId" = $1', [userId])).toEqual([]);
  });

  it('answers for somebody who likes the titles given', async () => {
    const list = await inspect({ titleIds: [String(world.love[0])], list: plain });
    expect(names(list)[0]).toMatch(/^Love/);
    expect(list).toMatchObject({ version: 0, past: [{ title: { id: String(world.love[0]) }, liked: true }] });
  });

  it('says why a title is not in the list', async () => {
    const userId = await aPerson();
    const about = [world.space[0], world.love[9], world.space[5]].map(String);
    const list = await inspect({ userId, about, list: { ...plain, yearTo: 1995 } });
    expect(list.about).toMatchObject([
      { rank: null, filter: 'SEEN', title: { id: about[0] } },
      { rank: null, filter: 'YEAR', title: { id: about[1] } },
      { rank: expect.any(Number), filter: null, title: { id: about[2] } },
    ]);
  });

  it('shows the list without a title of the past beside the list with it', async () => {
    const userId = await aPerson();
    const against = `against(withoutHistoryOf: ["${world.space[0]}"]) { overlap places moves { from to title { id } } inspection { ${LIST} } }`;
    const list = await inspect({ userId, list: plain, first: 5 }, against);
    expect(names(list)[0]).toMatch(/^Space/);
    expect(names(list.against.inspection)[0]).toMatch(/^Love/);
    expect(list.against.places).toBe(5);
    expect(list.against.overlap).toBeLessThan(1);
    const { moves } = list.against;
    expect(moves.filter(({ to }) => to !== null).map(({ title }) => title.id)).toEqual(
      list.against.inspection.items.map(({ title }) => title.id),
    );
    expect(moves.length).toBe(5 + 5 * (1 - list.against.overlap));
  });

  it('shows the list of another model beside that of the live one, also after the catalogue has changed', async () => {
    const likes = { titleIds: [String(world.love[5])], list: { ...plain, genres: ['Love'] }, first: 3 };
    const against = `against(modelId: "${world.other}") { overlap inspection { model { id } items { title { name } } } }`;
    const list = await inspect(likes, against);
    expect(names(list)).toEqual(['Love 0', 'Love 1', 'Love 2']);
    expect(names(list.against.inspection)).toEqual(['Love 9', 'Love 8', 'Love 7']);
    expect(list.against).toMatchObject({ overlap: 0, inspection: { model: { id: String(world.other) } } });
    await fixture.db.query(`update titles set state = 'HIDDEN' where id = $1`, [world.love[9]]);
    app.house.recommender.onNotice({ topic: 'titles', ids: [world.love[9] ?? 0] });
    await app.house.recommender.local.settled();
    expect(names((await inspect(likes, against)).against.inspection)).toEqual(['Love 8', 'Love 7', 'Love 6']);
  });

  it('refuses a model that has no factors, and says so', async () => {
    const gone = await aTrainedModel(fixture.db, new Map([[world.love[0] ?? 0, [1, 1] as const]]));
    await fixture.db.query('update models set bytes = 0 where id = $1', [gone]);
    const failed = await aTrainedModel(fixture.db, new Map([[world.love[0] ?? 0, [1, 1] as const]]));
    await fixture.db.query(`update models set state = 'FAILED' where id = $1`, [failed]);
    const codes = async (modelId: number) =>
      (await ask(app.url, `{ inspect(input: { modelId: "${modelId}" }) { version } }`, { headers })).errors.map(
        ({ message, extensions }) => [extensions?.code, message],
      );
    expect(await codes(gone)).toEqual([['CONFLICT', expect.stringContaining('were removed')]]);
    expect(await codes(failed)).toEqual([['CONFLICT', expect.stringContaining('failed')]]);
    expect(await codes(999_999)).toEqual([['NOT_FOUND', expect.any(String)]]);
  });

  it('refuses what cannot be asked', async () => {
    const userId = await aPerson();
    const codes = async (input: string) => codesOf(await ask(app.url, `{ inspect(input: ${input}) { version } }`, { headers }));
    expect(await codes(`{ userId: "${userId}", titleIds: ["${world.love[0]}"] }`)).toEqual(['BAD_INPUT']);
    expect(await codes('{ first: 101 }')).toEqual(['BAD_INPUT']);
    expect(await codes('{ userId: "999999999" }')).toEqual(['NOT_FOUND']);
    expect(await codes('{ list: { diversity: 2 } }')).toEqual(['BAD_INPUT']);
  });
});
