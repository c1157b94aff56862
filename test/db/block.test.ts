import { TitleKind } from '../../core/title';
import { mergeTitles } from '../../flow/title-merge';
import { startApp, type TestApp } from '../support/app';
import { aBlend, listedIn, seenBlend } from '../support/blend';
import { everyCaller, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { aLiveModel } from '../support/factors';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;
let ann: Viewer;
/** What is blocked in one test stands for itself; `seen` was watched, and the rest is there to be listed. */
const rest: number[] = [];
let seen: number;
let title: number;
let horror: number;
let gory: number;

beforeAll(async () => {
  const make = async (name: string, genres: readonly string[]) => aTitle(fixture.db, { name, genres, category: 'films' });
  for (let at = 0; at < 4; at++) rest.push(await make(`Film ${at}`, ['Drama']));
  [seen, title, horror, gory] = [
    await make('Seen', ['Drama']),
    await make('Named', ['Drama']),
    await make('Dark', ['Horror']),
    await make('Red', ['Drama']),
  ];
  await fixture.db.query('insert into title_tags ("titleId", tag, relevance) values ($1, $2, 1)', [gory, 'Gore']);
  await fixture.db.query(`insert into title_activity ("titleId", hour, weight) select id, date_trunc('hour', now()), 5 from titles`);
  const all = [...rest, seen, title, horror, gory];
  await aLiveModel(fixture.db, new Map(all.map((id, at) => [id, [1 - at / 100, at / 100] as const])));
  app = await startApp(fixture.url);
  callers = await everyCaller(fixture.db, app.url);
  ann = await aViewer(app.url);
  await addInteraction(fixture.db, ann.id, seen);
});
afterAll(() => app.stop());

interface Saved {
  readonly block: { readonly value: string; readonly titles: number; readonly title: { readonly id: string } | null } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string }[];
}

async function save(kind: string, value: string | number, reason = ''): Promise<Saved> {
  const call =
    'mutation ($input: SaveBlockInput!) { saveBlock(input: $input) { block { kind value reason titles title { id } } userErrors { code field } } }';
  const input = { kind, value: String(value), reason };
  return fieldOf(await ask(app.url, call, { variables: { input }, headers: callers.editor }), 'saveBlock');
}

async function remove(kind: string, value: string | number): Promise<unknown> {
  const call = 'mutation ($input: BlockInput!) { removeBlock(input: $input) { removed userErrors { code field } } }';
  return fieldOf(
    await ask(app.url, call, { variables: { input: { kind, value: String(value) } }, headers: callers.editor }),
    'removeBlock',
  );
}

/** Every list that ann may ask for, by the ids in it. */
async function lists(): Promise<Readonly<Record<string, readonly number[]>>> {
  const all = [...rest, seen, title, horror, gory];
  const query = `query ($ids: [ID!]!) {
    recommendations(input: { excludeSeen: false, explorationShare: 0 }) { items(first: 50) { nodes { title { id } } } }
    rerank(input: { titleIds: $ids }) { items(first: 50) { nodes { title { id } } } }
    popular { id } trending { id } titles { nodes { id } } search: titles(filter: { search: "dark" }) { nodes { id } } genres { genre }
    title(id: ${rest[0]}) { similar(first: 50) { title { id } } sideList(first: 20, seed: 1) { id } } }`;
  const { data, text } = await ask(app.url, query, { headers: ann.headers, variables: { ids: all } });
  if (!data) throw new Error(text);
  const blend = await seenBlend(app.url, ann, await aBlend(app.url, [ann], 'rewatch: true'));
  const told = data as unknown as Record<'recommendations' | 'rerank', { items: { nodes: { title: { id: string } }[] } }> & {
    popular: { id: string }[];
    trending: { id: string }[];
    titles: { nodes: { id: string }[] };
    search: { nodes: { id: string }[] };
    title: { similar: { title: { id: string } }[]; sideList: { id: string }[] };
  };
  const ids = (rows: readonly { id: string }[]): number[] => rows.map(({ id }) => Number(id));
  return {
    recommendations: ids(told.recommendations.items.nodes.map((node) => node.title)),
    rerank: ids(told.rerank.items.nodes.map((node) => node.title)),
    popular: ids(told.popular),
    trending: ids(told.trending),
    titles: ids(told.titles.nodes),
    search: ids(told.search.nodes),
    similar: ids(told.title.similar.map((each) => each.title)),
    sideList: ids(told.title.sideList),
    blend: blend === null ? [] : listedIn(blend),
  };
}

const holding = async (id: number): Promise<string[]> =>
  Object.entries(await lists()).flatMap(([name, ids]) => (ids.includes(id) ? [name] : []));
const EVERY_LIST = ['recommendations', 'rerank', 'popular', 'trending', 'titles', 'similar', 'sideList', 'blend'];

