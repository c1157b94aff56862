import { multiplyAdd, sumOf } from './lanes';

/**
 * Factors the symmetric positive definite A (size x size, row-major, only its upper triangle is read) into R'R: the upper triangle
 * becomes R. `size` is a multiple of 4. False when A is not positive definite.
 */
export function factorize(a: usize, size: i32): bool {
  const rowBytes = (<usize>size) << 2;
  for (let j = 0; j < size; j += 4) {
    if (!factorizeRows(a, rowBytes, j)) return false;
    const r0 = a + <usize>j * rowBytes;
    for (let i = j + 4; i < size; i += 4) subtractOuter(a, r0, rowBytes, (<usize>i) << 2);
  }
  return true;
}

// Rows j to j + 3: scaled by the root of their pivot, each subtracted from those of the four that follow.
function factorizeRows(a: usize, rowBytes: usize, j: i32): bool {
  const from = (<usize>j) << 2;
  for (let t = j; t < j + 4; t++) {
    const row = a + <usize>t * rowBytes;
    const pivot = load<f32>(row + ((<usize>t) << 2));
    if (!(pivot > 0)) return false;
    const scale = f32x4.splat(<f32>1 / sqrt<f32>(pivot));
    for (let c = from; c < rowBytes; c += 16) v128.store(row + c, f32x4.mul(v128.load(row + c), scale));
    for (let s = t + 1; s < j + 4; s++) {
      const factor = f32x4.splat(-load<f32>(row + ((<usize>s) << 2)));
      const other = a + <usize>s * rowBytes;
      for (let c = from; c < rowBytes; c += 16) v128.store(other + c, multiplyAdd(factor, v128.load(row + c), v128.load(other + c)));
    }
  }
  return true;
}

// Four rows below lose what the four finished ones explain of them: the trailing matrix is loaded and stored a quarter as often.
function subtractOuter(a: usize, r0: usize, rowBytes: usize, at: usize): void {
  const r1 = r0 + rowBytes;
  const r2 = r1 + rowBytes;
  const r3 = r2 + rowBytes;
  for (let pair: usize = 0; pair < 2; pair++) {
    const u = at + pair * 8;
    const f00 = f32x4.neg(v128.load32_splat(r0 + u));
    const f01 = f32x4.neg(v128.load32_splat(r1 + u));
    const f02 = f32x4.neg(v128.load32_splat(r2 + u));
    const f03 = f32x4.neg(v128.load32_splat(r3 + u));
    const f10 = f32x4.neg(v128.load32_splat(r0 + u, 4));
    const f11 = f32x4.neg(v128.load32_splat(r1 + u, 4));
    const f12 = f32x4.neg(v128.load32_splat(r2 + u, 4));
    const f13 = f32x4.neg(v128.load32_splat(r3 + u, 4));
    const upper = a + (u >> 2) * rowBytes;
    const lower = upper + rowBytes;
    for (let c = at; c < rowBytes; c += 16) {
      const x0 = v128.load(r0 + c);
      const x1 = v128.load(r1 + c);
      const x2 = v128.load(r2 + c);
      const x3 = v128.load(r3 + c);
      v128.store(upper + c, multiplyAdd(f03, x3, multiplyAdd(f02, x2, multiplyAdd(f01, x1, multiplyAdd(f00, x0, v128.load(upper + c))))));
      v128.store(lower + c, multiplyAdd(f13, x3, multiplyAdd(f12, x2, multiplyAdd(f11, x1, multiplyAdd(f10, x0, v128.load(lower + c))))));
    }
  }
}

/** Solves R'R x = b in place for R in the upper triangle of `r`: b becomes x. */
export function solve(r: usize, b: usize, size: i32): void {
  forward(r, b, size);
  const rowBytes = (<usize>size) << 2;
  for (let j = size - 1; j >= 0; j--) {
    const row = r + <usize>j * rowBytes;
    const place = (<usize>j) << 2;
    let c = place + 4;
    let sum: f32 = 0;
    for (const aligned = (c + 15) & ~15; c < aligned; c += 4) sum += load<f32>(row + c) * load<f32>(b + c);
    let sums = f32x4.splat(0);
    for (; c < rowBytes; c += 16) sums = multiplyAdd(v128.load(row + c), v128.load(b + c), sums);
    store<f32>(b + place, (load<f32>(b + place) - sum - sumOf(sums)) / load<f32>(row + place));
  }
}

function forward(r: usize, b: usize, size: i32): void {
  const rowBytes = (<usize>size) << 2;
  for (let j: usize = 0; j < <usize>size; j++) {
    const row = r + j * rowBytes;
    const place = j << 2;
    const value = load<f32>(b + place) / load<f32>(row + place);
    store<f32>(b + place, value);
    let c = place + 4;
    for (const aligned = (c + 15) & ~15; c < aligned; c += 4) store<f32>(b + c, load<f32>(b + c) - value * load<f32>(row + c));
    const values = f32x4.splat(-value);
    for (; c < rowBytes; c += 16) v128.store(b + c, multiplyAdd(values, v128.load(row + c), v128.load(b + c)));
  }
}
