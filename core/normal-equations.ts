/** Row-major vectors of length k, one after another: 64-bit while training, 32-bit in a stored model. */
export type Vectors = Float32Array | Float64Array;

/** What one row observed: indices of vectors, with a weight above 0 and a preference of 0 or 1 each, from `from` to `to` - 1. */
export interface Observed {
  readonly index: Int32Array;
  readonly weight: Float32Array | Float64Array;
  readonly preference: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** A least-squares problem in the making: `a` is k x k with only its lower triangle kept, `b` has length k. */
export interface Equations {
  readonly k: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Four gathered vectors, so that one pass over `a` adds four observations. */
  readonly panel: Float64Array;
}

export function newEquations(k: number): Equations {
  return { k, a: new Float64Array(k * k), b: new Float64Array(k), panel: new Float64Array(4 * k) };
}

/** alpha * Y'Y of n vectors, k x k, row-major, both triangles. */
export function gramOf(vectors: Vectors, k: number, alpha: number): Float64Array {
  const equations = newEquations(k);
  const n = vectors.length / k;
  const index = Int32Array.from({ length: n }, (_, row) => row);
  addObserved(equations, vectors, { index, weight: new Float64Array(n).fill(alpha), preference: new Uint8Array(n), from: 0, to: n });
  for (let i = 0; i < k; i++) for (let j = i + 1; j < k; j++) equations.a[i * k + j] = equations.a[j * k + i] as number;
  return equations.a;
}

/** Begins a row: a = gram + ridge I, b = 0. */
export function begin(equations: Equations, gram: Float64Array, ridge: number): void {
  equations.a.set(gram);
  equations.b.fill(0);
  for (let i = 0; i < equations.k; i++) equations.a[i * equations.k + i] = (gram[i * equations.k + i] as number) + ridge;
}

/** Adds sum of w y y' to `a` and sum of w p y to `b` (Hu, Koren, Volinsky 2008, equation 4). */
export function addObserved(equations: Equations, vectors: Vectors, observed: Observed): void {
  for (let e = observed.from; e < observed.to; e += 4) {
    const scale = [0, 0, 0, 0];
    for (let slot = 0; slot < 4; slot++) {
      if (e + slot < observed.to) scale[slot] = gather(equations, vectors, observed, { entry: e + slot, slot });
    }
    addPanel(equations, scale[0] as number, scale[1] as number, [scale[2] as number, scale[3] as number]);
  }
}

function gather(equations: Equations, vectors: Vectors, observed: Observed, at: { entry: number; slot: number }): number {
  const { k, panel, b } = equations;
  const weight = observed.weight[at.entry] as number;
  const target = weight * (observed.preference[at.entry] as number);
  const source = (observed.index[at.entry] as number) * k;
  const slot = at.slot * k;
  for (let i = 0; i < k; i++) {
    const value = vectors[source + i] as number;
    panel[slot + i] = value;
    b[i] = (b[i] as number) + target * value;
  }
  return weight;
}

// Four rank-one updates at once: `a` is loaded and stored a quarter as often.
function addPanel({ k, a, panel }: Equations, w0: number, w1: number, [w2, w3]: readonly [number, number]): void {
  for (let i = 0; i < k; i++) {
    const row = i * k;
    const y0 = w0 * (panel[i] as number);
    const y1 = w1 * (panel[k + i] as number);
    const y2 = w2 * (panel[2 * k + i] as number);
    const y3 = w3 * (panel[3 * k + i] as number);
    for (let j = 0; j <= i; j++) {
      a[row + j] =
        (a[row + j] as number) +
        y0 * (panel[j] as number) +
        y1 * (panel[k + j] as number) +
        y2 * (panel[2 * k + j] as number) +
        y3 * (panel[3 * k + j] as number);
    }
  }
}
