import { ridgeOf } from './als';
import { factorize, solve } from './cholesky';
import type { AlsSettings } from './model';
import { addObserved, begin, newEquations, type Vectors } from './normal-equations';

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
  /** n x k, row-major; rows beyond the trained ones may follow. */
  readonly vectors: Vectors;
  /** unobservedWeight * Y'Y of the trained rows, k x k. */
  readonly gram: Float64Array;
  /** How many rows were trained. */
  readonly trained: number;
}

/** A person's factors, with what explains them: the past and the Cholesky factor of its normal equations. */
export interface Taste {
  readonly factors: Float64Array;
  readonly cholesky: Float64Array;
  readonly past: Past;
}

/**
 * The factors of a person from everything they did: the row solve of ALS (Hu, Koren, Volinsky 2008, equation 4) at request time.
 * Null when nothing in the past was liked: the factors would be zero.
 */
export function foldIn(past: Past, side: ItemSide): Taste | null {
  if (!past.preference.includes(1)) return null;
  const equations = newEquations(side.settings.k);
  const to = past.index.length;
  begin(equations, side.gram, ridgeOf(to, side.trained, side.settings));
  addObserved(equations, side.vectors, { ...past, from: 0, to });
  factorize(equations.a, equations.k);
  solve(equations.a, equations.b, equations.k);
  return { factors: equations.b, cholesky: equations.a, past };
}
