import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { type Importer, importer } from '../support/import';
import { until } from '../support/until';
import { killed, withWorkers } from '../support/workers';

const fixture = withDatabase();
const { work } = withWorkers(fixture, 'import-catalogue');
let app: TestApp;
let key: Headers;
let client: Importer;

beforeAll(async () => {
  app = await startApp(fixture.url);
  key = await aKey(fixture.db, Scope.ADMIN);
  client = importer(app.url, key);
});
afterAll(() => app.stop());

const count = async (where = 'true'): Promise<number> =>
  (await fixture.db.query(`select count(*)::int as count from titles where ${where}`))[0].count;

const csvOf = (rows: number, prefix: string, name = 'Film'): string =>
  `imdb,title,year,genres\n${Array.from({ length: rows }, (_, row) => `tt9${prefix}${String(row).padStart(6, '0')},${name} ${row},2001,Drama|War`).join('\n')}\n`;

async function begin(csv: string, input: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const upload = await client.send(csv);
  const { preview } = await client.preview([upload]);
  return (await client.start([upload], { mapping: preview.mapping, ...input })).import.id;
}

describe('an import whose worker is killed', () => {
  it('leaves nothing behind, and is done by the next worker', async () => {
    const id = await begin(csvOf(20_000, '1'));
    const first = await work();
    const job = (await client.read(id)).job?.id;
    await until(
      'it writes titles',
      async () => (await fixture.db.query(`select 1 from job_runs where id = $1 and message = 'Writing titles'`, [job])).length > 0,
      60,
    );
    await killed(first);
    await until(
      'its transaction is over',
      async () => (await fixture.db.query('select pg_try_advisory_lock(1768779887), pg_advisory_unlock_all()'))[0].pg_try_advisory_lock,
    );
    expect([await count(), (await client.read(id)).state]).toEqual([0, 'RUNNING']);
    // Nobody waits twenty seconds for a lease that is known to be dead.
    await fixture.db.query(`update leases set "expiresAt" = now() - interval '1 second' where name = $1`, [`job:${job}`]);
    const second = await work();
    const done = await client.settled(id);
    expect([done.state, done.counts, await count()]).toMatchObject(['DONE', { rows: 20_000, created: 20_000, bad: 0 }, 20_000]);
    const [{ audits }] = await fixture.db.query('select count(*)::int as audits from audit where "changeSetId" = $1', [done.changeSetId]);
    const [{ rows }] = await fixture.db.query('select count(*)::int as rows from import_rows');
    const [{ chunks }] = await fixture.db.query('select count(*)::int as chunks from upload_chunks');
    expect([audits, rows, chunks]).toEqual([20_000, 0, 0]);
    second.kill('SIGKILL');
  }, 120_000);
});

describe('two imports at once of the same titles', () => {
  it('wait for each other, lose nothing, and do not stand in the way of who saves a title', async () => {
    await Promise.all([work(), work()]);
    const reversed = csvOf(3_000, '2').split('\n');
    const back = [reversed[0], ...reversed.slice(1, -1).reverse(), ''].join('\n').replaceAll('Film', 'Movie');
    const ids = await Promise.all([begin(csvOf(3_000, '2')), begin(back)]);
    const both = await Promise.all(ids.map((id) => client.settled(id)));
    expect(both.map(({ state, job }) => [state, job?.error])).toEqual([
      ['DONE', null],
      ['DONE', null],
    ]);
    expect(both.map(({ counts }) => (counts?.created ?? 0) + (counts?.updated ?? 0))).toEqual([3_000, 3_000]);
    expect(both.map(({ counts }) => counts?.created).sort()).toEqual([0, 3_000]);
    const names = await fixture.db.query(
      `select distinct split_part(name, ' ', 1) as word from titles join external_ids on "titleId" = titles.id where value like 'tt92%'`,
    );
    expect(names).toHaveLength(1);
  }, 120_000);

  it('can be stopped while it runs, and leaves nothing', async () => {
    await work();
    const before = await count();
    const id = await begin(csvOf(20_000, '3'));
    const job = (await client.read(id)).job?.id;
    await until(
      'it writes titles',
      async () => (await fixture.db.query(`select 1 from job_runs where id = $1 and message = 'Writing titles'`, [job])).length > 0,
      60,
    );
    await ask(app.url, `mutation { cancelJob(id: "${job}") { job { id } } }`, { headers: key });
    expect([(await client.settled(id)).state, await count()]).toEqual(['CANCELLED', before]);
    const again = await ask(app.url, `mutation { retryJob(id: "${job}") { job { id } } }`, { headers: key });
    expect(fieldOf<{ job: object | null }>(again, 'retryJob').job).not.toBeNull();
    expect((await client.settled(id)).state).toBe('DONE');
  }, 120_000);
});

