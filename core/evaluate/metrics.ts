import type { MetricName, Metrics } from './metric';

/** Where a list found what was held out. */
export interface Hits {
  /** Places of the relevant titles that the list holds, 1 being the first, ascending. */
  readonly ranks: readonly number[];
  /** How many titles are relevant, found or not; at least 1. */
  readonly relevant: number;
}

/** Every metric of one list. A list of 100 is enough for all of them. */
export function metricsOf(hits: Hits): Metrics {
  return {
    'ndcg@10': ndcg(hits, 10),
    'ndcg@20': ndcg(hits, 20),
    'ndcg@100': ndcg(hits, 100),
    'recall@10': recall(hits, 10),
    'recall@20': recall(hits, 20),
    'recall@50': recall(hits, 50),
    'precision@5': precision(hits, 5),
    'precision@10': precision(hits, 10),
    'precision@25': precision(hits, 25),
    'hitRate@10': hitRate(hits, 10),
    'mrr@25': reciprocalRank(hits, 25),
    'map@10': averagePrecision(hits, 10),
  } satisfies Record<MetricName, number>;
}

/**
 * Normalised discounted cumulative gain with binary relevance: the sum of 1 / log2(rank + 1) over the hits among the first n,
 * over the same sum for a list that begins with min(relevant, n) hits.
 */
export function ndcg({ ranks, relevant }: Hits, n: number): number {
  let gain = 0;
  for (const rank of ranks) if (rank <= n) gain += discount(rank);
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(relevant, n); rank++) ideal += discount(rank);
  return gain / ideal;
}

/** Hits among the first n, over all relevant titles (also where these are more than n). */
export function recall(hits: Hits, n: number): number {
  return found(hits, n) / hits.relevant;
}

/** Hits among the first n, over n (also where the list is shorter). */
export function precision(hits: Hits, n: number): number {
  return found(hits, n) / n;
}

/** 1 when there is a hit among the first n, else 0. */
export function hitRate(hits: Hits, n: number): number {
  return found(hits, n) > 0 ? 1 : 0;
}

/** 1 / rank of the first hit; 0 when there is none among the first n. */
export function reciprocalRank({ ranks }: Hits, n: number): number {
  const first = ranks[0] ?? Number.POSITIVE_INFINITY;
  return first <= n ? 1 / first : 0;
}

/** Average precision: the sum over the hits among the first n of (hits up to that rank / rank), over min(relevant, n). */
export function averagePrecision({ ranks, relevant }: Hits, n: number): number {
  let sum = 0;
  ranks.forEach((rank, before) => {
    if (rank <= n) sum += (before + 1) / rank;
  });
  return sum / Math.min(relevant, n);
}

/** The places, from 1, at which a list holds a row with 1 in `relevant`. */
export function ranksIn(list: Int32Array, relevant: Uint8Array): number[] {
  const ranks: number[] = [];
  list.forEach((row, at) => {
    if (relevant[row] === 1) ranks.push(at + 1);
  });
  return ranks;
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 1);
}

function found({ ranks }: Hits, n: number): number {
  return ranks.filter((rank) => rank <= n).length;
}
