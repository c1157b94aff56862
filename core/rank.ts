/** What is ranked: a key per row, higher first, and ids that break ties, lower first. */
export interface Ranking {
  readonly keys: Float64Array;
  readonly ids: Float64Array;
}

/** The best of the rows that were offered so far. */
export interface Best {
  offer(row: number): void;
  /** No row of a lower key is taken any more; -Infinity while there is room. */
  least(): number;
  /** The rows, best first; equal keys stand in the order of their ids. Ends the offers. */
  rows(): number[];
}

/** Keeps the best `count` rows; the key of a row must stand in `ranking` before the row is offered. */
export function bestRows(ranking: Ranking, count: number): Best {
  const heap: number[] = [];
  return {
    offer(row) {
      if (heap.length < count) pushUp(heap, row, ranking);
      else if (count > 0 && isBefore(row, heap[0] as number, ranking)) {
        heap[0] = row;
        sinkDown(heap, ranking);
      }
    },
    least: () => (heap.length < count ? Number.NEGATIVE_INFINITY : (ranking.keys[heap[0] ?? -1] ?? Number.POSITIVE_INFINITY)),
    rows: () => inOrder(heap, ranking),
  };
}

/** The best `count` rows among those with 1 in `mask`, best first; equal keys stand in the order of their ids. */
export function topRows(mask: Uint8Array, ranking: Ranking, count: number): number[] {
  const best = bestRows(ranking, count);
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) best.offer(row);
  return best.rows();
}

/** The best `perGroup` rows of each group, together in one order. */
export function topRowsPerGroup(
  mask: Uint8Array,
  ranking: Ranking,
  { group, perGroup }: { readonly group: Uint8Array; readonly perGroup: number },
): number[] {
  const bests = new Map<number, Best>();
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    const code = group[row] as number;
    const best = bests.get(code) ?? bestRows(ranking, perGroup);
    bests.set(code, best);
    best.offer(row);
  }
  const rows = [...bests.values()].flatMap((best) => best.rows());
  return inOrder(rows, ranking);
}

/** Sorts rows in place, best first. */
export function inOrder(rows: number[], ranking: Ranking): number[] {
  return rows.sort((a, b) => (isBefore(a, b, ranking) ? -1 : 1));
}

function isBefore(a: number, b: number, { keys, ids }: Ranking): boolean {
  const left = keys[a] as number;
  const right = keys[b] as number;
  return left > right || (left === right && (ids[a] as number) < (ids[b] as number));
}

// A binary heap with the worst of the kept rows at the root.
function pushUp(heap: number[], row: number, ranking: Ranking): void {
  let at = heap.push(row) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(heap[parent] as number, row, ranking)) break;
    heap[at] = heap[parent] as number;
    at = parent;
  }
  heap[at] = row;
}

function sinkDown(heap: number[], ranking: Ranking): void {
  const row = heap[0] as number;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child] as number, heap[child + 1] as number, ranking)) child++;
    if (isBefore(heap[child] as number, row, ranking)) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = row;
}
