import { multiplyAdd } from './lanes';

// Rows that are added before the next tile: what they take stays in the first-level cache.
const PANEL_BYTES: usize = 16384;

/**
 * The upper triangle of `to` becomes that of `base` + P'P (row-major, `stride` x `stride`) for `count` rows of P, which lie one after another;
 * `base` may be `to`.
 */
export function addGram(to: usize, base: usize, rows: usize, count: i32, stride: i32): void {
  for (let i: i32 = 0; i < stride; i += 4) {
    for (let j: i32 = i & ~7; j < stride; j += 8) addTile(to, base, rows, count, (<usize>stride) << 2, (<usize>i) << 2, (<usize>j) << 2);
  }
}

// Four rows by eight columns of the result stay in registers while all rows of P pass.
function addTile(to: usize, base: usize, rows: usize, count: i32, rowBytes: usize, i: usize, j: usize): void {
  const corner = (i >> 2) * rowBytes + j;
  const from = base + corner;
  let a0 = v128.load(from);
  let b0 = v128.load(from, 16);
  let a1 = v128.load(from + rowBytes);
  let b1 = v128.load(from + rowBytes, 16);
  let a2 = v128.load(from + 2 * rowBytes);
  let b2 = v128.load(from + 2 * rowBytes, 16);
  let a3 = v128.load(from + 3 * rowBytes);
  let b3 = v128.load(from + 3 * rowBytes, 16);
  let left = rows + i;
  let right = rows + j;
  const end = left + <usize>count * rowBytes;
  while (left < end) {
    const a = v128.load(right);
    const b = v128.load(right, 16);
    let y = v128.load32_splat(left);
    a0 = multiplyAdd(y, a, a0);
    b0 = multiplyAdd(y, b, b0);
    y = v128.load32_splat(left, 4);
    a1 = multiplyAdd(y, a, a1);
    b1 = multiplyAdd(y, b, b1);
    y = v128.load32_splat(left, 8);
    a2 = multiplyAdd(y, a, a2);
    b2 = multiplyAdd(y, b, b2);
    y = v128.load32_splat(left, 12);
    a3 = multiplyAdd(y, a, a3);
    b3 = multiplyAdd(y, b, b3);
    left += rowBytes;
    right += rowBytes;
  }
  const place = to + corner;
  v128.store(place, a0);
  v128.store(place, b0, 16);
  v128.store(place + rowBytes, a1);
  v128.store(place + rowBytes, b1, 16);
  v128.store(place + 2 * rowBytes, a2);
  v128.store(place + 2 * rowBytes, b2, 16);
  v128.store(place + 3 * rowBytes, a3);
  v128.store(place + 3 * rowBytes, b3, 16);
}

/** The upper triangle of P'P for `count` rows of P, into `gram`. */
export function gramOf(gram: usize, rows: usize, count: i32, stride: i32): void {
  const rowBytes = (<usize>stride) << 2;
  memory.fill(gram, 0, rowBytes * <usize>stride);
  const step = <i32>(PANEL_BYTES / rowBytes) + 1;
  for (let from = 0; from < count; from += step) addGram(gram, gram, rows + <usize>from * rowBytes, min(step, count - from), stride);
}
