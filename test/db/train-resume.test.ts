import pino from 'pino';
import { JobState } from '../../core/job';
import { EngineName } from '../../core/recommendation';
import { JOBS } from '../../jobs/list';
import { startJobs } from '../../jobs/runner';
import { type TrainResult, trainNow } from '../../jobs/train';
import { jobById } from '../../store/jobs';
import { loadFactors, modelsByIds } from '../../store/models';
import { enqueue } from '../../store/queue';
import { withDatabase } from '../support/database';
import { lives, manyInteractions, SLOW_SETTINGS, severalIterations, startWorker, trainingsOf } from '../support/training-child';
import { until } from '../support/until';

const fixture = withDatabase();
const clock = () => new Date('2026-06-01T12:00:00Z');
const log = pino({ level: 'silent' });
// Small enough to end beside a busy machine, whose training runs at a low priority; long enough to be killed half-way.
const quick = { settings: { ...SLOW_SETTINGS, k: 64 }, evaluate: false } as const;

let uninterrupted: Float32Array;
jest.setTimeout(120_000);

beforeAll(async () => {
  await manyInteractions(fixture.db);
  const { modelId } = await trainNow({ database: fixture.database, clock }, quick);
  uninterrupted = await itemsOf(modelId);
});

async function itemsOf(modelId: number | null): Promise<Float32Array> {
  const [model] = await modelsByIds(fixture.db, [modelId ?? 0]);
  if (!model) throw new Error('The model is not there.');
  expect(model).toMatchObject({ engine: EngineName.LOCAL, error: null });
  return (await loadFactors(fixture.db, model)).items;
}

function jobsHere() {
  return startJobs({ database: fixture.database, url: fixture.url, log, clock, jobs: JOBS });
}

async function resultOf(runId: number): Promise<TrainResult> {
  const job = await until(
    'the run has ended',
    async () => {
      const found = await jobById(fixture.db, runId);
      return found?.finishedAt ? found : null;
    },
    90,
  );
  expect(job).toMatchObject({ state: JobState.SUCCEEDED, attempts: 2 });
  return job.result as unknown as TrainResult;
}

async function expectNothingLeft(): Promise<void> {
  expect(await fixture.db.query('select "runId" from checkpoints union all select "runId" from checkpoint_chunks')).toEqual([]);
}

describe('a training that is killed', () => {
  it('goes on after its last checkpoint when its process is killed, to the same factors bit for bit', async () => {
    const jobs = await jobsHere();
    const runId = await enqueue(fixture.db, 'train', quick);
    await severalIterations(fixture.db, runId);
    const [child = 0] = trainingsOf(process.pid);
    process.kill(child, 'SIGKILL');
    const { modelId, resumedAfter } = await resultOf(runId);
    await jobs.stop();
    expect(resumedAfter).toBeGreaterThanOrEqual(3);
    expect(await itemsOf(modelId)).toEqual(uninterrupted);
    await expectNothingLeft();
  });

  it('dies with its worker, and another worker goes on after its last checkpoint', async () => {
    const runId = await enqueue(fixture.db, 'train', quick);
    const worker = startWorker(fixture.url);
    await severalIterations(fixture.db, runId);
    const [child = 0] = trainingsOf(worker.pid ?? 0);
    expect(lives(child)).toBe(true);
    worker.kill('SIGKILL');
    await until('the training has died with its worker', () => !lives(child));
    // As if so much time had passed: a lease lasts for 20 seconds after its last renewal.
    await fixture.db.query('update leases set "expiresAt" = now()');
    const jobs = await jobsHere();
    const { modelId, resumedAfter } = await resultOf(runId);
    await jobs.stop();
    expect(resumedAfter).toBeGreaterThanOrEqual(3);
    expect(await itemsOf(modelId)).toEqual(uninterrupted);
    await expectNothingLeft();
  });

  it('begins anew, and says so, when interactions have changed meanwhile', async () => {
    const runId = 1_000_000;
    const stopped = new AbortController();
    const first = trainNow({ database: fixture.database, clock, signal: stopped.signal, runId }, quick);
    const ended = expect(first).rejects.toThrow('Stopped by the test.');
    await severalIterations(fixture.db, runId);
    stopped.abort(new Error('Stopped by the test.'));
    await ended;
    await fixture.db.query(`update interactions set rating = 5 where "userId" = 1 and rating < 5`);
    const told: string[] = [];
    const progress = (_: number, message: string): void => void told.push(message);
    const { modelId, resumedAfter } = await trainNow({ database: fixture.database, clock, progress, runId }, quick);
    expect(resumedAfter).toBeNull();
    expect(told).toContain('Interactions or settings have changed since the last attempt: beginning anew');
    expect(await itemsOf(modelId)).not.toEqual(uninterrupted);
    await expectNothingLeft();
  });
});
