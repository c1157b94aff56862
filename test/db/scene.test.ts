import { Scope } from '../../core/caller';
import { TitleKind, TitleState } from '../../core/title';
import { publish } from '../../store/notices';
import { savePlayed } from '../../store/scenes';
import { startApp, type TestApp } from '../support/app';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { addInteraction } from '../support/person';
import { openSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let editor: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startApp(fixture.url);
  editor = await aKey(fixture.db, Scope.CATALOGUE_WRITE, Scope.RECOMMENDATIONS_READ);
});
afterAll(() => app.stop());

interface Answer {
  readonly version: number;
  readonly source: string | null;
  readonly themes: readonly { readonly theme: { readonly id: string } }[];
  readonly items: readonly {
    readonly title: { readonly id: string };
    readonly scene: { readonly fromSeconds: number | null; readonly keywords: readonly string[] } | null;
    readonly themes: readonly { readonly theme: { readonly id: string } }[];
    readonly matched: number;
  }[];
}
const PARTS =
  'version source themes { theme { id } score } items { title { id } scene { fromSeconds keywords } themes { theme { id } } matched }';
const ASK = `query ($input: SceneRecommendationsInput!) { sceneRecommendations(input: $input) { id cause { kind } ${PARTS} } }`;

const asked = (input: object, headers = editor) => ask(app.url, ASK, { variables: { input }, headers });
const answered = async (input: object, headers = editor) => fieldOf<Answer>(await asked(input, headers), 'sceneRecommendations');
const short = ({ source, themes, items }: Answer) => ({
  source,
  themes: themes.map(({ theme }) => theme.id).join(' '),
  ids: items.map(({ title }) => Number(title.id)).sort((a, b) => a - b),
  matched: [...new Set(items.map(({ matched }) => matched))],
});

interface Saved {
  readonly scenes: readonly { readonly id: string; readonly fromSeconds: number | null; readonly keywords: readonly string[] }[] | null;
  readonly version: number | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string; readonly expected: string }[];
}
async function save(titleId: number | string, scenes: readonly object[], version = 0): Promise<Saved> {
  const call = `mutation ($input: SaveScenesInput!) { saveScenes(input: $input) {
    scenes { id fromSeconds toSeconds keywords themes { theme { id } } } version userErrors { code field message expected } } }`;
  return fieldOf<Saved>(await ask(app.url, call, { variables: { input: { titleId, scenes, version } }, headers: editor }), 'saveScenes');
}

/** A listed film with these tags; the servers hear of it. */
async function tagged(tags: readonly string[], facts: Parameters<typeof aTitle>[1] = {}): Promise<number> {
  const id = await aTitle(fixture.db, facts);
  await fixture.db.query('insert into title_tags ("titleId", tag, relevance) select $1, tag, 1 from unnest($2::text[]) given(tag)', [
    id,
    tags,
  ]);
  await publish(fixture.db, [{ topic: 'titles', ids: [id] }]);
  await until('the catalogue has it', () => app.house.recommender.local.state().columns.rowOf.has(id));
  return id;
}

