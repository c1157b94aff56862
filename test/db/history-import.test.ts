import { TitleKind } from '../../core/title';
import { replay } from '../../jobs/replay';
import { interactionsOf } from '../../store/interactions';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { addsUp, type Bringer, bringer, fullExport, shortExport } from '../support/history';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';

const fixture = withDatabase();
let app: TestApp;
let heat: number;
let harbour: number;
let bride: number;

beforeAll(async () => {
  heat = await aTitle(fixture.db, { name: 'Heat', year: 1995, seconds: 10_000 });
  harbour = await aTitle(fixture.db, { name: 'Harbour Street', kind: TitleKind.SHOW, seconds: 3_000 });
  bride = await aTitle(fixture.db, { name: 'The Quiet Bride' });
  await aTitle(fixture.db, { name: 'Twins', year: 1988 });
  await aTitle(fixture.db, { name: 'Twins', year: 2019 });
  app = await startApp(fixture.url, { JOBS: 'true' });
});
afterAll(() => app.stop());

async function somebody(): Promise<Viewer & Bringer> {
  const viewer = await aViewer(app.url);
  return { ...viewer, ...bringer(app.url, viewer.headers) };
}

const SHORT = shortExport(
  ['Harbour Street: Season 1: The Pier', '25/12/2023'],
  ['Heat', '24/12/2023'],
  ['Twins', '23/12/2023'],
  ['Never Heard Of It At All', '22/12/2023'],
  ['The Quiet Bride', 'soon'],
);

it('makes a past of a short export: what is sure counts at once, each row has its fate, and lists follow', async () => {
  const ann = await somebody();
  const tab = await ann.openTab();
  const done = await ann.bring(SHORT);
  expect(done).toMatchObject({ state: 'DONE', format: 'SHORT', dateOrder: 'DAY_FIRST', error: null });
  expect(done.counts).toEqual({ rows: 5, placed: 2, asked: 1, unknown: 1, dropped: 1, leftOut: 0, titles: 2 });
  expect(done.rows.nodes.map(({ fate, reason, title, occurredAt, timed }) => [fate, reason, title?.id ?? null, occurredAt, timed])).toEqual(
    [
      ['SURE', null, String(harbour), '2023-12-25T00:00:00.000Z', false],
      ['SURE', null, String(heat), '2023-12-24T00:00:00.000Z', false],
      ['ASK', null, null, '2023-12-23T00:00:00.000Z', false],
      ['UNKNOWN', 'no title here is called that', null, '2023-12-22T00:00:00.000Z', false],
      ['DROPPED', 'without a date that can be read', null, null, false],
    ],
  );
  expect(done.rows.nodes[2]?.candidates).toHaveLength(2);
  const past = await interactionsOf(fixture.db, ann.id);
  expect(past.map(({ titleId, completions, plays, lastAt }) => [titleId, completions, plays, lastAt.toISOString()])).toEqual([
    [heat, 1, 0, '2023-12-24T00:00:00.000Z'],
    [harbour, 1, 0, '2023-12-25T00:00:00.000Z'],
  ]);
  await until('the list is pushed', () => tab.pushes().some(({ cause }) => cause.kind === 'IMPORT'));
  expect(tab.pushes().filter(({ cause }) => cause.kind === 'IMPORT')).toHaveLength(1);
  await tab.close();
});

it('does not keep the file', async () => {
  const ann = await somebody();
  const uploadId = await ann.send(SHORT);
  const { historyImport } = await ann.change('importHistory', { uploadId });
  await ann.settled(historyImport?.id ?? '');
  expect(
    await fixture.db.query('select 1 from uploads where id = $1 union all select 1 from upload_chunks where "uploadId" = $1', [uploadId]),
  ).toEqual([]);
  const again = await ann.change('importHistory', { uploadId });
  expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'input.uploadId' }]);
});

