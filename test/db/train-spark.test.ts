import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { AlsObjective, ModelState, TrainedOn } from '../../core/model';
import { EngineName } from '../../core/recommendation';
import { startJobs } from '../../jobs/runner';
import { trainJob, trainNow } from '../../jobs/train';
import { jobById } from '../../store/jobs';
import { takeLease } from '../../store/leases';
import { liveModel, loadFactors, modelsList } from '../../store/models';
import { enqueue } from '../../store/queue';
import { withDatabase } from '../support/database';
import { fakeSpark, localSpark } from '../support/spark';
import { lives, manyInteractions, startWorker } from '../support/training-child';
import { until } from '../support/until';

const fixture = withDatabase();
const clock = () => new Date('2026-06-01T12:00:00Z');
const asked = { on: TrainedOn.SPARK, settings: { k: 4, iterations: 3 } } as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinograph-test-spark-'));
  await manyInteractions(fixture.db, 60);
  // Somebody who only dislikes, and a title that is only disliked: both are zeros.
  await fixture.db.query(
    `insert into interactions ("userId", "titleId", rating, "ratedAt", "firstAt", "lastAt")
     select 61, title, 1, '2026-01-01', '2026-01-01', '2026-01-01' from unnest(array[2, 3, 99]) title`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const context = (mode: string) => ({ database: fixture.database, clock, spark: fakeSpark(mode, { folder }) });

describe('training on Spark', () => {
  it('makes a model that goes live by the same gate, is served by its own settings, and leaves nothing in its folder', async () => {
    const told: string[] = [];
    const { modelId, why } = await trainNow({ ...context('works'), progress: (_, text) => void told.push(text) }, asked);
    const live = await liveModel(fixture.db, EngineName.LOCAL);
    expect(why).toMatch(/^Promoted: NDCG@10 of 60 people/);
    expect(live).toMatchObject({ id: modelId, trainedOn: TrainedOn.SPARK, users: 61, items: 61, interactions: 1_639, curve: [] });
    expect(live?.settings).toMatchObject({
      k: 4,
      iterations: 3,
      objective: AlsObjective.SPARK,
      regularization: 0.1,
      unobservedWeight: 0.3,
    });
    expect(live?.code).toMatch(/^\d+\.\d+\.\d+ spark 4\.3\.0$/);
    expect(live?.metrics.foldInDifference).toBeLessThan(1e-4);
    expect(live?.evaluation).toMatchObject({ trainedSeconds: 0.5, live: null, gate: { promote: true } });
    expect(told).toEqual(expect.arrayContaining(['Spark, the part to learn from: reading', 'Spark, everything: about iteration 1 of 3']));
    const factors = live && (await loadFactors(fixture.db, live));
    const row = factors?.titleIds.indexOf(99) ?? -1;
    expect(factors?.items.slice(4 * row, 4 * row + 4)).toEqual(new Float32Array(4));
    expect(await readdir(folder)).toEqual([]);
  });

  it('makes none where nothing has changed, and one anew here, by what the live one makes small, where that is asked for', async () => {
    expect(await trainNow(context('works'), asked)).toMatchObject({ modelId: null, why: expect.stringContaining('Nothing has changed') });
    const { modelId } = await trainNow({ database: fixture.database, clock }, { promote: false });
    const [here] = await modelsList(fixture.db);
    expect(here).toMatchObject({ id: modelId, trainedOn: TrainedOn.HERE, settings: { objective: AlsObjective.SPARK, k: 4 } });
  });

  it.each([
    ['fails', /^Spark ended with code 1: pyspark\.errors\.exceptions\.CapturedException: no such file$/],
    ['forgets', /and of 1 that somebody likes none/],
    ['strays', /are not those that fold-in makes of the same past \(0\.\d+ apart\)/],
  ])('makes no model of a Spark that %s, registers why, and leaves nothing in its folder', async (mode, why) => {
    const before = await modelsList(fixture.db);
    await expect(trainNow(context(mode), { ...asked, evaluate: false, settings: { ...asked.settings, seed: 5 } })).rejects.toThrow(why);
    const [failed, ...rest] = await modelsList(fixture.db);
    expect(failed).toMatchObject({ state: ModelState.FAILED, trainedOn: TrainedOn.SPARK, error: expect.stringMatching(why) });
    expect(rest).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that Spark is not here, and what a cluster needs, and refuses settings that Spark has no choice of', async () => {
    const absent = { database: fixture.database, clock, last: false };
    const here = localSpark({ submit: '/nowhere/spark-submit' });
    await expect(trainNow({ ...absent, spark: here }, { ...asked, evaluate: false, settings: { seed: 8 } })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^Spark is not here\. There is no program \/nowhere\/spark-submit on this machine: .*SPARK_SUBMIT/),
    });
    const far = localSpark({ master: 'spark://cluster:7077' });
    await expect(trainNow({ ...absent, spark: far }, asked)).rejects.toMatchObject({ message: expect.stringContaining('SPARK_FOLDER') });
    await expect(trainNow(absent, asked)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(trainNow(absent, { on: 'MOON' as 'SPARK' })).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'on' });
    await expect(trainNow({ ...absent, spark: far }, { ...asked, settings: { solver: 'cg' } })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  const hanging = { ...asked, evaluate: false, settings: { seed: 6 } };
  async function pidsOf(runId: number): Promise<readonly number[]> {
    const said = `select text from job_logs where "runId" = $1 and text like '%processes%' order by id desc`;
    let pids: readonly number[] = [];
    const running = async (): Promise<boolean> => {
      const lines: { text: string }[] = await fixture.db.query(said, [runId]);
      pids = (lines[0]?.text.match(/\d+/g) ?? []).map(Number);
      return pids.length === 2 && pids.every(lives);
    };
    await until('Spark and a program of its own run', running, 60);
    return pids;
  }

  it('ends every program that Spark has brought up when its job is cancelled, and frees the lease and the folder', async () => {
    const log = pino({ level: 'silent' });
    const kinds = [trainJob(fakeSpark('hangs', { folder }))];
    const jobs = await startJobs({ jobs: kinds, database: fixture.database, url: fixture.url, log, clock });
    const before = await modelsList(fixture.db);
    const runId = await enqueue(fixture.db, 'train', hanging);
    const pids = await pidsOf(runId);
    await fixture.db.query(`update job_runs set "cancelRequestedAt" = now() where id = $1`, [runId]);
    await until('they have ended', () => !pids.some(lives), 60);
    await until('the job is cancelled', async () => (await jobById(fixture.db, runId))?.state === 'CANCELLED', 60);
    await jobs.stop();
    expect(await modelsList(fixture.db)).toEqual(before);
    expect(await readdir(folder)).toEqual([]);
    expect(await takeLease(fixture.db, 'train', 'next', 0)).not.toBeNull();
  });

  it('ends with a worker that is killed; whoever trains next clears away what was left', async () => {
    const runId = await enqueue(fixture.db, 'train', hanging);
    const worker = startWorker(fixture.url, {
      SPARK_SUBMIT: fakeSpark('').submit,
      SPARK_CONF: 'spark.kinograph.mode=hangs',
      SPARK_FOLDER: folder,
    });
    const pids = await pidsOf(runId);
    worker.kill('SIGKILL');
    await until('they have ended', () => !pids.some(lives), 60);
    expect(await readdir(folder)).toHaveLength(1);
    await fixture.db.query('update leases set "expiresAt" = now()');
    await expect(trainNow(context('fails'), hanging)).rejects.toThrow('Spark ended with code 1');
    expect(await readdir(folder)).toEqual([]);
  });
});
