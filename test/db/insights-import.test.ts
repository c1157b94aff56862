import { TitleKind } from '../../core/title';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { bringer, shortExport } from '../support/history';
import { insightsFor, playsBehind } from '../support/play';
import { aTitle } from '../support/title';
import { aViewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;

beforeAll(async () => {
  await aTitle(fixture.db, { name: 'Heat', year: 1995, seconds: 10_000, genres: ['Crime'] });
  await aTitle(fixture.db, { name: 'Harbour Street', kind: TitleKind.SHOW, seconds: 3_000, genres: ['Drama'] });
  app = await startApp(fixture.url, { JOBS: 'true' });
});
afterAll(() => app.stop());

it('count what a file brought and is sure, row by row; nothing that was dropped, is unknown, was left out or taken back', async () => {
  const ann = await aViewer(app.url);
  const files = bringer(app.url, ann.headers);
  const { id } = await files.bring(
    shortExport(
      ['Harbour Street: Season 1: The Pier', '25/12/2023'],
      ['Harbour Street: Season 1: The Storm', '25/12/2023'],
      ['Harbour Street: Season 1: The Boat', '25/12/2023'],
      ['Heat', '24/12/2023'],
      ['Never Heard Of It At All', '22/12/2023'],
      ['Heat', 'soon'],
    ),
  );
  const of = { importId: id };
  const told = await insightsFor(app.url, ann.headers, of);
  expect(told).toMatchObject({ seconds: 19_000, plays: 4, titles: 2 });
  expect(told.people[0]).toMatchObject({ untimedPlays: 4, unknownSeconds: 0, binges: [{ plays: 3, seconds: 9_000 }] });
  expect(told.people[0]?.hours?.every(({ plays }) => plays === 0)).toBe(true);
  const crime = await playsBehind(app.url, ann.headers, { genre: 'Crime' });
  expect(crime).toMatchObject([{ number: 4, text: 'Heat', timed: false, importId: id, occurredAt: '2023-12-24T00:00:00.000Z' }]);
  await files.change('leaveOutRows', { importId: id, numbers: [4] });
  expect(await insightsFor(app.url, ann.headers)).toMatchObject({ seconds: 9_000, plays: 3, titles: 1 });
  await files.remove(id);
  expect(await insightsFor(app.url, ann.headers)).toMatchObject({ seconds: 0, plays: 0, titles: 0 });
});
