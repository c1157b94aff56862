import { startApp, type TestApp } from '../support/app';
import { aBlend, act, followBlend, listedIn } from '../support/blend';
import { withDatabase } from '../support/database';
import { ask } from '../support/graphql';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let there: TestApp;

beforeAll(async () => {
  for (let film = 0; film < 10; film++) await aTitle(fixture.db, { name: `Film ${film}`, seconds: 6_000 });
  [app, there] = await Promise.all([startApp(fixture.url), startApp(fixture.url)]);
});
afterAll(() => Promise.all([app.stop(), there.stop()]));

const userErrorsOf = (data: unknown): unknown => JSON.parse(JSON.stringify(Object.values(data ?? {})[0])).userErrors;

describe('a blend that two follow on two servers', () => {
  it('comes anew to both when one vetoes or watches, and ends for who leaves', async () => {
    const [ann, ben] = [await aViewer(app.url), await aViewer(app.url)];
    const id = await aBlend(app.url, [ann, ben]);
    const [hers, his] = [await followBlend(app.url, ann, id), await followBlend(there.url, ben, id)];
    const [first = 0] = listedIn(hers.pushes()[0] ?? (await until('a blend comes', () => hers.pushes()[0])));
    await act(app.url, ben, `voteInBlend(id: ${id}, titleId: ${first}, vote: VETO)`, 'blend { id }');
    for (const tab of [hers, his])
      await until('the vetoed title is gone', () => tab.pushes().some((blend) => !listedIn(blend).includes(first)));
    const before = his.pushes().length;
    await ann.watch(String(first));
    await until('what she watched comes to him', () => his.pushes().length > before);
    await act(app.url, ben, `leaveBlend(id: ${id})`, 'left');
    expect(JSON.stringify(await his.next('error', '1'))).toContain('NOT_FOUND');
    await until('she is alone', () => hers.pushes().at(-1)?.members.length === 1);
    hers.close();
    his.close();
    await until('nobody follows', () => app.house.blendWatch.subscribers + there.house.blendWatch.subscribers === 0);
  });
});

describe('a blend', () => {
  it('is changed by one at a time: who was slower sees what the other left', async () => {
    const [ann, ben] = [await aViewer(app.url), await aViewer(app.url)];
    const id = await aBlend(app.url, [ann, ben]);
    const save = (viewer: Viewer, rest: string) =>
      act(app.url, viewer, `saveBlend(input: { id: ${id}, version: 1, ${rest} })`, 'blend { version strategy seconds }');
    expect((await save(ann, 'strategy: FAIR_TURNS, seconds: 7200')).data).toMatchObject({
      saveBlend: { blend: { version: 2, strategy: 'FAIR_TURNS' } },
    });
    const late = await save(ben, 'strategy: AVERAGE');
    expect(late.data).toMatchObject({
      saveBlend: { blend: { version: 2, strategy: 'FAIR_TURNS' }, userErrors: [{ code: 'CONFLICT', field: 'input.version' }] },
    });
    const wrong = await act(app.url, ann, `saveBlend(input: { id: ${id}, version: 2, certificate: "XXL" })`, 'blend { id }');
    expect(userErrorsOf(wrong.data)).toMatchObject([{ code: 'BAD_INPUT', field: 'input.certificate' }]);
    const open = await act(app.url, ann, `saveBlend(input: { id: ${id}, version: 2, seconds: null })`, 'blend { seconds strategy }');
    expect(open.data).toMatchObject({ saveBlend: { blend: { seconds: null, strategy: 'FAIR_TURNS' } } });
    const own = await ask(app.url, '{ blends { nodes { id } totalCount } }', { headers: ben.headers });
    expect(own.data).toEqual({ blends: { nodes: [{ id }], totalCount: 1 } });
  });
});
