import fc from 'fast-check';
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type ExplicitSettings, predictedRating, type Ratings, ratingCounts, trainExplicit } from '../../core/explicit-als';
import { below, normal, type Random, seeded } from '../../core/random';

const settings: ExplicitSettings = { rank: 3, iterations: 1, regularization: 0.1, seed: 5 };

function someRatings(users: number, items: number, random: Random): Ratings {
  const cells = Array.from({ length: users * items }, (_, at) => at).filter(() => random() < 0.6);
  return {
    users,
    items,
    user: Int32Array.from(cells, (cell) => Math.floor(cell / items)),
    item: Int32Array.from(cells, (cell) => cell % items),
    value: Float64Array.from(cells, () => (1 + below(random, 10)) / 2),
  };
}

/** The ridge regression of one user's ratings on the item factors, by ml-matrix. */
function oracle({ user, item, value }: Ratings, items: Float64Array, one: number, { rank, regularization }: ExplicitSettings): number[] {
  const rated = [...user.keys()].filter((e) => user[e] === one);
  if (rated.length === 0) return new Array(rank).fill(0);
  const y = new Matrix(rated.map((e) => [...items.subarray((item[e] ?? 0) * rank, ((item[e] ?? 0) + 1) * rank)]));
  const left = y.transpose().mmul(y);
  for (let i = 0; i < rank; i++) left.set(i, i, left.get(i, i) + regularization * rated.length);
  const right = y.transpose().mmul(Matrix.columnVector(rated.map((e) => value[e] ?? 0)));
  return new CholeskyDecomposition(left).solve(right).to1DArray();
}

/** Regularised loss of Zhou et al. 2008. */
function lossOf(ratings: Ratings, trained: ReturnType<typeof trainExplicit>, { rank, regularization }: ExplicitSettings): number {
  const counts = ratingCounts(ratings);
  const lengths = (factors: Float64Array, of: Int32Array): number =>
    factors.reduce((sum, value, at) => sum + (of[Math.floor(at / rank)] ?? 0) * value * value, 0);
  const missed = ratings.value.reduce((sum, value, e) => {
    return sum + (value - predictedRating(trained, ratings.user[e] ?? 0, ratings.item[e] ?? 0)) ** 2;
  }, 0);
  return missed + regularization * (lengths(trained.users, counts.users) + lengths(trained.items, counts.items));
}

describe('ALS on explicit ratings', () => {
  it('solves every user as ml-matrix does, with a ridge that grows with the number of ratings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer(),
        (u, i, rank, seed) => {
          const ratings = someRatings(u, i, seeded(seed));
          const own = { ...settings, rank, iterations: 2 };
          const trained = trainExplicit(ratings, own);
          for (let user = 0; user < u; user++) {
            const expected = oracle(ratings, trained.items, user, own);
            expected.forEach((value, at) => {
              expect(trained.users[user * rank + at]).toBeCloseTo(value, 7);
            });
          }
        },
      ),
    );
  });

  it('lowers its loss with every iteration, and gives the same factors for the same seed only', () => {
    const ratings = someRatings(30, 20, seeded(2));
    const losses = [1, 2, 3, 6].map((iterations) => lossOf(ratings, trainExplicit(ratings, { ...settings, iterations }), settings));
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(trainExplicit(ratings, settings)).toEqual(trainExplicit(ratings, settings));
    expect(trainExplicit(ratings, { ...settings, seed: 6 })).not.toEqual(trainExplicit(ratings, settings));
  });

  it('finds ratings that have a low rank again, also where they were withheld', () => {
    const random = seeded(7);
    const [x, y] = [40, 30].map((rows) => Array.from({ length: rows }, () => [1 + normal(random) / 4, normal(random) / 2]));
    const truth = (user: number, item: number): number =>
      3 * (x?.[user]?.[0] ?? 0) * (y?.[item]?.[0] ?? 0) + (x?.[user]?.[1] ?? 0) * (y?.[item]?.[1] ?? 0);
    const all = someRatings(40, 30, random);
    const ratings = { ...all, value: all.value.map((_, e) => truth(all.user[e] ?? 0, all.item[e] ?? 0)) };
    const trained = trainExplicit(ratings, { rank: 2, iterations: 60, regularization: 1e-6, seed: 5 });
    for (let user = 0; user < 40; user++) {
      for (let item = 0; item < 30; item++) expect(predictedRating(trained, user, item)).toBeCloseTo(truth(user, item), 2);
    }
  });

  it('gives a row without ratings zeros', () => {
    const ratings = { users: 2, items: 1, user: Int32Array.of(0), item: Int32Array.of(0), value: Float64Array.of(4) };
    expect(trainExplicit(ratings, settings).users.subarray(3)).toEqual(new Float64Array(3));
  });
});
