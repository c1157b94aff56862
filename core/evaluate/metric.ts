/** What is measured of a list, in the order in which reports show it; `metrics.ts` says how each is computed. */
export const METRIC_NAMES = [
  'ndcg@10',
  'ndcg@20',
  'ndcg@100',
  'recall@10',
  'recall@20',
  'recall@50',
  'precision@5',
  'precision@10',
  'precision@25',
  'hitRate@10',
  'mrr@25',
  'map@10',
] as const;

export type MetricName = (typeof METRIC_NAMES)[number];

/** One number for each metric. */
export type Metrics = Readonly<Record<MetricName, number>>;