it('makes plays of a full export: with times and seconds, without trailers, glances and other profiles', async () => {
  const ann = await somebody();
  const text = fullExport(
    { start: '2023-12-25 20:15:00', duration: '01:23:20', title: 'Heat' },
    { start: '2023-12-26 21:00:00', duration: '01:23:20', title: 'Heat' },
    { start: '2023-12-26 20:00:00', duration: '00:00:30', title: 'Heat' },
    { start: '2023-12-26 19:59:00', duration: '00:02:30', title: 'Heat_hook_primary_16x9', supplement: 'HOOK' },
    { start: '2023-12-24 20:00:00', duration: '01:40:00', title: 'Harbour Street: Season 1: The Pier (Episode 1)' },
    { start: '2023-12-23 20:00:00', duration: '00:10:00', title: 'The Quiet Bride' },
    { start: '2023-12-22 20:00:00', duration: '00:10:00', title: 'Secret of somebody else', profile: 'Ben' },
  );
  const asking = await ann.bring(text);
  expect(asking).toMatchObject({
    state: 'ASKING',
    question: 'PROFILE',
    counts: null,
    profiles: [
      { name: 'Ann', rows: 6 },
      { name: 'Ben', rows: 1 },
    ],
  });
  expect((await ann.change('answerHistoryImport', { id: asking.id, profile: 'Carl' })).userErrors).toMatchObject([
    { code: 'BAD_INPUT', field: 'input.profile' },
  ]);
  await ann.change('answerHistoryImport', { id: asking.id, profile: 'Ann' });
  const done = await ann.settled(asking.id);
  expect(done).toMatchObject({ state: 'DONE', format: 'FULL', profile: 'Ann', counts: { rows: 7, placed: 4, dropped: 3, titles: 3 } });
  expect(done.rows.nodes.map(({ reason }) => reason)).toEqual([
    null,
    null,
    'played for less than 60 s',
    'a trailer, teaser or hook',
    null,
    null,
    'of another profile',
  ]);
  expect(JSON.stringify(await fixture.db.query('select * from history_rows where "importId" = $1', [done.id]))).not.toContain('Secret');
  const past = new Map((await interactionsOf(fixture.db, ann.id)).map((row) => [row.titleId, row]));
  // Two evenings of 5,000 s are one whole film; an evening of 6,000 s with a show of 3,000 s is that long.
  expect(past.get(heat)).toMatchObject({ covered: [[0, 100_000]], secondsPlayed: 10_000, plays: 2, completions: 0 });
  expect(past.get(harbour)).toMatchObject({ secondsPlayed: 6_000, plays: 1 });
  expect(past.get(bride)).toMatchObject({ mediaSeconds: null, secondsPlayed: 600 });
  expect(past.get(heat)?.firstAt.toISOString()).toBe('2023-12-25T20:15:00.000Z');
});

it('asks how dates are written where the file does not tell, and hears it at once where that is said', async () => {
  const ann = await somebody();
  const text = shortExport(['Heat', '02/03/2021']);
  const asking = await ann.bring(text);
  expect(asking).toMatchObject({ state: 'ASKING', question: 'DATE_ORDER', dateSamples: ['02/03/2021'], counts: null });
  expect(await interactionsOf(fixture.db, ann.id)).toEqual([]);
  expect((await ann.change('answerHistoryImport', { id: asking.id })).userErrors).toMatchObject([{ field: 'input.dateOrder' }]);
  const noAnswer = await ann.change('answerHistoryImport', { id: asking.id, dateOrder: 'YEAR_FIRST' });
  expect(noAnswer.userErrors).toMatchObject([{ code: 'BAD_INPUT', field: 'input.dateOrder' }]);
  await ann.change('answerHistoryImport', { id: asking.id, dateOrder: 'MONTH_FIRST' });
  expect((await ann.settled(asking.id)).rows.nodes[0]?.occurredAt).toBe('2021-02-03T00:00:00.000Z');
  expect((await ann.change('answerHistoryImport', { id: asking.id, dateOrder: 'DAY_FIRST' })).userErrors).toMatchObject([
    { code: 'CONFLICT' },
  ]);
  const told = await ann.bring(text, { dateOrder: 'DAY_FIRST' });
  expect(told).toMatchObject({ state: 'DONE', question: null, counts: { placed: 1 } });
});

