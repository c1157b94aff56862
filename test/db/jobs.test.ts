import pino from 'pino';
import { JobState } from '../../core/job';
import type { JobContext, JobKind } from '../../jobs/job';
import { startJobs } from '../../jobs/runner';
import { beginJob, finishJob, giveBackJobs } from '../../store/job-holding';
import { jobById, jobsPage, requestCancel, retryJob } from '../../store/jobs';
import { enqueue } from '../../store/queue';
import { withDatabase } from '../support/database';
import { until } from '../support/until';

const fixture = withDatabase();
const log = pino({ level: 'silent' });
const workers: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

/** A worker that knows one job, `train`, and runs it like this. */
async function aWorker(run: JobKind['run']): Promise<{ stop(): Promise<void> }> {
  const { database, url } = fixture;
  const worker = await startJobs({ database, url, log, clock: () => new Date(), jobs: [{ name: 'train', run }] });
  workers.push(worker);
  return worker;
}

/** As the queue does each minute. */
const strike = (ts: string) =>
  fixture.db.query(`select graphile_worker.add_job('schedules', $1::json)`, [JSON.stringify({ _cron: { ts, backfilled: false } })]);

const state = async (id: number): Promise<JobState | undefined> => (await jobById(fixture.db, id))?.state;
const untilState = (id: number, wanted: JobState) => until(`run ${id} is ${wanted}`, async () => (await state(id)) === wanted);

/** Ends only when it is told to. */
const endless = async ({ signal }: JobContext): Promise<null> => {
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('told to stop'))));
  return null;
};

describe('a job', () => {
  it('is run with its payload, tells how far it is, and keeps its result', async () => {
    await aWorker(async ({ payload, progress }) => {
      await progress(0.4, 'reading');
      return { promoted: payload };
    });
    const id = await enqueue(fixture.db, 'train', { promote: true });
    await untilState(id, JobState.SUCCEEDED);
    expect(await jobById(fixture.db, id)).toMatchObject({
      result: { promoted: { promote: true } },
      message: 'reading',
      attempts: 1,
      progress: 1,
    });
  });

  it('is not there when the transaction that asked for it is rolled back', async () => {
    const asked = fixture.db.transaction(async (db) => {
      await enqueue(db, 'replay', {});
      throw new Error('no');
    });
    await expect(asked).rejects.toThrow('no');
    const { edges } = await jobsPage(fixture.db, { name: 'replay', page: { first: 10, after: null, offset: null } });
    expect(edges).toEqual([]);
  });

  it('with a key is asked for many times and waits once, with the newest payload', async () => {
    const first = await enqueue(fixture.db, 'replay', {}, { key: 'again' });
    const ids = await Promise.all(Array.from({ length: 5 }, () => enqueue(fixture.db, 'replay', {}, { key: 'again' })));
    expect(new Set([first, ...ids]).size).toBe(1);
    await beginJob(fixture.db, first, 'a');
    expect(await enqueue(fixture.db, 'replay', {}, { key: 'again' })).not.toBe(first);
  });

  it('stops within a second when it is cancelled, and can be queued again', async () => {
    await aWorker(endless);
    const id = await enqueue(fixture.db, 'train', {});
    await untilState(id, JobState.RUNNING);
    await requestCancel(fixture.db, id);
    await until('it is cancelled', async () => (await state(id)) === JobState.CANCELLED, 1);
    await retryJob(fixture.db, id);
    await untilState(id, JobState.RUNNING);
  });

  it('that waits is cancelled at once and never begun', async () => {
    const id = await enqueue(fixture.db, 'train', {});
    expect(await requestCancel(fixture.db, id)).toMatchObject({ state: JobState.CANCELLED });
    expect(await beginJob(fixture.db, id, 'a')).toBeNull();
    await expect(requestCancel(fixture.db, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(requestCancel(fixture.db, 987_654)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that fails says why in one sentence, after the attempts it has', async () => {
    await aWorker(() => Promise.reject(new Error('The catalogue is empty.\n  at somewhere')));
    const once = await enqueue(fixture.db, 'train', {}, { maxAttempts: 1 });
    const twice = await enqueue(fixture.db, 'train', {}, { maxAttempts: 2 });
    await untilState(once, JobState.FAILED);
    expect(await jobById(fixture.db, once)).toMatchObject({ error: 'The catalogue is empty.', attempts: 1 });
    await untilState(twice, JobState.FAILED);
    expect(await jobById(fixture.db, twice)).toMatchObject({ attempts: 2 });
  });

  it('is handed back at once by a worker that leaves', async () => {
    const leaving = await aWorker(endless);
    const id = await enqueue(fixture.db, 'train', {});
    await untilState(id, JobState.RUNNING);
    await leaving.stop();
    workers.splice(workers.indexOf(leaving), 1);
    expect(await jobById(fixture.db, id)).toMatchObject({ state: JobState.QUEUED, attempts: 0 });
    await aWorker(async () => null);
    await untilState(id, JobState.SUCCEEDED);
  });

  it('is run although the database threw out every connection before', async () => {
    await aWorker(async () => null);
    await fixture.db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const id = await until('the database takes the job', () => enqueue(fixture.db, 'train', {}).catch(() => null));
    await untilState(id, JobState.SUCCEEDED);
  });

  it('is enqueued when its schedule strikes, and of its successes the last one is kept', async () => {
    const { database, url } = fixture;
    const worker = await startJobs({
      database,
      url,
      log,
      clock: () => new Date(),
      jobs: [
        { name: 'maintain', schedule: '7 * * * *', run: async () => null },
        { name: 'replay', schedule: '8 * * * *', run: async () => null },
      ],
    });
    workers.push(worker);
    await strike('2026-01-01T10:07:00Z');
    const job = await until('it has run', async () => {
      const { edges } = await jobsPage(fixture.db, {
        name: 'maintain',
        state: JobState.SUCCEEDED,
        page: { first: 1, after: null, offset: null },
      });
      return edges[0]?.node;
    });
    expect(job).toMatchObject({ payload: {}, attempts: 1 });
    expect(await fixture.db.query(`select 1 from job_runs where key = 'schedule:replay'`)).toEqual([]);
    await strike('2026-01-01T10:07:00Z');
    const again = await until('it has run again', async () => {
      const runs = await fixture.db.query(`select id, state from job_runs where name = 'maintain'`);
      return runs.length === 1 && runs[0].id > job.id && runs[0];
    });
    expect(again.state).toBe(JobState.SUCCEEDED);
  });

  it('of a worker that died is run by the next one, and the dead one can write no more', async () => {
    const id = await enqueue(fixture.db, 'train', {}, { maxAttempts: 1 });
    const dead = await beginJob(fixture.db, id, 'dead');
    if (dead === null) throw new Error('It must wait.');
    // As graphile-worker leaves it: locked by a pool that is gone.
    await fixture.db.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead', attempts = 1 where key = $1`, [
      `run:${id}`,
    ]);
    expect(await giveBackJobs(fixture.db)).toEqual([]);
    await fixture.db.query(`update leases set "expiresAt" = now() where name = $1`, [`job:${id}`]);
    await aWorker(async () => ({ by: 'the next one' }));
    await untilState(id, JobState.SUCCEEDED);
    await expect(finishJob(fixture.db, dead, { state: JobState.FAILED })).rejects.toThrow('another holder');
    expect(await jobById(fixture.db, id)).toMatchObject({ result: { by: 'the next one' }, attempts: 2 });
  });
});
