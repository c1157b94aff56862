import type { ChildProcess } from 'node:child_process';
import { userDownload } from '../../flow/download-user';
import { forgetUser } from '../../flow/forget';
import { forget } from '../../jobs/forget';
import { interactionsOf } from '../../store/interactions';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { addsUp, type Bringer, bringer, shortExport, type ToldHistory } from '../support/history';
import { aJobContext } from '../support/job-context';
import { aTitle } from '../support/title';
import { until } from '../support/until';
import { aViewer, type Viewer } from '../support/viewer';
import { killed, withWorkers } from '../support/workers';

const fixture = withDatabase();
const { work } = withWorkers(fixture, 'import-history');
let app: TestApp;
let heat: number;

beforeAll(async () => {
  heat = await aTitle(fixture.db, { name: 'Heat', year: 1995 });
  for (let number = 0; number < 50; number++) await aTitle(fixture.db, { name: `Known film ${number}x` });
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

async function somebody(): Promise<Viewer & Bringer> {
  const viewer = await aViewer(app.url);
  return { ...viewer, ...bringer(app.url, viewer.headers) };
}

const DAY_MS = 86_400_000;
/** A short export of so many rows, each of a day and title of its own, half of which are known. */
const longExport = (rows: number): string =>
  shortExport(
    ...Array.from({ length: rows }, (_, row): [string, string] => [
      row % 2 === 0 ? `Known film ${(row / 2) % 50}x` : `Unheard of ${row}`,
      new Date(Date.UTC(2020, 0, 1) - row * (DAY_MS / 10)).toISOString().slice(0, 10),
    ]),
  );

async function begun(ann: Bringer, content: string): Promise<string> {
  const { historyImport } = await ann.change('importHistory', { uploadId: await ann.send(content) });
  return historyImport?.id ?? '';
}

const eventsOf = async (userId: number): Promise<number> =>
  (await fixture.db.query('select count(*)::int as count from events where "userId" = $1', [userId]))[0].count;

it('is done by the next worker where one was killed, with nothing to be seen of the first and no doubles', async () => {
  const ann = await somebody();
  const id = await begun(ann, longExport(60_000));
  const first = await work();
  const job = (await ann.read(id))?.job?.id;
  await until(
    'it writes rows',
    async () =>
      (
        await fixture.db.query(`select 1 from job_runs where id = $1 and message in ('Keeping the rows', 'Counting what was watched')`, [
          job,
        ])
      ).length > 0,
    60,
  );
  await killed(first);
  expect(await ann.read(id)).toMatchObject({ state: 'PLACING', counts: null, rows: { totalCount: 0 } });
  expect([await eventsOf(ann.id), await interactionsOf(fixture.db, ann.id)]).toEqual([0, []]);
  // Nobody waits twenty seconds for a lease that is known to be dead.
  await fixture.db.query(`update leases set "expiresAt" = now() - interval '1 second' where name = $1`, [`job:${job}`]);
  const second = await work();
  const done = await ann.settled(id);
  expect(done).toMatchObject({ state: 'DONE', counts: { rows: 60_000, placed: 30_000, unknown: 30_000, titles: 50 } });
  expect(await eventsOf(ann.id)).toBe(30_000);
  expect((await interactionsOf(fixture.db, ann.id)).reduce((sum, { completions }) => sum + completions, 0)).toBe(30_000);
  await killed(second);
}, 180_000);

it('can be stopped, which leaves nothing, and be deleted before anybody has read it', async () => {
  const ann = await somebody();
  const id = await begun(ann, longExport(10));
  const stopped = await begun(ann, longExport(11));
  await fixture.db.query(`update job_runs set state = 'CANCELLED' where id = (select "jobId" from history_imports where id = $1)`, [
    stopped,
  ]);
  expect(await ann.read(stopped)).toMatchObject({ state: 'FAILED', error: 'It was stopped: import the file again.' });
  expect(await ann.remove(id)).toEqual({ deleted: true, userErrors: [] });
  const worker = await work();
  await until(
    'the job has seen that it is gone',
    async () =>
      (
        await fixture.db.query(
          `select 1 from job_runs where name = 'import-history' and state = 'SUCCEEDED' and (payload ->> 'importId')::bigint = $1`,
          [id],
        )
      ).length > 0,
    30,
  );
  expect(await eventsOf(ann.id)).toBe(0);
  await killed(worker);
}, 60_000);

describe('a hostile file', () => {
  let worker: ChildProcess;
  beforeAll(async () => {
    worker = await work();
  });
  afterAll(() => killed(worker));

  it('harms nothing, and every row has a fate', async () => {
    const text = [
      'Title,Date',
      '"=HYPERLINK(""http://evil.example"",""x"")","25/12/2023"',
      '<script>alert(1)</script>,24/12/2023',
      '\u202egnol\u202c \u0007bell\0nul,23/12/2023',
      `${'x'.repeat(2_000_000)},22/12/2023`,
      "Robert'); drop table titles;--,21/12/2023",
      `x${'😀'.repeat(600)},20/12/2023`,
      'Heat,19/12/2023',
      'Heat,99/99/9999',
      ',18/12/2023',
      ',,,,,',
      '"never closed,17/12/2023',
    ].join('\n');
    const ann = await somebody();
    const done = await ann.settled(await begun(ann, text));
    expect(done).toMatchObject({ state: 'DONE', counts: { rows: 10, placed: 1 } });
    expect(addsUp(done)).toBe(true);
    const again = await ann.settled(await begun(ann, text));
    expect(again.counts).toMatchObject({ placed: 0, unknown: 0, asked: 0, dropped: 10 });
    expect(JSON.stringify(done)).not.toContain('\\u0000');
  });

  const FAILED: readonly (readonly [what: string, content: string | Buffer])[] = [
    ['bytes of no kind', Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) & 255))],
    ['a page', '<!doctype html><html><body><p>Sign in to go on</p></body></html>'],
    ['a list without dates', 'Title,Date\nHeat,\nHeat,yesterday\n'],
    ['a blank', ' '],
    ['a header alone', 'Title,Date\n'],
    ['zeros', Buffer.alloc(5_000)],
  ];
  it.each(FAILED)('says what is wrong with %s', async (_, content) => {
    const ann = await somebody();
    const failed = await ann.settled(await begun(ann, content as string));
    expect(failed).toMatchObject({ state: 'FAILED', counts: null, error: expect.stringContaining('No row has a date') });
    expect(await fixture.db.query('select 1 from uploads where owner = $1', [`user:${ann.id}`])).toEqual([]);
  });

  it('of too many lines is told to come in parts', async () => {
    const ann = await somebody();
    const failed = await ann.settled(await begun(ann, `Title,Date\n${'a,b\n'.repeat(300_000)}`));
    expect(failed).toMatchObject({ state: 'FAILED', error: expect.stringContaining('at most 300000') });
  });

  it('of one row, and of ten thousand, is no trouble', async () => {
    const ann = await somebody();
    expect((await ann.settled(await begun(ann, 'Heat,19/12/2023'))).counts).toMatchObject({ rows: 1, placed: 1 });
    expect((await ann.settled(await begun(ann, longExport(10_000)))).counts).toMatchObject({ rows: 10_000, placed: 5_000, unknown: 5_000 });
  });

  it('does not let a person hold more than a few files', async () => {
    const ann = await somebody();
    for (let file = 0; file < 10; file++) await ann.send('Heat,19/12/2023');
    await expect(ann.send('Heat,19/12/2023')).rejects.toThrow('CONFLICT');
  });
});