it('makes no doubles of the same file or of a newer one that holds it, and takes it again once it was deleted', async () => {
  const ann = await somebody();
  const rows = [
    ['Heat', '13/12/2023'],
    ['Heat', '13/12/2023'],
    ['The Quiet Bride', '12/12/2023'],
  ] as const;
  const first = await ann.bring(shortExport(...rows));
  expect(first.counts).toMatchObject({ placed: 3 });
  const same = await ann.bring(shortExport(...rows));
  expect(same.counts).toMatchObject({ rows: 3, placed: 0, dropped: 3 });
  expect(same.rows.nodes[0]?.reason).toBe('already imported');
  const newer = await ann.bring(shortExport(['Heat', '14/12/2023'], ['Heat', '13/12/2023'], ...rows));
  expect(newer.counts).toMatchObject({ rows: 5, placed: 2, dropped: 3 });
  const completions = async (): Promise<unknown> => (await interactionsOf(fixture.db, ann.id)).map((row) => [row.titleId, row.completions]);
  expect(await completions()).toEqual([
    [heat, 4],
    [bride, 1],
  ]);
  const tab = await ann.openTab();
  expect(await ann.remove(first.id)).toEqual({ deleted: true, userErrors: [] });
  expect(await completions()).toEqual([[heat, 2]]);
  await until('the list is pushed', () => tab.pushes().some(({ cause }) => cause.kind === 'DELETED'));
  await tab.close();
  expect(await ann.read(first.id)).toBeNull();
  expect((await ann.bring(shortExport(...rows))).counts).toMatchObject({ placed: 2, dropped: 1 });
  expect(await completions()).toEqual([
    [heat, 3],
    [bride, 1],
  ]);
});

it('makes no doubles of one file that is sent from two devices at once', async () => {
  const ann = await somebody();
  const text = shortExport(['Heat', '13/12/2023'], ['The Quiet Bride', '12/12/2023']);
  const both = await Promise.all([ann.bring(text), ann.bring(text)]);
  expect(both.map(({ counts }) => counts?.placed).sort()).toEqual([0, 2]);
  expect((await interactionsOf(fixture.db, ann.id)).map(({ completions }) => completions)).toEqual([1, 1]);
});

it('answers the import that has a file already, instead of beginning a second one', async () => {
  const ann = await somebody();
  const uploadId = await ann.send(shortExport(['Heat', '02/03/2021']));
  const [one, two] = await Promise.all([ann.change('importHistory', { uploadId }), ann.change('importHistory', { uploadId })]);
  expect(two.historyImport?.id).toBe(one.historyImport?.id);
  expect(await ann.settled(one.historyImport?.id ?? '')).toMatchObject({ state: 'ASKING' });
});

it('gives a sample of films and shows, which goes like any other import', async () => {
  const ann = await somebody();
  const { historyImport } = await ann.sample();
  expect(historyImport).toMatchObject({ state: 'DONE', format: 'SAMPLE', job: null, counts: { rows: 5, placed: 5, titles: 5 } });
  expect(historyImport !== null && addsUp(historyImport)).toBe(true);
  const past = await interactionsOf(fixture.db, ann.id);
  expect(new Set(past.map(({ lastAt }) => lastAt.getTime())).size).toBe(5);
  await ann.remove(historyImport?.id ?? '');
  expect(await interactionsOf(fixture.db, ann.id)).toEqual([]);
});

it('meets what is watched live meanwhile, and a replay of the log gives the same past', async () => {
  const ann = await somebody();
  const rows = Array.from({ length: 3_000 }, (_, row): [string, string] => [
    ['Heat', 'The Quiet Bride', 'Harbour Street: Season 1: The Pier'][row % 3] ?? '',
    new Date(Date.UTC(2023, 0, 1) - row * 86_400_000).toISOString().slice(0, 10),
  ]);
  const uploadId = await ann.send(shortExport(...rows));
  const { historyImport } = await ann.change('importHistory', { uploadId });
  let watched = 0;
  for (let isDone = false; !isDone; watched += 1) {
    await ann.watch(String(heat));
    isDone = (await ann.read(historyImport?.id ?? ''))?.state === 'DONE';
  }
  const past = await interactionsOf(fixture.db, ann.id);
  expect(past.map(({ titleId, completions, plays }) => [titleId, completions, plays])).toEqual([
    [heat, 1_000, expect.any(Number)],
    [harbour, 1_000, 0],
    [bride, 1_000, 0],
  ]);
  expect(past[0]?.secondsPlayed).toBe(10 * watched);
  await replay.run(aJobContext(fixture.database, {}));
  expect(await interactionsOf(fixture.db, ann.id)).toEqual(past);
});
