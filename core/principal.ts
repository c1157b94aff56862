import { ROWS_A_STEP, type Steps } from './steps';

/** n vectors of length k, row-major. */
interface Rows {
  readonly values: Float32Array;
  readonly k: number;
}

/** Mean and covariance of vectors: k, and k x k row-major. */
export interface Spread {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** The eigenvectors of a symmetric matrix, k a row-major column each, with their eigenvalues in the same order. */
export interface Eigen {
  readonly values: Float64Array;
  /** Row-major k x k: entry i of eigenvector j stands at i * k + j. */
  readonly vectors: Float64Array;
}

/** The two directions along which vectors differ most. */
export interface Axes {
  /** Of length 1, k each. */
  readonly directions: readonly [Float64Array, Float64Array];
  /** Share of all variance along each, 0 to 1. */
  readonly explained: readonly [number, number];
}

/**
 * Mean m = sum w y / sum w and covariance C = sum w (y - m)(y - m)' / sum w of n vectors y with weights w, the first half of principal
 * components (Pearson 1901; Hotelling 1933). Without any weight above 0 all vectors weigh alike.
 */
export function* spreadOf({ values, k }: Rows, given: Float64Array): Steps<Spread> {
  const n = k === 0 ? 0 : values.length / k;
  const weights = given.some((weight) => weight > 0) ? given : new Float64Array(n).fill(1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = new Float64Array(k);
  for (let row = 0; row < n; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    const share = (weights[row] as number) / total;
    for (let i = 0; i < k; i++) mean[i] = (mean[i] as number) + share * (values[row * k + i] as number);
  }
  const covariance = new Float64Array(k * k);
  const centred = new Float64Array(k);
  const rowsAStep = Math.max(1, Math.floor((ROWS_A_STEP * 16) / (k * k)));
  for (let row = 0; row < n; row++) {
    if (row % rowsAStep === 0) yield;
    const share = (weights[row] as number) / total;
    if (share === 0) continue;
    for (let i = 0; i < k; i++) centred[i] = (values[row * k + i] as number) - (mean[i] as number);
    addOuter(covariance, centred, share);
  }
  for (let i = 0; i < k; i++) for (let j = i + 1; j < k; j++) covariance[i * k + j] = covariance[j * k + i] as number;
  return { mean, covariance };
}

/**
 * The two eigenvectors of the largest eigenvalues. Eigenvectors have no sign of their own: each is turned so that its largest entry is
 * positive, so that the same vectors give the same map.
 */
export function axesOf({ values, vectors }: Eigen): Axes {
  const k = values.length;
  const places = Array.from(values.keys()).sort((a, b) => (values[b] as number) - (values[a] as number));
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const axis = (place: number | undefined): [Float64Array, number] => {
    if (place === undefined) return [new Float64Array(k), 0];
    const direction = turned(Float64Array.from({ length: k }, (_, i) => vectors[i * k + place] as number));
    return [direction, total === 0 ? 0 : Math.max(0, values[place] as number) / total];
  };
  const [[first, explainedFirst], [second, explainedSecond]] = [axis(places[0]), axis(places[1])];
  return { directions: [first, second], explained: [explainedFirst, explainedSecond] };
}

/** Where each vector lies along an axis: (y - m)'v, n numbers. */
export function* projected({ values, k }: Rows, mean: Float64Array, direction: Float64Array): Steps<Float32Array> {
  const n = k === 0 ? 0 : values.length / k;
  const along = new Float32Array(n);
  for (let row = 0; row < n; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    let sum = 0;
    for (let i = 0; i < k; i++) sum += ((values[row * k + i] as number) - (mean[i] as number)) * (direction[i] as number);
    along[row] = sum;
  }
  return along;
}

// The lower triangle is enough.
function addOuter(into: Float64Array, vector: Float64Array, weight: number): void {
  const k = vector.length;
  for (let i = 0; i < k; i++) {
    const scaled = weight * (vector[i] as number);
    for (let j = 0; j <= i; j++) into[i * k + j] = (into[i * k + j] as number) + scaled * (vector[j] as number);
  }
}

function turned(direction: Float64Array): Float64Array {
  let largest = 0;
  for (const value of direction) if (Math.abs(value) > Math.abs(largest) + 1e-12) largest = value;
  return largest < 0 ? direction.map((value) => -value) : direction;
}
