import pino from 'pino';
import { ApiKeyKind } from '../../core/api-key';
import { Scope } from '../../core/caller';
import { JobLogLevel, JobState } from '../../core/job';
import { createApiKey } from '../../flow/api-key';
import type { JobKind } from '../../jobs/job';
import { startJobs } from '../../jobs/runner';
import { addJobLines, countJobLines, jobLinesPage, LINES_KEPT } from '../../store/job-logs';
import { jobById } from '../../store/jobs';
import { removeOld } from '../../store/maintenance';
import { enqueue } from '../../store/queue';
import { startApp, type TestApp } from '../support/app';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { openSocket } from '../support/socket';
import { until } from '../support/until';

const fixture = withDatabase();
const workers: { stop(): Promise<void> }[] = [];
let app: TestApp;
let headers: Record<string, string>;

beforeAll(async () => {
  app = await startApp(fixture.url);
  const input = { kind: ApiKeyKind.SERVER, name: 'night shift', scopes: [Scope.ADMIN] };
  headers = { authorization: `Bearer ${(await createApiKey(fixture.db, input, { actor: 'system', now: new Date() })).secret}` };
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(() => app.stop());

async function aWorker(run: JobKind['run']): Promise<void> {
  const { database, url } = fixture;
  const log = pino({ level: 'silent' });
  workers.push(await startJobs({ database, url, log, clock: () => new Date(), jobs: [{ name: 'replay', run }] }));
}

async function ended(id: number): Promise<void> {
  await until(`run ${id} has ended`, async () => (await jobById(fixture.db, id))?.finishedAt !== null);
}

const PAGE = { first: 100, after: null, offset: null };
async function linesOf(id: number): Promise<readonly string[]> {
  const { edges } = await jobLinesPage(fixture.db, id, PAGE);
  return edges.map(({ node }) => `${node.level} ${node.text}`).reverse();
}

describe('the log of a job', () => {
  it('holds what it said and how it ended, in order, each sentence once', async () => {
    await aWorker(async ({ progress, tell }) => {
      await progress(0.1, 'reading');
      await progress(0.2, 'reading');
      tell(JobLogLevel.WARN, 'Three rows are strange.');
      await progress(0.3, 'writing\u0000 much');
      return null;
    });
    const id = await enqueue(fixture.db, 'replay', {});
    await ended(id);
    const [first, ...others] = await linesOf(id);
    expect(first).toMatch(/^INFO Attempt 1 begins on /);
    expect(others).toEqual(['INFO reading', 'WARN Three rows are strange.', 'INFO writing much', 'INFO Done.']);
    expect(await jobById(fixture.db, id)).toMatchObject({ message: expect.stringContaining('writing'), progress: 1 });
  });

  it('says why each attempt failed', async () => {
    await aWorker(() => Promise.reject(new Error('The catalogue is empty.')));
    const id = await enqueue(fixture.db, 'replay', {}, { maxAttempts: 2 });
    await ended(id);
    expect((await linesOf(id)).filter((line) => line.startsWith('ERROR'))).toEqual(Array(2).fill('ERROR The catalogue is empty.'));
    expect((await linesOf(id)).filter((line) => line.includes('begins on'))).toHaveLength(2);
  });

  it('tells the last thing that was said even when nothing follows for long', async () => {
    let finish = (): void => undefined;
    await aWorker(async ({ progress }) => {
      await progress(0.1, 'first');
      await progress(0.2, 'second');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return null;
    });
    const id = await enqueue(fixture.db, 'replay', {});
    await until('the second is told', async () => (await jobById(fixture.db, id))?.message === 'second');
    finish();
    await ended(id);
  });

  it('keeps the newest lines of a run that says too much', async () => {
    const id = await enqueue(fixture.db, 'replay', {});
    const line = (at: number) => ({ at: new Date(), level: JobLogLevel.INFO, text: `line ${at}` });
    for (let part = 0; part < 3; part++)
      await addJobLines(
        fixture.db,
        id,
        Array.from({ length: 500 }, (_, at) => line(part * 500 + at)),
      );
    expect(await countJobLines(fixture.db, id)).toBe(LINES_KEPT);
    const { edges } = await jobLinesPage(fixture.db, id, PAGE);
    expect(edges[0]?.node.text).toBe('line 1499');
  });

  it('is swept up once its run is gone', async () => {
    const id = await enqueue(fixture.db, 'replay', {});
    await addJobLines(fixture.db, id, [{ at: new Date(), level: JobLogLevel.INFO, text: 'here' }]);
    await fixture.db.query('delete from job_runs where id = $1', [id]);
    await removeOld(fixture.db, new Date(Date.now() + 60_000));
    expect(await countJobLines(fixture.db, id)).toBe(0);
  });
});

const START = 'mutation ($name: String!) { startJob(name: $name) { job { id } } }';
const JOB = `query ($id: ID!) { job(id: $id) { name payload by { actor name } seconds curve { loss }
  logs(first: 1) { nodes { text level } pageInfo { endCursor hasNextPage } totalCount } } }`;

describe('a job in the API', () => {
  it('says who asked for it, what it was told, how long it took, and its log by pages', async () => {
    await aWorker(async () => null);
    const { job: started } = fieldOf<{ job: { id: string } }>(
      await ask(app.url, START, { headers, variables: { name: 'replay' } }),
      'startJob',
    );
    await ended(Number(started.id));
    const job = fieldOf<Record<string, unknown>>(await ask(app.url, JOB, { headers, variables: { id: started.id } }), 'job');
    expect(job).toMatchObject({
      name: 'replay',
      payload: {},
      by: { actor: expect.stringMatching(/^key:\d+$/), name: 'night shift' },
      seconds: expect.any(Number),
      curve: [],
      logs: { nodes: [{ text: 'Done.', level: 'INFO' }], pageInfo: { hasNextPage: true }, totalCount: 2 },
    });
    const nobody = await enqueue(fixture.db, 'replay', {});
    const other = fieldOf(await ask(app.url, JOB, { headers, variables: { id: String(nobody) } }), 'job');
    expect(other).toMatchObject({ by: null });
    const undone = await enqueue(fixture.db, 'undo-change-set', { actor: 'key:1', id: 5 });
    expect(fieldOf(await ask(app.url, JOB, { headers, variables: { id: String(undone) } }), 'job')).toMatchObject({
      by: { actor: 'key:1', name: 'night shift' },
    });
    expect((await ask(app.url, JOB, { headers, variables: { id: '999999' } })).data).toEqual({ job: null });
  });

  it('is found by its name and counted', async () => {
    await enqueue(fixture.db, 'maintain', {});
    const query = '{ jobs(name: "maintain", first: 1) { nodes { name } totalCount } }';
    expect(fieldOf(await ask(app.url, query, { headers }), 'jobs')).toEqual({ nodes: [{ name: 'maintain' }], totalCount: 1 });
  });

  it('is run anew with the same payload by who may', async () => {
    const id = await enqueue(fixture.db, 'tune', { trials: 3 });
    await fixture.db.query(`update job_runs set state = 'SUCCEEDED', "finishedAt" = now() where id = $1`, [id]);
    const RERUN = 'mutation ($id: ID!) { rerunJob(id: $id) { job { id state payload } userErrors { code field } } }';
    const again = fieldOf(await ask(app.url, RERUN, { headers, variables: { id: String(id) } }), 'rerunJob');
    expect(again).toMatchObject({ job: { state: 'QUEUED', payload: { trials: 3 } }, userErrors: [] });
    const imported = await enqueue(fixture.db, 'import-titles', { format: 'clips', path: 'x' });
    const refused = fieldOf(await ask(app.url, RERUN, { headers, variables: { id: String(imported) } }), 'rerunJob');
    expect(refused).toMatchObject({ job: null, userErrors: [{ code: 'BAD_INPUT', field: 'id' }] });
  });
});

describe('the queue', () => {
  it('is told to whoever follows it, with every job that comes, runs and ends', async () => {
    await fixture.db.query(`delete from job_runs`);
    const socket = await openSocket(app.url, { params: headers });
    socket.subscribe('1', 'subscription { jobsChanged { waiting lastEndedAt running { id message } queued { id name } } }');
    const newest = () => {
      const { payload } = socket.messages.filter(({ type }) => type === 'next').at(-1) ?? {};
      return (payload as { data?: { jobsChanged: Record<string, unknown> } } | undefined)?.data?.jobsChanged;
    };
    await until('the queue comes', () => newest());
    expect(newest()).toEqual({ waiting: 0, lastEndedAt: null, running: [], queued: [] });
    const id = await enqueue(fixture.db, 'replay', {});
    await until('it waits', () => JSON.stringify(newest()).includes(`"queued":[{"id":"${id}"`));
    let finish = (): void => undefined;
    await aWorker(async ({ progress }) => {
      await progress(0.5, 'half way');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return null;
    });
    await until('it runs', () => JSON.stringify(newest()).includes('half way'));
    finish();
    await until('it has ended', () => newest()?.lastEndedAt !== null);
    expect((await jobById(fixture.db, id))?.state).toBe(JobState.SUCCEEDED);
    socket.close();
    await until('nobody follows', () => app.house.jobWatch.subscribers === 0);
  });
});
