import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DEFAULT_SETTINGS } from '../../core/als-settings';
import { ConfigError, readConfig } from '../../core/config';
import { factorLine } from '../../core/spark/factor-line';
import { sparkNews } from '../../core/spark/news';
import { ratingOf, submitArguments } from '../../core/spark/submission';
import { baseOf, SPARK_DEFAULTS, sparkTrainingSettings } from '../../core/spark/training-settings';
import { readFactors } from '../../engine/spark/factors';
import { missingOfSpark } from '../../engine/spark/missing';
import { partsWriter } from '../../engine/spark/parts';
import { runSpark } from '../../engine/spark/submit';
import { matrixOf } from '../support/matrix';
import { localSpark } from '../support/spark';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinograph-spark-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const faultsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    return error instanceof ConfigError ? error.faults.join('\n') : String(error);
  }
};

describe('the settings of Spark', () => {
  it('are read with programs, masters, folders and further settings of every kind that Spark knows', () => {
    expect(readConfig({ PATH: '/bin:/usr/bin' }).spark).toEqual({
      ...{ submit: 'spark-submit', searchPath: ['/bin', '/usr/bin'], master: 'local[*]', folder: null, conf: [] },
    });
    for (const master of ['local[4]', 'local[*,2]', 'spark://a:7077,b:7077', 'yarn', 'k8s://https://10.0.0.1:6443'])
      expect(readConfig({ SPARK_MASTER: master }).spark.master).toBe(master);
    const conf = 'spark.driver.memory=8g; spark.jars.packages=org.apache.hadoop:hadoop-aws:3.4.1';
    expect(readConfig({ SPARK_CONF: conf, SPARK_FOLDER: 's3://mine/spark' }).spark).toMatchObject({
      conf: ['spark.driver.memory=8g', 'spark.jars.packages=org.apache.hadoop:hadoop-aws:3.4.1'],
      folder: 's3://mine/spark',
    });
  });

  it('are refused where they mean nothing or would show a secret to everybody, which is not repeated', () => {
    expect(faultsOf({ SPARK_MASTER: 'local; rm -rf /', SPARK_FOLDER: 'relative', SPARK_CONF: '--py-files=x' }).split('\n')).toEqual([
      expect.stringMatching(/^SPARK_CONF must be/),
      expect.stringMatching(/^SPARK_MASTER must be/),
      expect.stringMatching(/^SPARK_FOLDER must be/),
    ]);
    const told = faultsOf({ SPARK_CONF: 'spark.hadoop.fs.s3a.secret.key=hunter2' });
    expect(told).toContain('spark-defaults.conf');
    expect(told).not.toContain('hunter2');
  });

  it('say what is missing on this machine, without starting anything', async () => {
    expect(await missingOfSpark(localSpark({ submit: process.execPath }))).toBeNull();
    expect(await missingOfSpark(localSpark({ searchPath: [folder] }))).toMatch(/no program spark-submit .*SPARK_SUBMIT/);
    expect(await missingOfSpark(localSpark({ submit: process.execPath, master: 'yarn' }))).toMatch(/SPARK_FOLDER/);
    expect(await missingOfSpark(localSpark({ submit: process.execPath, folder: 's3://theirs/x' }))).toMatch(/S3_BUCKETS/);
  });

  it('of a training are the live model’s where that has Spark’s objective, and leave no choice where Spark has none', () => {
    const live = { ...DEFAULT_SETTINGS, k: 8, regularization: 0.9, preset: 'binary' } as typeof DEFAULT_SETTINGS;
    expect(sparkTrainingSettings({ seed: 4 }, live)).toEqual({ ...SPARK_DEFAULTS, k: 8, preset: 'binary', seed: 4 });
    expect(baseOf({ ...SPARK_DEFAULTS, regularization: 0.9 })).toMatchObject({ regularization: 0.9 });
    expect(() => sparkTrainingSettings({ objective: 'ials' }, null)).toThrow(/one objective only/);
    expect(() => sparkTrainingSettings({ k: 0 }, null)).toThrow(/out of range/);
  });
});

