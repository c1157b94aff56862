import { multiplyAdd, sumOf } from './lanes';
import { addGroup, GROUP, gather, groupBytes, multiplyGroup, targetsOf, weightsOf } from './panel';
import { Side, Training } from './training';

/**
 * Solves the rows at places `from` to `to` - 1 of the side's order by preconditioned conjugate gradient from where they are
 * (Takacs, Pilaszy, Tikk 2011, warm start). Factors stand in the eigenbasis of the other side's Gram matrix, so that the part of the
 * normal equations that all rows share is a diagonal: it costs nothing to apply and nothing to precondition with.
 *
 * A step's products with the row's vectors serve twice, but the last step needs only the length of its direction, not the next residual.
 * Returns false when numbers are not finite.
 */
export function solveByGradient(training: Training, side: Side, fixed: usize, from: i32, to: i32, room: usize): bool {
  for (let place = from; place < to; place++) {
    const row = load<i32>(side.order + ((<usize>place) << 2));
    if (!solveRow(training, side, fixed, row, room)) return false;
  }
  return true;
}

function solveRow(training: Training, side: Side, fixed: usize, row: i32, room: usize): bool {
  const stride = training.stride;
  const bytes = (<usize>stride) << 2;
  const at = side.start + ((<usize>row) << 2);
  const entry = load<i32>(at);
  const end = load<i32>(at, 4);
  const x = side.factors + <usize>row * bytes;
  if (entry === end) {
    memory.fill(x, 0, bytes);
    return true;
  }
  const diagonal = room;
  const residual = room + bytes;
  const zeros = room + 4 * bytes;
  const eight = room + 5 * bytes;
  const panel = eight + 64;
  const group = groupBytes(stride);
  // A row whose panel does not fit gathers its vectors anew in every step.
  const advance = <usize>((end - entry + GROUP - 1) / GROUP) * group + (panel - room) <= training.roomBytes ? group : 0;
  memory.fill(zeros, 0, bytes);
  const ridge = f32x4.splat(load<f32>(side.ridge + ((<usize>row) << 2)));
  for (let c: usize = 0; c < bytes; c += 16) {
    const d = f32x4.add(v128.load(training.diagonal + c), ridge);
    v128.store(diagonal + c, d);
    v128.store(residual + c, f32x4.neg(f32x4.mul(d, v128.load(x + c))));
  }
  let group0 = panel;
  for (let e = entry; e < end; e += GROUP) {
    gather(group0, eight, x, side, fixed, e, end, stride, zeros);
    missing(training, side, e, eight);
    missing(training, side, e + 4, eight + 16);
    addGroup(residual, group0, eight, stride);
    group0 += advance;
  }
  return descend(training, side, fixed, entry, end, x, room, advance);
}

// weight x prediction becomes target - weight x prediction.
function missing(training: Training, side: Side, entry: i32, four: usize): void {
  v128.store(four, f32x4.sub(targetsOf(training, side, entry), f32x4.mul(weightsOf(training, side, entry), v128.load(four))));
}

function descend(training: Training, side: Side, fixed: usize, entry: i32, end: i32, x: usize, room: usize, advance: usize): bool {
  const bytes = (<usize>training.stride) << 2;
  const diagonal = room;
  const residual = room + bytes;
  const direction = room + 2 * bytes;
  const product = room + 3 * bytes;
  let slope = turn(direction, residual, diagonal, 0, 0, bytes);
  for (let step = 1; slope > 1e-30; step++) {
    const last = step === training.steps;
    const curvature = multiply(training, side, fixed, entry, end, room, advance, last);
    const length = slope / curvature;
    const lengths = f32x4.splat(length);
    for (let c: usize = 0; c < bytes; c += 16) v128.store(x + c, multiplyAdd(lengths, v128.load(direction + c), v128.load(x + c)));
    if (last) return abs<f32>(length) < <f32>Infinity;
    slope = turn(direction, residual, diagonal, product, length, bytes, slope);
  }
  return abs<f32>(slope) < <f32>Infinity;
}

// residual -= length x product, then direction = residual / diagonal + (new slope / old slope) x direction. Returns the new slope.
function turn(direction: usize, residual: usize, diagonal: usize, product: usize, length: f32, bytes: usize, before: f32 = 0): f32 {
  let slopes = f32x4.splat(0);
  const lengths = f32x4.splat(-length);
  for (let c: usize = 0; c < bytes; c += 16) {
    let r = v128.load(residual + c);
    if (product !== 0) {
      r = multiplyAdd(lengths, v128.load(product + c), r);
      v128.store(residual + c, r);
    }
    slopes = multiplyAdd(r, f32x4.div(r, v128.load(diagonal + c)), slopes);
  }
  const slope = sumOf(slopes);
  const kept = f32x4.splat(product === 0 ? 0 : slope / before);
  for (let c: usize = 0; c < bytes; c += 16) {
    const steepest = f32x4.div(v128.load(residual + c), v128.load(diagonal + c));
    v128.store(direction + c, product === 0 ? steepest : multiplyAdd(kept, v128.load(direction + c), steepest));
  }
  return slope;
}

// Returns direction' A direction; `product` becomes A direction unless this is the last step.
function multiply(training: Training, side: Side, fixed: usize, entry: i32, end: i32, room: usize, advance: usize, last: bool): f32 {
  const stride = training.stride;
  const bytes = (<usize>stride) << 2;
  const direction = room + 2 * bytes;
  const product = room + 3 * bytes;
  const zeros = room + 4 * bytes;
  const eight = room + 5 * bytes;
  let curvatures = f32x4.splat(0);
  for (let c: usize = 0; c < bytes; c += 16) {
    const p = v128.load(direction + c);
    const d = f32x4.mul(v128.load(room + c), p);
    v128.store(product + c, d);
    curvatures = multiplyAdd(d, p, curvatures);
  }
  let group = eight + 64;
  for (let e = entry; e < end; e += GROUP) {
    if (advance === 0) gather(group, eight, direction, side, fixed, e, end, stride, zeros);
    else multiplyGroup(group, eight, direction, stride);
    curvatures = weigh(training, side, e, eight, curvatures);
    curvatures = weigh(training, side, e + 4, eight + 16, curvatures);
    if (!last) addGroup(product, group, eight, stride);
    group += advance;
  }
  return sumOf(curvatures);
}

// prediction becomes weight x prediction; adds weight x prediction^2.
function weigh(training: Training, side: Side, entry: i32, four: usize, curvatures: v128): v128 {
  const predicted = v128.load(four);
  const weighted = f32x4.mul(weightsOf(training, side, entry), predicted);
  v128.store(four, weighted);
  return multiplyAdd(weighted, predicted, curvatures);
}
