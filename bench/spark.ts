import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_SETTINGS } from '../core/als-settings';
import { type Compact, compacted } from '../core/evaluate/matrix-part';
import type { Split } from '../core/evaluate/split';
import { lastFifth } from '../core/evaluate/timed-split';
import type { TimedMatrix } from '../core/interaction-matrix';
import { type AlsSettings, ConfidencePreset } from '../core/model';
import { seeded } from '../core/random';
import { submitArguments } from '../core/spark/submission';
import { SPARK_DEFAULTS } from '../core/spark/training-settings';
import { readFactors } from '../engine/spark/factors';
import { partsWriter } from '../engine/spark/parts';
import { runSpark } from '../engine/spark/submit';
import { evaluateSettings } from '../engine/training/evaluate';
import { trainMatrix } from '../engine/training/train-matrix';
import { movielensFilms } from '../test/support/movielens';
import { hasSpark, localSpark } from '../test/support/spark';
import { commit, machine } from './machine';
import { ML_1M, syntheticLikes } from './synthetic';

const THREADS = 2;
const CASES = { likedFrom: 1 };

/** Factors of the titles of a split, with what they cost. */
interface Trained {
  readonly items: Float32Array;
  /** Of the training alone, and from the start of whatever was started to the factors in memory. */
  readonly seconds: number;
  readonly wholeSeconds: number;
  readonly megabytes: number;
}

/** Our kernel and Apache Spark on the same data and settings: how their factors rank, and what they cost in time and memory. */
async function main(): Promise<void> {
  console.log(
    `spark: k = ${SPARK_DEFAULTS.k}, ${SPARK_DEFAULTS.iterations} iterations, the newest fifth of each person withheld; commit ${commit()}`,
  );
  console.log(`  ${machine()}`);
  const films = movielensFilms(ConfidencePreset.COVERAGE);
  if (films !== null) await compareOn('MovieLens small', films.matrix);
  await compareOn('synthetic, as large as MovieLens 1M', timed());
}

async function compareOn(name: string, matrix: TimedMatrix): Promise<void> {
  const split = lastFifth(matrix, CASES);
  const compact = compacted(split.train);
  console.log(`  ${name}: ${matrix.rows} people, ${matrix.columns} titles, ${compact.matrix.column.length} interactions to learn from`);
  console.log('    trained by, objective     NDCG@10  recall@50   training  with start   memory');
  await row('our kernel, ials', await here(compact, DEFAULT_SETTINGS), { split, compact, settings: DEFAULT_SETTINGS });
  await row('our kernel, spark', await here(compact, SPARK_DEFAULTS), { split, compact, settings: SPARK_DEFAULTS });
  if (hasSpark()) await row('Apache Spark', await onSpark(compact), { split, compact, settings: SPARK_DEFAULTS });
  else console.log('    SKIPPED: there is no Apache Spark here (pip install pyspark numpy, and Java).');
}

interface Ranked {
  readonly split: Split;
  readonly compact: Compact;
  readonly settings: AlsSettings;
}

async function row(
  name: string,
  { items, seconds, wholeSeconds, megabytes }: Trained,
  { split, compact, settings }: Ranked,
): Promise<void> {
  const { columns, placeOf } = compact;
  const { report } = await evaluateSettings({ split, settings, factors: { columns, placeOf, items } });
  const { metrics } = report.model;
  const figures = [
    metrics['ndcg@10'].toFixed(4),
    metrics['recall@50'].toFixed(4),
    `${seconds.toFixed(1)} s`,
    `${wholeSeconds.toFixed(1)} s`,
  ];
  console.log(`    ${name.padEnd(24)}${figures.map((text) => text.padStart(11)).join('')}${`${megabytes} MB`.padStart(10)}`);
}

async function here({ matrix }: Compact, settings: AlsSettings): Promise<Trained> {
  let most = 0;
  const started = performance.now();
  const { items, seconds } = await trainMatrix({
    ...{ matrix, settings, threads: THREADS },
    onIteration: () => {
      most = Math.max(most, process.memoryUsage().rss);
    },
  });
  return { items, seconds, wholeSeconds: (performance.now() - started) / 1000, megabytes: Math.round(most / 2 ** 20) };
}

async function onSpark({ matrix }: Compact): Promise<Trained> {
  const scratch = mkdtempSync(join(tmpdir(), 'kinograph-bench-spark-'));
  const settings = SPARK_DEFAULTS;
  const spark = localSpark({ master: `local[${THREADS}]`, conf: ['spark.driver.memory=2g'] });
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, megabytesBelow(process.pid));
  }, 500);
  try {
    const started = performance.now();
    const parts = await partsWriter(join(scratch, 'whole'), settings.unobservedWeight);
    await parts.write(matrix, (column) => column);
    const { interactions } = await parts.end(matrix.columns);
    const place = (name: string): string => pathToFileURL(join(scratch, name)).href;
    const task = { name: 'whole', source: place('whole/input'), target: join(scratch, 'whole'), interactions } as const;
    const script = join(__dirname, '..', 'engine', 'spark', 'train_als.py');
    const args = submitArguments({ spark, script, settings, checkpoints: place('checkpoints'), people: 1, tasks: [task] });
    let seconds = Number.NaN;
    await runSpark({
      submit: spark.submit,
      args,
      onNews: (news) => {
        if (news.kind === 'done') seconds = news.seconds;
      },
    });
    const { values } = await readFactors(join(scratch, 'whole', 'items.jsonl.gz'), { rows: matrix.columns, k: settings.k });
    return { items: values, seconds, wholeSeconds: (performance.now() - started) / 1000, megabytes: most };
  } finally {
    clearInterval(timer);
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Resident memory of all that a process has started, in MB. */
function megabytesBelow(parent: number): number {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const below = (pid: number): number =>
    all.filter(([, above]) => above === pid).reduce((sum, [child = 0, , rss = 0]) => sum + rss / 1024 + below(child), 0);
  return Math.round(below(parent));
}

/** Pairs with moments drawn by chance: each person's newest fifth is any fifth. */
function timed(): TimedMatrix {
  const matrix = syntheticLikes(ML_1M);
  const random = seeded(2);
  return { ...matrix, time: Int32Array.from(matrix.column, () => Math.floor(random() * 2 ** 30)) };
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
