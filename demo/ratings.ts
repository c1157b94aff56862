import type { Rating } from '../store/rating-history';
import { readText } from './files';

/** All ratings, in the order of the file. It holds neither quotes nor blanks, so that splitting is enough. */
export function readRatings(): readonly Rating[] {
  const lines = readText('movielens/ratings.csv').trimEnd().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [userId = '', movieId = '', value, at] = line.split(',');
    return { userId, movieId, value: Number(value), at: Number(at) };
  });
}
