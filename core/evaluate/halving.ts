import type { InteractionMatrix } from '../interaction-matrix';
import { columnCounts, rowCounts } from '../interaction-matrix';
import type { AlsSettings } from '../model';
import { seeded } from '../random';

/** What is searched. */
export type TunedName = 'k' | 'iterations' | 'regularization' | 'frequencyExponent' | 'unobservedWeight';

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** A range for each setting; that of regularization holds for an exponent of 1, and is translated for others: see `sameStrength`. */
export type Ranges = Readonly<Record<TunedName, Range>>;

/** Where a search looks when nobody says otherwise. */
export const TUNE_RANGES: Ranges = {
  k: { least: 16, most: 128 },
  iterations: { least: 4, most: 16 },
  regularization: { least: 0.0005, most: 0.1 },
  frequencyExponent: { least: 0, most: 1 },
  unobservedWeight: { least: 0.02, most: 2 },
};

/** One rung of successive halving (Jamieson and Talwalkar 2016): so many configurations, trained and judged so thoroughly. */
export interface Rung {
  readonly configurations: number;
  readonly iterations: number;
  /** People that they are judged by, at most. */
  readonly people: number;
}

type Drawn = 'k' | 'regularization' | 'frequencyExponent' | 'unobservedWeight';

// The first four primes: the bases of a Halton sequence, which leaves no corner of the ranges empty.
const BASES: Readonly<Record<Drawn, number>> = { regularization: 2, unobservedWeight: 3, frequencyExponent: 5, k: 7 };
const LOGARITHMIC: ReadonlySet<TunedName> = new Set(['k', 'regularization', 'unobservedWeight']);
/** The kernel works in lanes of four, and steps finer than this make no difference. */
const K_STEP = 8;
const PEOPLE = [1_000, 2_000, 5_000] as const;
/** By how many people, at most, the last rung judges. */
export const MOST_PEOPLE = PEOPLE[2];

/** So many configurations spread over the ranges: a Halton sequence, shifted by the seed. What is not drawn stays as in `base`. */
export function spread(ranges: Ranges, count: number, { base, seed }: { base: AlsSettings; seed: number }): AlsSettings[] {
  const random = seeded(seed);
  const shift = { regularization: random(), unobservedWeight: random(), frequencyExponent: random(), k: random() };
  return Array.from({ length: count }, (_, at) => {
    const value = (name: Drawn): number => within(name, ranges[name], (radicalInverse(at + 1, BASES[name]) + shift[name]) % 1);
    return {
      ...base,
      k: stepped(value('k'), ranges.k),
      regularization: value('regularization'),
      frequencyExponent: value('frequencyExponent'),
      unobservedWeight: value('unobservedWeight'),
    };
  });
}

/** Ranges of a third of the width around a configuration, inside the former ones. */
export function narrowed(ranges: Ranges, around: AlsSettings): Ranges {
  const narrow = (name: TunedName): Range => {
    const { least, most } = ranges[name];
    const place = placeOf(name, ranges[name], Math.min(most, Math.max(least, around[name])));
    const from = Math.min(2 / 3, Math.max(0, place - 1 / 6));
    return { least: within(name, ranges[name], from), most: within(name, ranges[name], from + 1 / 3) };
  };
  return {
    k: narrow('k'),
    iterations: ranges.iterations,
    regularization: narrow('regularization'),
    frequencyExponent: narrow('frequencyExponent'),
    unobservedWeight: narrow('unobservedWeight'),
  };
}

/** Three rungs: a third of the configurations goes on from each to the next, iterations grow from least to most. */
export function rungsOf(configurations: number, { least, most }: Range): readonly Rung[] {
  return PEOPLE.map((people, rung) => ({
    configurations: Math.max(1, Math.ceil(configurations / 3 ** rung)),
    iterations: Math.round(least * (most / least) ** (rung / (PEOPLE.length - 1))),
    people,
  }));
}

/** Places of the best values, best first; of equal ones the earlier. */
export function bestPlaces(values: readonly number[], count: number): number[] {
  const places = values.map((_, place) => place);
  return places.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, count);
}

/**
 * The factor by which a regularisation with exponent 1 is to be multiplied to weigh as much with another exponent: both sums of
 * (entries + unobservedWeight * other side)^nu over all rows and columns then are equal (Rendle et al. 2021, section 4.3).
 */
export function sameStrength(
  matrix: InteractionMatrix,
  { frequencyExponent, unobservedWeight }: Pick<AlsSettings, 'frequencyExponent' | 'unobservedWeight'>,
): number {
  let full = 0;
  let scaled = 0;
  const add = (counts: Int32Array, others: number): void => {
    for (const count of counts) {
      if (count === 0) continue;
      full += count + unobservedWeight * others;
      scaled += (count + unobservedWeight * others) ** frequencyExponent;
    }
  };
  add(rowCounts(matrix), matrix.columns);
  add(columnCounts(matrix), matrix.rows);
  return scaled === 0 ? 1 : full / scaled;
}

function within(name: TunedName, { least, most }: Range, place: number): number {
  if (LOGARITHMIC.has(name)) return least * (most / least) ** place;
  return least + (most - least) * place;
}

function placeOf(name: TunedName, { least, most }: Range, value: number): number {
  if (least === most) return 0;
  if (LOGARITHMIC.has(name)) return Math.log(value / least) / Math.log(most / least);
  return (value - least) / (most - least);
}

function stepped(k: number, { least, most }: Range): number {
  const step = Math.round(k / K_STEP) * K_STEP;
  return step >= least && step <= most ? step : Math.round(k);
}

/** The digits of `index` in a base, mirrored at the point: 1, 2, 3 in base 2 are 0.5, 0.25, 0.75. */
function radicalInverse(index: number, base: number): number {
  let inverse = 0;
  let unit = 1 / base;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    inverse += (rest % base) * unit;
    unit /= base;
  }
  return inverse;
}
