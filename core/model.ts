import type { Curve } from './curve';
import type { Verdict } from './evaluate/gate';
import type { EvaluationReport, RankerReport } from './evaluate/report';
import type { EngineName } from './recommendation';

export enum ModelState {
  TRAINED = 'TRAINED',
  LIVE = 'LIVE',
  RETIRED = 'RETIRED',
  FAILED = 'FAILED',
}

/** How an interaction becomes a preference with a confidence; see `confidence.ts`. */
export enum ConfidencePreset {
  COVERAGE = 'coverage',
  CLASSIC = 'classic',
  BINARY = 'binary',
}

/** How each row of a half-step is solved. */
export enum AlsSolver {
  /** A few warm-started steps of conjugate gradient (Takacs, Pilaszy, Tikk 2011). */
  CG = 'cg',
  /** Exactly, by Cholesky. */
  CHOLESKY = 'cholesky',
}

/** What a training makes as small as it can; see `bonusOf` and `ridgeOf`. */
export enum AlsObjective {
  /** Rendle et al. 2021: an observed pair counts by its weight beside the unobserved ones, and regularisation grows with the whole row. */
  IALS = 'ials',
  /**
   * Hu, Koren, Volinsky 2008 as Apache Spark minimises it: a liking counts by its weight and the unobserved weight together, and
   * regularisation grows with the number of likings (Zhou et al. 2008, ALS-WR).
   */
  SPARK = 'spark',
}

/**
 * Settings of implicit ALS, named after Hu, Koren, Volinsky 2008 and Rendle et al. 2021 ("Revisiting the Performance of iALS").
 * The loss is sum over observed c (p - x.y)^2 + unobservedWeight * sum over all (x.y)^2 + regularization with frequency exponent; under
 * the objective `spark` the unobserved weight counts for (p - x.y)^2 where a pair is observed.
 */
export interface AlsSettings {
  /** Length of a factor vector. */
  readonly k: number;
  readonly iterations: number;
  readonly regularization: number;
  /** nu: a row's regularisation grows with (interactions + unobservedWeight * other side)^nu; 0 is plain, 1 is full. Not for `spark`. */
  readonly frequencyExponent: number;
  /** alpha0: weight of every pair that was not observed. */
  readonly unobservedWeight: number;
  readonly preset: ConfidencePreset;
  /** After so many days an interaction counts half; null: never. */
  readonly halfLifeDays: number | null;
  readonly seed: number;
  readonly solver: AlsSolver;
  readonly objective: AlsObjective;
}

/** Where a model was trained. Wherever that was, it is served in the same way. */
export enum TrainedOn {
  HERE = 'HERE',
  SPARK = 'SPARK',
}

/** A row of the model registry. */
export interface Model {
  readonly id: number;
  readonly engine: EngineName;
  readonly trainedOn: TrainedOn;
  readonly state: ModelState;
  readonly settings: AlsSettings;
  /** SHA-256 of the interactions it was trained on. */
  readonly snapshot: string;
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly trainedSeconds: number;
  readonly createdAt: Date;
  readonly promotedAt: Date | null;
  /** How its factors are stored; see store/model-chunks.ts. */
  readonly format: number;
  /** Version of the package and hash of the kernel that trained it; null: nobody noted it. */
  readonly code: string | null;
  /** What was measured of its settings; null: they were not evaluated. */
  readonly evaluation: ModelEvaluation | null;
  /** Why it was promoted by itself, or was not: one sentence. */
  readonly verdict: string | null;
  /** Size of its factors; 0 once they were removed. */
  readonly bytes: number;
  /** Of a model that FAILED: what went wrong, in one sentence. */
  readonly error: string | null;
  /** Loss and time of each iteration; empty where nobody noted them. */
  readonly curve: Curve;
}

/** Settings as they rank on the part before a split, beside the live model's on the same part, and what the gate said. */
export interface ModelEvaluation extends EvaluationReport {
  /** Null: nothing was live, or its settings are the same. */
  readonly live: RankerReport | null;
  readonly gate: Verdict;
}

/** What fold-in and scoring need of a trained model: immutable, shared by all requests of a process. */
export interface Factors {
  readonly modelId: number;
  readonly settings: AlsSettings;
  /** Row i of `items` belongs to `titleIds[i]`. */
  readonly titleIds: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
  /** n x k, row-major. */
  readonly items: Float32Array;
  /** unobservedWeight * Y'Y, k x k, row-major, of exactly the `items` above. */
  readonly gram: Float64Array;
  /** People with a positive interaction, per row. */
  readonly popularity: Float64Array;
}
