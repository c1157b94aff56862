import type { LikedTitles, LikeRows } from './rows';

/** A title as the model of likes sees it. */
export interface JudgedTitle {
  readonly id: number;
  readonly genres: readonly string[];
  readonly year: number | null;
}

/** What somebody thinks of a title, `at` in milliseconds. */
export interface Judgment {
  readonly userId: number;
  readonly titleId: number;
  readonly liked: boolean;
  readonly at: number;
}

/** Judgments with indices in the place of ids. */
export interface Judged {
  readonly rows: LikeRows;
  readonly at: Float64Array;
  readonly people: number;
  readonly titleIds: readonly number[];
  readonly titles: LikedTitles;
  /** Genres by their index. */
  readonly genres: readonly string[];
}

/** Counts people, titles and genres through; a judgment of a title that is not told is left out. */
export function judged(judgments: readonly Judgment[], told: readonly JudgedTitle[]): Judged {
  const genres = [...new Set(told.flatMap((title) => title.genres))].sort();
  const titleAt = new Map(told.map(({ id }, at) => [id, at]));
  const known = judgments.filter(({ titleId }) => titleAt.has(titleId));
  const personAt = new Map([...new Set(known.map(({ userId }) => userId))].map((id, at) => [id, at]));
  return {
    rows: {
      person: Int32Array.from(known, ({ userId }) => personAt.get(userId) as number),
      title: Int32Array.from(known, ({ titleId }) => titleAt.get(titleId) as number),
      liked: Uint8Array.from(known, ({ liked }) => (liked ? 1 : 0)),
    },
    at: Float64Array.from(known, ({ at }) => at),
    people: personAt.size,
    titleIds: told.map(({ id }) => id),
    titles: likedTitles(told, genres),
    genres,
  };
}

/** Titles by the numbers of these genres; one that is not among them is nothing known. */
export function likedTitles(told: readonly Omit<JudgedTitle, 'id'>[], genres: readonly string[]): LikedTitles {
  const genreAt = new Map(genres.map((genre, at) => [genre, at]));
  return {
    genres: told.map((title) => title.genres.flatMap((genre) => genreAt.get(genre) ?? [])),
    genreCount: genres.length,
    year: Float64Array.from(told, ({ year }) => year ?? Number.NaN),
  };
}
