import type { MetricName } from '../../core/evaluate/metric';
import type { EvaluationReport } from '../../core/evaluate/report';
import type { Split } from '../../core/evaluate/split';
import type { AlsSettings } from '../../core/model';

export interface EvaluateRequest {
  readonly split: Split;
  readonly settings: AlsSettings;
  /** Threads that train; see `trainMatrix`. */
  readonly threads?: number;
  /** Of chance: the random lists and the bootstrap. Default 1. */
  readonly seed?: number;
  /** Genres of each column; where given, diversity is told by them. */
  readonly genres?: readonly (readonly string[])[];
  /** 0 to 1, with a short sentence. */
  readonly onProgress?: (fraction: number, message: string) => void;
  /** Ends the work between iterations and between people. */
  readonly signal?: AbortSignal;
}

/** One value for each case of the split, in its order. */
export type CaseValues = Readonly<Record<MetricName, Float64Array>>;

export interface Evaluation {
  readonly report: EvaluationReport;
  readonly perUser: { readonly model: CaseValues; readonly popularity: CaseValues; readonly random: CaseValues };
}

/**
 * Trains on the train part and ranks for each case as a request does: the past is folded in, its titles are left out. Someone of whom
 * nothing liked is known gets what is popular. Throws what `signal` was aborted with.
 */
export async function evaluateSettings(_request: EvaluateRequest): Promise<Evaluation> {
  throw new Error('The evaluation is not built yet.');
}
