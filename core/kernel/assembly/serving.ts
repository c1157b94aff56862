import { factorize, solve } from './cholesky';
import { addGram } from './gram';
import { multiplyAdd, sumsOf } from './lanes';

/** What JavaScript writes before requests are served; core/kernel/serving.ts has the same fields in the same order. */
@unmanaged
export class Serving {
  /** Floats from one vector to the next, a multiple of 8. */
  stride: i32;
  /** f32, rows x stride. */
  vectors: usize;
  /** f32, stride x stride: the Gram matrix of the trained vectors times the weight of the unobserved, its upper triangle at least. */
  gram: usize;
  /** f32, stride x stride: the Cholesky factor of a person's normal equations, in the upper triangle. */
  left: usize;
  /** f32, stride x (stride + 1) / 2: the same without what is below the diagonal. */
  packed: usize;
  /** f32, stride: a person's factors. */
  person: usize;
  /** f32, stride: a vector in between. */
  turned: usize;
  /** i32 per place: rows of `vectors` in a past, and their confidence (f32), negative where the preference is 0. */
  index: usize;
  weight: usize;
  /** i32 per place: rows to score. */
  chosen: usize;
  /** f32 per place: products with vectors. */
  products: usize;
  /** i32 and f32 per place: the best rows and their scores. */
  bestRows: usize;
  bestScores: usize;
  /** f32, PANEL_ROWS x stride. */
  panel: usize;
  /** Added to the weight of a liked place on the right-hand side only. */
  bonus: f32;
}

/** Rows of a past that are added at once. */
export const PANEL_ROWS = 32;

/**
 * Folds a past of `count` places in: `left` becomes the factor R of R'R = gram + ridge I + sum |w| y y', `person` the solution for
 * the right-hand side sum of (w + bonus) y over liked places (Hu, Koren, Volinsky 2008, equation 4). False when that has none.
 */
export function foldIn(serving: Serving, count: i32, ridge: f32): bool {
  const stride = serving.stride;
  const bytes = (<usize>stride) << 2;
  memory.fill(serving.person, 0, bytes);
  let base = serving.gram;
  if (count === 0) memory.copy(serving.left, base, <usize>stride * bytes);
  for (let from = 0; from < count; from += PANEL_ROWS) {
    const rows = min(PANEL_ROWS, count - from);
    gather(serving, from, rows);
    addGram(serving.left, base, serving.panel, rows, stride);
    base = serving.left;
  }
  for (let at: usize = 0; at < bytes; at += 4) {
    const place = serving.left + (at >> 2) * bytes + at;
    store<f32>(place, load<f32>(place) + ridge);
  }
  if (!factorize(serving.left, stride)) return false;
  solve(serving.left, serving.person, stride);
  pack(serving.left, serving.packed, stride);
  return true;
}

function pack(left: usize, packed: usize, stride: i32): void {
  const bytes = (<usize>stride) << 2;
  let to = packed;
  for (let at: usize = 0; at < bytes; at += 4) {
    memory.copy(to, left + (at >> 2) * bytes + at, bytes - at);
    to += bytes - at;
  }
}

/** `left` becomes what `packed` holds. */
export function unpack(serving: Serving): void {
  const bytes = (<usize>serving.stride) << 2;
  let from = serving.packed;
  for (let at: usize = 0; at < bytes; at += 4) {
    memory.copy(serving.left + (at >> 2) * bytes + at, from, bytes - at);
    from += bytes - at;
  }
}

/** What a place of the past asks for on the right-hand side: weight and bonus where it was liked, else 0. */
function targetOf(serving: Serving, signed: f32): f32 {
  return signed > 0 ? signed + serving.bonus : 0;
}

function gather(serving: Serving, from: i32, rows: i32): void {
  const bytes = (<usize>serving.stride) << 2;
  let to = serving.panel;
  for (let place = from; place < from + rows; place++) {
    const vector = serving.vectors + <usize>load<u32>(serving.index + ((<usize>place) << 2)) * bytes;
    const signed = load<f32>(serving.weight + ((<usize>place) << 2));
    const root = f32x4.splat(sqrt<f32>(abs<f32>(signed)));
    const target = f32x4.splat(targetOf(serving, signed));
    for (let c: usize = 0; c < bytes; c += 16) {
      const y = v128.load(vector + c);
      v128.store(to + c, f32x4.mul(root, y));
      v128.store(serving.person + c, multiplyAdd(target, y, v128.load(serving.person + c)));
    }
    to += bytes;
  }
}

/** `products` become the scores of the rows at the first `count` places of `chosen` for `person`. */
export function scoreRows(serving: Serving, count: i32): void {
  multiplyRows(serving, serving.person, serving.chosen, count);
}

