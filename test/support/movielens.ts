import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { confidenceOf } from '../../core/confidence';
import type { TimedMatrix } from '../../core/interaction-matrix';
import type { ConfidencePreset } from '../../core/model';
import { listOf, readRows } from '../../demo/files';
import { readRatings } from '../../demo/ratings';
import type { Rating } from '../../store/rating-history';
import { anInteraction } from './interaction';

/** MovieLens small as a model reads it: people x films. */
export interface Films {
  readonly matrix: TimedMatrix;
  /** Genres of each column. */
  readonly genres: readonly (readonly string[])[];
}

/** The ratings under a preset, or null where the data is not at hand. */
export function movielensFilms(preset: ConfidencePreset): Films | null {
  if (!existsSync(join(__dirname, '..', '..', 'demo', 'data', 'movielens', 'ratings.csv'))) return null;
  const films = readRows('movielens/movies.csv');
  const columnOf = new Map(films.map((film, column) => [film('movieId'), column]));
  return {
    matrix: matrixOfRatings(readRatings(), { columnOf, preset }),
    genres: films.map((film) => listOf(film('genres')).filter((genre) => !genre.startsWith('('))),
  };
}

function matrixOfRatings(
  ratings: readonly Rating[],
  { columnOf, preset }: { readonly columnOf: ReadonlyMap<string, number>; readonly preset: ConfidencePreset },
): TimedMatrix {
  // The file is ordered by person.
  const ends = new Map(ratings.map(({ userId }, at) => [userId, at + 1]));
  return {
    rows: ends.size,
    columns: columnOf.size,
    start: Int32Array.from([0, ...ends.values()]),
    column: Int32Array.from(ratings, ({ movieId }) => columnOf.get(movieId) ?? 0),
    ...confidences(ratings, preset),
    time: Int32Array.from(ratings, ({ at }) => at),
  };
}

function confidences(ratings: readonly Rating[], preset: ConfidencePreset): Pick<TimedMatrix, 'weight' | 'preference'> {
  const asOf = new Date('2019-01-01T00:00:00Z');
  const said = ratings.map(({ value, at }) => {
    const ratedAt = new Date(at * 1000);
    const interaction = anInteraction({ rating: value, ratedAt, firstAt: ratedAt, lastAt: ratedAt });
    const confidence = confidenceOf(interaction, { preset, halfLifeDays: null, asOf });
    if (confidence === null) throw new Error('A rating says something under every preset.');
    return confidence;
  });
  return {
    weight: Float32Array.from(said, ({ weight }) => weight),
    preference: Uint8Array.from(said, ({ preference }) => preference),
  };
}
