import { type Candidates, diverseOrder, relevanceOf, unitRows } from '../../core/diversity';
import { dotRowsInto } from '../../core/dot';
import { sharedGenres } from '../../core/shared-genres';
import { tierIn } from './score';
import type { LocalState } from './state';

/** So many of the best are put in a more varied order; what ranks behind them stays there. */
export const MOST_CANDIDATES = 200;

/** Of how many of each kind so many are chosen. */
export function candidatesPerKind(perKind: number): number {
  return Math.max(perKind, Math.min(4 * perKind, 40));
}

/** What a more varied order is asked for. */
export interface Diversifying {
  /** 0 to 1. */
  readonly diversity: number;
  readonly count: number;
  /** At most so many of each kind. */
  readonly perKind?: number | undefined;
}

/** Ranked rows, best first, with the keys that ranked them, in a more varied order: at most `count`. */
export function diversified(state: LocalState, rows: readonly number[], keys: Float64Array, wanted: Diversifying): number[] {
  const { diversity, count, perKind = Number.POSITIVE_INFINITY } = wanted;
  const best = perKind < Number.POSITIVE_INFINITY ? rows : rows.slice(0, MOST_CANDIDATES);
  const picked = diverseOrder(candidatesOf(state, best, keys), {
    diversity,
    count: Math.min(count, MOST_CANDIDATES),
    mostOfGroup: perKind,
  }).map((place) => best[place] as number);
  const taken = new Set(picked);
  const rest = rows.filter((row) => !taken.has(row));
  return atMostPerKind(state, [...picked, ...rest], perKind).slice(0, count);
}

function atMostPerKind({ columns }: LocalState, rows: number[], perKind: number): number[] {
  if (perKind === Number.POSITIVE_INFINITY) return rows;
  const taken = new Map<number, number>();
  return rows.filter((row) => {
    const kind = columns.kind[row] as number;
    const before = taken.get(kind) ?? 0;
    taken.set(kind, before + 1);
    return before < perKind;
  });
}

/** Ranked rows, best first, as they are compared with each other. */
export function candidatesOf(state: LocalState, rows: readonly number[], keys: Float64Array): Candidates {
  const part = Int32Array.from(rows, (row) => -tierIn(keys[row] as number));
  const relevance = new Float64Array(rows.length);
  for (let from = 0, to = 0; from < rows.length; from = to) {
    while (to < rows.length && part[to] === part[from]) to++;
    relevance.set(relevanceOf(Float64Array.from(rows.slice(from, to), (row) => keys[row] as number)), from);
  }
  const group = Int32Array.from(rows, (row) => state.columns.kind[row] as number);
  return { relevance, part, group, alike: likenessIn(state, rows) };
}

// The cosine of factors where both have them, shared genres (Jaccard) where one has none.
function likenessIn({ side, known, columns }: LocalState, rows: readonly number[]): Candidates['alike'] {
  const k = side?.kernel.stride ?? 0;
  const units = side === null ? NO_UNITS : unitRows(side.kernel.vectors, k, rows);
  const has = rows.map((row) => side !== null && known[row] === 1);
  const all = Int32Array.from(rows.keys());
  return (place, into) => {
    if (has[place]) dotRowsInto(into, units.subarray(place * k, (place + 1) * k), { vectors: units, rows: all });
    for (let other = 0; other < rows.length; other++) {
      if (!has[place] || !has[other]) into[other] = sharedGenres(columns, rows[place] as number, rows[other] as number);
    }
  };
}

const NO_UNITS = new Float64Array(0);
