// Eigenvectors of a symmetric matrix in 64 bit: Householder's tridiagonal form, then implicit QL (Golub and Van Loan, sections 8.3.1 and 8.3.3).

const MOST_STEPS = 60;

/**
 * Diagonalises the symmetric A (size x size, f64, row-major, `size` even) = V' diag(values) V: row i of `vectors` becomes the eigenvector of
 * `values[i]`; A is destroyed. `scratch` holds 3 * size f64. False when it does not converge, as with numbers that are not finite.
 */
export function diagonalize(a: usize, vectors: usize, values: usize, scratch: usize, size: i32): bool {
  const bytes = (<usize>size) << 3;
  const offDiagonal = scratch;
  const scales = scratch + bytes;
  tridiagonalize(a, values, offDiagonal, scales, scratch + 2 * bytes, size);
  accumulate(a, scales, vectors, size);
  return iterate(values, offDiagonal, vectors, size);
}

// Column j is reflected onto its first place below the diagonal; the reflector's vector stays in row j of A, its scale in `scales`.
function tridiagonalize(a: usize, diagonal: usize, offDiagonal: usize, scales: usize, product: usize, size: i32): void {
  const bytes = (<usize>size) << 3;
  // What lies so far below the whole matrix is its rounding; squared again and again it would end below the smallest number there is.
  const nothing = (f64.EPSILON * traceOf(a, size)) / 1000;
  for (let j = 0; j < size; j++) {
    const v = a + <usize>j * bytes;
    const place = (<usize>j) << 3;
    store<f64>(diagonal + place, load<f64>(v + place));
    store<f64>(scales + place, 0);
    store<f64>(offDiagonal + place, 0);
    if (j + 1 === size) return;
    const first = place + 8;
    let rest: f64 = 0;
    for (let c = first + 8; c < bytes; c += 8) rest += load<f64>(v + c) * load<f64>(v + c);
    const head = load<f64>(v + first);
    if (rest <= nothing * nothing) {
      store<f64>(offDiagonal + place, head);
      continue;
    }
    const length = sqrt<f64>(head * head + rest);
    const beta = head > 0 ? -length : length;
    store<f64>(offDiagonal + place, beta);
    store<f64>(v + first, head - beta);
    const scale = 1 / (length * (length + abs<f64>(head)));
    store<f64>(scales + place, scale);
    reflectBothSides(a, v, product, scale, j + 1, size);
  }
}

function traceOf(a: usize, size: i32): f64 {
  let trace: f64 = 0;
  for (let i: usize = 0; i < <usize>size; i++) trace += abs<f64>(load<f64>(a + ((i * <usize>size + i) << 3)));
  return trace;
}

// A22 - v w' - w v' with w = p - (scale v'p / 2) v and p = scale A22 v.
function reflectBothSides(a: usize, v: usize, w: usize, scale: f64, from: i32, size: i32): void {
  const bytes = (<usize>size) << 3;
  const first = (<usize>from) << 3;
  let along: f64 = 0;
  for (let i = from; i < size; i++) {
    const p = scale * dotFrom(a + <usize>i * bytes, v, first, bytes);
    store<f64>(w + ((<usize>i) << 3), p);
    along += p * load<f64>(v + ((<usize>i) << 3));
  }
  addFrom(w, v, (-scale * along) / 2, first, bytes);
  for (let i = from; i < size; i++) {
    const row = a + <usize>i * bytes;
    const vs = f64x2.splat(load<f64>(v + ((<usize>i) << 3)));
    const ws = f64x2.splat(load<f64>(w + ((<usize>i) << 3)));
    for (let c = first & ~15; c < bytes; c += 16) {
      const change = f64x2.add(f64x2.mul(vs, v128.load(w + c)), f64x2.mul(ws, v128.load(v + c)));
      const kept = v128.load(row + c);
      const next = f64x2.sub(kept, change);
      // The column before the first belongs to the finished part of the row.
      v128.store(row + c, c < first ? i64x2.replace_lane(next, 0, i64x2.extract_lane(kept, 0)) : next);
    }
  }
}

// Rows of `vectors` become the transposed product of all reflectors.
function accumulate(a: usize, scales: usize, vectors: usize, size: i32): void {
  const bytes = (<usize>size) << 3;
  memory.fill(vectors, 0, bytes * <usize>size);
  for (let i: usize = 0; i < <usize>size; i++) store<f64>(vectors + i * bytes + (i << 3), 1);
  for (let j = size - 2; j >= 0; j--) {
    const scale = load<f64>(scales + ((<usize>j) << 3));
    if (scale === 0) continue;
    const v = a + <usize>j * bytes;
    const first = (<usize>(j + 1)) << 3;
    for (let i = j + 1; i < size; i++) {
      const row = vectors + <usize>i * bytes;
      addFrom(row, v, -scale * dotFrom(row, v, first, bytes), first, bytes);
    }
  }
}

