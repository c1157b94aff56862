import { type ExplicitSettings, predictedRating, type Ratings, ratingCounts, trainExplicit } from './explicit-als';

/** The settings of the system that Kinograph grew from; docs/original-preset.md says what they do and how well. */
export const ORIGINAL_PRESET = {
  rank: 8,
  iterations: 10,
  regularization: 0.1,
  seed: 5,
  /** A title with fewer ratings is never listed. The original meant this and compared the wrong column, so that obscure films came up. */
  leastRatings: 25,
  top: 5,
} as const satisfies ExplicitSettings & { readonly leastRatings: number; readonly top: number };

/** One rating by the ids of its source. */
export interface SaidRating<Id> {
  readonly user: Id;
  readonly item: Id;
  readonly value: number;
}

/** A title of the original's list, with the rating that the person is expected to give it. */
export interface ExpectedRating<Id> {
  readonly item: Id;
  readonly rating: number;
}

/**
 * What the original answers after every event: everything is trained again with one more person, who gave `userRatings`, and the five
 * titles with the highest expected rating come back, best first, of those with 25 ratings and more that the person has not rated.
 * Equal ratings stand in the order in which the titles first occur. A value that is not finite throws a RangeError.
 */
export function originalTopFive<Id extends string | number>(
  ratings: readonly SaidRating<Id>[],
  userRatings: readonly Omit<SaidRating<Id>, 'user'>[],
): readonly ExpectedRating<Id>[] {
  const { matrix, items, person } = numbered(ratings, userRatings);
  if (userRatings.length === 0) return [];
  const factors = trainExplicit(matrix, ORIGINAL_PRESET);
  const counts = ratingCounts(matrix).items;
  const rated = new Set(userRatings.map(({ item }) => item));
  return items
    .map((item, at) => ({ item, rating: predictedRating(factors, person, at), count: counts[at] as number }))
    .filter(({ item, count }) => count >= ORIGINAL_PRESET.leastRatings && !rated.has(item))
    .sort((a, b) => b.rating - a.rating)
    .slice(0, ORIGINAL_PRESET.top)
    .map(({ item, rating }) => ({ item, rating }));
}

interface Numbered<Id> {
  readonly matrix: Ratings;
  /** The id of each item row. */
  readonly items: readonly Id[];
  /** The row of the person who was added. */
  readonly person: number;
}

function numbered<Id>(ratings: readonly SaidRating<Id>[], userRatings: readonly Omit<SaidRating<Id>, 'user'>[]): Numbered<Id> {
  const rowOf = new Map<Id, number>();
  const columnOf = new Map<Id, number>();
  const total = ratings.length + userRatings.length;
  const [user, item, value] = [new Int32Array(total), new Int32Array(total), new Float64Array(total)];
  ratings.forEach((said, at) => {
    user[at] = placeIn(rowOf, said.user);
  });
  const person = rowOf.size;
  user.fill(person, ratings.length);
  [...ratings, ...userRatings].forEach((said, at) => {
    if (!Number.isFinite(said.value)) throw new RangeError(`A rating must be a finite number; number ${at + 1} came as ${said.value}.`);
    item[at] = placeIn(columnOf, said.item);
    value[at] = said.value;
  });
  return { matrix: { users: person + 1, items: columnOf.size, user, item, value }, items: [...columnOf.keys()], person };
}

function placeIn<Id>(places: Map<Id, number>, id: Id): number {
  const found = places.get(id) ?? places.size;
  places.set(id, found);
  return found;
}
