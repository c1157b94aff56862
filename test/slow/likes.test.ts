import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { movielensWorld } from '../../bench/movielens-world';
import { genresOf, UNKNOWN_YEAR } from '../../core/columns';
import { LIKED_FROM } from '../../core/confidence';
import { judged } from '../../core/like/judged';
import { evaluateLikes } from '../../core/like/measure';

const isHere = existsSync(join(__dirname, '..', '..', 'demo', 'data', 'movielens', 'ratings.csv'));
if (!isHere) console.warn('SKIPPED: demo/data/movielens is not at hand, so guesses of likes were not measured.');
const withData = isHere ? it : it.skip;
/** Every fourth person: the quality of all of them is in docs/likes.md, and takes four times as long. */
const ONE_OF = 4;

describe('guesses of likes on MovieLens small', () => {
  withData(
    'are better than the majority, popularity and chance on the last fifth of what each person rated',
    () => {
      const { columns, ratings } = movielensWorld();
      const titles = [...columns.ids].map((id, row) => {
        const year = columns.year[row] as number;
        const genres = genresOf(columns, row).map((genre) => columns.genreNames.names[genre] as string);
        return { id, genres, year: year === UNKNOWN_YEAR ? null : year };
      });
      const judgments = ratings
        .filter(({ userId }) => Number(userId) % ONE_OF === 0)
        .map(({ userId, movieId, value, at }) => ({ userId: Number(userId), titleId: Number(movieId), liked: value >= LIKED_FROM, at }));
      const found = evaluateLikes(judged(judgments, titles), 43);
      console.info('likes', found);
      const { classifier, ranker, majority, popularity } = found as NonNullable<typeof found>;
      expect(classifier.rocAuc).toBeGreaterThan(0.7);
      expect(classifier.accuracy).toBeGreaterThan((majority.accuracy ?? 1) + 0.05);
      expect(classifier.personAuc).toBeGreaterThan(popularity.personAuc + 0.03);
      expect(ranker.personAuc).toBeGreaterThan(popularity.personAuc + 0.02);
    },
    120_000,
  );
});
