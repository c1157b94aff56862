import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpose } from '../core/interaction-matrix';
import { idTable } from '../core/plain/id-table';
import { interactionTarget } from '../core/plain/line-target';
import { pairMatrix } from '../core/plain/pair-matrix';
import { pairStore } from '../core/plain/pair-store';
import { readPlain } from '../jobs/offline/read-plain';
import { writeInteractionsFile } from './interactions-file';
import { commit, machine, percentile } from './machine';
import { ML_20M } from './synthetic';

const MILLION = 1_000_000;
const ROUNDS = 7;

/** Seconds of one reading, and of the processor. */
interface Reading {
  readonly rows: number;
  readonly read: number;
  readonly matrix: number;
  readonly columns: number;
  readonly processor: number;
  readonly peakMegabytes: number;
}

/** Reads `millions` of rows from a file in a temporary folder into rows and columns, as the offline tool does, seven times, each in a process of its own. */
async function benchReadCsv(millions: number, print: (line: string) => void): Promise<void> {
  print(`interactions from CSV into rows and columns at ${commit()} on ${machine()}`);
  print('  command: npm run bench -- read-csv; or node --import tsx bench/read-csv.ts [millions, default 20]');
  const folder = mkdtempSync(join(tmpdir(), 'kinograph-csv-'));
  try {
    const path = join(folder, 'interactions.csv');
    const share = (millions * MILLION) / ML_20M.entries;
    const rows = await writeInteractionsFile(path, { ...ML_20M, users: Math.ceil(ML_20M.users * share), entries: millions * MILLION });
    print(`  ${rows} rows of userId,movieId,rating,timestamp, ${Math.round(statSync(path).size / MILLION)} MB`);
    const readings: Reading[] = [];
    for (let round = 0; round < ROUNDS; round++) readings.push(await readInChild(path));
    const median = (name: keyof Reading): string =>
      percentile(
        readings.map((reading) => reading[name]),
        0.5,
      ).toFixed(2);
    const totals = readings.map(({ read, matrix, columns }) => read + matrix + columns);
    const range = `${Math.min(...totals).toFixed(2)} to ${Math.max(...totals).toFixed(2)}`;
    print(`  median ${percentile(totals, 0.5).toFixed(2)} s (${range}; bar at 20 million: 6 s), of the processor ${median('processor')} s`);
    print(
      `  reading ${median('read')} s, rows ${median('matrix')} s, columns ${median('columns')} s; peak memory ${median('peakMegabytes')} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readInChild(path: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, ['read', path], { execArgv: ['--import', 'tsx'] });
    child.once('message', (reading) => resolve(reading as Reading));
    // After `resolve` this changes nothing.
    child.once('exit', (code) => reject(new Error(`Reading ended with ${code}.`)));
  });
}

async function read(path: string): Promise<Reading> {
  const before = process.cpuUsage();
  const began = performance.now();
  const target = { users: idTable(), items: idTable(), pairs: pairStore() };
  await readPlain(path, { targetOf: ({ shape }) => interactionTarget(target, shape) });
  const wasRead = performance.now();
  const { matrix } = pairMatrix(target.pairs, { rows: target.users.ids.length, columns: target.items.ids.length });
  const hadRows = performance.now();
  transpose(matrix);
  const ended = performance.now();
  const { user, system } = process.cpuUsage(before);
  return {
    rows: matrix.column.length,
    read: (wasRead - began) / 1000,
    matrix: (hadRows - wasRead) / 1000,
    columns: (ended - hadRows) / 1000,
    processor: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

if (process.argv[2] === 'read') void read(process.argv[3] ?? '').then((reading) => process.send?.(reading));
else void benchReadCsv(Number(process.argv[2] ?? 20), console.log);
