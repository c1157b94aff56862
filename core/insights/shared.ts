import type { GenreInsight } from './insights';

/** What several people watched of one genre. */
export interface SharedGenre {
  readonly genre: string;
  /** Seconds of each, in the order of the people; 0 where one never did. */
  readonly seconds: readonly number[];
}

/** What one person played, by title: seconds of every play together, unknown lengths as 0. */
export type SecondsByTitle = ReadonlyMap<number, number>;

/**
 * How far apart the tastes of people are, 0 (the same shares of genres) to 1 (no genre in common): the Jensen-Shannon distance of their
 * shares p_i of time by genre (Lin 1991, generalised to n and brought to 0..1),
 *   d = sqrt( (H(mean of p_i) - mean of H(p_i)) / log2 n ),  H(p) = - sum over g of p(g) log2 p(g),
 * where a play counts in full to every genre of its title. Null for fewer than two, and where somebody has no time in any genre.
 */
export function tasteDistance(people: readonly (readonly GenreInsight[])[]): number | null {
  if (people.length < 2) return null;
  const shares = people.map(sharesOf);
  if (shares.some((share) => share.size === 0)) return null;
  const mean = new Map<string, number>();
  for (const share of shares) for (const [genre, part] of share) mean.set(genre, (mean.get(genre) ?? 0) + part / people.length);
  const within = shares.reduce((sum, share) => sum + entropy(share), 0) / people.length;
  // Rounding may lead a hair outside.
  return Math.sqrt(Math.min(1, Math.max(0, (entropy(mean) - within) / Math.log2(people.length))));
}

/**
 * The genres that all of them watched, the one first of which the least of their shares is largest: so much of it is common ground. The
 * original added up the minutes of what both had watched under the same name, and had none where no name was the same.
 */
export function sharedGenres(people: readonly (readonly GenreInsight[])[]): readonly SharedGenre[] {
  const shares = people.map(sharesOf);
  const seconds = people.map((genres) => new Map(genres.map((each) => [each.genre, each.seconds])));
  const common = [...(shares[0]?.keys() ?? [])].filter((genre) => shares.every((share) => share.has(genre)));
  return common
    .map((genre) => ({ genre, least: Math.min(...shares.map((share) => share.get(genre) ?? 0)) }))
    .sort((a, b) => b.least - a.least || (a.genre < b.genre ? -1 : 1))
    .map(({ genre }) => ({ genre, seconds: seconds.map((of) => of.get(genre) ?? 0) }));
}

/** The titles that all of them played, the one first that the least of them played longest; then by all their time, then by id. */
export function sharedTitles(people: readonly SecondsByTitle[]): readonly number[] {
  const [first, ...others] = people;
  return [...(first?.keys() ?? [])]
    .filter((id) => others.every((of) => of.has(id)))
    .map((id) => ({ id, seconds: people.map((of) => of.get(id) ?? 0) }))
    .sort((a, b) => Math.min(...b.seconds) - Math.min(...a.seconds) || sum(b.seconds) - sum(a.seconds) || a.id - b.id)
    .map(({ id }) => id);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Each genre's part of all time by genre; a title of two genres counts in both. */
function sharesOf(genres: readonly GenreInsight[]): ReadonlyMap<string, number> {
  const total = sum(genres.map(({ seconds }) => seconds));
  return new Map(genres.filter(({ seconds }) => seconds > 0).map(({ genre, seconds }) => [genre, seconds / total]));
}

/** In the order of names, so that rounding is the same whoever comes first. */
function entropy(shares: ReadonlyMap<string, number>): number {
  const parts = [...shares].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, share]) => share * Math.log2(share));
  return -sum(parts);
}
