import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { mergeUsers } from '../../flow/user';
import { interactionsOf } from '../../store/interactions';
import { startApp, type TestApp } from '../support/app';
import { aBlend, agreeAll, followBlend } from '../support/blend';
import { aKey } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf } from '../support/graphql';
import { addsUp, type Bringer, bringer, shortExport } from '../support/history';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let heat: number;
let older: number;
let newer: number;
let street: number;

beforeAll(async () => {
  heat = await aTitle(fixture.db, { name: 'Heat', year: 1995 });
  older = await aTitle(fixture.db, { name: 'Twins', year: 1988 });
  newer = await aTitle(fixture.db, { name: 'Twins', year: 2019 });
  street = await aTitle(fixture.db, { name: 'Harbour Street', kind: TitleKind.SHOW });
  app = await startApp(fixture.url, { JOBS: 'true' });
});
afterAll(() => app.stop());

async function somebody(): Promise<Viewer & Bringer> {
  const viewer = await aViewer(app.url);
  return { ...viewer, ...bringer(app.url, viewer.headers) };
}

const pastOf = async (userId: number): Promise<unknown> =>
  (await interactionsOf(fixture.db, userId)).map(({ titleId, completions }) => [titleId, completions]);

const FILE = shortExport(
  ['Twins', '25/12/2023'],
  ['Twins', '24/12/2023'],
  ['Hafenstrasse: Staffel 1: Der Pier', '23/12/2023'],
  ['Hafenstrasse: Staffel 1: Die Bucht', '22/12/2023'],
  ['Heat', '21/12/2023'],
);

describe('what a person says of a row', () => {
  it('holds for all rows of its name, counts at once, and is remembered for the next import', async () => {
    const ann = await somebody();
    const first = await ann.bring(FILE);
    expect(first.counts).toMatchObject({ placed: 1, asked: 2, unknown: 2 });
    expect(first.groups.nodes.map(({ name, rows, fate, text }) => [name, rows, fate, text])).toEqual([
      ['Twins', 2, 'ASK', 'Twins'],
      ['Hafenstrasse', 2, 'UNKNOWN', 'Hafenstrasse: Staffel 1: Der Pier'],
      ['Heat', 1, 'SURE', 'Heat'],
    ]);
    const tab = await ann.openTab();
    const corrected = await ann.change('correctRow', { importId: first.id, number: 1, titleId: newer });
    expect(corrected).toMatchObject({ userErrors: [], historyImport: { counts: { placed: 3, asked: 0, titles: 2 } } });
    await until('the list is pushed', () => tab.pushes().some(({ cause }) => cause.kind === 'IMPORT'));
    await tab.close();
    await ann.change('correctRow', { importId: first.id, number: 3, titleId: street });
    expect(await pastOf(ann.id)).toEqual([
      [heat, 1],
      [newer, 2],
      [street, 2],
    ]);
    const next = await ann.bring(shortExport(['Twins', '31/12/2023'], ['Hafenstrasse: Staffel 2: Das Haus', '30/12/2023']));
    expect(next.rows.nodes.map(({ fate, title }) => [fate, Number(title?.id)])).toEqual([
      ['SURE', newer],
      ['SURE', street],
    ]);
  });

  it('may change, be of one row alone, or be that it is none of the titles here', async () => {
    const ann = await somebody();
    const { id } = await ann.bring(FILE);
    await ann.change('correctRow', { importId: id, number: 1, titleId: newer, alike: false });
    expect(await pastOf(ann.id)).toEqual([
      [heat, 1],
      [newer, 1],
    ]);
    await ann.change('correctRow', { importId: id, number: 1, titleId: older });
    expect(await pastOf(ann.id)).toEqual([
      [heat, 1],
      [older, 2],
    ]);
    const none = await ann.change('correctRow', { importId: id, number: 1, titleId: null });
    expect(none.historyImport).toMatchObject({ counts: { placed: 1, asked: 0, unknown: 4 } });
    expect(none.historyImport?.rows.nodes[0]).toMatchObject({
      fate: 'UNKNOWN',
      reason: 'none of the titles here, as you said',
      title: null,
    });
    expect(await pastOf(ann.id)).toEqual([[heat, 1]]);
    expect((await ann.bring(shortExport(['Twins', '31/12/2023']))).counts).toMatchObject({ unknown: 1, asked: 0 });
    expect((await ann.change('correctRow', { importId: id, number: 99, titleId: heat })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: 'input.number' },
    ]);
    expect((await ann.change('correctRow', { importId: id, number: 1, titleId: '999999' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: 'input.titleId' },
    ]);
  });
});

