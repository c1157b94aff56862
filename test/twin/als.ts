import { factorize, solve } from '../../core/cholesky';
import { type InteractionMatrix, transpose } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import { addObserved, begin, gramOf, newEquations } from '../../core/normal-equations';
import { normal, seeded } from '../../core/random';
import { bonusOf, countedIn, ridgeOf } from '../../core/ridge';

/** Factors of both sides, row-major: users n x k, items m x k. `users` is the exact answer for these `items`. */
export interface Trained {
  readonly users: Float64Array;
  readonly items: Float64Array;
  readonly loss: number;
}

type Weighing = Pick<AlsSettings, 'k' | 'regularization' | 'frequencyExponent' | 'unobservedWeight' | 'objective'>;

// Rendle et al. 2021: factors start as N(0, 0.1 / sqrt(k)).
const START_DEVIATION = 0.1;

/**
 * Implicit ALS (Hu, Koren, Volinsky 2008) with frequency-scaled regularisation and a weight of the unobserved (Rendle et al. 2021),
 * each half-step solved exactly by Cholesky. `users x items` is the shape of `matrix`. The same input gives the same factors.
 */
export function trainAls(
  matrix: InteractionMatrix,
  settings: AlsSettings,
  onIteration: (iteration: number, loss: number) => void = () => undefined,
): Trained {
  const flipped = transpose(matrix);
  let items = startFactors(matrix.columns, settings);
  let users = solveRows(matrix, items, settings);
  let loss = lossOf(matrix, users, items, settings);
  for (let iteration = 1; iteration <= settings.iterations; iteration++) {
    items = solveRows(flipped, users, settings);
    users = solveRows(matrix, items, settings);
    loss = lossOf(matrix, users, items, settings);
    onIteration(iteration, loss);
  }
  return { users, items, loss };
}

/** Half a step: the best factors of every row against the `fixed` ones of the other side (columns x k); an empty row gets zeros. */
export function solveRows(matrix: InteractionMatrix, fixed: Float64Array, settings: Weighing): Float64Array {
  const { k } = settings;
  const gram = gramOf(fixed, k, settings.unobservedWeight);
  const equations = newEquations(k);
  const solved = new Float64Array(matrix.rows * k);
  for (let row = 0; row < matrix.rows; row++) {
    const from = matrix.start[row] as number;
    const to = matrix.start[row + 1] as number;
    if (from === to) continue;
    begin(equations, gram, ridgeOf(countedIn(matrix.preference, from, to, settings), matrix.columns, settings));
    addObserved(equations, fixed, { index: matrix.column, weight: matrix.weight, preference: matrix.preference, from, to });
    for (let e = from; e < to; e++) {
      const bonus = bonusOf(settings) * (matrix.preference[e] as number);
      for (let i = 0; i < k; i++)
        equations.b[i] = (equations.b[i] as number) + bonus * (fixed[(matrix.column[e] as number) * k + i] as number);
    }
    factorize(equations.a, k);
    solve(equations.a, equations.b, k);
    solved.set(equations.b, row * k);
  }
  return solved;
}

/** The loss that `AlsSettings` describes, over all pairs: the unobserved part is alpha0 * trace(X'X Y'Y). */
export function lossOf(matrix: InteractionMatrix, users: Float64Array, items: Float64Array, settings: Weighing): number {
  const { k } = settings;
  let loss = 0;
  for (let row = 0; row < matrix.rows; row++) {
    for (let e = matrix.start[row] as number; e < (matrix.start[row + 1] as number); e++) {
      const preference = matrix.preference[e] as number;
      const score = dot(users, row * k, items, (matrix.column[e] as number) * k, k);
      loss += (matrix.weight[e] as number) * (preference - score) ** 2 + bonusOf(settings) * preference * (1 - 2 * score);
    }
  }
  const userGram = gramOf(users, k, 1);
  const itemGram = gramOf(items, k, settings.unobservedWeight);
  loss += dot(userGram, 0, itemGram, 0, k * k);
  return loss + penaltyOf(matrix, users, settings) + penaltyOf(transpose(matrix), items, settings);
}

function penaltyOf({ rows, columns, start, preference }: InteractionMatrix, factors: Float64Array, settings: Weighing): number {
  const { k } = settings;
  let penalty = 0;
  for (let row = 0; row < rows; row++) {
    const counted = countedIn(preference, start[row] as number, start[row + 1] as number, settings);
    penalty += ridgeOf(counted, columns, settings) * dot(factors, row * k, factors, row * k, k);
  }
  return penalty;
}

function startFactors(rows: number, settings: AlsSettings): Float64Array {
  const random = seeded(settings.seed);
  const deviation = START_DEVIATION / Math.sqrt(settings.k);
  return Float64Array.from({ length: rows * settings.k }, () => normal(random) * deviation);
}

function dot(a: Float64Array, aFrom: number, b: Float64Array, bFrom: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[aFrom + i] as number) * (b[bFrom + i] as number);
  return sum;
}