describe('described scenes', () => {
  it('are saved whole at the version they were read at, keep their ids, and are audited on the title', async () => {
    const title = await aTitle(fixture.db, { seconds: 100 });
    const first = await save(title, [
      { fromSeconds: 50, toSeconds: 60, keywords: ['glacier'] },
      { keywords: ['kayak'] },
      { fromSeconds: 0, toSeconds: 9.5, keywords: ['yeti'] },
    ]);
    expect(first).toMatchObject({ version: 1, userErrors: [] });
    expect(first.scenes?.map(({ keywords }) => keywords[0])).toEqual(['yeti', 'glacier', 'kayak']);
    const kept = first.scenes?.[1];
    const second = await save(title, [{ id: kept?.id, fromSeconds: 51, toSeconds: 60, keywords: ['glacier', 'ice'] }], 1);
    expect(second).toMatchObject({ version: 2, scenes: [{ id: kept?.id, fromSeconds: 51, keywords: ['glacier', 'ice'] }] });
    expect(await save(title, [], 1)).toMatchObject({
      version: 2,
      scenes: [{ id: kept?.id }],
      userErrors: [{ code: 'CONFLICT', field: 'input.version', expected: 'version 2' }],
    });
    const audit = await fixture.db.query(
      `select jsonb_array_length(before -> 'scenes') as before, jsonb_array_length(after -> 'scenes') as after from audit
       where entity = 'title' and "entityId" = $1 and action = 'scenes.save' order by id`,
      [String(title)],
    );
    expect(audit).toEqual([
      { before: 0, after: 3 },
      { before: 3, after: 1 },
    ]);
    const read = fieldOf<object>(
      await ask(app.url, `{ title(id: ${title}) { scenesVersion scenes describedScenes { id toSeconds } } }`),
      'title',
    );
    expect(read).toEqual({ scenesVersion: 2, scenes: null, describedScenes: [{ id: kept?.id, toSeconds: 60 }] });
  });

  it('are refused with the field at fault, and nothing is kept', async () => {
    const title = await aTitle(fixture.db, { seconds: 100 });
    const other = (await save(await aTitle(fixture.db), [{ keywords: ['x'] }])).scenes?.[0];
    const fault = async (...scenes: object[]) => (await save(title, scenes)).userErrors.map(({ code, field }) => `${code} ${field}`).join();
    expect(await fault({ fromSeconds: 0, toSeconds: 101, keywords: ['x'] })).toBe('BAD_INPUT input.scenes[0].toSeconds');
    expect(await fault({ keywords: ['x'] }, { keywords: ['a\0b'] })).toBe('BAD_INPUT input.scenes[1].keywords[0]');
    expect(await fault({ id: other?.id, keywords: ['x'] })).toBe('BAD_INPUT input.scenes[0].id');
    expect(await fault({ id: 'none', keywords: ['x'] })).toBe('BAD_INPUT input.scenes[0].id');
    for (const [id, code] of [
      ['999999', 'NOT_FOUND'],
      ['no id', 'BAD_INPUT'],
      ['imdb:tt0', 'NOT_FOUND'],
    ] as const)
      expect(await save(id, [])).toMatchObject({ scenes: null, version: null, userErrors: [{ code, field: 'input.titleId' }] });
    expect(await fixture.db.query('select 1 from scene_lists where "titleId" = $1', [title])).toEqual([]);
  });

  it('are saved by one of two who save them at once', async () => {
    const title = await aTitle(fixture.db);
    const both = await Promise.all([save(title, [{ keywords: ['a'] }]), save(title, [{ keywords: ['b'] }])]);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
  });

  it('tell the themes that they would have before they are saved', async () => {
    const title = await aTitle(fixture.db, { genres: ['War'] });
    const themes = fieldOf<{ theme: { id: string; names: { ru: string } } }[]>(
      await ask(
        app.url,
        `{ scenePreview(titleId: ${title}, keywords: ["bridesmaid", "judge", "soldiers"]) { theme { id names { ru } } score } }`,
        { headers: editor },
      ),
      'scenePreview',
    );
    expect(themes.map(({ theme }) => theme.id)).toEqual(['war', 'court', 'wedding']);
    expect(codesOf(await ask(app.url, '{ scenePreview(keywords: []) { score } }', { headers: editor }))).toEqual(['BAD_INPUT']);
  });
});

