import { factorize, solve } from './cholesky';
import { normal, seeded } from './random';

/** Ratings as triplets: place e says that `user[e]` rated `item[e]` with `value[e]`. */
export interface Ratings {
  readonly users: number;
  readonly items: number;
  readonly user: Int32Array;
  readonly item: Int32Array;
  readonly value: Float64Array;
}

/** Settings of explicit-rating ALS. */
export interface ExplicitSettings {
  /** Length of a factor vector. */
  readonly rank: number;
  readonly iterations: number;
  /** Lambda; a row's ridge is lambda times its number of ratings. */
  readonly regularization: number;
  readonly seed: number;
}

/** Factors of both sides, row-major, rank numbers a row. A row without ratings holds zeros. */
export interface ExplicitFactors {
  readonly rank: number;
  readonly users: Float64Array;
  readonly items: Float64Array;
}

/** The ratings of each row of one side: `other[e]` rated with `value[e]`, from start[row] to start[row + 1] - 1. */
interface Rows {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly value: Float64Array;
}

/**
 * ALS on explicit ratings with weighted-lambda regularisation (Zhou, Wilkinson, Schreiber, Pan 2008), as Spark MLlib's `ALS.train` has it:
 * minimises sum of (r - x.y)^2 + lambda (ratings of the user |x|^2 + ratings of the item |y|^2). The same input gives the same factors.
 */
export function trainExplicit(ratings: Ratings, settings: ExplicitSettings): ExplicitFactors {
  const byUser = rowsOf(ratings.user, ratings.item, { rows: ratings.users, value: ratings.value });
  const byItem = rowsOf(ratings.item, ratings.user, { rows: ratings.items, value: ratings.value });
  let users = unitVectors(ratings.users, settings);
  let items: Float64Array = new Float64Array(ratings.items * settings.rank);
  for (let iteration = 0; iteration < settings.iterations; iteration++) {
    items = solveExplicit(byItem, users, settings);
    users = solveExplicit(byUser, items, settings);
  }
  return { rank: settings.rank, users, items };
}

/** The rating that a user would give an item: x.y. */
export function predictedRating({ rank, users, items }: ExplicitFactors, user: number, item: number): number {
  let sum = 0;
  for (let i = 0; i < rank; i++) sum += (users[user * rank + i] as number) * (items[item * rank + i] as number);
  return sum;
}

/** Ratings an item has, and ratings a user has. */
export function ratingCounts({ users, items, user, item }: Ratings): { readonly users: Int32Array; readonly items: Int32Array } {
  return { users: countsOf(user, users), items: countsOf(item, items) };
}

// (Y'Y + lambda n I) x = Y'r over the n rated rows of the other side.
function solveExplicit({ start, other, value }: Rows, fixed: Float64Array, { rank, regularization }: ExplicitSettings): Float64Array {
  const solved = new Float64Array((start.length - 1) * rank);
  const a = new Float64Array(rank * rank);
  const b = new Float64Array(rank);
  for (let row = 0; row < start.length - 1; row++) {
    const [from, to] = [start[row] as number, start[row + 1] as number];
    if (from === to) continue;
    a.fill(0);
    b.fill(0);
    for (let e = from; e < to; e++) addRating(a, b, fixed.subarray((other[e] as number) * rank), value[e] as number);
    for (let i = 0; i < rank; i++) a[i * rank + i] = (a[i * rank + i] as number) + regularization * (to - from);
    factorize(a, rank);
    solve(a, b, rank);
    solved.set(b, row * rank);
  }
  return solved;
}

function addRating(a: Float64Array, b: Float64Array, vector: Float64Array, rating: number): void {
  const rank = b.length;
  for (let i = 0; i < rank; i++) {
    const left = vector[i] as number;
    b[i] = (b[i] as number) + rating * left;
    for (let j = 0; j <= i; j++) a[i * rank + j] = (a[i * rank + j] as number) + left * (vector[j] as number);
  }
}

function rowsOf(row: Int32Array, other: Int32Array, { rows, value }: { readonly rows: number; readonly value: Float64Array }): Rows {
  const start = new Int32Array(rows + 1);
  countsOf(row, rows).forEach((count, at) => {
    start[at + 1] = (start[at] as number) + count;
  });
  const next = start.slice();
  const sorted = { other: new Int32Array(row.length), value: new Float64Array(row.length) };
  for (let e = 0; e < row.length; e++) {
    const at = next[row[e] as number] as number;
    next[row[e] as number] = at + 1;
    sorted.other[at] = other[e] as number;
    sorted.value[at] = value[e] as number;
  }
  return { start, ...sorted };
}

function countsOf(row: Int32Array, rows: number): Int32Array {
  const counts = new Int32Array(rows);
  for (const at of row) counts[at] = (counts[at] as number) + 1;
  return counts;
}

// As MLlib begins: directions drawn from the normal distribution, each of length 1.
function unitVectors(rows: number, { rank, seed }: ExplicitSettings): Float64Array {
  const random = seeded(seed);
  const vectors = Float64Array.from({ length: rows * rank }, () => normal(random));
  for (let row = 0; row < rows; row++) {
    const length = Math.hypot(...vectors.subarray(row * rank, (row + 1) * rank));
    for (let i = row * rank; i < (row + 1) * rank; i++) vectors[i] = (vectors[i] as number) / length;
  }
  return vectors;
}
