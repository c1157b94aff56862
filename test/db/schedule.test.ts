import pino from 'pino';
import { startJobs } from '../../jobs/runner';
import { startApp, type TestApp } from '../support/app';
import { everyCaller, type Headers, ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf, fieldOf } from '../support/graphql';
import { until } from '../support/until';

const fixture = withDatabase();
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;

beforeAll(async () => {
  app = await startApp(
    fixture.url,
    { JWT_ISSUERS: JSON.stringify([ISSUER]), TRAIN_SCHEDULE: '0 4 * * *' },
    () => new Date('2026-06-01T10:00:30Z'),
  );
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

const SAVE = `mutation ($input: SaveScheduleInput!) { saveSchedule(input: $input) {
  schedule { name crontab enabled version nextAt reading { words } } userErrors { code field expected } } }`;

interface Saved {
  readonly schedule: {
    readonly crontab: string;
    readonly enabled: boolean;
    readonly version: number;
    readonly nextAt: string | null;
  } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string; readonly expected: string }[];
}

async function save(input: object, headers = callers.admin ?? {}): Promise<Saved> {
  return fieldOf<Saved>(await ask(app.url, SAVE, { headers, variables: { input } }), 'saveSchedule');
}

async function schedules(): Promise<
  ReadonlyMap<string, { crontab: string | null; enabled: boolean; version: number; nextAt: string | null }>
> {
  const query = '{ schedules { name crontab enabled standard version nextAt lastRun { id } reading { words fault next } } }';
  const rows = fieldOf<{ name: string; crontab: string | null; enabled: boolean; version: number; nextAt: string | null }[]>(
    await ask(app.url, query, { headers: callers.reader ?? {} }),
    'schedules',
  );
  return new Map(rows.map((row) => [row.name, row]));
}

describe('schedules', () => {
  it('are what the code and the environment say until an operator says otherwise', async () => {
    const all = await schedules();
    expect(all.get('maintain')).toMatchObject({
      enabled: true,
      standard: all.get('maintain')?.crontab,
      version: 0,
      reading: { words: 'at minute 7 of every hour', fault: null, next: expect.arrayContaining(['2026-06-01T10:07:00.000Z']) },
      nextAt: '2026-06-01T10:07:00.000Z',
    });
    expect(all.get('train')).toMatchObject({ crontab: '0 4 * * *', enabled: true, nextAt: '2026-06-02T04:00:00.000Z' });
    expect(all.get('tune')).toMatchObject({ crontab: null, enabled: false, nextAt: null, reading: null, standard: null });
    expect(all.has('import-titles')).toBe(false);
  });

  it('are changed with an audit, and only at the version they were read at', async () => {
    const version = (await schedules()).get('tune')?.version ?? -1;
    const saved = await save({ name: 'tune', enabled: true, crontab: ' 30 2 * * 6 ', version });
    expect(saved).toMatchObject({
      schedule: {
        crontab: '30 2 * * 6',
        enabled: true,
        version: version + 1,
        nextAt: '2026-06-06T02:30:00.000Z',
        reading: { words: 'at 02:30 UTC, on Saturdays' },
      },
      userErrors: [],
    });
    const stale = await save({ name: 'tune', enabled: false, version });
    expect(stale).toMatchObject({ schedule: { enabled: true }, userErrors: [{ code: 'CONFLICT', field: 'input.version' }] });
    const off = await save({ name: 'tune', enabled: false, version: version + 1 });
    expect(off).toMatchObject({ schedule: { crontab: '30 2 * * 6', enabled: false, nextAt: null }, userErrors: [] });
    const rows = await fixture.db.query(
      `select before, after from audit where action = 'schedule.save' and "entityId" = 'tune' order by id`,
    );
    expect(rows.at(-1)).toEqual({ before: { crontab: '30 2 * * 6', enabled: true }, after: { crontab: '30 2 * * 6', enabled: false } });
  });

  it.each([
    [{ name: 'maintain', enabled: true, crontab: '61 * * * *' }, 'BAD_INPUT', 'input.crontab'],
    [{ name: 'replay', enabled: true, crontab: '1 * * * *' }, 'NOT_FOUND', 'input.name'],
    [{ name: 'maintain', enabled: true, crontab: 'every day' }, 'BAD_INPUT', 'input.crontab'],
  ])('refuse %j', async (input, code, field) => {
    expect((await save({ ...input, version: 0 })).userErrors).toMatchObject([{ code, field }]);
  });

  it('that are on need a time', async () => {
    const version = (await schedules()).get('train')?.version ?? -1;
    const { schedule } = await save({ name: 'train', enabled: false, crontab: '', version });
    expect((await save({ name: 'train', enabled: true, crontab: '', version: schedule?.version })).userErrors).toMatchObject([
      { code: 'BAD_INPUT', field: 'input.crontab' },
    ]);
  });

  it('are changed by admins alone', async () => {
    for (const name of ['analyst', 'editor', 'reader']) {
      const answer = await ask(app.url, SAVE, {
        headers: callers[name] ?? {},
        variables: { input: { name: 'maintain', enabled: false, version: 0 } },
      });
      expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    }
  });

  it('hold for a worker that runs already, from the next minute on', async () => {
    const { database, url, db } = fixture;
    const kinds = [{ name: 'roll-up' as const, schedule: '* * * * *', run: async () => null }];
    const worker = await startJobs({ database, url, log: pino({ level: 'silent' }), clock: () => new Date(), jobs: kinds });
    const strike = (ts: string) =>
      db.query(`select graphile_worker.add_job('schedules', $1::json)`, [JSON.stringify({ _cron: { ts, backfilled: false } })]);
    const tasksLeft = async () => (await db.query(`select 1 from graphile_worker.jobs where task_identifier = 'schedules'`)).length;
    const runs = async () =>
      (await db.query(`select id from job_runs where name = 'roll-up' order by id desc`)).map(({ id }: { id: number }) => id);
    try {
      await strike('2026-06-01T10:01:00Z');
      await until('it has run', async () => (await runs()).length > 0);
      const version = (await schedules()).get('roll-up')?.version ?? -1;
      await save({ name: 'roll-up', enabled: false, version });
      // Whatever a minute that struck meanwhile had begun.
      await until('nothing is under way', async () => (await tasksLeft()) === 0);
      const [last] = await runs();
      await strike('2026-06-01T10:02:00Z');
      await until('the minute is done with', async () => (await tasksLeft()) === 0);
      expect((await runs())[0]).toBe(last);
      await save({ name: 'roll-up', enabled: true, crontab: '3 * * * *', version: version + 1 });
      await strike('2026-06-01T10:03:00Z');
      await until('it has run again', async () => (await runs())[0] !== last);
    } finally {
      await worker.stop();
    }
  });
});

describe('a crontab line', () => {
  it('is told in words with its next moments, or what is wrong with it', async () => {
    const query = 'query ($line: String!) { crontab(line: $line) { fault words next } }';
    const headers = callers.reader ?? {};
    const read = async (line: string) => fieldOf(await ask(app.url, query, { headers, variables: { line } }), 'crontab');
    expect(await read('0 3 * * 1')).toEqual({
      fault: null,
      words: 'at 03:00 UTC, on Mondays',
      next: [8, 15, 22, 29].map((day) => `2026-06-${String(day).padStart(2, '0')}T03:00:00.000Z`).concat('2026-07-06T03:00:00.000Z'),
    });
    expect(await read('0 25 * * *')).toMatchObject({ fault: expect.stringContaining('hours'), words: null, next: [] });
    expect(await read('*'.repeat(5_000))).toMatchObject({ fault: expect.stringContaining('200 letters') });
  });
});