function iterate(d: usize, e: usize, vectors: usize, size: i32): bool {
  const nothing = f64.EPSILON * largest(d, e, size);
  if (!(nothing < Infinity)) return false;
  for (let l = 0; l < size; l++) {
    for (let step = 0; ; step++) {
      const m = blockEnd(e, l, size, nothing);
      if (m === l) break;
      if (step === MOST_STEPS) return false;
      chase(d, e, vectors, l, m, size);
    }
  }
  return true;
}

function largest(d: usize, e: usize, size: i32): f64 {
  let most: f64 = 0;
  for (let i: usize = 0; i < (<usize>size) << 3; i += 8) most = max(most, abs<f64>(load<f64>(d + i)) + abs<f64>(load<f64>(e + i)));
  return most;
}

// The first place from l on whose off-diagonal value is nothing beside the whole. Beside its neighbours alone it may never be: strong
// regularisation leaves many eigenvalues that are rounding errors of the largest, and MovieLens small at k = 64 then had no end.
function blockEnd(e: usize, l: i32, size: i32, nothing: f64): i32 {
  let m = l;
  while (m + 1 < size && abs<f64>(load<f64>(e + ((<usize>m) << 3))) > nothing) m += 1;
  return m;
}

// One implicit QL step with Wilkinson's shift on the block l..m: a bulge is chased from its lower end to its upper one.
function chase(d: usize, e: usize, vectors: usize, l: i32, m: i32, size: i32): void {
  const bytes = (<usize>size) << 3;
  const top = (<usize>l) << 3;
  const half = (load<f64>(d + top + 8) - load<f64>(d + top)) / (2 * load<f64>(e + top));
  const root = sqrt<f64>(half * half + 1);
  let g = load<f64>(d + ((<usize>m) << 3)) - load<f64>(d + top) + load<f64>(e + top) / (half + (half < 0 ? -root : root));
  let sine: f64 = 1;
  let cosine: f64 = 1;
  let shift: f64 = 0;
  for (let i = m - 1; i >= l; i--) {
    const place = (<usize>i) << 3;
    const f = sine * load<f64>(e + place);
    const b = cosine * load<f64>(e + place);
    const length = sqrt<f64>(f * f + g * g);
    store<f64>(e + place + 8, length);
    if (length === 0) {
      store<f64>(d + place + 8, load<f64>(d + place + 8) - shift);
      store<f64>(e + ((<usize>m) << 3), 0);
      return;
    }
    sine = f / length;
    cosine = g / length;
    g = load<f64>(d + place + 8) - shift;
    const r = (load<f64>(d + place) - g) * sine + 2 * cosine * b;
    shift = sine * r;
    store<f64>(d + place + 8, g + shift);
    g = cosine * r - b;
    rotateRows(vectors + <usize>i * bytes, bytes, cosine, sine);
  }
  store<f64>(d + top, load<f64>(d + top) - shift);
  store<f64>(e + top, g);
  store<f64>(e + ((<usize>m) << 3), 0);
}

// A row and the one after it.
function rotateRows(row: usize, bytes: usize, cosine: f64, sine: f64): void {
  const c = f64x2.splat(cosine);
  const s = f64x2.splat(sine);
  const end = row + bytes;
  for (let at = row; at < end; at += 16) {
    const upper = v128.load(at);
    const lower = v128.load(at + bytes);
    v128.store(at + bytes, f64x2.add(f64x2.mul(s, upper), f64x2.mul(c, lower)));
    v128.store(at, f64x2.sub(f64x2.mul(c, upper), f64x2.mul(s, lower)));
  }
}

function dotFrom(a: usize, b: usize, first: usize, bytes: usize): f64 {
  let sum: f64 = 0;
  let c = first;
  if (c & 15) {
    sum = load<f64>(a + c) * load<f64>(b + c);
    c += 8;
  }
  let even = f64x2.splat(0);
  let odd = even;
  for (; c + 16 < bytes; c += 32) {
    even = f64x2.add(f64x2.mul(v128.load(a + c), v128.load(b + c)), even);
    odd = f64x2.add(f64x2.mul(v128.load(a + c, 16), v128.load(b + c, 16)), odd);
  }
  if (c < bytes) even = f64x2.add(f64x2.mul(v128.load(a + c), v128.load(b + c)), even);
  const both = f64x2.add(even, odd);
  return sum + f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

function addFrom(to: usize, v: usize, factor: f64, first: usize, bytes: usize): void {
  let c = first;
  if (c & 15) {
    store<f64>(to + c, load<f64>(to + c) + factor * load<f64>(v + c));
    c += 8;
  }
  const factors = f64x2.splat(factor);
  for (; c < bytes; c += 16) v128.store(to + c, f64x2.add(v128.load(to + c), f64x2.mul(factors, v128.load(v + c))));
}
