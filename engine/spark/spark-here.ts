import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compacted } from '../../core/evaluate/matrix-part';
import type { Past } from '../../core/fold-in';
import { TrainedOn } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { EngineName } from '../../core/recommendation';
import { type SparkTask, submitArguments } from '../../core/spark/submission';
import { type Database, openDatabase } from '../../store/database';
import { requireLease } from '../../store/leases';
import { insertModel } from '../../store/models';
import { openS3 } from '../aws/s3';
import { measureSplit, sameSettings } from '../training/measure';
import { type TestSplit, testSplit } from '../training/test-split';
import type { Progress, Said, SparkOrder, TrainOutcome } from '../training/train-order';
import { verdictOf } from '../training/verdict';
import { type Exported, exportInteractions } from './export';
import { type ReadFactors, readFactors } from './factors';
import { inputOf, partsWriter } from './parts';
import { foldInDifference } from './same-fold-in';
import { readSample } from './sample';
import { sharedFolder } from './shared';
import { runSpark } from './submit';
import { createTold, type Done } from './told';

/** Shares of the progress. */
const WRITTEN = 0.15;
const TRAINED = 0.75;
const MEASURED = 0.97;

/** People whose factors Spark hands back, to hold fold-in against them. */
const COMPARED = 25;

interface Here {
  readonly database: Database;
  readonly progress: Progress;
  readonly say: Said;
}

/**
 * Has Spark train a model, of everything and, to be measured, of the part before a split, in one submission; reads the factors back, measures, and
 * stores. All that is written meanwhile lies in `order.scratch`, which is the caller's to remove.
 */
export async function trainOnSpark(order: SparkOrder, progress: Progress, say: Said): Promise<TrainOutcome> {
  const database = await openDatabase(order.url, { connections: 2, applicationName: 'kinograph training on Spark' });
  try {
    return await train(order, { database, progress, say });
  } finally {
    await database.close();
  }
}

async function train(order: SparkOrder, here: Here): Promise<TrainOutcome> {
  const started = performance.now();
  const { settings, live } = order;
  const version = packageVersion();
  const measured = order.evaluate ? await writeMeasured(order, here.progress) : null;
  const whole = await exportInteractions(
    order.url,
    { ...settings, asOf: order.asOf },
    {
      folder: join(order.scratch, 'whole'),
      unobservedWeight: settings.unobservedWeight,
      pasts: COMPARED,
      onProgress: (part) => here.progress(WRITTEN * (0.5 + 0.5 * part), 'Writing interactions for Spark'),
    },
  );
  if (whole.titleIds.length === 0) return { kind: 'empty' };
  const known = live !== null && live.snapshot === whole.hash && isOf(live.code, version) && sameSettings(live.settings, settings);
  if (known) return { kind: 'unchanged' };
  if (whole.interactions === 0) return { kind: 'empty' };
  const done = await submit(order, here, { measured, whole });
  const factors = await wholeFactors(order, whole, done);
  const difference = await compared(order, whole.pasts, factors.values);
  const evaluation = measured && (await evaluated(order, here, measured, done));
  here.progress(MEASURED, 'Storing the model');
  const verdict = verdictOf(order, evaluation);
  const seconds = (performance.now() - started) / 1000;
  const model = {
    engine: EngineName.LOCAL,
    trainedOn: TrainedOn.SPARK,
    settings,
    snapshot: whole.hash,
    users: whole.people,
    interactions: whole.said,
    metrics: {
      likes: whole.likes.reduce((sum, people) => sum + people, 0),
      sparkSeconds: doneOf(done, 'whole').seconds,
      foldInDifference: difference,
    },
    trainedSeconds: seconds,
    code: codeOf(version, doneOf(done, 'whole').version),
    evaluation,
    verdict: verdict.why,
  };
  const gram = gramOf(factors.values, settings.k, settings.unobservedWeight);
  const modelId = await here.database.db.transaction(async (db) => {
    await requireLease(db, order.lease.name, order.lease.token);
    return insertModel(db, model, { titleIds: whole.titleIds, items: factors.values, gram, popularity: whole.likes });
  });
  return { kind: 'trained', modelId, verdict, resumedAfter: null };
}

interface Measured {
  readonly split: TestSplit;
  readonly interactions: number;
}

