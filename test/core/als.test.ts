import fc from 'fast-check';
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type InteractionMatrix, transpose } from '../../core/interaction-matrix';
import { AlsObjective, type AlsSettings, AlsSolver, ConfidencePreset } from '../../core/model';
import { normal, seeded } from '../../core/random';
import { checkerboard, matrixOf } from '../support/matrix';
import { lossOf, solveRows, trainAls } from '../twin/als';

const settings: AlsSettings = {
  k: 8,
  iterations: 12,
  regularization: 0.01,
  frequencyExponent: 1,
  unobservedWeight: 0.1,
  preset: ConfidencePreset.BINARY,
  halfLifeDays: null,
  seed: 1,
  solver: AlsSolver.CHOLESKY,
  objective: AlsObjective.IALS,
};

const problems = fc.record({
  rows: fc.integer({ min: 1, max: 12 }),
  columns: fc.integer({ min: 1, max: 12 }),
  k: fc.integer({ min: 1, max: 9 }),
  density: fc.constantFrom(0, 0.2, 0.6, 1),
  regularization: fc.constantFrom(0.001, 0.1, 2),
  frequencyExponent: fc.constantFrom(0, 0.5, 1),
  unobservedWeight: fc.constantFrom(0.05, 1),
  objective: fc.constantFrom(AlsObjective.IALS, AlsObjective.SPARK),
  seed: fc.integer(),
});

describe('the float64 twin of implicit ALS', () => {
  it('solves every row as ml-matrix does, whatever the sizes, weights and preferences', () => {
    fc.assert(
      fc.property(problems, ({ rows, columns, k, density, seed, ...rest }) => {
        const random = seeded(seed);
        const matrix = matrixOf(rows, columns, () =>
          random() < density ? { weight: 0.1 + 20 * random(), preference: random() < 0.7 ? 1 : 0 } : null,
        );
        const fixed = Float64Array.from({ length: columns * k }, () => normal(random));
        const ours = solveRows(matrix, fixed, { k, ...rest });
        const theirs = oracle(matrix, fixed, { k, ...rest });
        ours.forEach((value, at) => {
          expect(value).toBeCloseTo(theirs[at] ?? Number.NaN, 6);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('learns on a checkerboard that even users like even items, also the ones that were withheld', () => {
    const size = 20;
    const { users, items } = trainAls(checkerboard(size), { ...settings, k: 2 });
    const score = (user: number, item: number): number =>
      (users[user * 2] ?? 0) * (items[item * 2] ?? 0) + (users[user * 2 + 1] ?? 0) * (items[item * 2 + 1] ?? 0);
    for (let user = 0; user < size; user++) {
      const unseen = score(user, user);
      const best = Math.max(...Array.from({ length: size }, (_, item) => (item % 2 === user % 2 ? -1 : score(user, item))));
      expect(unseen).toBeGreaterThan(best + 0.5);
    }
  });

  it('lowers the loss with every iteration and tells it as it is', () => {
    const random = seeded(3);
    const matrix = matrixOf(40, 30, () => (random() < 0.2 ? { weight: 1 + random(), preference: random() < 0.8 ? 1 : 0 } : null));
    const losses: number[] = [];
    const { users, items, loss } = trainAls(matrix, settings, (_, now) => losses.push(now));
    expect(losses).toHaveLength(settings.iterations);
    losses.slice(1).forEach((now, at) => {
      expect(now).toBeLessThanOrEqual((losses[at] ?? 0) + 1e-9);
    });
    expect(loss).toBeCloseTo(naiveLoss(matrix, users, items), 6);
    expect(lossOf(matrix, users, items, settings)).toBeCloseTo(loss, 12);
  });

  it('gives the same model for the same seed and another one for another seed', () => {
    const matrix = checkerboard(10);
    expect(trainAls(matrix, settings).items).toEqual(trainAls(matrix, settings).items);
    expect(trainAls(matrix, settings).items).not.toEqual(trainAls(matrix, { ...settings, seed: 2 }).items);
  });

  it('turns rows into columns and back without losing a pair', () => {
    const matrix = checkerboard(7);
    expect(transpose(transpose(matrix))).toEqual(matrix);
  });
});

type Weighing = Pick<AlsSettings, 'k' | 'regularization' | 'frequencyExponent' | 'unobservedWeight' | 'objective'>;

// The same rows from dense matrices: (Y' C Y + ridge I) x = Y' C p, rows scaled by sqrt(weight) so that symmetry is exact.
function oracle(matrix: InteractionMatrix, fixed: Float64Array, { k, ...by }: Weighing): number[] {
  const y = new Matrix(Array.from({ length: matrix.columns }, (_, row) => Array.from(fixed.slice(row * k, (row + 1) * k))));
  return Array.from({ length: matrix.rows }, (_, row) => {
    const [from, to] = [matrix.start[row] ?? 0, matrix.start[row + 1] ?? 0];
    if (from === to) return new Array<number>(k).fill(0);
    const weights = new Array<number>(matrix.columns).fill(by.unobservedWeight);
    const targets = new Array<number>(matrix.columns).fill(0);
    const isSpark = by.objective === AlsObjective.SPARK;
    let likings = 0;
    for (let e = from; e < to; e++) {
      const column = matrix.column[e] ?? 0;
      weights[column] = (weights[column] ?? 0) + (matrix.weight[e] ?? 0);
      const confidence = (isSpark ? weights[column] : matrix.weight[e]) ?? 0;
      targets[column] = confidence * (matrix.preference[e] ?? 0);
      likings += matrix.preference[e] ?? 0;
    }
    const scaled = y.clone().mulColumnVector(weights.map(Math.sqrt));
    const frequency = isSpark ? Math.max(1, likings) : (to - from + by.unobservedWeight * matrix.columns) ** by.frequencyExponent;
    const ridge = by.regularization * frequency;
    const a = scaled.transpose().mmul(scaled).add(Matrix.eye(k).mul(ridge));
    const b = y.transpose().mmul(Matrix.columnVector(targets));
    return new CholeskyDecomposition(a).solve(b).to1DArray();
  }).flat();
}

function naiveLoss(matrix: InteractionMatrix, users: Float64Array, items: Float64Array): number {
  const { k, regularization, unobservedWeight } = settings;
  const vector = (of: Float64Array, row: number): number[] => Array.from(of.slice(row * k, (row + 1) * k));
  const dot = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  let loss = 0;
  for (const [of, to, by] of [
    [users, matrix, matrix.columns],
    [items, transpose(matrix), matrix.rows],
  ] as const) {
    for (let row = 0; row < to.rows; row++) {
      const seen = (to.start[row + 1] ?? 0) - (to.start[row] ?? 0);
      loss += regularization * (seen + unobservedWeight * by) * dot(vector(of, row), vector(of, row));
    }
  }
  for (let user = 0; user < matrix.rows; user++) {
    for (let item = 0; item < matrix.columns; item++) loss += unobservedWeight * dot(vector(users, user), vector(items, item)) ** 2;
    for (let e = matrix.start[user] ?? 0; e < (matrix.start[user + 1] ?? 0); e++) {
      const missed = (matrix.preference[e] ?? 0) - dot(vector(users, user), vector(items, matrix.column[e] ?? 0));
      loss += (matrix.weight[e] ?? 0) * missed ** 2;
    }
  }
  return loss;
}
