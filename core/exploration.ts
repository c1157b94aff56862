import { seeded } from './random';

/** Which places of a list are for titles that little is known of, and which titles those are. */
export interface Exploration {
  /** 0 to 1: the share of places. */
  readonly share: number;
  /** 0 (inclusive) to 1 (exclusive): where the places begin. */
  readonly phase: number;
  /** Ids of titles in the order in which they are shown; none may stand there twice. */
  readonly drawn: readonly number[];
}

/** One place of a list with exploration. */
export interface ExploredPlace {
  readonly id: number;
  readonly explored: boolean;
  /** The chance, over all seeds, that this title came to this place. */
  readonly propensity: number;
}

/**
 * Draws places and order; the same for the same seed. Each title draws its own lot, so that one that joins or leaves the pool moves no
 * other: a list that is pushed after every event keeps its new titles.
 */
export function exploration(pool: readonly number[], share: number, seed: number): Exploration {
  const lots = new Map(pool.map((id) => [id, seeded(mixed(seed, id))()]));
  const lotOf = (id: number): number => lots.get(id) as number;
  return { share, phase: seeded(seed)(), drawn: pool.slice().sort((a, b) => lotOf(a) - lotOf(b) || a - b) };
}

/** A seed that stays for a person and a day (UTC), for whoever names none. */
export function dailySeed(userId: number | null, now: Date): number {
  const day = Math.floor(now.getTime() / 86_400_000);
  return mixed(day, userId ?? 0);
}

/** Bounds how many titles of one group a list takes. */
export interface GroupBound {
  readonly groupOf: (id: number) => number;
  readonly most: number;
}

/**
 * The first `count` places: those of exploration in the order drawn, all others as `ranked` has them; no title stands twice, and where the
 * drawn ones are used up the ranking goes on alone. Places of exploration are a systematic sample (Madow 1949): place i, from 0, is one
 * where floor(share (i + 1) + phase) > floor(share i + phase), so that each has the chance `share` and n places hold n * share of them, give
 * or take one. The propensity is exact as long as no drawn title comes up in the ranking.
 */
export function mingled(
  ranked: readonly number[],
  { share, phase, drawn }: Exploration,
  count: number,
  bound?: GroupBound,
): ExploredPlace[] {
  const placed = new Set<number>();
  const taken = new Map<number, number>();
  const places: ExploredPlace[] = [];
  const next = { ranked: 0, drawn: 0 };
  let shown = 0;
  const mayStand = (id: number): boolean => !placed.has(id) && (!bound || (taken.get(bound.groupOf(id)) ?? 0) < bound.most);
  const take = (ids: readonly number[], from: keyof typeof next): number | undefined => {
    while (next[from] < ids.length && !mayStand(ids[next[from]] as number)) next[from]++;
    return ids[next[from]++];
  };
  while (places.length < count) {
    const place = places.length;
    const fresh = isExplored(place, share, phase) ? take(drawn, 'drawn') : undefined;
    const id = fresh ?? take(ranked, 'ranked');
    if (id === undefined) return places;
    places.push({
      id,
      explored: fresh !== undefined,
      propensity: chanceOf(place, { share, pool: drawn.length, shown, explored: fresh !== undefined }),
    });
    shown += fresh === undefined ? 0 : 1;
    placed.add(id);
    if (bound) taken.set(bound.groupOf(id), (taken.get(bound.groupOf(id)) ?? 0) + 1);
  }
  return places;
}

function isExplored(place: number, share: number, phase: number): boolean {
  return Math.floor(share * (place + 1) + phase) > Math.floor(share * place + phase);
}

interface Chosen {
  readonly share: number;
  readonly pool: number;
  /** Explored titles on earlier places. */
  readonly shown: number;
  readonly explored: boolean;
}

// The share of all phases that lead here: what a phase leads to changes at two points, so three stretches cover them.
function chanceOf(place: number, { share, pool, shown, explored }: Chosen): number {
  const turns = [share * place, share * (place + 1)].map((at) => 1 - (at - Math.floor(at)));
  const ends = [0, ...turns.sort((a, b) => a - b), 1];
  let chance = 0;
  for (let at = 0; at < 3; at++) {
    const [from, to] = [ends[at] as number, ends[at + 1] as number];
    const phase = (from + to) / 2;
    const before = Math.min(pool, Math.floor(share * place + phase));
    const isSlot = before < pool && isExplored(place, share, phase);
    if (explored ? isSlot : !isSlot && before === shown) chance += to - from;
  }
  return explored ? chance / pool : chance;
}

// Odd constants of many bits, one for each part; ids may be larger than 32 bits.
function mixed(seed: number, id: number): number {
  const [low, high] = [id % 2 ** 32, Math.floor(id / 2 ** 32)];
  return Math.imul(seed, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
}
