import { below, type Random } from './random';

/** What a side list is drawn from: rows that may stand in it, the first choice a part of all. */
export interface SideShelf {
  /** Rows of the current title's own category, without the current one. */
  readonly same: readonly number[];
  /** Every row that may be shown, without the current one; `same` is part of it. */
  readonly all: readonly number[];
}

/**
 * The side list of a player: first a random title of the same category, then random ones of any, never one twice. It has `size`
 * rows wherever the shelf holds as many, also when the category holds no other title.
 */
export function sideRows(shelf: SideShelf, size: number, random: Random): number[] {
  const picked = new Set<number>();
  const first = shelf.same[below(random, shelf.same.length)];
  if (first !== undefined && size > 0) picked.add(first);
  const rest = shelf.all.slice();
  // Fisher and Yates, only as far as rows are needed.
  for (let at = 0; at < rest.length && picked.size < size; at++) {
    const other = at + below(random, rest.length - at);
    const row = rest[other] as number;
    rest[other] = rest[at] as number;
    picked.add(row);
  }
  return [...picked];
}
