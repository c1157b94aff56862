import type { FileRow } from './file-row';
import type { ImportFile } from './import';
import { type ColumnMapping, ImportField } from './import-columns';

/** The columns of a MovieLens folder as one table: a film with what its other files say of it. */
export const MOVIELENS_COLUMNS = ['movieId', 'title', 'genres', 'imdbId', 'tmdbId', 'tags', 'rating', 'ratingCount'] as const;

const column = (name: (typeof MOVIELENS_COLUMNS)[number], field: ImportField, source: string | null = null): ColumnMapping => ({
  column: name,
  field,
  source,
});

export const MOVIELENS_MAPPING: readonly ColumnMapping[] = [
  column('movieId', ImportField.EXTERNAL_ID, 'movielens'),
  column('title', ImportField.NAME_AND_YEAR),
  column('genres', ImportField.GENRES),
  column('imdbId', ImportField.EXTERNAL_ID, 'imdb'),
  column('tmdbId', ImportField.EXTERNAL_ID, 'tmdb'),
  column('tags', ImportField.TAGS),
  column('rating', ImportField.RATING),
  column('ratingCount', ImportField.RATING_COUNT),
];

/** The file of this name in whatever folder, or null. */
export function fileNamed(files: readonly ImportFile[], name: string): ImportFile | null {
  return files.find((file) => file.name.toLowerCase().split(/[\\/]/).at(-1) === name) ?? null;
}

/** Whether files are those of a MovieLens folder: its films, and one of the files that belong to them. */
export function isMovieLens(files: readonly ImportFile[]): boolean {
  return (
    fileNamed(files, 'movies.csv') !== null && ['links.csv', 'tags.csv', 'ratings.csv'].some((name) => fileNamed(files, name) !== null)
  );
}

/** What the other files of a MovieLens folder say of its films, gathered row by row. */
export interface FilmFacts {
  link(cells: FileRow['cells']): void;
  tag(cells: FileRow['cells']): void;
  rate(cells: FileRow['cells']): void;
  /** A film's row with all of it behind: `movieId, title, genres` as they came. */
  withFacts(cells: FileRow['cells']): FileRow['cells'];
}

const MOST_TAGS = 200;

/** Begins empty. A tag's relevance is the share of the film's taggers who gave it; of films with one tmdb id the first keeps it. */
export function filmFacts(): FilmFacts {
  const links = new Map<string, readonly [imdb: string, tmdb: string]>();
  const tags = new Map<string, Map<string, number>>();
  const taggers = new Map<string, Set<string>>();
  const sums = new Map<string, { sum: number; count: number }>();
  const taken = new Set<string>();
  const text = (cells: FileRow['cells'], index: number): string => String(cells[index] ?? '').trim();

  function tagsOf(movie: string): readonly string[] {
    const everyone = Math.max(1, taggers.get(movie)?.size ?? 1);
    const most = [...(tags.get(movie) ?? [])].sort((a, b) => b[1] - a[1]).slice(0, MOST_TAGS);
    return most.map(([tag, count]) => `${tag}:${Math.min(1, Math.round((1000 * count) / everyone) / 1000)}`);
  }

  return {
    link: (cells) => void links.set(text(cells, 0), [text(cells, 1), text(cells, 2)]),
    tag(cells) {
      const [user, movie, tag] = [text(cells, 0), text(cells, 1), text(cells, 2).toLowerCase().replace(/\|/g, ' ')];
      if (tag === '' || tag.length > 200) return;
      const of = tags.get(movie) ?? new Map<string, number>();
      tags.set(movie, of.set(tag, (of.get(tag) ?? 0) + 1));
      taggers.set(movie, (taggers.get(movie) ?? new Set()).add(user));
    },
    rate(cells) {
      const [movie, value] = [text(cells, 1), Number(text(cells, 2))];
      if (!(value >= 0.5 && value <= 5)) return;
      const { sum, count } = sums.get(movie) ?? { sum: 0, count: 0 };
      sums.set(movie, { sum: sum + value, count: count + 1 });
    },
    withFacts(cells) {
      const movie = text(cells, 0);
      const [imdb = '', tmdb = ''] = links.get(movie) ?? [];
      const isFirst = tmdb !== '' && !taken.has(tmdb);
      taken.add(tmdb);
      const { sum = 0, count = 0 } = sums.get(movie) ?? {};
      const rating = count === 0 ? '' : String(Math.round((100 * sum) / count) / 100);
      return [...cells.slice(0, 3), imdb, isFirst ? tmdb : '', tagsOf(movie), rating, count === 0 ? '' : String(count)];
    },
  };
}
