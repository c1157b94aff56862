import { strToU8, zipSync } from 'fflate';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { bringer, fullExport } from '../support/history';
import { aTitle } from '../support/title';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await startApp(fixture.url, { JOBS: 'true' });
});
afterAll(() => app.stop());

async function imported(archive: Uint8Array, type: string) {
  const ann = bringer(app.url, (await aViewer(app.url)).headers);
  const uploadId = await ann.send(Buffer.from(archive), 'account.zip', type);
  const { historyImport } = await ann.change('importHistory', { uploadId });
  return ann.settled(historyImport?.id ?? '');
}

it('imports the history out of the archive of a whole account, by whatever type the browser calls it', async () => {
  const heat = await aTitle(fixture.db, { name: 'Heat', year: 1995 });
  const history = fullExport({ start: '2024-03-01 20:15:00', duration: '02:40:00', title: 'Heat' });
  const account = zipSync({ 'PROFILES/Profiles.csv': strToU8('a,b'), 'CONTENT_INTERACTION/ViewingActivity.csv': strToU8(history) });
  for (const type of ['application/zip', 'application/x-zip-compressed', 'application/octet-stream']) {
    const done = await imported(account, type);
    expect(done).toMatchObject({ state: 'DONE', format: 'FULL', counts: { rows: 1, placed: 1 } });
    expect(done.rows.nodes[0]).toMatchObject({ fate: 'SURE', title: { id: String(heat) }, occurredAt: '2024-03-01T20:15:00.000Z' });
  }
});

it('says what is wrong with an archive, and keeps nothing of it', async () => {
  const bomb = zipSync({ 'ViewingActivity.csv': new Uint8Array(20_000_000) });
  expect(await imported(bomb, 'application/zip')).toMatchObject({
    state: 'FAILED',
    error: 'The file in the ZIP archive grows out of all measure. Send an archive of an export, or the CSV out of it.',
  });
  const workbook = await imported(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'application/octet-stream');
  expect(workbook).toMatchObject({ state: 'FAILED', counts: null });
  expect(workbook.error).toContain('it holds xl/workbook.xml');
  expect(await fixture.db.query('select 1 from uploads')).toEqual([]);
});