describe('somebody who brought a history', () => {
  let ann: Viewer & Bringer;
  let done: ToldHistory;
  const NAME = 'Zyxomma obscura';
  beforeAll(async () => {
    ann = await somebody();
    const worker = await work();
    done = await ann.settled(await begun(ann, shortExport([NAME, '25/12/2023'], ['Heat', '24/12/2023'])));
    await ann.change('correctRow', { importId: done.id, number: 1, titleId: heat });
    await ann.settled(await begun(ann, shortExport(['Heat', '02/03/2021'])));
    await killed(worker);
    await ann.send(`${NAME},01/02/2021`, `${NAME}.csv`);
  });

  it('takes all of it along', async () => {
    let text = '';
    for await (const piece of userDownload.write(fixture.db, { userId: ann.id }, new Date())) text += piece;
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const of = (table: string): Record<string, unknown>[] => lines.flatMap((line) => (line.table === table ? line.row : []));
    expect(of('history_imports').map(({ state }) => state)).toEqual(['DONE', 'ASKING']);
    expect(of('history_rows').map((row) => [row.text, row.fate, row.title])).toEqual([
      [NAME, 'SURE', 'Heat'],
      ['Heat', 'SURE', 'Heat'],
    ]);
    expect(of('history_corrections')).toMatchObject([{ name: NAME, titleId: heat }]);
    expect(of('events').filter(({ importId }) => String(importId) === done.id)).toHaveLength(2);
  });

  it('is forgotten with all of it, files included', async () => {
    const { db, database } = fixture;
    const { id } = await forgetUser(db, { userId: ann.id, confirmedId: ann.id, retrain: false, actor: 'system' });
    await forget.run(aJobContext(database, { erasureId: id }));
    for (const table of ['history_imports', 'history_rows', 'history_corrections', 'events', 'interactions'])
      expect([table, await db.query(`select 1 from ${table} where "userId" = $1`, [ann.id])]).toEqual([table, []]);
    expect(await db.query('select 1 from uploads where owner = $1', [`user:${ann.id}`])).toEqual([]);
    expect(await db.query('select 1 from upload_chunks where "uploadId" not in (select id from uploads)')).toEqual([]);
    expect(await db.query(`select 1 from job_runs where payload ->> 'userId' = $1`, [String(ann.id)])).toEqual([]);
  });
});
