import type { ModelRowFragment } from '../generated/models';
import type { Whisker } from './whiskers';

type Metric = NonNullable<ModelRowFragment['report']>['metrics'][number];

/** What the gate goes by, and every list of models shows. */
export const HEADLINE = 'ndcg@10';

/** A metric of a model beside the live settings of then, popularity and chance. */
export function whiskersOf({ value, low, high, live, popularity, random }: Metric, self = 'This model'): readonly Whisker[] {
  return [
    { label: self, value, low, high },
    ...(live ? [{ label: 'Live then', ...live }] : []),
    { label: 'Popular', ...popularity },
    { label: 'Chance', ...random },
  ];
}

/** The headline of a model; null where it was not measured. */
export function headlineOf({ report }: Pick<ModelRowFragment, 'report'>): Metric | null {
  return report?.metrics.find(({ name }) => name === HEADLINE) ?? null;
}

/** Where a scale ends that shows all of these. */
export function mostOf(metrics: readonly (Metric | null)[]): number {
  const ends = metrics.flatMap((metric) => (metric ? whiskersOf(metric).map(({ value, high }) => high ?? value) : []));
  return Math.max(0.001, ...ends) * 1.05;
}

/** 0.312 (0.298 to 0.326). */
export function measuredWords({ value, low, high }: Pick<Whisker, 'value' | 'low' | 'high'>): string {
  return low === null || high === null ? value.toFixed(3) : `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}
