import { multiplyAdd } from './lanes';

// Rows that are added before the next tile: what they take stays in the first-level cache.
const PANEL_BYTES: usize = 16384;

/** Adds P'P to the upper triangle of `gram` (row-major, `stride` x `stride`) for `count` rows of P, which lie one after another. */
export function addGram(gram: usize, rows: usize, count: i32, stride: i32): void {
  for (let i: i32 = 0; i < stride; i += 4) {
    for (let j: i32 = i & ~7; j < stride; j += 8) addTile(gram, rows, count, (<usize>stride) << 2, (<usize>i) << 2, (<usize>j) << 2);
  }
}

// Four rows by eight columns of the result stay in registers while all rows of P pass.
function addTile(gram: usize, rows: usize, count: i32, rowBytes: usize, i: usize, j: usize): void {
  const g0 = gram + (i >> 2) * rowBytes + j;
  const g1 = g0 + rowBytes;
  const g2 = g1 + rowBytes;
  const g3 = g2 + rowBytes;
  let a0 = v128.load(g0);
  let b0 = v128.load(g0, 16);
  let a1 = v128.load(g1);
  let b1 = v128.load(g1, 16);
  let a2 = v128.load(g2);
  let b2 = v128.load(g2, 16);
  let a3 = v128.load(g3);
  let b3 = v128.load(g3, 16);
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
  v128.store(g0, a0);
  v128.store(g0, b0, 16);
  v128.store(g1, a1);
  v128.store(g1, b1, 16);
  v128.store(g2, a2);
  v128.store(g2, b2, 16);
  v128.store(g3, a3);
  v128.store(g3, b3, 16);
}

/** The upper triangle of P'P for `count` rows of P, into `gram`. */
export function gramOf(gram: usize, rows: usize, count: i32, stride: i32): void {
  const rowBytes = (<usize>stride) << 2;
  memory.fill(gram, 0, rowBytes * <usize>stride);
  const step = <i32>(PANEL_BYTES / rowBytes) + 1;
  for (let from = 0; from < count; from += step) addGram(gram, rows + <usize>from * rowBytes, min(step, count - from), stride);
}
