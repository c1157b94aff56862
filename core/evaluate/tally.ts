import { mean, meanIntervals } from './bootstrap';
import { METRIC_NAMES, type MetricName, type Metrics } from './metric';
import { metricsOf, ranksIn } from './metrics';
import type { Interval, RankerReport } from './report';
import type { EvaluationCase } from './split';
import { type Distance, diversityOf, noveltyOf } from './variety';

/** One value for each case of a split, in its order. */
export type CaseValues = Readonly<Record<MetricName, Float64Array>>;

/** What lists are told apart by beside their hits. */
export interface Catalogue {
  readonly items: number;
  /** People in the train part, and how many of them like each title. */
  readonly people: number;
  readonly likes: Float64Array;
  readonly distance: Distance;
}

/** Counts the hits of one ranker, case by case. */
export interface HitCount {
  add(at: number, asked: EvaluationCase, list: Int32Array): void;
  readonly values: CaseValues;
}

/** Counts hits, and what the lists are like beside them. */
export interface Tally extends HitCount {
  report(users: number, seed: number): RankerReport;
}

/** Of a list, what a page shows: coverage, novelty and diversity look no further. */
const SHOWN = 10;

/** An empty count for so many lists of a catalogue of so many titles. */
export function newHitCount(lists: number, items: number): HitCount {
  const values = byName(() => new Float64Array(lists));
  const relevant = new Uint8Array(items);
  return {
    values,
    add(at, asked, list) {
      for (const row of asked.relevant) relevant[row] = 1;
      const measured = metricsOf({ ranks: ranksIn(list, relevant), relevant: asked.relevant.length });
      for (const row of asked.relevant) relevant[row] = 0;
      for (const name of METRIC_NAMES) values[name][at] = measured[name];
    },
  };
}

/** An empty tally for so many lists. */
export function newTally(lists: number, { items, people, likes, distance }: Catalogue): Tally {
  const hits = newHitCount(lists, items);
  const listed = new Uint8Array(items);
  const novelty = new Float64Array(lists);
  const diversity = new Float64Array(lists);
  return {
    values: hits.values,
    add(at, asked, list) {
      hits.add(at, asked, list);
      const shown = list.subarray(0, SHOWN);
      for (const row of shown) listed[row] = 1;
      novelty[at] = noveltyOf(shown, likes, people);
      diversity[at] = diversityOf(shown, distance);
    },
    report: (users, seed) => ({
      users,
      metrics: meansOf(hits.values),
      intervals: intervalsOf(hits.values, seed),
      coverage: items === 0 ? 0 : listed.reduce((sum, one) => sum + one, 0) / items,
      novelty: mean(novelty),
      diversity: mean(diversity),
    }),
  };
}

/** The mean of each metric over the cases, or over those at the given places; 0 of none. */
export function meansOf(values: CaseValues, places: readonly number[] | null = null): Metrics {
  return byName((name) => mean(places === null ? values[name] : Float64Array.from(places, (at) => values[name][at] as number)));
}

/** The values of several splits, one after the other. */
export function joined(parts: readonly CaseValues[]): CaseValues {
  return byName((name) => Float64Array.from(parts.flatMap((values) => [...values[name]])));
}

function intervalsOf(values: CaseValues, seed: number): Readonly<Record<MetricName, Interval>> {
  const intervals = meanIntervals(
    METRIC_NAMES.map((name) => values[name]),
    { seed },
  );
  return byName((_, at) => intervals[at] ?? { low: 0, high: 0 });
}

function byName<T>(make: (name: MetricName, at: number) => T): Record<MetricName, T> {
  return Object.fromEntries(METRIC_NAMES.map((name, at) => [name, make(name, at)])) as Record<MetricName, T>;
}
