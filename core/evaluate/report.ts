import type { MetricName, Metrics } from './metric';
import type { SplitName } from './split';

/** The middle 95 % of bootstrap draws over people. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How the lists of one ranker did. Of nobody every number is 0. */
export interface RankerReport {
  /** People measured. */
  readonly users: number;
  /** Means over what was asked: a list a person, or with sampled negatives a list a held-out title. */
  readonly metrics: Metrics;
  readonly intervals: Readonly<Record<MetricName, Interval>>;
  /** Share of all titles that stand in the first ten of any list. */
  readonly coverage: number;
  /** Mean self-information of the first ten, in bits: -log2(people who like it / people in the train part). */
  readonly novelty: number;
  /** Mean distance within the first ten: 1 - cosine of factors, or Jaccard distance of genres where those were given. */
  readonly diversity: number;
}

/** People by how much the train part knows of them. */
export interface SegmentReport {
  readonly users: number;
  readonly model: Metrics;
  readonly popularity: Metrics;
}

/** How one configuration ranks on one split, beside popularity and chance. Plain JSON: it is stored with a model and printed. */
export interface EvaluationReport {
  readonly split: {
    readonly name: SplitName;
    /** What the split was made with: shares, moments, seeds. */
    readonly parameters: Readonly<Record<string, number>>;
    /** Things about the split that a reader should know, as sentences: overlap, parts that look swapped. */
    readonly warnings: readonly string[];
  };
  /** People measured. */
  readonly users: number;
  /** Lists measured: as many as people, but with sampled negatives one for each held-out title. */
  readonly lists: number;
  /** Titles that were ranked. */
  readonly items: number;
  /** Seconds of training on the train part. */
  readonly trainedSeconds: number;
  readonly model: RankerReport;
  readonly popularity: RankerReport;
  readonly random: RankerReport;
  /** cold: under 5 entries in the train part; light: under 50; heavy: more. */
  readonly segments: { readonly cold: SegmentReport; readonly light: SegmentReport; readonly heavy: SegmentReport };
  /** NDCG@10 of the model over that of popularity, by paired bootstrap; null where popularity found nothing. */
  readonly ratioToPopularity: (Interval & { readonly value: number }) | null;
}