describe('what operators block', () => {
  it.each([
    ['TITLE', () => title, () => String(title)],
    ['GENRE', () => horror, () => ' HORROR '],
    ['TAG', () => gory, () => 'gore'],
  ])('as a %s is in no list of anybody, and in all again once it is not blocked', async (kind, idOf, named) => {
    const id = idOf();
    expect((await holding(id)).filter((name) => name !== 'search')).toEqual(EVERY_LIST);
    expect(await save(kind, named(), 'as asked')).toMatchObject({ block: { titles: 1 }, userErrors: [] });
    await until('it has left every list', async () => (await holding(id)).length === 0);
    expect(await holding(rest[1] as number)).toEqual(EVERY_LIST);
    expect(await remove(kind, named())).toEqual({ removed: true, userErrors: [] });
    await until('it is back', async () => (await holding(id)).length >= EVERY_LIST.length);
  });

  it('stays in the past of who watched it, and counts for their taste', async () => {
    await save('TITLE', seen);
    await until('it has left every list', async () => (await holding(seen)).length === 0);
    const history = await ask(app.url, '{ history { nodes { title { id } } } }', { headers: ann.headers });
    expect(JSON.stringify(history.data)).toContain(`"${seen}"`);
    const blend = await seenBlend(app.url, ann, await aBlend(app.url, [ann]));
    expect(blend?.members[0]?.titleCount).toBe(1);
    const page = await ask(app.url, `{ title(id: ${seen}) { id } }`, { headers: ann.headers });
    expect(page.data).toEqual({ title: { id: String(seen) } });
    await remove('TITLE', seen);
    await until('it is back', async () => (await holding(seen)).length > 0);
  });

  it('is what the title is, and not what it was: a new tag counts at once, and a merge takes the block along', async () => {
    await save('TAG', 'noisy');
    const late = await aTitle(fixture.db, { name: 'Late', genres: ['Drama'] });
    const change = `mutation { saveTitle(input: { id: ${rest[3]}, version: 1, tags: [{ tag: "Noisy", relevance: 1 }] }) { userErrors { message } } }`;
    expect((await ask(app.url, change, { headers: callers.editor })).data).toEqual({ saveTitle: { userErrors: [] } });
    await until('it has left every list', async () => (await holding(rest[3] as number)).length === 0);
    await remove('TAG', 'noisy');
    await save('TITLE', late);
    await mergeTitles(fixture.db, { fromId: late, intoId: rest[3] as number, actor: 'system', now: new Date() });
    await until('it is out again', async () => (await holding(rest[3] as number)).length === 0);
    expect(await remove('TITLE', late)).toEqual({ removed: true, userErrors: [] });
  });

  it('is found by operators all the same, and by them alone', async () => {
    await save('TITLE', title, 'rights ran out');
    const ofEditor = await ask(app.url, '{ titles { nodes { id } } blocks { kind value reason actor actorName titles title { name } } }', {
      headers: callers.editor,
    });
    expect(JSON.stringify(ofEditor.data?.titles)).toContain(`"${title}"`);
    expect(ofEditor.data?.blocks).toMatchObject([
      { kind: 'TITLE', value: String(title), reason: 'rights ran out', titles: 1, title: { name: 'Named' } },
    ]);
    expect(codesOf(await ask(app.url, '{ blocks { value } }', { headers: ann.headers }))).toEqual(['FORBIDDEN']);
    for (const name of ['reader', 'analyst', 'shop', 'events', 'lists', 'metrics', 'session']) {
      const tried = await ask(app.url, 'mutation { removeBlock(input: { kind: GENRE, value: "x" }) { removed } }', {
        headers: callers[name],
      });
      expect([name, codesOf(tried)]).toEqual([name, ['FORBIDDEN']]);
    }
    await remove('TITLE', title);
    await until('it is listed again', async () => (await holding(title)).includes('recommendations'));
  });

  it('leaves a list too that was begun before', async () => {
    const page = async (after: string | null) => {
      const query = `query ($after: String) { recommendations(input: { excludeSeen: false, explorationShare: 0 }) {
        items(first: 2, after: $after) { nodes { rank title { id } } pageInfo { endCursor hasNextPage } } } }`;
      const answer = await ask(app.url, query, { headers: ann.headers, variables: { after } });
      return fieldOf<{ items: { nodes: { rank: number; title: { id: string } }[]; pageInfo: { endCursor: string } } }>(
        answer,
        'recommendations',
      ).items;
    };
    const first = await page(null);
    const whole = (await lists()).recommendations ?? [];
    await save('TITLE', whole[2] as number);
    await until('it has left every list', async () => (await holding(whole[2] as number)).length === 0);
    const second = await page(first.pageInfo.endCursor);
    expect(second.nodes).toEqual([{ rank: 4, title: { id: String(whole[3]) } }]);
    const third = await page(second.pageInfo.endCursor);
    expect(third.nodes[0]).toEqual({ rank: 5, title: { id: String(whole[4]) } });
    await remove('TITLE', whole[2] as number);
  });

  it('is audited with what was before, and refuses what it cannot mean', async () => {
    await save('GENRE', 'War', 'one');
    await save('GENRE', 'war', 'two');
    await remove('GENRE', 'WAR');
    const audit = await fixture.db.query(
      `select action, before ->> 'reason' as before, after ->> 'reason' as after from audit where "entityId" = 'GENRE:war' order by id`,
    );
    expect(audit).toEqual([
      { action: 'block.save', before: null, after: 'one' },
      { action: 'block.save', before: 'one', after: 'two' },
      { action: 'block.remove', before: 'two', after: null },
    ]);
    expect(await remove('GENRE', 'war')).toMatchObject({ removed: false, userErrors: [{ code: 'NOT_FOUND' }] });
    const show = await aTitle(fixture.db, { name: 'Show', kind: TitleKind.SHOW });
    const episode = await aTitle(fixture.db, { name: 'Episode', kind: TitleKind.EPISODE, parentId: show, season: 1, number: 1 });
    for (const [kind, value] of [
      ['TITLE', '99999999'],
      ['TITLE', 'no id'],
      ['TITLE', episode],
      ['GENRE', '  '],
      ['TAG', 'x'.repeat(300)],
      ['TAG', 'a\u0000b'],
    ] as const)
      expect(await save(kind, value)).toMatchObject({ block: null, userErrors: [{ field: 'input.value' }] });
    expect(await save('TAG', 'x', 'y'.repeat(1_001))).toMatchObject({ userErrors: [{ field: 'input.reason' }] });
  });
});
