import type { Rating } from '../store/rating-history';
import { readText } from './files';

/** All ratings, in the order of the file. */
export function readRatings(): readonly Rating[] {
  return ratingsOf(readText('movielens/ratings.csv'));
}

/** The ratings of a file as MovieLens writes it, with a head; it holds neither quotes nor blanks, so that splitting is enough. */
export function ratingsOf(text: string): readonly Rating[] {
  const lines = text.trimEnd().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [userId = '', movieId = '', value, at] = line.split(',');
    return { userId, movieId, value: Number(value), at: Number(at) };
  });
}