async function writeMeasured({ url, settings, asOf, scratch }: SparkOrder, progress: Progress): Promise<Measured | null> {
  const { named, share } = await readSample(url, { ...settings, asOf }, (part) =>
    progress(0.5 * WRITTEN * part, 'Reading interactions to measure by'),
  );
  if (named.titleIds.length === 0) return null;
  const split = testSplit(named);
  const { matrix } = compacted(split.split.train);
  const parts = await partsWriter(join(scratch, 'measured'), settings.unobservedWeight);
  await parts.write(matrix, (column) => column);
  const { interactions } = await parts.end(matrix.columns);
  if (interactions === 0) return null;
  return { split: share === 1 ? split : drawn(split, share), interactions };
}

function drawn({ named, split }: TestSplit, share: number): TestSplit {
  const warning = `People were drawn for it: ${(100 * share).toPrecision(2)} % of all.`;
  return { named, split: { ...split, warnings: [...split.warnings, warning] } };
}

async function submit(
  order: SparkOrder,
  { progress, say }: Here,
  { measured, whole }: { readonly measured: Measured | null; readonly whole: Exported },
): Promise<readonly Done[]> {
  const { spark, scratch, settings } = order;
  const s3 = openS3(spark.aws);
  const shared = sharedFolder(scratch, spark, s3);
  const task = (name: SparkTask['name'], interactions: number): SparkTask => ({
    ...{ name, interactions },
    source: shared.url(inputOf(name)),
    target: join(scratch, name),
  });
  const tasks = [...(measured ? [task('measured', measured.interactions)] : []), task('whole', whole.interactions)];
  const told = createTold({ tasks, iterations: settings.iterations, say, progress: within(progress, WRITTEN, TRAINED) });
  const script = join(__dirname, 'train_als.py');
  for (const { name } of tasks) await shared.share(inputOf(name));
  s3.close();
  progress(WRITTEN, `Handing ${whole.interactions} interactions to Spark (${spark.master})`);
  const args = submitArguments({ spark, script, settings, checkpoints: shared.url('checkpoints'), people: COMPARED, tasks });
  await runSpark({ submit: spark.submit, args, onNews: told.hear });
  return told.done();
}

function within(progress: Progress, from: number, to: number): Progress {
  return (part, message) => progress(from + (to - from) * part, message);
}

async function wholeFactors(
  { scratch, settings: { k } }: SparkOrder,
  { titleIds, likes }: Exported,
  done: readonly Done[],
): Promise<ReadFactors> {
  const factors = await readFactors(join(scratch, 'whole', 'items.jsonl.gz'), { rows: titleIds.length, k });
  const missing = likes.reduce((count, people, item) => count + (people > 0 && factors.has[item] !== 1 ? 1 : 0), 0);
  const { items } = doneOf(done, 'whole');
  if (missing === 0) return factors;
  throw new Error(`Spark handed back factors of ${items} titles, and of ${missing} that somebody likes none: nothing was made of them.`);
}

async function compared({ scratch, settings }: SparkOrder, pasts: readonly Past[], items: Float32Array): Promise<number> {
  const users = await readFactors(join(scratch, 'whole', 'users.jsonl.gz'), { rows: COMPARED, k: settings.k });
  return foldInDifference(pasts, users, items, settings);
}

async function evaluated(order: SparkOrder, { progress }: Here, { split }: Measured, done: readonly Done[]) {
  const { url, settings, live, threads, asOf, scratch } = order;
  const { columns, placeOf } = compacted(split.split.train);
  const { values: items } = await readFactors(join(scratch, 'measured', 'items.jsonl.gz'), { rows: columns.length, k: settings.k });
  const evaluation = await measureSplit(split, {
    ...{ settings, live, threads },
    factors: { columns, placeOf, items },
    readAgain: async (other) => (await readSample(url, { ...other, asOf })).named,
    progress: within(progress, TRAINED, MEASURED),
  });
  return { ...evaluation, trainedSeconds: doneOf(done, 'measured').seconds };
}

function doneOf(done: readonly Done[], name: SparkTask['name']): Done {
  const found = done.find(({ task }) => task === name);
  if (found) return found;
  throw new Error('Spark ended well, but did not say that it was done: its output was not understood.');
}

const codeOf = (ours: string, sparks: string): string => `${ours} spark ${sparks}`;

function isOf(code: string | null, version: string): boolean {
  return code?.startsWith(codeOf(version, '')) ?? false;
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}
