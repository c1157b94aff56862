import { parseMovieTitle } from '../core/movielens';
import { type Credit, CreditRole, type ExternalId, type Tag, TitleKind } from '../core/title';
import type { TitleDraft } from '../core/title-draft';
import type { Rating } from '../store/rating-history';
import { listOf, readRows } from './files';

const NO_GENRES = '(no genres listed)';

/**
 * The films of MovieLens with links, tags, running times, and the credits and certificates made by hand. Among them stand some
 * shows, which `showIds`, their IMDb ids, tell.
 */
export function movieDrafts(ratings: readonly Rating[], showIds: ReadonlySet<string>): readonly TitleDraft[] {
  const links = new Map(readRows('movielens/links.csv').map((row) => [row('movieId'), row]));
  const seconds = new Map(readRows('runtimes/runtimes.csv').map((row) => [row('movieId'), Number(row('runtime_min')) * 60]));
  const credits = new Map(readRows('credits/credits.csv').map((row) => [row('movieId'), row]));
  const tags = tagsByMovie();
  const rated = ratingsByMovie(ratings);
  const known = new Set<string>();
  return readRows('movielens/movies.csv').map((row) => {
    const id = row('movieId');
    const { name, year, otherNames } = parseMovieTitle(row('title'));
    const credit = credits.get(id);
    // MovieLens gives one tmdb id to two of its films: the first keeps it.
    const externalIds = externalIdsOf(id, links.get(id)).filter(({ source, value }) => first(known, `${source}:${value}`));
    return {
      kind: externalIds.some(({ source, value }) => source === 'imdb' && showIds.has(value)) ? TitleKind.SHOW : TitleKind.MOVIE,
      externalIds,
      name,
      year,
      description: otherNames.length > 0 ? `Also known as ${otherNames.join(' and ')}.` : undefined,
      genres: row('genres') === NO_GENRES ? [] : listOf(row('genres')),
      seconds: seconds.get(id),
      certificate: credit?.('certificate') || undefined,
      attributes: rated.get(id),
      tags: tags.get(id),
      credits: credit && [...people(CreditRole.DIRECTOR, credit('directors')), ...people(CreditRole.ACTOR, credit('actors'))],
    };
  });
}

/** Credits of one role from names with bars between them, in order of billing. */
export function people(role: CreditRole, names: string): readonly Credit[] {
  return listOf(names).map((name, position) => ({ role, name, character: null, position }));
}

function first(known: Set<string>, key: string): boolean {
  const isFirst = !known.has(key);
  known.add(key);
  return isFirst;
}

function externalIdsOf(id: string, links: ((column: string) => string) | undefined): readonly ExternalId[] {
  const imdb = links?.('imdbId') ?? '';
  const tmdb = links?.('tmdbId') ?? '';
  return [
    { source: 'movielens', value: id },
    ...(imdb === '' ? [] : [{ source: 'imdb', value: `tt${imdb.padStart(7, '0')}` }]),
    ...(tmdb === '' ? [] : [{ source: 'tmdb', value: tmdb }]),
  ];
}

/** A tag's relevance is the share of the film's taggers who gave it. */
function tagsByMovie(): ReadonlyMap<string, readonly Tag[]> {
  const taggers = new Map<string, Map<string, Set<string>>>();
  const everyone = new Map<string, Set<string>>();
  for (const row of readRows('movielens/tags.csv')) {
    const [movie, tag, user] = [row('movieId'), row('tag').trim().toLowerCase(), row('userId')];
    const tags = taggers.get(movie) ?? new Map<string, Set<string>>();
    taggers.set(movie, tags.set(tag, (tags.get(tag) ?? new Set()).add(user)));
    everyone.set(movie, (everyone.get(movie) ?? new Set()).add(user));
  }
  const share = (movie: string, users: Set<string>): number => users.size / (everyone.get(movie)?.size ?? 1);
  return new Map([...taggers].map(([movie, tags]) => [movie, [...tags].map(([tag, users]) => ({ tag, relevance: share(movie, users) }))]));
}

function ratingsByMovie(ratings: readonly Rating[]): ReadonlyMap<string, { rating: number; ratingCount: number }> {
  const sums = new Map<string, { sum: number; ratingCount: number }>();
  for (const { movieId, value } of ratings) {
    const { sum, ratingCount } = sums.get(movieId) ?? { sum: 0, ratingCount: 0 };
    sums.set(movieId, { sum: sum + value, ratingCount: ratingCount + 1 });
  }
  const mean = (sum: number, count: number): number => Math.round((100 * sum) / count) / 100;
  return new Map([...sums].map(([id, { sum, ratingCount }]) => [id, { rating: mean(sum, ratingCount), ratingCount }]));
}
