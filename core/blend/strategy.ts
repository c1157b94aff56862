import { topRows } from '../rank';

/** How one list is made of several people's likings. */
export enum BlendStrategy {
  /** What suits all together best: the mean. */
  AVERAGE = 'AVERAGE',
  /** Nobody is unhappy: what suits whom it suits least. */
  LEAST_MISERY = 'LEAST_MISERY',
  /** Somebody is delighted: what suits whom it suits most. */
  MOST_PLEASURE = 'MOST_PLEASURE',
  /** Each place is chosen by whoever has come off worst so far. */
  FAIR_TURNS = 'FAIR_TURNS',
  /** As the original did it: near to all by tags, and about as near to each. */
  ORIGINAL = 'ORIGINAL',
}

/** Candidates of a blend: for each member a number a candidate, higher is better, and ids that break ties, lower first. */
export interface Candidates {
  readonly likings: readonly Float64Array[];
  readonly ids: Float64Array;
}

/** The best `count` candidates by their places, best first. For ORIGINAL a liking is a distance turned round. */
export function blended(strategy: BlendStrategy, candidates: Candidates, count: number): readonly number[] {
  switch (strategy) {
    case BlendStrategy.AVERAGE:
      return bestBy(candidates, 'mean', count);
    case BlendStrategy.LEAST_MISERY:
      return bestBy(candidates, 'least', count);
    case BlendStrategy.MOST_PLEASURE:
      return bestBy(candidates, 'most', count);
    case BlendStrategy.FAIR_TURNS:
      return fairTurns(candidates, count);
    case BlendStrategy.ORIGINAL:
      return nearAndEven(candidates, count);
  }
}

/** Of the 2n nearest on average the n of the least deviation, sum over members of (I - mean I)^2; ties go to the nearer. */
export function nearAndEven({ likings, ids }: Candidates, count: number): readonly number[] {
  const pool = bestBy({ likings, ids }, 'mean', 2 * count);
  const nearness = new Map(pool.map((place, rank) => [place, rank]));
  const deviations = new Map(pool.map((place) => [place, deviationOf(likingsAt(likings, place))]));
  const by = (of: ReadonlyMap<number, number>, place: number): number => of.get(place) ?? 0;
  return [...pool].sort((a, b) => by(deviations, a) - by(deviations, b) || by(nearness, a) - by(nearness, b)).slice(0, count);
}

/** So small a part of the mean decides only among equals. */
const AMONG_EQUALS = 1e-6;
type Join = 'mean' | 'least' | 'most';

function bestBy({ likings, ids }: Candidates, join: Join, count: number): number[] {
  const means = joined(likings, ids.length, 'mean');
  const keys =
    join === 'mean' ? means : joined(likings, ids.length, join).map((key, place) => key + AMONG_EQUALS * (means[place] as number));
  return topRows(new Uint8Array(ids.length).fill(1), { keys, ids }, count);
}

// Member by member and not place by place: no list of likings is made for each of 100,000 titles.
function joined(likings: readonly Float64Array[], count: number, join: Join): Float64Array {
  const keys = new Float64Array(count).fill(EMPTY[join]);
  for (const of of likings)
    for (let place = 0; place < count; place++) {
      const [key, liking] = [keys[place] as number, of[place] as number];
      if (join === 'mean') keys[place] = key + liking / likings.length;
      else keys[place] = join === 'least' ? Math.min(key, liking) : Math.max(key, liking);
    }
  return keys;
}

const EMPTY: Readonly<Record<Join, number>> = { mean: 0, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };

function fairTurns({ likings, ids }: Candidates, count: number): readonly number[] {
  const all = new Uint8Array(ids.length).fill(1);
  const wishes = likings.map((keys) => topRows(all, { keys, ids }, count));
  const had = likings.map(() => 0);
  const taken = new Set<number>();
  while (taken.size < Math.min(count, ids.length)) {
    const turn = had.indexOf(Math.min(...had));
    const wish = wishes[turn]?.find((place) => !taken.has(place));
    if (wish === undefined) break;
    taken.add(wish);
    for (const [member, keys] of likings.entries()) had[member] = (had[member] ?? 0) + (keys[wish] as number);
  }
  return [...taken];
}

function likingsAt(likings: readonly Float64Array[], place: number): number[] {
  return likings.map((of) => of[place] as number);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
