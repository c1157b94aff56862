import { DEFAULT_SETTINGS } from '../core/als-settings';
import { type ExplicitFactors, predictedRating, type Ratings, ratingCounts, trainExplicit } from '../core/explicit-als';
import { ORIGINAL_PRESET, originalTopFive } from '../core/original-preset';
import { below, type Random, seeded } from '../core/random';
import { listFor } from '../engine/local/list';
import { readPerson } from '../engine/local/reading';
import { stateOf } from '../engine/local/state';
import type { Rating } from '../store/rating-history';
import { commit, machine, percentile } from './machine';
import { factorsFrom, interactionFrom, matrixOf, movielensWorld, NOW, type World } from './movielens-world';

const ROUNDS = 7;
const SEEDS = [1, 2, 3];
const FILTER = { excludeSeen: true, excludeServed: false, excludeTitleIds: [], withoutHistoryOf: [] };

/** Root mean square errors over the same held-out ratings. */
interface Errors {
  readonly ours: number;
  readonly mean: number;
  readonly pairs: number;
  readonly unknown: number;
}

/** The original's setting on MovieLens small: how well it guesses ratings, and what it costs to train anew after every event. */
async function main(): Promise<void> {
  const world = movielensWorld();
  console.log(
    `original: explicit ALS, rank 8, 10 iterations, lambda 0.1 x ratings, seed 5, on MovieLens small (${world.ratings.length} ratings)`,
  );
  console.log(`  ${machine()}; commit ${commit()}`);
  for (const seed of SEEDS) {
    const { ours, mean, pairs, unknown } = errorsOf(world.ratings, seeded(seed));
    console.log(
      `  split ${seed}, 80/20: RMSE ${ours.toFixed(4)}, global mean ${mean.toFixed(4)} (${percent(1 - ours / mean)} better), ${pairs} ratings; ${unknown} of films or people without a rating in the training part are left out, as Spark leaves them out`,
    );
  }
  await timeOneEvent(world);
}

function errorsOf(ratings: readonly Rating[], random: Random): Errors {
  const all = numbered(ratings);
  const held = shuffled(ratings.length, random).slice(0, Math.round(ratings.length / 5));
  const isHeld = new Uint8Array(ratings.length);
  for (const at of held) isHeld[at] = 1;
  const train = {
    ...all,
    user: all.user.filter((_, at) => isHeld[at] === 0),
    item: all.item.filter((_, at) => isHeld[at] === 0),
    value: all.value.filter((_, at) => isHeld[at] === 0),
  };
  return errorsOn(
    held.map((at) => [all.user[at] as number, all.item[at] as number, all.value[at] as number] as const),
    train,
    trainExplicit(train, ORIGINAL_PRESET),
  );
}

function errorsOn(held: readonly (readonly [number, number, number])[], train: Ratings, factors: ExplicitFactors): Errors {
  const counts = ratingCounts(train);
  const known = held.filter(([user, item]) => (counts.users[user] ?? 0) > 0 && (counts.items[item] ?? 0) > 0);
  const mean = train.value.reduce((sum, value) => sum + value, 0) / train.value.length;
  const rmse = (guess: (user: number, item: number) => number): number =>
    Math.sqrt(known.reduce((sum, [user, item, value]) => sum + (value - guess(user, item)) ** 2, 0) / known.length);
  const ours = rmse((user, item) => predictedRating(factors, user, item));
  return { ours, mean: rmse(() => mean), pairs: known.length, unknown: held.length - known.length };
}

/** One event of a person with a past: the original trains everything anew; Kinograph folds the person in. */
async function timeOneEvent({ columns, ratings, people }: World): Promise<void> {
  const everyone = people.map(({ interactions }) => interactions);
  const state = stateOf(columns, await factorsFrom(columns, matrixOf(columns, everyone, DEFAULT_SETTINGS), DEFAULT_SETTINGS));
  const [id] = [...people]
    .sort((a, b) => Math.abs(a.interactions.length - 200) - Math.abs(b.interactions.length - 200))
    .map((one) => one.id);
  const own = ratings.filter(({ userId }) => Number(userId) === id);
  const others = ratings
    .filter(({ userId }) => Number(userId) !== id)
    .map(({ userId, movieId, value }) => ({ user: userId, item: movieId, value }));
  const said = own.map(({ movieId, value }) => ({ item: movieId, value }));
  const person = { preferences: {}, interactions: own.map(interactionFrom) };
  // A copy each time: the same person is not read twice.
  const retrain = (): unknown => originalTopFive(others, said);
  const fold = (): unknown => readPerson(state, { ...person }, NOW);
  const list = (): unknown => listFor(state, { person: { ...person }, filter: FILTER, servedIds: [], now: NOW, count: 500 }).top(5);
  for (let warm = 0; warm < 300; warm++) list();
  const times = { retrain: [] as number[], fold: [] as number[], list: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.retrain.push(secondsOf(retrain, 1));
    times.fold.push(secondsOf(fold, 100));
    times.list.push(secondsOf(list, 100));
  }
  const [slow, folded, listed] = [times.retrain, times.fold, times.list].map((each) => percentile(each, 0.5)) as [number, number, number];
  console.log(`  one event of a person with ${own.length} ratings, medians of ${ROUNDS} alternated rounds:`);
  console.log(`    the original, everything trained anew, top 5:  ${(slow * 1e3).toFixed(0)} ms`);
  console.log(
    `    Kinograph (k = ${DEFAULT_SETTINGS.k}), fold-in:               ${(folded * 1e6).toFixed(0)} us, ${Math.round(slow / folded)} times faster`,
  );
  console.log(
    `    Kinograph, fold-in and top 5 of all films:     ${(listed * 1e6).toFixed(0)} us, ${Math.round(slow / listed)} times faster`,
  );
}

function numbered(ratings: readonly Rating[]): Ratings {
  const rowsOf = (ids: readonly string[]): { rows: Int32Array; size: number } => {
    const places = new Map<string, number>();
    const rows = Int32Array.from(ids, (id) => {
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      return place;
    });
    return { rows, size: places.size };
  };
  const users = rowsOf(ratings.map(({ userId }) => userId));
  const items = rowsOf(ratings.map(({ movieId }) => movieId));
  const value = Float64Array.from(ratings, (rating) => rating.value);
  return { users: users.size, items: items.size, user: users.rows, item: items.rows, value };
}

function shuffled(size: number, random: Random): number[] {
  const order = Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = below(random, at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

function secondsOf(piece: () => unknown, times: number): number {
  const started = performance.now();
  for (let at = 0; at < times; at++) piece();
  return (performance.now() - started) / 1000 / times;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
