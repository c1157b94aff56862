import { below, seeded } from '../random';
import type { Interval } from './report';

/** A value with the middle 95 % of what resampling made of it. */
export interface Estimate extends Interval {
  readonly value: number;
}

interface BootstrapOptions {
  readonly seed?: number;
  readonly draws?: number;
}

const DRAWS = 1_000;

/**
 * The bootstrap (Efron 1979) over people: each draw takes as many as there are, with replacement, the same ones for every sample.
 * Answers for each sample the interval of its mean; of no values [0, 0].
 */
export function meanIntervals(samples: readonly Float64Array[], options: BootstrapOptions = {}): Interval[] {
  const drawn = drawMeans(samples, options);
  return drawn.map(middle);
}

/** How much better `a` is than `b`, value by value of the same people: the difference and the ratio of their means. */
export interface Comparison {
  readonly difference: Estimate;
  /** Null where the mean of `b` is 0. Draws in which it is are left out. */
  readonly ratio: Estimate | null;
}

/** Compares two rankers by a paired bootstrap: every draw takes the same people for both. */
export function compare(a: Float64Array, b: Float64Array, options: BootstrapOptions = {}): Comparison {
  if (a.length !== b.length) throw new Error(`Paired values are as many: got ${a.length} and ${b.length}.`);
  const [drawnA = new Float64Array(0), drawnB = drawnA] = drawMeans([a, b], options);
  const [meanA, meanB] = [mean(a), mean(b)];
  const differences = drawnA.map((value, draw) => value - (drawnB[draw] as number));
  const ratios = drawnA.map((value, draw) => value / (drawnB[draw] as number)).filter(Number.isFinite);
  return {
    difference: { value: meanA - meanB, ...middle(differences) },
    ratio: meanB > 0 ? { value: meanA / meanB, ...middle(ratios) } : null,
  };
}

/** The mean; 0 of no values. */
export function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function drawMeans(samples: readonly Float64Array[], { seed = 1, draws = DRAWS }: BootstrapOptions): Float64Array[] {
  const people = samples[0]?.length ?? 0;
  const means = samples.map(() => new Float64Array(people === 0 ? 0 : draws));
  const random = seeded(seed);
  const times = new Float64Array(people);
  for (let draw = 0; draw < draws && people > 0; draw++) {
    times.fill(0);
    for (let n = 0; n < people; n++) {
      const person = below(random, people);
      times[person] = (times[person] as number) + 1;
    }
    samples.forEach((values, s) => {
      (means[s] as Float64Array)[draw] = weightedSum(values, times) / people;
    });
  }
  return means;
}

function weightedSum(values: Float64Array, times: Float64Array): number {
  let sum = 0;
  for (let person = 0; person < values.length; person++) sum += (values[person] as number) * (times[person] as number);
  return sum;
}

function middle(drawn: Float64Array): Interval {
  if (drawn.length === 0) return { low: 0, high: 0 };
  const sorted = drawn.slice().sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { low: at(0.025), high: at(0.975) };
}