describe('what Spark is told', () => {
  it('is our equations over the weight of the unobserved, in arguments that no shell reads', () => {
    const settings = { ...SPARK_DEFAULTS, regularization: 0.06, unobservedWeight: 0.3 };
    const task = { name: 'whole', source: 'file:///a b/$(x)', target: '/a b/$(x)', interactions: 1_600_000 } as const;
    const args = submitArguments({ spark: localSpark({ conf: [] }), script: 'x.py', settings, checkpoints: 'c', people: 3, tasks: [task] });
    expect(Number(args[args.indexOf('--regularization') + 1])).toBeCloseTo(0.2, 12);
    expect(args.slice(args.indexOf('--task'))).toEqual(['--task', 'whole', 'file:///a b/$(x)', '/a b/$(x)', '4']);
    expect(args.slice(0, 2)).toEqual(['--master', 'local[2]']);
    expect([ratingOf(1.5, 1, 0.5), ratingOf(2, 0, 0.5)]).toEqual([3, -4]);
  });

  it('is everybody who likes something, in parts with their schema', async () => {
    const matrix = matrixOf(3, 2, (row, column) => {
      if (row === 1) return { weight: 2, preference: 0 };
      return column <= row ? { weight: 0.3, preference: 1 } : null;
    });
    const parts = await partsWriter(folder, 0.5);
    await parts.write(matrix, (column) => column + 10);
    expect(await parts.end(12)).toEqual({ users: 2, interactions: 3 });
    expect(gunzipSync(readFileSync(join(folder, 'input', 'part-00000.csv.gz'))).toString()).toBe(
      '0,10,0.600000024\n1,10,0.600000024\n1,11,0.600000024\n',
    );
    expect(JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'))).toMatchObject({ parts: 1, users: 2, items: 12, interactions: 3 });
  });
});

describe('what Spark says', () => {
  it('is news where it is as we write it, else a line of the log, and nothing where it only informs', () => {
    expect(sparkNews('kinograph {"task": "whole", "stage": "fit", "jobs": 9}')).toEqual({
      kind: 'stage',
      task: 'whole',
      stage: 'fit',
      jobs: 9,
    });
    expect(sparkNews('kinograph {"task": "whole", "stage": "done", "items": 2, "seconds": 1.5, "version": "4.3.0"}')).toMatchObject({
      kind: 'done',
    });
    for (const text of [
      'kinograph {"task": 1}',
      'kinograph {"task": "whole", "stage": "fit", "jobs": -1}',
      'kinograph [',
      'kinograph null',
    ])
      expect(sparkNews(text)).toMatchObject({ kind: 'log' });
    expect(sparkNews('26/12/01 10:00:00 INFO SparkContext: Running Spark version 4.3.0')).toBeNull();
    expect(sparkNews('26/12/01 10:00:00 ERROR Executor: lost')).toMatchObject({ isGrave: true });
    expect(sparkNews(`\u001b[31m${'x'.repeat(10_000)}\u0000`)).toMatchObject({
      isGrave: false,
      text: expect.stringMatching(/^\[31mx{496}$/),
    });
  });

  it('ends a training with the fault that it names last, or by what killed it', async () => {
    const run = (script: string) => runSpark({ submit: process.execPath, args: ['-e', script], onNews: () => undefined });
    await expect(run('console.log("a.b.SparkException: no room\\nat x"); process.exit(3)')).rejects.toThrow(
      'Spark ended with code 3: a.b.SparkException: no room',
    );
    await expect(run('process.kill(process.pid, "SIGKILL")')).rejects.toThrow(/by SIGKILL; it may have been out of memory/);
    await expect(runSpark({ submit: join(folder, 'none'), args: [], onNews: () => undefined })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});

describe('factors from Spark', () => {
  const shape = { rows: 3, k: 2 };
  const read = (bytes: Uint8Array) => {
    writeFileSync(join(folder, 'items.jsonl.gz'), bytes);
    return readFactors(join(folder, 'items.jsonl.gz'), shape);
  };

  it('are read in any order, zeros where there are none', async () => {
    const { values, has } = await read(gzipSync('{"id":2,"features":[1,-2.5e-1]}\n{"id":0,"features":[3,4]}\n'));
    expect([[...values], [...has]]).toEqual([
      [3, 4, 0, 0, 1, -0.25],
      [1, 0, 1],
    ]);
  });

  it('are not believed where they are anything else', async () => {
    for (const line of [
      '{"id":3,"features":[1,2]}',
      '{"id":0.5,"features":[1,2]}',
      '{"id":0,"features":[1]}',
      '{"id":0,"features":[1,"2"]}',
      '[',
      'null',
      '{"id":0,"features":[1,1e99]}',
    ])
      expect(() => factorLine(line, shape)).toThrow(/^Spark's factors hold/);
    await expect(read(gzipSync('{"id":0,"features":[3,4]}\n{"id":0,"features":[3,4]}\n'))).rejects.toThrow('row 0 twice');
    await expect(read(gzipSync(' '.repeat(2 ** 20)))).rejects.toThrow(/longer than those of 3 rows/);
    await expect(read(gzipSync('{"id":0,"features":[3,4]}\n').subarray(0, 20))).rejects.toThrow(/not there whole/);
    await expect(read(Buffer.from('no gzip'))).rejects.toThrow(/not there whole/);
    await expect(readFactors(join(folder, 'none'), shape)).rejects.toThrow(/not there whole/);
  });
});
