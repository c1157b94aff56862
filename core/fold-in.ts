import type { FoldedIn, ServingKernel } from './kernel/serving';
import type { AlsSettings } from './model';
import { ridgeOfPast } from './ridge';

/** One person's past as the model sees it: parallel arrays, one place per title with a vector. */
export interface Past {
  /** Rows of the vectors. */
  readonly index: Int32Array;
  /** Confidence, above 0. */
  readonly weight: Float64Array;
  /** 1 liked, 0 not. */
  readonly preference: Uint8Array;
}

/** The item side that a person is folded into. */
export interface ItemSide {
  readonly settings: AlsSettings;
  /** Holds the vectors, trained ones and others, and the Gram matrix of the trained ones. */
  readonly kernel: ServingKernel;
  /** How many rows were trained. */
  readonly trained: number;
}

/** A person's factors, with what explains them. */
export interface Taste {
  /** As long as the kernel's stride. */
  readonly factors: Float32Array;
  readonly folded: FoldedIn;
  readonly past: Past;
}

/**
 * The factors of a person from everything they did: the row solve of ALS (Hu, Koren, Volinsky 2008, equation 4) at request time.
 * Null when nothing in the past was liked: the factors would be zero.
 */
export function foldIn(past: Past, { settings, kernel, trained }: ItemSide): Taste | null {
  if (!past.preference.includes(1)) return null;
  const folded = kernel.foldIn(past, ridgeOfPast(past, trained, settings));
  return { factors: folded.factors, folded, past };
}
