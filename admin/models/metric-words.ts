/** A metric as people call it, and what it says in one sentence. */
interface MetricWords {
  readonly label: string;
  readonly says: string;
}

const AT: readonly (readonly [start: string, label: string, says: (n: string) => string])[] = [
  ['ndcg', 'NDCG', (n) => `how high what people went on to like stands among the first ${n}`],
  ['recall', 'Recall', (n) => `share of what people went on to like that stands among the first ${n}`],
  ['precision', 'Precision', (n) => `share of the first ${n} that people went on to like`],
  ['hitRate', 'Hit rate', (n) => `share of people with at least one hit among the first ${n}`],
  ['mrr', 'MRR', (n) => `how high the first hit stands among ${n}, one over its place`],
  ['map', 'MAP', (n) => `precision at every hit among the first ${n}, on average`],
];
const OTHERS: Readonly<Record<string, MetricWords>> = {
  coverage: { label: 'Coverage', says: 'share of all titles that stand in the first ten of anybody' },
  novelty: { label: 'Novelty', says: 'how little known the first ten are, in bits' },
  diversity: { label: 'Diversity', says: 'how unlike each other the first ten are, 0 to 1' },
};

/** The label and the sentence of a metric of the API, such as ndcg@10. */
export function metricWords(name: string): MetricWords {
  const [start = '', n = ''] = name.split('@');
  const known = AT.find(([each]) => each === start);
  if (known) return { label: `${known[1]}@${n}`, says: known[2](n) };
  return OTHERS[name] ?? { label: name, says: '' };
}

/** 0.312; novelty in bits with fewer places. */
export function metricNumber(name: string, value: number): string {
  return name === 'novelty' ? `${value.toFixed(2)} bits` : value.toFixed(3);
}
