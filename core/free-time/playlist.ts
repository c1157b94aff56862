/** A set of tracks fills a time when no more of it than this share is left. */
const SLACK = 0.05;
/** What is left of a longer time after tracks were taken in order is filled exactly: so many seconds and so many tracks are looked at. */
const EXACT_SECONDS = 3_600;
const EXACT_TRACKS = 100;

/**
 * Tracks that together fill `seconds` to at least 95 % and never exceed it, as places in `lengths`, ascending; null where no such set is
 * found. `lengths` are whole seconds above 0, the most wanted first, and the first is always taken. Up to an hour and 100 tracks it is
 * the subset-sum problem solved exactly by dynamic programming: of all sets that fill the time, the one of the least sum of
 * place x seconds. What is longer is filled in order until an hour is left.
 */
export function playlistFilling(lengths: readonly number[], seconds: number): readonly number[] | null {
  const first = lengths[0];
  if (first === undefined || first > seconds) return null;
  const taken = [0];
  let left = seconds - first;
  let next = 1;
  for (; next < lengths.length && left > EXACT_SECONDS; next++) {
    const length = lengths[next] as number;
    if (length > left) continue;
    taken.push(next);
    left -= length;
  }
  if (left > EXACT_SECONDS) return left <= SLACK * seconds ? taken : null;
  const rest = filling(lengths.slice(next, next + EXACT_TRACKS), left, Math.max(0, Math.ceil(left - SLACK * seconds)));
  return rest === null ? null : [...taken, ...rest.map((place) => place + next)];
}

/** The places of the cheapest set with a sum of `least` to `most`; null where there is none. */
function filling(lengths: readonly number[], most: number, least: number): number[] | null {
  const cost = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY);
  cost[0] = 0;
  const took = lengths.map((length, place) => {
    const takes = new Uint8Array(most + 1);
    for (let sum = most; sum >= length; sum--) {
      const added = (cost[sum - length] as number) + (place + 1) * length;
      if (added >= (cost[sum] as number)) continue;
      cost[sum] = added;
      takes[sum] = 1;
    }
    return takes;
  });
  let sum = -1;
  for (let each = least; each <= most; each++)
    if ((cost[each] as number) < (sum < 0 ? Number.POSITIVE_INFINITY : (cost[sum] as number))) sum = each;
  if (sum < 0) return null;
  const places: number[] = [];
  for (let place = lengths.length - 1; place >= 0; place--) {
    if (took[place]?.[sum] !== 1) continue;
    places.unshift(place);
    sum -= lengths[place] as number;
  }
  return places;
}
