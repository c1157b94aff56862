import fc from 'fast-check';
import { transpose } from '../../core/interaction-matrix';
import { openTraining } from '../../core/kernel/training';
import { AlsObjective, type AlsSettings, AlsSolver, ConfidencePreset } from '../../core/model';
import { normal, seeded } from '../../core/random';
import { loadKernel } from '../../engine/local/kernel-file';
import { trainMatrix } from '../../engine/training/train-matrix';
import { matrixOf } from '../support/matrix';
import { lossOf, solveRows } from '../twin/als';

const settings: AlsSettings = {
  k: 8,
  iterations: 3,
  regularization: 0.05,
  frequencyExponent: 1,
  unobservedWeight: 0.2,
  preset: ConfidencePreset.BINARY,
  halfLifeDays: null,
  seed: 1,
  solver: AlsSolver.CHOLESKY,
  objective: AlsObjective.IALS,
};

const problems = fc.record({
  rows: fc.integer({ min: 1, max: 60 }),
  columns: fc.integer({ min: 1, max: 60 }),
  k: fc.integer({ min: 1, max: 37 }),
  density: fc.constantFrom(0, 0.1, 0.5, 1),
  disliked: fc.constantFrom(0, 0.4),
  alike: fc.boolean(),
  regularization: fc.constantFrom(0.02, 0.5),
  frequencyExponent: fc.constantFrom(0, 0.5, 1),
  unobservedWeight: fc.constantFrom(0.05, 1),
  objective: fc.constantFrom(AlsObjective.IALS, AlsObjective.SPARK),
  seed: fc.integer(),
});

type Problem = typeof problems extends fc.Arbitrary<infer P> ? P : never;

function aMatrix({ rows, columns, density, disliked, alike, seed }: Problem) {
  const random = seeded(seed);
  return matrixOf(rows, columns, () =>
    random() < density ? { weight: alike ? 3 : 0.1 + 10 * random(), preference: random() < disliked ? 0 : 1 } : null,
  );
}

function open(problem: Problem, solver: AlsSolver, threads = 1) {
  const matrix = aMatrix(problem);
  const chosen = { ...settings, ...problem, seed: 1, solver };
  const training = openTraining(loadKernel().module, { matrix, settings: chosen, threads, available: 2 ** 32 });
  const random = seeded(problem.seed + 1);
  const items = Float32Array.from({ length: matrix.columns * problem.k }, () => normal(random) / Math.sqrt(problem.k));
  const users = new Float32Array(matrix.rows * problem.k);
  training.setFactors({ users, items });
  return { matrix, chosen, training, items };
}

/** Scores are what counts, and they are the same in every basis. */
function scoresOf(users: ArrayLike<number>, items: ArrayLike<number>, k: number): number[] {
  const [rows, columns] = [users.length / k, items.length / k];
  const scores: number[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += (users[row * k + i] ?? 0) * (items[column * k + i] ?? 0);
      scores.push(sum);
    }
  return scores;
}

function expectClose(ours: readonly number[], theirs: readonly number[], most = 2e-3): void {
  const farthest = ours.reduce((far, score, at) => Math.max(far, Math.abs(score - (theirs[at] ?? Number.NaN))), 0);
  expect(farthest).toBeLessThan(most);
}