describe('rows that are left out', () => {
  it('count for nothing, stay out of corrections, and come back as they were', async () => {
    const ann = await somebody();
    const { id } = await ann.bring(FILE);
    const out = await ann.change('leaveOutRows', { importId: id, numbers: [5, 1] });
    expect(out.historyImport).toMatchObject({ counts: { placed: 0, asked: 1, unknown: 2, leftOut: 2 } });
    expect(await pastOf(ann.id)).toEqual([]);
    const said = await ann.change('correctRow', { importId: id, number: 2, titleId: older });
    expect(said.historyImport).toMatchObject({ counts: { placed: 1, asked: 0, leftOut: 2 } });
    const back = await ann.change('leaveOutRows', { importId: id, numbers: [1, 5], leftOut: false });
    expect(back.historyImport).toMatchObject({ counts: { placed: 2, asked: 1, leftOut: 0 } });
    const named = await ann.change('leaveOutRows', { importId: id, name: 'Twins' });
    expect(named.historyImport).toMatchObject({ counts: { placed: 1, leftOut: 2 } });
    expect(named.historyImport !== null && addsUp(named.historyImport)).toBe(true);
    expect(await pastOf(ann.id)).toEqual([[heat, 1]]);
    for (const wrong of [{}, { numbers: [1], name: 'Heat' }, { numbers: [] }, { name: 'Nul\u0000' }])
      expect((await ann.change('leaveOutRows', { importId: id, ...wrong })).userErrors).toMatchObject([{ code: 'BAD_INPUT' }]);
    expect((await ann.change('leaveOutRows', { importId: id, numbers: [77] })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('a blend', () => {
  it('follows an import of a member and its end', async () => {
    const [ann, ben] = [await somebody(), await somebody()];
    await ben.bring(shortExport(['Heat', '21/12/2023']));
    const blend = await aBlend(app.url, [ann, ben]);
    await agreeAll(app.url, [ann, ben], blend);
    const tab = await followBlend(app.url, ben, blend);
    const { id } = await ann.bring(shortExport(['Heat', '21/12/2023']));
    await until('both have seen it', () => tab.pushes().at(-1)?.sharedCount === 1);
    await ann.remove(id);
    await until('only one has seen it', () => tab.pushes().at(-1)?.sharedCount === 0);
    await tab.close();
  });
});

describe('a stranger', () => {
  it('gets of another person’s import and file what there is of an id that is none', async () => {
    const [ann, eve] = [await somebody(), await somebody()];
    const { id } = await ann.bring(FILE);
    const uploadId = await ann.send(FILE);
    for (const guess of [id, '987654321']) {
      expect(await eve.read(guess)).toBeNull();
      const tries = [
        await eve.change('correctRow', { importId: guess, number: 1, titleId: heat }),
        await eve.change('leaveOutRows', { importId: guess, numbers: [1] }),
        await eve.change('answerHistoryImport', { id: guess, dateOrder: 'DAY_FIRST' }),
        await eve.remove(guess),
      ];
      for (const { userErrors } of tries) expect(userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    const files = await Promise.all([uploadId, '987654321'].map((guess) => eve.change('importHistory', { uploadId: guess })));
    expect(files[0]).toEqual(files[1]);
    expect(files[0]?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'input.uploadId' }]);
    const { data } = await ask(app.url, '{ historyImports { totalCount } }', { headers: eve.headers });
    expect(data).toEqual({ historyImports: { totalCount: 0 } });
    const named = await ask(app.url, `{ historyImport(id: ${id}, userId: ${ann.id}) { id } }`, { headers: eve.headers });
    expect(codesOf(named)).toEqual(['FORBIDDEN']);
    expect(codesOf(await ask(app.url, `{ historyImport(id: ${id}) { id } }`))).toEqual(['UNAUTHENTICATED']);
    expect((await ann.read(id))?.counts).toMatchObject({ rows: 5 });
  });

  it('who has a server key brings histories for others, which the audit tells without what was in them', async () => {
    const key = await aKey(fixture.db, Scope.EVENTS_WRITE, Scope.ADMIN);
    const shop = bringer(app.url, key, { userId: 'app:reviewed' });
    const done = await shop.bring(FILE);
    expect(done).toMatchObject({ state: 'DONE', counts: { rows: 5 } });
    await shop.change('correctRow', { importId: done.id, number: 1, titleId: newer });
    await shop.remove(done.id);
    const audit = await fixture.db.query(`select action, before, after from audit where action like 'history.%' order by id`);
    expect(audit).toEqual([
      { action: 'history.import', before: null, after: null },
      { action: 'history.correct', before: null, after: { rows: 2 } },
      { action: 'history.undo', before: null, after: { rows: 5 } },
    ]);
    const reader = bringer(app.url, await aKey(fixture.db, Scope.METRICS_READ), { userId: 'app:reviewed' });
    await expect(reader.sample()).rejects.toThrow('FORBIDDEN');
  });
});

describe('people who are merged', () => {
  it('have what both brought', async () => {
    const [ann, anne] = [await somebody(), await somebody()];
    const { id } = await ann.bring(FILE);
    await ann.change('correctRow', { importId: id, number: 1, titleId: newer });
    await mergeUsers(fixture.db, { fromId: ann.id, intoId: anne.id });
    expect(await anne.read(id)).toMatchObject({ counts: { placed: 3 } });
    expect((await anne.bring(FILE)).counts).toMatchObject({ dropped: 5 });
    await anne.remove(id);
    expect(await pastOf(anne.id)).toEqual([]);
    expect((await anne.bring(shortExport(['Twins', '31/12/2023']))).rows.nodes[0]).toMatchObject({
      fate: 'SURE',
      title: { id: String(newer) },
    });
  });
});