describe('titles by scenes', () => {
  it('are those in all three themes of the scene being watched, with the scene that shows them; else of two; else of one', async () => {
    const watched = await tagged([], { seconds: 1000 });
    await save(watched, [
      { fromSeconds: 0, toSeconds: 100, keywords: ['scuba diver', 'whale', 'lion', 'zoo', 'lighthouse'] },
      { fromSeconds: 100, toSeconds: 200, keywords: ['rodeo', 'sheriff', 'outlaw'] },
    ]);
    const all = await tagged(['whale', 'zoo', 'lighthouse']);
    const two = await tagged(['shark', 'penguin']);
    const shown = await tagged([], { seconds: 50 });
    await save(shown, [
      { fromSeconds: 5, toSeconds: 9, keywords: ['reef', 'submarine', 'dog'] },
      { fromSeconds: 0, toSeconds: 5, keywords: ['chair'] },
    ]);
    for (const tag of ['whale', 'zoo', 'lighthouse']) await tagged([tag]);
    const first = await answered({ titleId: watched, atSeconds: 20 });
    expect(short(first)).toEqual({ source: 'SCENE', themes: 'under-water sea animals', ids: [all, shown], matched: [3] });
    expect(first.items.find(({ title }) => Number(title.id) === shown)?.scene).toEqual({
      fromSeconds: 5,
      keywords: ['reef', 'submarine', 'dog'],
    });
    expect(first.items.find(({ title }) => Number(title.id) === all)?.scene).toBeNull();
    const ann = await aViewer(app.url);
    for (const id of [all, shown]) await addInteraction(fixture.db, ann.id, id);
    expect(short(await answered({ titleId: watched, atSeconds: 20 }, ann.headers))).toMatchObject({ ids: [two], matched: [2] });
    await addInteraction(fixture.db, ann.id, two, { rating: null as never, opinion: 'DISLIKE' as never });
    const last = await answered({ titleId: watched, atSeconds: 20 }, ann.headers);
    expect(short(last)).toMatchObject({ themes: 'under-water sea animals', matched: [1] });
    expect(last.items.every(({ themes }) => themes.length === 1 && themes[0]?.theme.id === 'under-water')).toBe(true);
    expect((await answered({ titleId: watched, atSeconds: 20, first: 1 })).items).toHaveLength(1);
    // No three titles are in the theme of that scene: the title as a whole answers.
    expect(short(await answered({ titleId: watched, atSeconds: 150 }))).toMatchObject({ source: 'TITLE' });
  });

  it('go by the scenes watched most where no scene is described at the time, and by given keywords before all', async () => {
    const watched = await tagged(['opera'], { seconds: 100 });
    await save(watched, [
      { fromSeconds: 40, toSeconds: 50, keywords: ['ballet', 'tango'] },
      { fromSeconds: 0, toSeconds: 10, keywords: ['court', 'judge'] },
    ]);
    const dances = [await tagged(['ballet']), await tagged(['disco']), await tagged([], { description: 'A tango and a ballroom.' })];
    const courts = [await tagged(['lawyer']), await tagged(['jury']), await tagged(['verdict'])];
    for (let play = 0; play < 3; play++)
      await savePlayed(fixture.db, [{ titleId: watched, fromSeconds: 40, toSeconds: 50, mediaSeconds: 100 }]);
    await savePlayed(fixture.db, [{ titleId: watched, fromSeconds: 0, toSeconds: 100, mediaSeconds: 100 }]);
    expect(short(await answered({ titleId: watched, atSeconds: 30 }))).toMatchObject({
      source: 'MOST_WATCHED',
      themes: 'dance',
      ids: dances,
    });
    expect(short(await answered({ titleId: watched, keywords: ['jury'] }))).toMatchObject({
      source: 'KEYWORDS',
      themes: 'court',
      ids: courts,
    });
  });

  it('go by a person’s past where nothing else is said, and follow it live: an episode speaks for its show, what is hidden is not shown', async () => {
    const show = await tagged([], { kind: TitleKind.SHOW });
    const episode = await tagged(['priest', 'monk'], { kind: TitleKind.EPISODE, parentId: show });
    const hidden = await tagged(['nun'], { state: TitleState.HIDDEN });
    const temples = [await tagged(['temple']), await tagged(['prayer']), await tagged(['bible'])];
    const ann = await aViewer(app.url);
    const other = await aViewer(app.url);
    expect(short(await answered({}, ann.headers))).toEqual({ source: null, themes: '', ids: [], matched: [] });
    const socket = await openSocket(app.url, { params: ann.headers });
    socket.subscribe('1', `subscription { sceneRecommendationsChanged { id cause { kind } ${PARTS} } }`);
    const pushes = () =>
      socket.messages
        .filter(({ type }) => type === 'next')
        .map(({ payload }) => (payload as { data: { sceneRecommendationsChanged: Answer } }).data.sceneRecommendationsChanged);
    await until('the first answer comes', () => pushes().length === 1);
    await other.watch(String(temples[0]));
    await ann.watch(String(episode));
    await until('the answer follows', () => pushes().length >= 2);
    const [first, next] = pushes();
    expect(first?.source).toBeNull();
    expect(next && short(next)).toEqual({ source: 'PAST', themes: 'faith', ids: temples, matched: [1] });
    expect(next?.version).toBeGreaterThan(first?.version ?? 0);
    expect(codesOf(await asked({ titleId: hidden }, ann.headers))).toEqual(['NOT_FOUND']);
    expect(codesOf(await asked({ titleId: 999_999 }, ann.headers))).toEqual(['NOT_FOUND']);
    socket.close();
    await until('nobody listens any more', () => app.house.liveScenes.subscribers === 0);
  });

  it('are refused for what means nothing, with the field', async () => {
    const fieldsOf = async (input: object) => (await asked(input)).errors.map(({ extensions }) => extensions?.field);
    expect(await fieldsOf({})).toEqual(['input.titleId']);
    expect(await fieldsOf({ atSeconds: 3, keywords: ['x'] })).toEqual(['input.titleId']);
    expect(await fieldsOf({ keywords: ['x'], first: 0 })).toEqual(['input.first']);
    expect(await fieldsOf({ keywords: ['x'.repeat(61)] })).toEqual(['input.keywords[0]']);
    const title = await aTitle(fixture.db);
    expect(await fieldsOf({ titleId: title, atSeconds: -1 })).toEqual(['input.atSeconds']);
  });

  it('name every theme with what speaks for it', async () => {
    const themes = fieldOf<{ id: string; keywords: string[]; genres: string[] }[]>(
      await ask(app.url, '{ themes { id names { en ru } keywords genres } }'),
      'themes',
    );
    expect(themes.length).toBeGreaterThanOrEqual(40);
    expect(themes.find(({ id }) => id === 'war')).toMatchObject({ genres: ['War'], keywords: expect.arrayContaining(['soldier']) });
  });
});
