import type { Past } from '../core/fold-in';
import { openServing } from '../core/kernel/serving';
import { below, normal, seeded } from '../core/random';
import { loadKernel } from '../engine/local/kernel-file';
import { commit, machine, percentile } from './machine';

const INTERACTIONS = 200;
const BEST = 100;
const ROUNDS = 15;
/** Their vectors together do not fit into the second-level cache. */
const PEOPLE = 100;

/** Times what a request computes, one call after another on one core: folding a person in, and the best 100 of a catalogue. */
function benchServing(print: (line: string) => void): void {
  print(`kernel at request time (${loadKernel().name}) at ${commit()} on ${machine()}; command: npm run bench -- serving`);
  for (const [k, bar] of [
    [64, 40],
    [128, 150],
  ] as const)
    print(
      `  exact fold-in of ${INTERACTIONS} interactions, k = ${k}: one person again and again ${time(foldsIn(k, 1), 500, 1_000)} us (bar ${bar}), ` +
        `${PEOPLE} people in turn ${time(foldsIn(k, PEOPLE), 500, 1_000)} us`,
    );
  for (const [rows, calls, bar] of [
    [10_000, 500, 0.2],
    [100_000, 50, null],
    [1_000_000, 5, 30],
  ] as const)
    print(`  top ${BEST} of ${rows} titles, k = 64: ${time(ranks(rows), calls, 1)} ms${bar === null ? '' : ` (bar ${bar})`}`);
}

function foldsIn(k: number, people: number): (at: number) => void {
  const titles = 10_000;
  const { kernel, random } = aKernel(titles, k);
  const pasts = Array.from({ length: people }, (): Past => {
    const index = Int32Array.from({ length: INTERACTIONS }, () => below(random, titles));
    return { index, weight: Float64Array.from(index, () => 0.5 + random()), preference: new Uint8Array(INTERACTIONS).fill(1) };
  });
  return (at) => void kernel.foldIn(pasts[at % pasts.length] as Past, 10);
}

function ranks(rows: number): (at: number) => void {
  const { kernel, random } = aKernel(rows, 64);
  const people = Array.from({ length: 50 }, () => Float32Array.from({ length: 64 }, () => normal(random)));
  return (at) => void kernel.best(people[at % people.length] as Float32Array, BEST);
}

function aKernel(rows: number, k: number) {
  const random = seeded(k);
  const kernel = openServing(loadKernel().module, { rows, k });
  for (let at = 0; at < kernel.vectors.length; at++) kernel.vectors[at] = (random() - 0.5) / Math.sqrt(k);
  const gram = new Float64Array(k * k);
  for (let i = 0; i < k; i++) gram[i * k + i] = rows / (12 * k);
  kernel.setGram(gram);
  return { kernel, random };
}

/** Median of the mean times of several rounds, with their range; `unit` parts of a millisecond. */
function time(call: (at: number) => void, calls: number, unit: number): string {
  for (let at = 0; at < calls; at++) call(at);
  const means = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    for (let at = 0; at < calls; at++) call(at);
    return (unit * (performance.now() - began)) / calls;
  });
  return `${percentile(means, 0.5).toPrecision(3)} (${Math.min(...means).toPrecision(3)} to ${Math.max(...means).toPrecision(3)})`;
}

benchServing(console.log);
