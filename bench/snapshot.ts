import { fork } from 'node:child_process';
import { transpose } from '../core/interaction-matrix';
import { ConfidencePreset } from '../core/model';
import { readSnapshot } from '../engine/training/snapshot';
import { trainNow } from '../jobs/train';
import { openDatabase } from '../store/database';
import { modelsList } from '../store/models';
import { benchDatabase, fillInteractions } from './interactions';
import { commit, machine } from './machine';
import { ML_20M } from './synthetic';

const MILLION = 1_000_000;
const ROUNDS = 3;

/** Reads `millions` of interactions from a PostgreSQL of its own into rows and columns, as a training does, in a process of its own. */
async function benchSnapshot(millions: number, print: (line: string) => void): Promise<void> {
  print(`interactions from PostgreSQL into rows and columns at ${commit()} on ${machine()}`);
  print('  command: node --import tsx bench/snapshot.ts [millions, default 20]');
  const database = await benchDatabase();
  try {
    const share = (millions * MILLION) / ML_20M.entries;
    const shape = { ...ML_20M, users: Math.ceil(ML_20M.users * share), entries: millions * MILLION };
    print(`  ${await fillInteractions(database.url, shape)} interactions of ${shape.users} people with ${shape.items} titles`);
    for (let round = 1; round <= ROUNDS; round++) await readInChild(database.url);
    await train(database.url, print);
  } finally {
    await database.stop();
  }
}

function readInChild(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, ['read', url], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Reading ended with ${code}.`))));
  });
}

async function read(url: string): Promise<void> {
  const started = performance.now();
  const confidence = { preset: ConfidencePreset.COVERAGE, halfLifeDays: null, asOf: new Date(0) };
  const { matrix, hash } = await readSnapshot(url, confidence);
  const read = performance.now();
  const columns = transpose(matrix);
  const { user, system } = process.cpuUsage();
  const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `  ${matrix.column.length} entries, ${columns.rows} titles: ${seconds(started)} s (bar 40), ${seconds(read)} s of it into columns, ${((user + system) / 1e6).toFixed(1)} s of this process; ` +
      `peak memory ${peak} MB; snapshot ${hash.slice(0, 12)}`,
  );
}

/** The whole of a training job, with few iterations: what it takes most of is memory. */
async function train(url: string, print: (line: string) => void): Promise<void> {
  const database = await openDatabase(url, { connections: 3 });
  const context = { database, clock: () => new Date(), runId: 1 };
  const { why } = await trainNow(context, { settings: { k: 64, iterations: 2 } });
  const [model] = await modelsList(database.db);
  await database.close();
  print(`  a training of 2 iterations, k = 64, measured and with checkpoints: ${model?.trainedSeconds.toFixed(0)} s, peak memory`);
  print(`  ${model?.metrics.peakMegabytes} MB (bar 800). ${why}`);
}

if (process.argv[2] === 'read') void read(process.argv[3] ?? '');
else void benchSnapshot(Number(process.argv[2] ?? 20), console.log);
