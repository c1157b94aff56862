/** How one person rates one genre. */
export interface GenreLift {
  readonly userId: number;
  /** How many titles they rated, of any genre. */
  readonly titles: number;
  readonly genre: string;
  /** How many of those have the genre. */
  readonly rated: number;
  /** Mean rating of those less the person's mean of all. */
  readonly lift: number;
}

/** A person whose taste can be told from others'. */
export interface DistinctTaste {
  readonly userId: number;
  readonly titles: number;
  /** Three genres that they rate most above average, the strongest first. */
  readonly genres: readonly string[];
}

const LEAST_TITLES = 50;
const GENRES = 3;
/** Ratings of a genre that weigh as much as knowing nothing of the person. */
const SHRINKAGE = 10;

/**
 * At most so many people whose tastes are strong and far from each other's. A taste for a genre is
 * (lift - everyone's mean lift of the genre) x rated / (rated + 10): some genres are rated highly by everybody, and few ratings say little.
 * The next person is the one with the largest sum of tastes for their three genres, each divided by (1 + how many have it already)^2.
 */
export function distinctTastes(lifts: readonly GenreLift[], most: number): readonly DistinctTaste[] {
  const candidates = candidatesOf(lifts);
  const had = new Map<string, number>();
  const chosen: DistinctTaste[] = [];
  while (chosen.length < most && candidates.length > 0) {
    const values = candidates.map(({ tastes }) =>
      tastes.reduce((sum, { genre, taste }) => sum + taste / (1 + (had.get(genre) ?? 0)) ** 2, 0),
    );
    const [next] = candidates.splice(values.indexOf(Math.max(...values)), 1);
    if (!next) break;
    const genres = next.tastes.map(({ genre }) => genre);
    for (const genre of genres) had.set(genre, (had.get(genre) ?? 0) + 1);
    chosen.push({ userId: next.userId, titles: next.titles, genres });
  }
  return chosen;
}

interface Candidate {
  readonly userId: number;
  readonly titles: number;
  readonly tastes: readonly { readonly genre: string; readonly taste: number }[];
}

/** Everyone who rated enough and has three genres above average, with those three, the strongest first. */
function candidatesOf(lifts: readonly GenreLift[]): Candidate[] {
  const usual = usualLifts(lifts);
  const people = new Map<number, { readonly titles: number; readonly tastes: { genre: string; taste: number }[] }>();
  for (const { userId, titles, genre, rated, lift } of lifts) {
    const taste = (lift - (usual.get(genre) ?? 0)) * (rated / (rated + SHRINKAGE));
    if (titles < LEAST_TITLES || taste <= 0) continue;
    const person = people.get(userId) ?? { titles, tastes: [] };
    person.tastes.push({ genre, taste });
    people.set(userId, person);
  }
  return [...people]
    .map(([userId, { titles, tastes }]) => ({
      userId,
      titles,
      tastes: tastes.sort((a, b) => b.taste - a.taste || (a.genre < b.genre ? -1 : 1)).slice(0, GENRES),
    }))
    .filter(({ tastes }) => tastes.length === GENRES);
}

function usualLifts(lifts: readonly GenreLift[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { genre, lift, rated } of lifts) {
    const of = sums.get(genre) ?? { sum: 0, count: 0 };
    sums.set(genre, { sum: of.sum + lift * rated, count: of.count + rated });
  }
  return new Map([...sums].map(([genre, { sum, count }]) => [genre, sum / count]));
}
