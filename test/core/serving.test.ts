import fc from 'fast-check';
import { foldIn, type Past } from '../../core/fold-in';
import { openServing } from '../../core/kernel/serving';
import { AlsObjective, type AlsSettings, AlsSolver, ConfidencePreset } from '../../core/model';
import { normal, seeded } from '../../core/random';
import { loadKernel } from '../../engine/local/kernel-file';
import { SMALL_SETTINGS } from '../support/factors';
import { itemSideOf } from '../support/serving';
import { solveRows } from '../twin/als';

const people = fc.record({
  titles: fc.integer({ min: 1, max: 300 }),
  k: fc.integer({ min: 1, max: 40 }),
  density: fc.constantFrom(0, 0.05, 0.5, 1),
  disliked: fc.constantFrom(0, 0.5),
  regularization: fc.constantFrom(0.02, 1),
  frequencyExponent: fc.constantFrom(0, 1),
  unobservedWeight: fc.constantFrom(0.05, 1),
  objective: fc.constantFrom(AlsObjective.IALS, AlsObjective.SPARK),
  seed: fc.integer(),
});

type Drawn = typeof people extends fc.Arbitrary<infer P> ? P : never;

function aPerson({ titles, density, disliked, ...chosen }: Drawn) {
  const random = seeded(chosen.seed);
  const settings: AlsSettings = {
    ...chosen,
    iterations: 1,
    preset: ConfidencePreset.BINARY,
    halfLifeDays: null,
    solver: AlsSolver.CHOLESKY,
  };
  const vectors = Float32Array.from({ length: titles * settings.k }, () => normal(random) / Math.sqrt(settings.k));
  const watched = Array.from({ length: titles }, (_, row) => row).filter(() => random() < density);
  const past: Past = {
    index: Int32Array.from(watched),
    weight: Float64Array.from(watched, () => 0.5 + 5 * random()),
    preference: Uint8Array.from(watched, () => (random() < disliked ? 0 : 1)),
  };
  return { settings, vectors, past, side: itemSideOf(vectors, settings) };
}

function dot(factors: ArrayLike<number>, vectors: ArrayLike<number>, row: number, k: number): number {
  let sum = 0;
  for (let i = 0; i < k; i++) sum += (factors[i] ?? 0) * (vectors[row * k + i] ?? 0);
  return sum;
}

describe('the kernel at request time', () => {
  it('folds a person in as the float64 twin solves their row', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const { settings, vectors, past, side } = aPerson(drawn);
        const taste = foldIn(past, side);
        if (!past.preference.includes(1)) return expect(taste).toBeNull();
        const matrix = {
          rows: 1,
          columns: drawn.titles,
          start: Int32Array.of(0, past.index.length),
          column: past.index,
          weight: Float32Array.from(past.weight),
          preference: past.preference,
        };
        const theirs = solveRows(matrix, Float64Array.from(vectors), settings);
        theirs.forEach((value, i) => {
          expect(Math.abs((taste?.factors[i] ?? Number.NaN) - value)).toBeLessThan(2e-3);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('knows of nobody’s past what the model knows of everybody: after somebody else was folded in too', () => {
    const side = itemSideOf(Float32Array.of(1, 0, 0, 2), { ...SMALL_SETTINGS, unobservedWeight: 1 });
    const nothing = { index: new Int32Array(0), weight: new Float64Array(0), preference: new Uint8Array(0) };
    side.kernel.foldIn({ index: Int32Array.of(1), weight: Float64Array.of(5), preference: Uint8Array.of(1) }, 1);
    // R'R = Y'Y + ridge I = diag(1, 4) + I.
    const { cholesky, factors } = side.kernel.foldIn(nothing, 1);
    expect(cholesky[0]).toBeCloseTo(Math.SQRT2, 6);
    expect(cholesky[side.kernel.stride]).toBeCloseTo(Math.sqrt(5), 6);
    expect([...factors]).toEqual([...factors].map(() => 0));
  });

  it('splits a score into parts of the past that sum to it, and gives none to what was not liked', () => {
    fc.assert(
      fc.property(people, fc.nat(), (drawn, any) => {
        const { past, side } = aPerson(drawn);
        const taste = foldIn(past, side);
        if (taste === null) return;
        const row = any % drawn.titles;
        const score = side.kernel.scores(taste.factors, Int32Array.of(row))[0] ?? Number.NaN;
        const parts = [...side.kernel.contributions(row, taste.folded, past)];
        expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - score)).toBeLessThan(2e-3);
        parts.forEach((part, place) => {
          if (past.preference[place] === 0) expect(Math.abs(part)).toBe(0);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('finds the very best rows, in order, without the excluded ones', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 50 }), fc.array(fc.nat(), { maxLength: 20 }), (drawn, count, out) => {
        const { vectors, settings, side } = aPerson(drawn);
        const random = seeded(drawn.seed + 1);
        const factors = Float32Array.from({ length: settings.k }, () => normal(random));
        const excluded = Int32Array.from(out, (row) => row % drawn.titles);
        const best = side.kernel.best(factors, count, excluded);
        const all = Array.from({ length: drawn.titles }, (_, row) => row).filter((row) => !excluded.includes(row));
        const scores = side.kernel.scores(factors, Int32Array.from(all)).slice();
        const order = all.map((row, at) => ({ row, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score || a.row - b.row);
        expect([...best.rows]).toEqual(order.slice(0, count).map(({ row }) => row));
        best.rows.forEach((row, at) => {
          expect(best.scores[at]).toBeCloseTo(dot(factors, vectors, row, settings.k), 4);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the earlier of rows that score alike', () => {
    const vectors = new Float32Array(40 * 8).fill(1);
    const kernel = openServing(loadKernel().module, { rows: 40, k: 8 });
    kernel.vectors.set(vectors);
    expect([...kernel.best(new Float32Array(8).fill(1), 5).rows]).toEqual([0, 1, 2, 3, 4]);
  });

  it('says so when a confidence is not finite, and when a model cannot be addressed', () => {
    const drawn = {
      titles: 3,
      k: 2,
      density: 1,
      disliked: 0,
      regularization: 1,
      frequencyExponent: 0,
      unobservedWeight: 1,
      objective: AlsObjective.IALS,
      seed: 1,
    } as const;
    const { side } = aPerson(drawn);
    const past: Past = { index: Int32Array.of(0), weight: Float64Array.of(Number.POSITIVE_INFINITY), preference: Uint8Array.of(1) };
    expect(() => foldIn(past, side)).toThrow(/no solution/);
    expect(() => openServing(loadKernel().module, { rows: 20_000_000, k: 64 })).toThrow(/20000000 titles with k = 64 need 5\d+ MB/);
  });
});
