import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InteractionMatrix } from '../core/interaction-matrix';
import { seeded } from '../core/random';
import { commit, machine, percentile } from './machine';
import { ML_1M, ML_20M, type Shape, syntheticLikes } from './synthetic';

// Confidence of a pair and regularisation, as in the prototype that the bars come from.
const WEIGHT = 10;
const REGULARIZATION = 0.1;
const THREADS = 2;

interface Case {
  readonly name: string;
  readonly shape: Shape;
  readonly k: number;
  readonly solver: 'cg' | 'cholesky';
  /** Our time over the peer's, at most. */
  readonly bar: number;
  readonly rounds: number;
  readonly epochs: number;
}

const SMALL = { name: 'ML-1M-shaped', shape: ML_1M, rounds: 7, epochs: 8 } as const;
const LARGE = { name: '20 million', shape: ML_20M, rounds: 7, epochs: 2 } as const;
const CASES: readonly Case[] = [
  { ...SMALL, k: 64, solver: 'cg', bar: 0.5 },
  { ...SMALL, k: 128, solver: 'cg', bar: 0.65 },
  { ...SMALL, k: 64, solver: 'cholesky', bar: 0.22, epochs: 4 },
  { ...SMALL, k: 128, solver: 'cholesky', bar: 0.32, epochs: 4 },
  { ...LARGE, k: 64, solver: 'cg', bar: 0.48 },
  { ...LARGE, k: 128, solver: 'cg', bar: 0.62 },
];

interface Run {
  readonly seconds: readonly number[];
  readonly peakMegabytes?: number;
  readonly blas?: readonly string[];
  readonly kernel?: string;
}

/** Epochs of our training beside those of `implicit` 0.7, from the same factors, in turn. The first epoch of each process does not count. */
function benchAls(asked: readonly string[], print: (line: string) => void): void {
  print(`ALS epochs at ${commit()} on ${machine()}`);
  print(
    `  ${THREADS} threads, one BLAS thread each; command: node --import tsx bench/als.ts [small|large] (python3 with implicit 0.7 on the PATH)`,
  );
  for (const each of CASES) {
    const size = each.shape === ML_1M ? 'small' : 'large';
    if (asked.length > 0 && !asked.includes(size)) continue;
    measure(each, print);
  }
}

function measure({ name, shape, k, solver, bar, rounds, epochs }: Case, print: (line: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'kinograph-als-'));
  try {
    const matrix = syntheticLikes(shape);
    writeFileSync(join(folder, 'start.i32'), matrix.start);
    writeFileSync(join(folder, 'column.i32'), matrix.column);
    const random = seeded(1);
    const starts = (rows: number): Float32Array => Float32Array.from({ length: rows * k }, () => random() * 0.01);
    writeFileSync(join(folder, 'users.f32'), starts(shape.users));
    writeFileSync(join(folder, 'items.f32'), starts(shape.items));
    const shared = [folder, shape.users, shape.items, k, REGULARIZATION, WEIGHT, epochs, THREADS, solver].map(String);
    const ratios: number[] = [];
    const ours: number[] = [];
    const theirs: number[] = [];
    let last: { readonly peer: Run; readonly own: Run } | null = null;
    for (let round = 0; round < rounds; round++) {
      const peer = runPeer(shared);
      const own = runOwn(shared);
      const [peerSeconds, ownSeconds] = [peer, own].map(({ seconds }) => percentile(seconds.slice(1), 0.5)) as [number, number];
      theirs.push(peerSeconds);
      ours.push(ownSeconds);
      ratios.push(ownSeconds / peerSeconds);
      last = { peer, own };
    }
    const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    print(
      `  ${name}, ${matrix.column.length} pairs, k = ${k}, ${solver}: ${percentile(ours, 0.5).toFixed(3)} s an epoch, implicit ${percentile(theirs, 0.5).toFixed(3)} s: ` +
        `ratio ${percentile(ratios, 0.5).toFixed(3)} (${range}; bar ${bar}); peak ${last?.own.peakMegabytes} MB`,
    );
    const [ourLoss, theirLoss] = [lossOfFiles(folder, matrix, k, 'our'), lossOfFiles(folder, matrix, k, 'peer')];
    print(
      `    loss after ${epochs} epochs: ours ${ourLoss.toFixed(6)}, implicit's ${theirLoss.toFixed(6)} (${last?.own.kernel}; ${last?.peer.blas?.join(', ')})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOwn(shared: readonly string[]): Run {
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'als-epochs.ts'), ...shared], { encoding: 'utf8' }));
}

function runPeer(shared: readonly string[]): Run {
  // Left to itself OpenBLAS knows the processor; what an environment says of it would only slow the peer down.
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...rest } = process.env;
  const env = { ...rest, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: String(THREADS) };
  return JSON.parse(execFileSync('python3', [join(__dirname, 'peer', 'implicit_epochs.py'), ...shared], { encoding: 'utf8', env }));
}

/** The loss of Hu, Koren, Volinsky 2008 per unit of confidence, in 64 bit: what both sides minimise. */
function lossOfFiles(folder: string, { rows, columns, start, column }: InteractionMatrix, k: number, who: string): number {
  const read = (name: string): Float32Array => new Float32Array(new Uint8Array(readFileSync(join(folder, `${who}-${name}.f32`))).buffer);
  const [users, items] = [read('users'), read('items')];
  const [left, right] = [gram(users, k), gram(items, k)];
  let loss = left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
  for (let row = 0; row < rows; row++) {
    for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
      let score = 0;
      const item = (column[e] as number) * k;
      for (let i = 0; i < k; i++) score += (users[row * k + i] as number) * (items[item + i] as number);
      loss += WEIGHT * (1 - score) ** 2 - score ** 2;
    }
  }
  for (const factors of [users, items]) for (const value of factors) loss += REGULARIZATION * value * value;
  return loss / (rows * columns + (WEIGHT - 1) * column.length);
}

function gram(factors: Float32Array, k: number): Float64Array {
  const sums = new Float64Array(k * k);
  for (let row = 0; row < factors.length; row += k)
    for (let i = 0; i < k; i++) {
      const value = factors[row + i] as number;
      for (let j = 0; j < k; j++) sums[i * k + j] = (sums[i * k + j] as number) + value * (factors[row + j] as number);
    }
  return sums;
}

benchAls(process.argv.slice(2), console.log);
