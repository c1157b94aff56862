import type { InteractionMatrix } from '../core/interaction-matrix';
import { below, normal, type Random, seeded } from '../core/random';

/** The shape of a synthetic set of likes. */
export interface Shape {
  readonly users: number;
  readonly items: number;
  /** About so many pairs come out. */
  readonly entries: number;
  /** Nobody has fewer. */
  readonly least: number;
  readonly seed: number;
}

/** As large as MovieLens 1M. */
export const ML_1M: Shape = { users: 6_040, items: 3_706, entries: 1_000_209, least: 20, seed: 1 };
/** As large as MovieLens 20M. */
export const ML_20M: Shape = { users: 138_493, items: 27_278, entries: 20_000_263, least: 20, seed: 1 };

const TASTES = 24;
/** Share of a person's titles that are of their own taste. */
const OWN = 0.6;
/** Item popularity falls as a power: item number = items * u^STEEPNESS for a uniform u. */
const STEEPNESS = 2.6;
/** Deviation of the logarithm of how many titles a person has beyond the least. */
const SPREAD = 1.1;

/**
 * Likes with a long tail on both sides and something to learn: a person draws from the popular titles of one of 24 tastes and of all.
 * The same shape gives the same pairs on every machine; every pair weighs 1 and is liked.
 */
export function syntheticLikes(shape: Shape): InteractionMatrix {
  const random = seeded(shape.seed);
  const counts = countsOf(shape, random);
  const start = new Int32Array(shape.users + 1);
  counts.forEach((count, user) => {
    start[user + 1] = (start[user] as number) + count;
  });
  const entries = start[shape.users] as number;
  const column = new Int32Array(entries);
  const drawnBy = new Int32Array(shape.items).fill(-1);
  for (let user = 0; user < shape.users; user++) {
    const taste = below(random, TASTES);
    for (let at = start[user] as number; at < (start[user + 1] as number); ) {
      const item = random() < OWN ? ownItem(shape, taste, random) : anyItem(shape, random);
      if (drawnBy[item] === user) continue;
      drawnBy[item] = user;
      column[at++] = item;
    }
    column.subarray(start[user], start[user + 1]).sort();
  }
  return {
    rows: shape.users,
    columns: shape.items,
    start,
    column,
    weight: new Float32Array(entries).fill(1),
    preference: new Uint8Array(entries).fill(1),
  };
}

function anyItem({ items }: Shape, random: Random): number {
  return Math.floor(items * random() ** STEEPNESS);
}

function ownItem({ items }: Shape, taste: number, random: Random): number {
  const ownItems = Math.ceil((items - taste) / TASTES);
  return taste + TASTES * Math.floor(ownItems * random() ** STEEPNESS);
}

function countsOf({ users, items, entries, least }: Shape, random: Random): Int32Array {
  const sizes = Float64Array.from({ length: users }, () => Math.exp(SPREAD * normal(random)));
  const scale = (entries - least * users) / sizes.reduce((sum, size) => sum + size, 0);
  // Nobody likes more than half of the catalogue: drawing the last of them would take forever.
  return Int32Array.from(sizes, (size) => Math.min(items >> 1, least + Math.round(scale * size)));
}
