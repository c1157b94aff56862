import type { Past } from '../fold-in';
import { strideOf } from './plan';

/** Rows, best first, with their scores. */
export interface BestRows {
  readonly rows: Int32Array;
  readonly scores: Float32Array;
}

/** A person's factors, with what explains them. Vectors are as long as the kernel's stride: k, filled up with zeros. */
export interface FoldedIn {
  readonly factors: Float32Array;
  /** R in R'R, the person's normal equations: the upper triangle, row after row. */
  readonly cholesky: Float32Array;
}

/**
 * The serving half of the kernel over the vectors of one model, in a memory of its own. One call after another: views that a call
 * returns are good until the next.
 */
export interface ServingKernel {
  /** Floats from one vector to the next: k, filled up with zeros to a multiple of 8. */
  readonly stride: number;
  readonly rows: number;
  /** rows x stride, to be filled by whoever opened it. */
  readonly vectors: Float32Array;
  /** Sets unobservedWeight * Y'Y (k x k, row-major). */
  setGram(gram: Float64Array): void;
  /** Solves a person's normal equations; `past.index` holds rows. Throws a RangeError when they have no solution, as with weights that are not finite. */
  foldIn(past: Past, ridge: number): FoldedIn;
  /** A view of the scores of `rows`, in their order; at most as many as there are rows. */
  scores(factors: Float32Array, rows: Int32Array): Float32Array;
  /** The best `count` of all rows without the `excluded` ones. */
  best(factors: Float32Array, count: number, excluded?: Int32Array): BestRows;
  /** A view of what each title of the past adds to the score of `row`: together they are the score. */
  contributions(row: number, folded: FoldedIn, past: Past): Float32Array;
}

interface ServingExports {
  foldIn(serving: number, count: number, ridge: number): number;
  scoreRows(serving: number, count: number): void;
  scoreAll(serving: number, rows: number): void;
  selectBest(serving: number, count: number, most: number): void;
  contribute(serving: number, row: number, count: number): void;
  unpack(serving: number): void;
}

/** As in assembly/serving.ts. */
const PANEL_ROWS = 32;
const LINE = 64;
const MOST_BYTES = 2 ** 32;

/** How large a serving kernel is, and how it weighs. */
export interface ServingShape {
  readonly rows: number;
  readonly k: number;
  /** Titles of the longest past. Default: all rows. */
  readonly longestPast?: number;
  /** What a liking counts beside its weight; see `bonusOf`. Default 0. */
  readonly bonus?: number;
}

/** Opens the kernel for so many vectors of length k and pasts of at most `longestPast` titles. Throws a RangeError when they do not fit. */
export function openServing(module: WebAssembly.Module, { rows, k, longestPast = rows, bonus = 0 }: ServingShape): ServingKernel {
  const stride = strideOf(k);
  const places = Math.max(rows, longestPast, 1);
  let end = LINE;
  const take = (floats: number): number => {
    const at = end;
    end = Math.ceil((at + 4 * floats + LINE) / LINE) * LINE;
    return at;
  };
  const at = {
    serving: take(LINE),
    vectors: take(rows * stride),
    gram: take(stride * stride),
    left: take(stride * stride),
    packed: take((stride * (stride + 1)) / 2),
    person: take(stride),
    turned: take(stride),
    index: take(places),
    weight: take(places),
    chosen: take(places),
    products: take(places),
    bestRows: take(places),
    bestScores: take(places),
    panel: take(PANEL_ROWS * stride),
  };
  if (end > MOST_BYTES)
    throw new RangeError(
      `${rows} titles with k = ${k} need ${Math.ceil(end / 2 ** 20)} MB; one model can have ${MOST_BYTES / 2 ** 20} MB. Use fewer factors.`,
    );
  const pages = Math.ceil(end / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const { serving, ...fields } = at;
  // The fields of `Serving` in assembly/serving.ts, in their order.
  const layout = [stride, ...Object.values(fields)].map((field) => field | 0);
  new Int32Array(memory.buffer, serving, layout.length).set(layout);
  new Float32Array(memory.buffer, serving, layout.length + 1)[layout.length] = bonus;
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as ServingExports;
  const floats = (from: number, length: number): Float32Array => new Float32Array(memory.buffer, from, length);
  const views = {
    gram: floats(at.gram, stride * stride),
    packed: floats(at.packed, (stride * (stride + 1)) / 2),
    person: floats(at.person, stride),
    index: new Int32Array(memory.buffer, at.index, places),
    weight: floats(at.weight, places),
    chosen: new Int32Array(memory.buffer, at.chosen, places),
    products: floats(at.products, places),
    bestRows: new Int32Array(memory.buffer, at.bestRows, places),
    bestScores: floats(at.bestScores, places),
  };
  const setPast = ({ index, weight, preference }: Past): void => {
    views.index.set(index);
    for (let place = 0; place < index.length; place++)
      views.weight[place] = preference[place] === 1 ? (weight[place] as number) : -(weight[place] as number);
  };
  // Whose past and equations the memory holds: explaining a list asks for one person again and again.
  let resident: FoldedIn | null = null;
  return {
    stride,
    rows,
    vectors: floats(at.vectors, rows * stride),
    setGram(gram) {
      for (let row = 0; row < k; row++) views.gram.set(gram.subarray(row * k, (row + 1) * k), row * stride);
    },
    foldIn(past, ridge) {
      resident = null;
      setPast(past);
      if (exports.foldIn(serving, past.index.length, ridge) === 0)
        throw new RangeError(
          'The normal equations of a person have no solution: a weight is not finite, or the regularisation is too small.',
        );
      resident = { factors: copyOf(views.person), cholesky: copyOf(views.packed) };
      return resident;
    },
    scores(factors, chosen) {
      views.person.set(factors);
      views.chosen.set(chosen);
      exports.scoreRows(serving, chosen.length);
      return views.products.subarray(0, chosen.length);
    },
    best(factors, count, excluded) {
      views.person.set(factors);
      exports.scoreAll(serving, rows);
      for (const row of excluded ?? []) views.products[row] = Number.NEGATIVE_INFINITY;
      const most = Math.min(count, rows);
      exports.selectBest(serving, rows, most);
      return inOrder(views.bestRows.subarray(0, most), views.bestScores.subarray(0, most));
    },
    contributions(row, folded, past) {
      if (folded !== resident) {
        setPast(past);
        views.packed.set(folded.cholesky);
        exports.unpack(serving);
        resident = folded;
      }
      exports.contribute(serving, row, past.index.length);
      return views.products.subarray(0, past.index.length);
    },
  };
}

/** A plain copy: a slice of shared memory would be shared memory. */
function copyOf(view: Float32Array): Float32Array {
  return new Float32Array(view);
}

function inOrder(rows: Int32Array, scores: Float32Array): BestRows {
  const places = [...rows.keys()].filter((place) => (rows[place] as number) >= 0);
  places.sort((a, b) => (scores[b] as number) - (scores[a] as number) || (rows[a] as number) - (rows[b] as number));
  return {
    rows: Int32Array.from(places, (place) => rows[place] as number),
    scores: Float32Array.from(places, (place) => scores[place] as number),
  };
}
