import type { Features } from './rows';

/** Features in at most 64 steps of about as many rows each: trees split between steps. */
export interface Binned {
  readonly rows: number;
  readonly width: number;
  /** Column after column: `bins[feature * rows + row]`. */
  readonly bins: Uint8Array;
  /** Of each feature the upper bounds of its steps but the last, ascending: a value is in step n where n bounds lie below it. */
  readonly bounds: readonly Float32Array[];
}

/** How trees grow. */
export interface TreeSettings {
  readonly depth: number;
  /** Lambda: a leaf is worth -G / (H + lambda). */
  readonly regularization: number;
  /** No leaf holds less than this of the second derivatives. */
  readonly leastHessian: number;
}

/** A tree as arrays: node n has children 2n + 1 and 2n + 2; a leaf has -1 as its feature. */
export interface Tree {
  readonly feature: Int16Array;
  /** Rows whose value is at most this go left. */
  readonly bound: Float32Array;
  readonly value: Float32Array;
}

/** Steps of as many rows each. */
const STEPS = 64;
/** One more than bounds: the last step has none above it. */
const BINS = 65;
/** Less than this is rounding. */
const LEAST_GAIN = 1e-9;

/** Finds steps of equal numbers of rows for each feature; the order of values is all that a tree reads. */
export function binned({ width, values }: Features): Binned {
  const rows = values.length / width;
  const bins = new Uint8Array(rows * width);
  const bounds: Float32Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const column = Float32Array.from({ length: rows }, (_, row) => values[row * width + feature] as number);
    const own = boundsOf(column);
    bounds.push(own);
    for (let row = 0; row < rows; row++) bins[feature * rows + row] = stepOf(own, column[row] as number);
  }
  return { rows, width, bins, bounds };
}

function boundsOf(column: Float32Array): Float32Array {
  const sorted = Float32Array.from(column).sort();
  const bounds: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const bound = sorted[Math.floor((step * sorted.length) / STEPS)] as number;
    if (bound > (bounds.at(-1) ?? (sorted[0] as number))) bounds.push(bound);
  }
  // A bound belongs to the step on its left: the least value of all needs one of its own where others follow.
  const least = sorted[0] as number;
  if ((sorted.at(-1) as number) > least) bounds.unshift(least);
  return Float32Array.from(new Set(bounds));
}

function stepOf(bounds: Float32Array, value: number): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (bounds[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Split {
  readonly feature: number;
  readonly step: number;
  readonly gain: number;
}

/** Sums of both derivatives by feature and step: `BINS` places a feature. */
interface Histogram {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

interface Derivatives {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

interface Node {
  readonly at: number;
  readonly rows: Int32Array;
  readonly histogram: Histogram;
}

/**
 * A regression tree on first and second derivatives of a loss, level by level: each node is split where G_l^2 / (H_l + lambda) +
 * G_r^2 / (H_r + lambda) - G^2 / (H + lambda) is largest (Chen and Guestrin 2016, equations 6 and 7), over histograms of steps.
 */
export function growTree(data: Binned, derivatives: Derivatives, settings: TreeSettings): Tree {
  const nodes = 2 ** (settings.depth + 1) - 1;
  const tree = { feature: new Int16Array(nodes).fill(-1), bound: new Float32Array(nodes), value: new Float32Array(nodes) };
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  let level: Node[] = [{ at: 0, rows: all, histogram: histogramOf(data, all, derivatives) }];
  for (let depth = 0; depth <= settings.depth; depth++) {
    const next: Node[] = [];
    for (const node of level) {
      const [g, h] = totals(node.rows, derivatives);
      tree.value[node.at] = -g / (h + settings.regularization);
      const split = depth === settings.depth ? null : bestSplit(data, node.histogram, { g, h, settings });
      if (split === null) continue;
      tree.feature[node.at] = split.feature;
      tree.bound[node.at] = data.bounds[split.feature]?.[split.step] as number;
      next.push(...childrenOf(data, node, { split, derivatives }));
    }
    level = next;
  }
  return tree;
}

/** Only the smaller child is counted anew: the other one is what is left. */
function childrenOf(
  data: Binned,
  { at, rows, histogram }: Node,
  { split, derivatives }: { split: Split; derivatives: Derivatives },
): readonly Node[] {
  const [left, right] = parted(data, rows, split);
  const isLeftSmaller = left.length <= right.length;
  const counted = histogramOf(data, isLeftSmaller ? left : right, derivatives);
  const rest = {
    gradient: histogram.gradient.map((sum, place) => sum - (counted.gradient[place] as number)),
    hessian: histogram.hessian.map((sum, place) => sum - (counted.hessian[place] as number)),
  };
  return [
    { at: 2 * at + 1, rows: left, histogram: isLeftSmaller ? counted : rest },
    { at: 2 * at + 2, rows: right, histogram: isLeftSmaller ? rest : counted },
  ];
}

/** What a tree says of one row of features. */
export function treeValue({ feature, bound, value }: Tree, { width, values }: Features, row: number): number {
  let node = 0;
  for (let at = feature[node] as number; at >= 0; at = feature[node] as number)
    node = 2 * node + ((values[row * width + at] as number) <= (bound[node] as number) ? 1 : 2);
  return value[node] as number;
}

function totals(rows: Int32Array, { gradient, hessian }: Derivatives): readonly [number, number] {
  let [g, h] = [0, 0];
  for (const row of rows) {
    g += gradient[row] as number;
    h += hessian[row] as number;
  }
  return [g, h];
}

function histogramOf({ rows: all, width, bins, bounds }: Binned, rows: Int32Array, { gradient, hessian }: Derivatives): Histogram {
  const sums = { gradient: new Float64Array(width * BINS), hessian: new Float64Array(width * BINS) };
  for (let feature = 0; feature < width; feature++) {
    if (bounds[feature]?.length === 0) continue;
    const [from, base] = [feature * all, feature * BINS];
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const place = base + (bins[from + row] as number);
      sums.gradient[place] = (sums.gradient[place] as number) + (gradient[row] as number);
      sums.hessian[place] = (sums.hessian[place] as number) + (hessian[row] as number);
    }
  }
  return sums;
}

function bestSplit(
  { width, bounds }: Binned,
  { gradient, hessian }: Histogram,
  { g, h, settings: { regularization, leastHessian } }: { readonly g: number; readonly h: number; readonly settings: TreeSettings },
): Split | null {
  const score = (sum: number, weight: number): number => (sum * sum) / (weight + regularization);
  const whole = score(g, h);
  let best: Split | null = null;
  for (let feature = 0; feature < width; feature++) {
    let [left, weight] = [0, 0];
    for (let step = 0; step < (bounds[feature]?.length ?? 0); step++) {
      left += gradient[feature * BINS + step] as number;
      weight += hessian[feature * BINS + step] as number;
      if (weight < leastHessian || h - weight < leastHessian) continue;
      const gain = score(left, weight) + score(g - left, h - weight) - whole;
      if (gain > (best?.gain ?? LEAST_GAIN)) best = { feature, step, gain };
    }
  }
  return best;
}

function parted({ rows: all, bins }: Binned, rows: Int32Array, { feature, step }: Split): readonly [Int32Array, Int32Array] {
  const goesLeft = (row: number): boolean => (bins[feature * all + row] as number) <= step;
  return [rows.filter(goesLeft), rows.filter((row) => !goesLeft(row))];
}
