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
 * At most so many people of the strongest tastes, no two with the same strongest genre while others can be had. A taste for a genre is
 * (lift - everyone's mean lift of the genre) x rated / (rated + 10): some genres are rated highly by everybody, and few ratings say little.
 */
export function distinctTastes(lifts: readonly GenreLift[], most: number): readonly DistinctTaste[] {
  const candidates = tastesOf(lifts);
  const taken = new Set<string>();
  const first = candidates.filter(({ genres: [strongest = ''] }) => !taken.has(strongest) && taken.add(strongest));
  const rest = candidates.filter((candidate) => !first.includes(candidate));
  return [...first, ...rest].slice(0, most).map(({ userId, titles, genres }) => ({ userId, titles, genres }));
}

interface Candidate extends DistinctTaste {
  readonly strength: number;
}

/** Everyone with three liked genres, the strongest taste first. */
function tastesOf(lifts: readonly GenreLift[]): readonly Candidate[] {
  const usual = usualLifts(lifts);
  const byPerson = new Map<number, GenreLift[]>();
  for (const each of lifts) {
    if (each.titles < LEAST_TITLES) continue;
    const taste = (each.lift - (usual.get(each.genre) ?? 0)) * (each.rated / (each.rated + SHRINKAGE));
    if (taste > 0) byPerson.set(each.userId, [...(byPerson.get(each.userId) ?? []), { ...each, lift: taste }]);
  }
  return [...byPerson.values()]
    .map((tastes) => tastes.sort((a, b) => b.lift - a.lift || (a.genre < b.genre ? -1 : 1)).slice(0, GENRES))
    .filter((tastes) => tastes.length === GENRES)
    .map((tastes) => ({
      userId: tastes[0]?.userId ?? 0,
      titles: tastes[0]?.titles ?? 0,
      genres: tastes.map(({ genre }) => genre),
      strength: tastes.reduce((sum, { lift }) => sum + lift, 0),
    }))
    .sort((a, b) => b.strength - a.strength || a.userId - b.userId);
}

function usualLifts(lifts: readonly GenreLift[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { genre, lift, rated } of lifts) {
    const of = sums.get(genre) ?? { sum: 0, count: 0 };
    sums.set(genre, { sum: of.sum + lift * rated, count: of.count + rated });
  }
  return new Map([...sums].map(([genre, { sum, count }]) => [genre, sum / count]));
}
