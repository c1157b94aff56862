import { multiplyAdd, sumsOf } from './lanes';
import { Side, Training } from './training';

// A panel holds the vectors of a row's entries in groups of eight, four floats of each in turn: one pointer walks through all of them
// with constant offsets, and eight independent sums hide the latency of each other.

/** Entries in a group. */
export const GROUP = 8;

/** Bytes of a group. */
export function groupBytes(stride: i32): usize {
  return (<usize>stride) << 5;
}

/**
 * Copies the vectors of the entries from `entry` on (at most eight before `end`) into the group at `panel` and writes their products with
 * `x` to `products` (f32 x 8). Places beyond `end` get the vector of zeros at `zeros`.
 */
export function gather(
  panel: usize,
  products: usize,
  x: usize,
  side: Side,
  fixed: usize,
  entry: i32,
  end: i32,
  stride: i32,
  zeros: usize,
): void {
  const index = side.index + ((<usize>entry) << 2);
  const bytes = (<usize>stride) << 2;
  const count = end - entry;
  const p0 = fixed + <usize>load<u32>(index) * bytes;
  const p1 = count > 1 ? fixed + <usize>load<u32>(index, 4) * bytes : zeros;
  const p2 = count > 2 ? fixed + <usize>load<u32>(index, 8) * bytes : zeros;
  const p3 = count > 3 ? fixed + <usize>load<u32>(index, 12) * bytes : zeros;
  gatherFour(panel, products, x, p0, p1, p2, p3, bytes);
  const p4 = count > 4 ? fixed + <usize>load<u32>(index, 16) * bytes : zeros;
  const p5 = count > 5 ? fixed + <usize>load<u32>(index, 20) * bytes : zeros;
  const p6 = count > 6 ? fixed + <usize>load<u32>(index, 24) * bytes : zeros;
  const p7 = count > 7 ? fixed + <usize>load<u32>(index, 28) * bytes : zeros;
  gatherFour(panel + 64, products + 16, x, p4, p5, p6, p7, bytes);
}

function gatherFour(panel: usize, products: usize, x: usize, p0: usize, p1: usize, p2: usize, p3: usize, bytes: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let to = panel;
  for (let c: usize = 0; c < bytes; c += 16) {
    const value = v128.load(x + c);
    const y0 = v128.load(p0 + c);
    const y1 = v128.load(p1 + c);
    const y2 = v128.load(p2 + c);
    const y3 = v128.load(p3 + c);
    v128.store(to, y0);
    v128.store(to, y1, 16);
    v128.store(to, y2, 32);
    v128.store(to, y3, 48);
    s0 = multiplyAdd(value, y0, s0);
    s1 = multiplyAdd(value, y1, s1);
    s2 = multiplyAdd(value, y2, s2);
    s3 = multiplyAdd(value, y3, s3);
    to += 128;
  }
  v128.store(products, sumsOf(s0, s1, s2, s3));
}

/** Writes the products of the eight vectors of a group with `x` to `products`. */
export function multiplyGroup(panel: usize, products: usize, x: usize, stride: i32): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  let from = panel;
  const end = panel + groupBytes(stride);
  let at = x;
  while (from < end) {
    const value = v128.load(at);
    s0 = multiplyAdd(value, v128.load(from), s0);
    s1 = multiplyAdd(value, v128.load(from, 16), s1);
    s2 = multiplyAdd(value, v128.load(from, 32), s2);
    s3 = multiplyAdd(value, v128.load(from, 48), s3);
    s4 = multiplyAdd(value, v128.load(from, 64), s4);
    s5 = multiplyAdd(value, v128.load(from, 80), s5);
    s6 = multiplyAdd(value, v128.load(from, 96), s6);
    s7 = multiplyAdd(value, v128.load(from, 112), s7);
    from += 128;
    at += 16;
  }
  v128.store(products, sumsOf(s0, s1, s2, s3));
  v128.store(products, sumsOf(s4, s5, s6, s7), 16);
}

/** Adds the eight vectors of a group to `to`, each times its factor (f32 x 8). */
export function addGroup(to: usize, panel: usize, factors: usize, stride: i32): void {
  const f0 = v128.load32_splat(factors);
  const f1 = v128.load32_splat(factors, 4);
  const f2 = v128.load32_splat(factors, 8);
  const f3 = v128.load32_splat(factors, 12);
  const f4 = v128.load32_splat(factors, 16);
  const f5 = v128.load32_splat(factors, 20);
  const f6 = v128.load32_splat(factors, 24);
  const f7 = v128.load32_splat(factors, 28);
  let from = panel;
  const end = panel + groupBytes(stride);
  let at = to;
  while (from < end) {
    let even = multiplyAdd(f0, v128.load(from), v128.load(at));
    let odd = f32x4.mul(f1, v128.load(from, 16));
    even = multiplyAdd(f2, v128.load(from, 32), even);
    odd = multiplyAdd(f3, v128.load(from, 48), odd);
    even = multiplyAdd(f4, v128.load(from, 64), even);
    odd = multiplyAdd(f5, v128.load(from, 80), odd);
    even = multiplyAdd(f6, v128.load(from, 96), even);
    odd = multiplyAdd(f7, v128.load(from, 112), odd);
    v128.store(at, f32x4.add(even, odd));
    from += 128;
    at += 16;
  }
}

/** What four entries from `entry` on weigh: the part of the left-hand side. */
export function weightsOf(training: Training, side: Side, entry: i32): v128 {
  if (side.weight === 0) return f32x4.splat(training.uniform);
  return f32x4.abs(v128.load(side.weight + ((<usize>entry) << 2)));
}

/** What four entries from `entry` on ask for on the right-hand side: weight and bonus where they are liked, else 0. */
export function targetsOf(training: Training, side: Side, entry: i32): v128 {
  if (side.weight === 0) return f32x4.splat(training.uniform + training.bonus);
  const signed = v128.load(side.weight + ((<usize>entry) << 2));
  return v128.and(f32x4.add(signed, f32x4.splat(training.bonus)), f32x4.gt(signed, f32x4.splat(0)));
}