// A row's product is the same whatever stands beside it, so that lists agree to the last bit however they were put together.
function multiplyRows(serving: Serving, vector: usize, rows: usize, count: i32): void {
  const bytes = (<usize>serving.stride) << 2;
  const vectors = serving.vectors;
  let index = rows;
  let to = serving.products;
  for (let place = 0; place < count; place += 4) {
    const left = count - place;
    const y0 = vectors + <usize>load<u32>(index) * bytes;
    const y1 = left > 1 ? vectors + <usize>load<u32>(index, 4) * bytes : y0;
    const y2 = left > 2 ? vectors + <usize>load<u32>(index, 8) * bytes : y0;
    const y3 = left > 3 ? vectors + <usize>load<u32>(index, 12) * bytes : y0;
    v128.store(to, multiplyFour(vector, y0, y1, y2, y3, bytes));
    index += 16;
    to += 16;
  }
}

/** `products` become the scores of rows 0 to `rows` - 1 for `person`. */
export function scoreAll(serving: Serving, rows: i32): void {
  const bytes = (<usize>serving.stride) << 2;
  let y = serving.vectors;
  let to = serving.products;
  for (let row = 0; row < rows; row += 4) {
    const left = rows - row;
    const y1 = left > 1 ? y + bytes : y;
    const y2 = left > 2 ? y + 2 * bytes : y;
    const y3 = left > 3 ? y + 3 * bytes : y;
    v128.store(to, multiplyFour(serving.person, y, y1, y2, y3, bytes));
    y += bytes << 2;
    to += 16;
  }
}

function multiplyFour(x: usize, y0: usize, y1: usize, y2: usize, y3: usize, bytes: usize): v128 {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c: usize = 0; c < bytes; c += 16) {
    const value = v128.load(x + c);
    s0 = multiplyAdd(value, v128.load(y0 + c), s0);
    s1 = multiplyAdd(value, v128.load(y1 + c), s1);
    s2 = multiplyAdd(value, v128.load(y2 + c), s2);
    s3 = multiplyAdd(value, v128.load(y3 + c), s3);
  }
  return sumsOf(s0, s1, s2, s3);
}

/**
 * Writes the best `most` of the first `count` products and their places to `bestRows` and `bestScores`, in the order of a heap with
 * the worst at its root; where fewer are above -Infinity, the others keep the row -1. Of equal ones the earlier place is kept.
 */
export function selectBest(serving: Serving, count: i32, most: i32): void {
  const scores = serving.bestScores;
  const rows = serving.bestRows;
  for (let at: usize = 0; at < (<usize>most) << 2; at += 4) {
    store<f32>(scores + at, -Infinity);
    store<i32>(rows + at, -1);
  }
  let least = f32x4.splat(-Infinity);
  const products = serving.products;
  const whole = count & ~3;
  for (let place = 0; place < whole; place += 4) {
    const at = products + ((<usize>place) << 2);
    if (!v128.any_true(f32x4.gt(v128.load(at), least))) continue;
    for (let lane = 0; lane < 4; lane++) offer(scores, rows, most, load<f32>(at + ((<usize>lane) << 2)), place + lane);
    least = v128.load32_splat(scores);
  }
  for (let place = whole; place < count; place++) offer(scores, rows, most, load<f32>(products + ((<usize>place) << 2)), place);
}

// Takes the root's place and sinks: of two equal scores the later row is the worse.
function offer(scores: usize, rows: usize, most: i32, score: f32, row: i32): void {
  if (!(score > load<f32>(scores))) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= most) break;
    if (child + 1 < most && isWorse(scores, rows, child + 1, child)) child++;
    const below = load<f32>(scores + ((<usize>child) << 2));
    if (below >= score) break;
    store<f32>(scores + ((<usize>at) << 2), below);
    store<i32>(rows + ((<usize>at) << 2), load<i32>(rows + ((<usize>child) << 2)));
    at = child;
  }
  store<f32>(scores + ((<usize>at) << 2), score);
  store<i32>(rows + ((<usize>at) << 2), row);
}

function isWorse(scores: usize, rows: usize, a: i32, b: i32): bool {
  const left = load<f32>(scores + ((<usize>a) << 2));
  const right = load<f32>(scores + ((<usize>b) << 2));
  return left < right || (left === right && load<i32>(rows + ((<usize>a) << 2)) > load<i32>(rows + ((<usize>b) << 2)));
}

/**
 * `products` become what each of the first `count` places of the past adds to the score of `row`: (w + bonus) y_row' W y with W the inverse of the
 * person's normal equations, whose factor stands in `left` (Hu, Koren, Volinsky 2008, section 5); 0 where it was not liked.
 */
export function contribute(serving: Serving, row: i32, count: i32): void {
  const bytes = (<usize>serving.stride) << 2;
  memory.copy(serving.turned, serving.vectors + <usize>row * bytes, bytes);
  solve(serving.left, serving.turned, serving.stride);
  multiplyRows(serving, serving.turned, serving.index, count);
  for (let at: usize = 0; at < (<usize>count) << 2; at += 4) {
    store<f32>(serving.products + at, load<f32>(serving.products + at) * targetOf(serving, load<f32>(serving.weight + at)));
  }
}
