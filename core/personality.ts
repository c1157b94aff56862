/** A rating as the rule reads it. */
export interface RatedGenres {
  readonly rating: number;
  readonly genres: readonly string[];
}

/** A group of people who like the same genres. */
export interface PersonalityGroup {
  /** Its genres, sorted and joined by "|"; empty where no genre stands out. */
  readonly key: string;
  readonly people: number;
}

const LIKED_FROM = 4;
/** A genre counts from so many liked titles on. */
const LEAST_LIKED = 4;
const MOST_GENRES = 7;
/** Who rated fewer says too little. */
export const LEAST_RATINGS = 6;

/**
 * The personality of a person by the rule of the system that this replaces: the genres of more than three titles that they rated 4 and more, at
 * most the seven of most titles (equal ones by name), sorted by name and joined by "|". Empty where no genre is liked so often; null for who
 * rated five titles or fewer.
 */
export function personalityOf(ratings: readonly RatedGenres[]): string | null {
  if (ratings.length < LEAST_RATINGS) return null;
  const counts = new Map<string, number>();
  for (const { rating, genres } of ratings) {
    if (rating < LIKED_FROM) continue;
    for (const genre of new Set(genres)) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  }
  const best = [...counts]
    .filter(([, count]) => count >= LEAST_LIKED)
    .sort(([a, more], [b, less]) => less - more || byName(a, b))
    .slice(0, MOST_GENRES)
    .map(([genre]) => genre);
  return best.sort(byName).join('|');
}

/** The genres of a group. */
export function genresOfGroup(key: string): readonly string[] {
  return key === '' ? [] : key.split('|');
}

/** By code points, alike on every machine. */
function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
