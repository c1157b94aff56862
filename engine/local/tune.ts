import type { MetricName, Metrics } from '../../core/evaluate/metric';
import type { Split } from '../../core/evaluate/split';
import type { TimedMatrix } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';

/** What is searched. */
export type TunedName = 'k' | 'iterations' | 'regularization' | 'frequencyExponent' | 'unobservedWeight';

export interface Range {
  readonly least: number;
  readonly most: number;
}

export interface TuneRequest {
  /** The train part alone: what is held out of it for validation never touches a test part. */
  readonly matrix: TimedMatrix;
  /** Where the search starts, and what it keeps of what is not searched. Default: DEFAULT_SETTINGS. */
  readonly base?: AlsSettings;
  readonly ranges?: Partial<Readonly<Record<TunedName, Range>>>;
  /** Configurations tried, `base` among them. Default 24. */
  readonly trials?: number;
  /** What decides. Default ndcg@10. */
  readonly metric?: MetricName;
  /** How the validation part is held out. Default: the newest fifth of each person. */
  readonly validation?: (matrix: TimedMatrix) => Split;
  readonly seed?: number;
  readonly threads?: number;
  /** 0 to 1, with a short sentence. */
  readonly onProgress?: (fraction: number, message: string) => void;
  /** Ends the work between iterations. */
  readonly signal?: AbortSignal;
}

/** One training and what it was worth. */
export interface Trial {
  readonly settings: AlsSettings;
  /** People of the validation part that it was judged by. */
  readonly users: number;
  readonly metrics: Metrics;
  readonly seconds: number;
}

export interface Tuning {
  readonly best: AlsSettings;
  /** Value of the metric for `best` and for `base`, on the same people. */
  readonly value: number;
  readonly baseValue: number;
  /** In the order in which they were made. */
  readonly trials: readonly Trial[];
  readonly seconds: number;
}

/** Searches for settings on validation data. Throws what `signal` was aborted with. */
export async function tuneSettings(_request: TuneRequest): Promise<Tuning> {
  throw new Error('The search is not built yet.');
}
