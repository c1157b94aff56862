/** Where a title stands in one list and in another, from 1; null: not in it. */
export interface ListMove {
  readonly titleId: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** How two lists of the same length differ. */
export interface ListComparison {
  /** How many places of each were compared. */
  readonly places: number;
  /** Titles that stand in both, over `places`: overlap@k. 1 for two empty lists. */
  readonly overlap: number;
  /** Every title of either: those of the second list in its order, then those that left. */
  readonly moves: readonly ListMove[];
}

/** Compares the first `places` of two lists of titles, each given once. */
export function compareLists(before: readonly number[], after: readonly number[], places: number): ListComparison {
  const [from, to] = [rankOf(before.slice(0, places)), rankOf(after.slice(0, places))];
  const shared = [...to.keys()].filter((id) => from.has(id)).length;
  const compared = Math.max(from.size, to.size);
  const ids = [...to.keys(), ...[...from.keys()].filter((id) => !to.has(id))];
  return {
    places: compared,
    overlap: compared === 0 ? 1 : shared / compared,
    moves: ids.map((titleId) => ({ titleId, from: from.get(titleId) ?? null, to: to.get(titleId) ?? null })),
  };
}

function rankOf(ids: readonly number[]): ReadonlyMap<number, number> {
  return new Map(ids.map((id, at) => [id, at + 1]));
}
