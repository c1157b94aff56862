import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DEFAULT_SETTINGS } from '../core/als-settings';
import { openTraining } from '../core/kernel/training';
import { AlsSolver } from '../core/model';
import { loadKernel } from '../engine/local/kernel-file';

// The counterpart of peer/implicit_epochs.py, with the same arguments: a process of its own, so that both begin cold.
const [folder = '', users = '', items = '', k = '', regularization = '', weight = '', epochs = '', threads = '', solver = ''] =
  process.argv.slice(2);

const read = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(folder, name))).buffer;
const start = new Int32Array(read('start.i32'));
const column = new Int32Array(read('column.i32'));
const ones = new Uint8Array(column.length).fill(1);
const matrix = {
  rows: Number(users),
  columns: Number(items),
  start,
  column,
  // implicit takes c and adds c - 1 to what every pair weighs.
  weight: new Float32Array(column.length).fill(Number(weight) - 1),
  preference: ones,
};
const settings = {
  ...DEFAULT_SETTINGS,
  k: Number(k),
  regularization: Number(regularization),
  frequencyExponent: 0,
  unobservedWeight: 1,
  solver: solver === 'cg' ? AlsSolver.CG : AlsSolver.CHOLESKY,
};
const { module, name } = loadKernel();
const training = openTraining(module, { matrix, settings, threads: Number(threads), available: 2 ** 32, bonus: 1 });
training.setFactors({ users: new Float32Array(read('users.f32')), items: new Float32Array(read('items.f32')) });
const { memory, address } = training;
const thread = join(__dirname, '..', 'engine', 'training', 'kernel-thread.mjs');
for (let at = 1; at < Number(threads); at++) new Worker(thread, { workerData: { module, memory, address, thread: at } });
const seconds = Array.from({ length: Number(epochs) }, () => {
  const began = performance.now();
  training.iterate();
  return (performance.now() - began) / 1000;
});
training.dismiss();
const factors = training.factors();
writeFileSync(join(folder, 'our-users.f32'), factors.users);
writeFileSync(join(folder, 'our-items.f32'), factors.items);
console.log(JSON.stringify({ seconds, kernel: name, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
