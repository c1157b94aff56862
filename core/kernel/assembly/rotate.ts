import { multiplyAdd } from './lanes';

/** Turns `count` vectors (stride floats each, stride a multiple of 8) in place: v becomes v Q for Q row-major; `room` holds four vectors. */
export function rotate(vectors: usize, count: i32, q: usize, stride: i32, room: usize): void {
  const bytes = (<usize>stride) << 2;
  const whole = count & ~3;
  let at = vectors;
  for (let row = 0; row < whole; row += 4) {
    memory.copy(room, at, bytes << 2);
    for (let j: usize = 0; j < bytes; j += 32) rotateFour(at + j, room, q + j, bytes);
    at += bytes << 2;
  }
  if (whole === count) return;
  const rest = <usize>(count - whole) * bytes;
  memory.fill(room, 0, bytes << 2);
  memory.copy(room, at, rest);
  const turned = room + (bytes << 2);
  for (let j: usize = 0; j < bytes; j += 32) rotateFour(turned + j, room, q + j, bytes);
  memory.copy(at, turned, rest);
}

// Far below what rounding leaves uncertain beside factors of 0.1. Data of few tastes lets the other factors shrink with every iteration, and a
// processor takes a hundred times as long for numbers near the smallest float.
const NOTHING: f32 = 1e-9;

// Numbers that are next to nothing as nothing.
function settled(a: v128): v128 {
  return v128.and(a, f32x4.gt(f32x4.abs(a), f32x4.splat(NOTHING)));
}

// Eight new places of four vectors at once.
function rotateFour(to: usize, from: usize, q: usize, bytes: usize): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  let row = q;
  for (let at = from; at < from + bytes; at += 4) {
    const a = v128.load(row);
    const b = v128.load(row, 16);
    let x = v128.load32_splat(at);
    a0 = multiplyAdd(x, a, a0);
    b0 = multiplyAdd(x, b, b0);
    x = v128.load32_splat(at + bytes);
    a1 = multiplyAdd(x, a, a1);
    b1 = multiplyAdd(x, b, b1);
    x = v128.load32_splat(at + 2 * bytes);
    a2 = multiplyAdd(x, a, a2);
    b2 = multiplyAdd(x, b, b2);
    x = v128.load32_splat(at + 3 * bytes);
    a3 = multiplyAdd(x, a, a3);
    b3 = multiplyAdd(x, b, b3);
    row += bytes;
  }
  v128.store(to, settled(a0));
  v128.store(to, settled(b0), 16);
  v128.store(to + bytes, settled(a1));
  v128.store(to + bytes, settled(b1), 16);
  v128.store(to + 2 * bytes, settled(a2));
  v128.store(to + 2 * bytes, settled(b2), 16);
  v128.store(to + 3 * bytes, settled(a3));
  v128.store(to + 3 * bytes, settled(b3), 16);
}
