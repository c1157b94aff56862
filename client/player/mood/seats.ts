/**
 * The newest items, each of those that were there before in its place: what came takes the places of what is gone. So nobody presses a
 * button of another title than they saw.
 */
export function seated<Item>(before: readonly Item[], newest: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const now = new Map(newest.map((item) => [keyOf(item), item]));
  const stay = new Set(before.map(keyOf).filter((key) => now.has(key)));
  const come = newest.filter((item) => !stay.has(keyOf(item)));
  const seats = before.flatMap((item) => now.get(keyOf(item)) ?? come.shift() ?? []);
  return [...seats, ...come];
}
