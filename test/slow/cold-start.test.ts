import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  afterFew,
  joined,
  mostLiked,
  mostTheirOwn,
  type ThreeGenres,
  type Values,
  withoutPeople,
  withoutTitles,
} from '../../bench/held-out';
import { movielensWorld, type World } from '../../bench/movielens-world';
import { compare, mean } from '../../core/evaluate/bootstrap';

const isHere = existsSync(join(__dirname, '..', '..', 'demo', 'data', 'movielens', 'ratings.csv'));
if (!isHere) console.warn('SKIPPED: demo/data/movielens is not at hand, so cold starts were not measured.');
const withData = isHere ? it : it.skip;
const PARTS = 5;
const EMPTY = new Float64Array(0);

async function everyone(world: World, genres: ThreeGenres): Promise<Values> {
  const runs: Values[] = [];
  for (let part = 0; part < PARTS; part++) runs.push(await withoutPeople(world, { part, parts: PARTS, genres }));
  return joined(runs);
}

describe('cold starts on MovieLens small', () => {
  withData(
    'rank films that nobody met better than chance and than popularity guessed from the same attributes',
    async () => {
      const world = movielensWorld();
      const values = joined([await withoutTitles(world, 1), await withoutTitles(world, 2), await withoutTitles(world, 3)]);
      const ours = values['by attributes, for this person'] ?? EMPTY;
      const { ratio } = compare(ours, values['popularity guessed by attributes'] ?? EMPTY);
      console.info('titles', Object.fromEntries(Object.entries(values).map(([name, each]) => [name, mean(each)])), ratio);
      // Measured on 2026-11-24: 0.146, 1.72 (1.60 to 1.85) times the guess, and 0.45 of what knowing the outcome would give.
      expect(mean(ours)).toBeGreaterThan(0.13);
      expect(ratio?.low).toBeGreaterThan(1.4);
    },
    600_000,
  );

  withData(
    'list better than popularity for people who told three genres and did nothing else',
    async () => {
      const world = movielensWorld();
      for (const [genres, floor] of [
        [mostLiked(world), 1.08],
        [mostTheirOwn(world), 1.18],
      ] as const) {
        const values = await everyone(world, genres);
        const { ratio } = compare(values['by told genres'] ?? EMPTY, values.popularity ?? EMPTY);
        console.info('people', Object.fromEntries(Object.entries(values).map(([name, each]) => [name, mean(each)])), ratio);
        // Measured on 2026-11-24: 1.17 (1.14 to 1.21) for the commonest genres, 1.27 (1.22 to 1.32) for those that set a person apart.
        expect(ratio?.low).toBeGreaterThan(floor);
      }
    },
    600_000,
  );

  withData(
    'list better still when such people have rated a film',
    async () => {
      const world = movielensWorld();
      const runs: Values[] = [];
      for (const part of [0, 1, 2]) runs.push(await afterFew(world, { part, parts: 5, rated: 1 }));
      const values = joined(runs);
      const { ratio } = compare(values['by told genres and ratings'] ?? EMPTY, values.popularity ?? EMPTY);
      console.info('one film', Object.fromEntries(Object.entries(values).map(([name, each]) => [name, mean(each)])), ratio);
      // Measured on 2026-11-24: 1.22 (1.16 to 1.28). By the one rating alone lists are worse than popularity, 0.82 (0.76 to 0.89).
      expect(ratio?.low).toBeGreaterThan(1.1);
    },
    600_000,
  );
});