describe('a hostile file', () => {
  it('harms nothing, and every row has a fate', async () => {
    await work();
    const long = 'x'.repeat(10_000_000);
    const text = [
      'imdb,title,year,genres',
      'tt94000001,"=HYPERLINK(""http://evil.example"",""x"")",2001,Drama',
      'tt94000002,<script>alert(1)</script>,2001,Drama',
      'tt94000003,\u202egnol\u202c \u0007bell\0nul,2001,Drama',
      `tt94000004,${long},2001,Drama`,
      `tt94000005,${'y'.repeat(10_000)},2001,Drama`,
      'tt94000006,"never closed,2001,Drama',
      `tt94000007${',z'.repeat(3_000)}`,
      "tt94000008,Robert'); drop table titles;--,2001,Drama",
      'tt94000009,🎬🎬,99999999999999999999,Drama',
      'tt94000010,Last,2001,Drama',
    ].join('\n');
    const done = await client.settled(await begin(text));
    expect(done).toMatchObject({ state: 'DONE', counts: { rows: 10, created: 5, bad: 5 } });
    expect(done.problems.nodes.map(({ row, field }) => [row, field])).toEqual([
      [5, 'row'],
      [6, 'title'],
      [7, 'row'],
      [8, 'row'],
      [10, 'year'],
    ]);
    const titles = await fixture.db.query(
      `select name from titles join external_ids on "titleId" = titles.id where value like 'tt94%' order by value`,
    );
    expect(titles.map(({ name }: { name: string }) => name)).toEqual([
      '=HYPERLINK("http://evil.example","x")',
      '<script>alert(1)</script>',
      '\u202egnol\u202c  bellnul',
      "Robert'); drop table titles;--",
      'Last',
    ]);
  }, 60_000);
});

describe('MovieLens', () => {
  const folder = join(__dirname, '..', '..', 'demo', 'data', 'movielens');
  const files = ['movies.csv', 'links.csv', 'tags.csv', 'ratings.csv'];

  it('is imported whole, with links, tags, mean ratings and, when asked for, people', async () => {
    await work();
    const uploads: string[] = [];
    for (const name of files) uploads.push(await client.send(readFileSync(join(folder, name)), `ml-latest-small/${name}`));
    const { preview } = await client.preview(uploads);
    expect(preview.format).toBe('MOVIELENS');
    expect(preview.rows[0]).toMatchObject({ draft: { name: 'Toy Story', year: 1995 } });
    const done = await client.settled((await client.start(uploads, { mapping: preview.mapping, options: { ratings: true } })).import.id);
    const lines = readFileSync(join(folder, 'movies.csv'), 'utf8').trimEnd().split('\n').length - 1;
    expect(done).toMatchObject({ state: 'DONE', counts: { rows: lines, created: lines, bad: 0 } });
    const [toy] = await fixture.db.query(
      `select titles.id, attributes, genres from titles join external_ids on "titleId" = titles.id where source = 'movielens' and value = '1'`,
    );
    expect(toy).toMatchObject({
      attributes: { rating: expect.any(Number), ratingCount: expect.any(Number) },
      genres: expect.arrayContaining(['Animation']),
    });
    const [{ people }] = await fixture.db.query(`select count(*)::int as people from users where source = 'movielens'`);
    expect(people).toBeGreaterThan(100);
  }, 180_000);
});

/** Files that real people keep, where they are at hand: the share of their rows that may be bad. */
const SHARED = join(__dirname, '..', '..', '..', 'shared', 'data');
const KEPT: readonly (readonly [file: string, mostBad: number, kind: string])[] = [
  ['books/books.csv', 0.01, 'BOOK'],
  ['netflix-library/titles.csv', 0.01, 'MOVIE'],
  ['tracks/tracks.csv', 0.01, 'TRACK'],
];
const atHand = KEPT.filter(([file]) => existsSync(join(SHARED, file)));
if (atHand.length < KEPT.length)
  console.warn(`SKIPPED: ${KEPT.length - atHand.length} of ${KEPT.length} shared files are not at hand in ${SHARED}.`);

describe('files that people keep', () => {
  it('are understood as they are', async () => {
    await work();
    for (const [file, mostBad, kind] of atHand) {
      const done = await client.settled(await begin(readFileSync(join(SHARED, file), 'utf8'), { dryRun: true }));
      const { rows = 0, bad = 0 } = done.counts ?? {};
      expect([file, done.state, done.error, done.options.kind, bad <= mostBad * rows]).toEqual([file, 'CHECKED', null, kind, true]);
      expect(rows).toBeGreaterThan(100);
    }
  }, 180_000);
});