describe('the kernel', () => {
  it('solves users as the float64 twin does, whatever the sizes, weights and preferences', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { matrix, chosen, training, items } = open(problem, AlsSolver.CHOLESKY);
        training.solveUsers();
        const ours = training.factors();
        const theirs = solveRows(matrix, Float64Array.from(items), chosen);
        expectClose(scoresOf(ours.users, ours.items, problem.k), scoresOf(theirs, items, problem.k));
      }),
      { numRuns: 150 },
    );
  });

  it('solves both sides of an iteration as the float64 twin does', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { matrix, chosen, training, items } = open(problem, AlsSolver.CHOLESKY);
        training.iterate();
        const users = solveRows(matrix, Float64Array.from(items), chosen);
        const solvedItems = solveRows(transpose(matrix), users, chosen);
        const ours = training.factors();
        expectClose(scoresOf(ours.users, ours.items, problem.k), scoresOf(users, solvedItems, problem.k));
      }),
      { numRuns: 100 },
    );
  });

  it('comes by conjugate gradient to the same users when it may step often enough', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { matrix, chosen, training, items } = open(problem, AlsSolver.CG);
        for (let again = 0; again < 100; again++) training.solveUsers();
        const ours = training.factors();
        const theirs = solveRows(matrix, Float64Array.from(items), chosen);
        expectClose(scoresOf(ours.users, ours.items, problem.k), scoresOf(theirs, items, problem.k), 1e-2);
      }),
      { numRuns: 60 },
    );
  });

  it('tells the loss that the float64 twin tells', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { matrix, chosen, training } = open(problem, AlsSolver.CG);
        training.iterate();
        const { users, items } = training.factors();
        const theirs = lossOf(matrix, Float64Array.from(users), Float64Array.from(items), chosen);
        expect(training.loss() / Math.max(1, theirs)).toBeCloseTo(theirs / Math.max(1, theirs), 4);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a training that does not fit, with the numbers, before it takes anything', () => {
    const matrix = matrixOf(10, 10, () => ({ weight: 1, preference: 1 }));
    const begin = () => openTraining(loadKernel().module, { matrix, settings: { ...settings, k: 512 }, threads: 1, available: 2 ** 20 });
    expect(begin).toThrow(/10 people, 10 titles and 100 interactions with k = 512 needs \d+ MB of memory; 1 MB are free/);
  });

  it('stays finite however often factors of low rank are turned', () => {
    const problem = { rows: 1, columns: 3, k: 31, density: 0, disliked: 0, alike: false, regularization: 0.02 } as const;
    const chosen = { objective: AlsObjective.IALS, frequencyExponent: 0, unobservedWeight: 0.05, seed: -81_783_334 } as const;
    const { training } = open({ ...problem, ...chosen }, AlsSolver.CG);
    for (let again = 0; again < 300; again++) training.solveUsers();
    expect(training.factors().items.every(Number.isFinite)).toBe(true);
  });

  it('comes to almost nothing, but to an end, where the regularisation is far too strong', () => {
    const random = seeded(3);
    const matrix = matrixOf(80, 70, () => (random() < 0.2 ? { weight: 1, preference: 1 } : null));
    const strong = { ...settings, k: 64, regularization: 100, solver: AlsSolver.CG };
    const training = openTraining(loadKernel().module, { matrix, settings: strong, threads: 1, available: 2 ** 32 });
    for (let iteration = 0; iteration < 8; iteration++) training.iterate();
    const { users } = training.factors();
    expect(Math.max(...users.map(Math.abs))).toBeLessThan(1e-3);
    expect(training.loss()).toBeCloseTo(matrix.column.length, 0);
  });

  it('says so when weights are not finite, instead of making a model of nothing', () => {
    const matrix = matrixOf(4, 4, (row, column) => ({ weight: row === column ? Number.NaN : 1, preference: 1 }));
    for (const solver of Object.values(AlsSolver)) {
      const training = openTraining(loadKernel().module, { matrix, settings: { ...settings, solver }, threads: 1, available: 2 ** 30 });
      expect(() => training.iterate()).toThrow(/no solution/);
    }
  });
});

describe('training a matrix', () => {
  const random = seeded(7);
  const matrix = matrixOf(300, 200, () => (random() < 0.15 ? { weight: 0.5 + random(), preference: random() < 0.9 ? 1 : 0 } : null));

  it.each(Object.values(AlsSolver))('gives bit-equal factors for 1, 2 and 4 threads by %s', async (solver) => {
    const trained = (threads: number) => trainMatrix({ matrix, settings: { ...settings, k: 12, solver }, threads });
    const one = await trained(1);
    for (const threads of [2, 4]) {
      const more = await trained(threads);
      expect(more.items).toEqual(one.items);
      expect(more.users).toEqual(one.users);
      expect(more.loss).toBe(one.loss);
    }
  });

  it('goes on from a checkpoint to the very factors of an uninterrupted training', async () => {
    const whole = { ...settings, k: 10, iterations: 6, solver: AlsSolver.CG };
    const checkpoints: { users: Float32Array; items: Float32Array; iteration: number }[] = [];
    const uninterrupted = await trainMatrix({
      matrix,
      settings: whole,
      threads: 2,
      onIteration: ({ iteration }, factors) => void checkpoints.push({ ...factors(), iteration }),
    });
    const [, second] = checkpoints;
    if (second === undefined) throw new Error('There is no second checkpoint.');
    const resumed = await trainMatrix({ matrix, settings: whole, threads: 1, resume: second });
    expect(resumed.items).toEqual(uninterrupted.items);
    expect(resumed.users).toEqual(uninterrupted.users);
  });

  it('lowers the loss with every iteration and ends as low by two steps of gradient as by exact solutions', async () => {
    const losses = async (solver: AlsSolver): Promise<number[]> => {
      const told: number[] = [];
      await trainMatrix({ matrix, settings: { ...settings, iterations: 10, solver }, onIteration: ({ loss }) => void told.push(loss) });
      return told;
    };
    const [exact, gradient] = [await losses(AlsSolver.CHOLESKY), await losses(AlsSolver.CG)];
    expect(exact).toHaveLength(10);
    exact.slice(1).forEach((loss, at) => {
      expect(loss).toBeLessThanOrEqual((exact[at] ?? 0) * (1 + 1e-5));
    });
    expect((gradient.at(-1) ?? 0) / (exact.at(-1) ?? 1)).toBeLessThan(1.01);
  });

  it('lets factors that nothing needs become nothing, and not numbers whose products are near the smallest, which a processor takes long for', async () => {
    // Odd rows like odd columns: two tastes, and six factors to spare.
    const tastes = matrixOf(40, 40, (row, column) => ((row + column) % 2 === 0 ? { weight: 1, preference: 1 } : null));
    const { users, items } = await trainMatrix({ matrix: tastes, settings: { ...settings, iterations: 60 } });
    const small = [...users, ...items].filter((value) => value !== 0 && Math.abs(value) < 1e-9);
    expect(small).toEqual([]);
  });

  it('ends when whoever watches it throws, and lets its threads go', async () => {
    const run = trainMatrix({
      matrix,
      settings,
      threads: 2,
      onIteration: () => {
        throw new Error('enough');
      },
    });
    await expect(run).rejects.toThrow('enough');
  });
});
