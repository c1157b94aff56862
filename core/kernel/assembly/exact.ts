import { factorize, solve } from './cholesky';
import { addGram } from './gram';
import { dot, multiplyAdd } from './lanes';
import { targetsOf, weightsOf } from './panel';
import { Side, Training } from './training';

// Rows of weighted vectors that are gathered before they are added: a panel of 16 KB and more stays in the first-level cache.
const PANEL_FLOATS = 4096;

/**
 * Solves the rows at places `from` to `to` - 1 of the side's order exactly. Returns false when a row's normal equations are not positive
 * definite. A row with fewer entries than 3/4 of the factors is solved in the space of its entries: with D the diagonal that all rows share and
 * Z = W^1/2 Y D^-1/2, (D + Y'WY)^-1 Y't = D^-1/2 Z' (I + Z Z')^-1 W^-1/2 t, an equation in as many unknowns as entries.
 */
export function solveExactly(training: Training, side: Side, fixed: usize, from: i32, to: i32, room: usize): bool {
  const bytes = (<usize>training.stride) << 2;
  for (let place = from; place < to; place++) {
    const row = load<i32>(side.order + ((<usize>place) << 2));
    const at = side.start + ((<usize>row) << 2);
    const count = load<i32>(at, 4) - load<i32>(at);
    const x = side.factors + <usize>row * bytes;
    let solved = true;
    if (count === 0) memory.fill(x, 0, bytes);
    else if (4 * count < 3 * training.stride) solved = solveByEntries(training, side, fixed, row, x, room);
    else solved = solveByFactors(training, side, fixed, row, x, room);
    if (!solved) return false;
  }
  return true;
}

function solveByFactors(training: Training, side: Side, fixed: usize, row: i32, x: usize, room: usize): bool {
  const stride = training.stride;
  const bytes = (<usize>stride) << 2;
  const place = (<usize>row) << 2;
  const left = room;
  const panel = left + bytes * <usize>stride;
  const step = PANEL_FLOATS / stride;
  const ridge = load<f32>(side.ridge + place);
  memory.fill(left, 0, bytes * <usize>stride);
  for (let i: usize = 0; i < bytes; i += 4) store<f32>(left + (i >> 2) * bytes + i, load<f32>(training.diagonal + i) + ridge);
  memory.fill(x, 0, bytes);
  const end = load<i32>(side.start + place, 4);
  for (let entry = load<i32>(side.start + place); entry < end; entry += step) {
    const count = min(step, end - entry);
    gatherWeighted(training, side, fixed, entry, count, panel, x);
    addGram(left, left, panel, count, stride);
  }
  if (!factorize(left, stride)) return false;
  solve(left, x, stride);
  return true;
}

// Vectors times the root of their weight, one after another; adds target x vector to `right`.
function gatherWeighted(training: Training, side: Side, fixed: usize, entry: i32, count: i32, panel: usize, right: usize): void {
  const bytes = (<usize>training.stride) << 2;
  let to = panel;
  for (let e = entry; e < entry + count; e++) {
    const vector = fixed + <usize>load<u32>(side.index + ((<usize>e) << 2)) * bytes;
    const root = f32x4.sqrt(splatFirst(weightsOf(training, side, e)));
    const target = splatFirst(targetsOf(training, side, e));
    for (let c: usize = 0; c < bytes; c += 16) {
      const y = v128.load(vector + c);
      v128.store(to + c, f32x4.mul(root, y));
      v128.store(right + c, multiplyAdd(target, y, v128.load(right + c)));
    }
    to += bytes;
  }
}

function splatFirst(a: v128): v128 {
  return i8x16.shuffle(a, a, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
}

function solveByEntries(training: Training, side: Side, fixed: usize, row: i32, x: usize, room: usize): bool {
  const stride = training.stride;
  const bytes = (<usize>stride) << 2;
  const place = (<usize>row) << 2;
  const entry = load<i32>(side.start + place);
  const count = load<i32>(side.start + place, 4) - entry;
  const size = (count + 7) & ~7;
  const sizeBytes = (<usize>size) << 2;
  const left = room;
  const columns = left + sizeBytes * <usize>size;
  const roots = columns + sizeBytes * <usize>stride;
  const right = roots + bytes;
  writeRoots(training, load<f32>(side.ridge + place), roots);
  memory.fill(left, 0, sizeBytes * <usize>size);
  for (let i: usize = 0; i < sizeBytes; i += 4) store<f32>(left + (i >> 2) * sizeBytes + i, 1);
  memory.fill(right, 0, sizeBytes);
  for (let i = 0; i < size; i += 4) gatherColumns(training, side, fixed, entry, i, count, columns, sizeBytes, roots, right);
  addGram(left, left, columns, stride, size);
  if (!factorize(left, size)) return false;
  solve(left, right, size);
  for (let f: usize = 0; f < <usize>stride; f++) {
    const value = dot(columns + f * sizeBytes, right, sizeBytes);
    store<f32>(x + (f << 2), value * load<f32>(roots + (f << 2)));
  }
  return true;
}

// D^-1/2
function writeRoots(training: Training, ridge: f32, roots: usize): void {
  const one = f32x4.splat(1);
  const ridges = f32x4.splat(ridge);
  for (let c: usize = 0; c < (<usize>training.stride) << 2; c += 16) {
    v128.store(roots + c, f32x4.div(one, f32x4.sqrt(f32x4.add(v128.load(training.diagonal + c), ridges))));
  }
}

// Four rows of Z as columns: one line of `columns` per factor, one place per entry. Places beyond the entries stay 0.
function gatherColumns(
  training: Training,
  side: Side,
  fixed: usize,
  entry: i32,
  i: i32,
  count: i32,
  columns: usize,
  lineBytes: usize,
  roots: usize,
  right: usize,
): void {
  const bytes = (<usize>training.stride) << 2;
  const lanes = min(4, count - i);
  for (let lane = 0; lane < 4; lane++) {
    const to = columns + ((<usize>(i + lane)) << 2);
    if (lane >= lanes) {
      for (let f: usize = 0; f < bytes; f += 4) store<f32>(to + (f >> 2) * lineBytes, 0);
      continue;
    }
    const e = entry + i + lane;
    const vector = fixed + <usize>load<u32>(side.index + ((<usize>e) << 2)) * bytes;
    const root = sqrt<f32>(f32x4.extract_lane(weightsOf(training, side, e), 0));
    store<f32>(right + ((<usize>(i + lane)) << 2), f32x4.extract_lane(targetsOf(training, side, e), 0) / root);
    for (let f: usize = 0; f < bytes; f += 4) {
      store<f32>(to + (f >> 2) * lineBytes, root * load<f32>(roots + f) * load<f32>(vector + f));
    }
  }
}
