import { solveByGradient } from './conjugate-gradient';
import { Crew, chunkOf, finish, kindOf, open, Phase, sleep, takeTicket, waitForAll } from './crew';
import { diagonalize } from './eigen';
import { solveExactly } from './exact';
import { gramOf } from './gram';
import { lossOfRows } from './loss';
import { rotate } from './rotate';
import { GRAM_PARTS, Side, Training } from './training';

/** One iteration: users against items, then items against users. False when a system had no solution, as with factors that are not finite. */
export function iterate(training: Training, thread: i32): bool {
  return solveUsers(training, thread) && half(training, Phase.GRAM_USERS, Phase.SOLVE_ITEMS, thread);
}

/** Users against the items as they are. */
export function solveUsers(training: Training, thread: i32): bool {
  return half(training, Phase.GRAM_ITEMS, Phase.SOLVE_USERS, thread);
}

/** The loss over all pairs: observed part, regularisation, and unobserved x trace(X'X Y'Y). */
export function lossNow(training: Training, thread: i32): f64 {
  sumGram(training, Phase.GRAM_USERS, thread);
  const stride = <usize>training.stride;
  const users = training.eigen;
  const items = training.eigen + stride * stride * 8;
  memory.copy(items, users, stride * stride * 8);
  sumGram(training, Phase.GRAM_ITEMS, thread);
  let loss: f64 = 0;
  for (let at: usize = 0; at < stride * stride * 8; at += 8) loss += load<f64>(users + at) * load<f64>(items + at);
  loss *= training.unobserved;
  const chunks = run(training, Phase.LOSS, thread);
  for (let chunk = 0; chunk < chunks; chunk++) loss += load<f64>(training.losses + ((<usize>chunk) << 3));
  return loss;
}

/** Works for whoever calls `iterate` on another thread, until `dismiss`. */
export function serve(training: Training, thread: i32): void {
  const crew = changetype<Crew>(training.crew);
  for (;;) {
    const ticket = work(training, thread);
    if (kindOf(ticket) === Phase.LEAVE) return;
    sleep(crew, ticket);
  }
}

/** Sends all threads home. */
export function dismiss(training: Training): void {
  open(changetype<Crew>(training.crew), Phase.LEAVE);
}

function half(training: Training, gram: i32, solve: i32, thread: i32): bool {
  sumGram(training, gram, thread);
  if (!turnToEigenbasis(training)) return false;
  run(training, Phase.ROTATE, thread);
  run(training, solve, thread);
  return atomic.load<i32>(training.crew + offsetof<Crew>('failed')) === 0;
}

// The parts are summed in their order, whichever thread made them.
function sumGram(training: Training, phase: i32, thread: i32): void {
  run(training, phase, thread);
  const stride = <usize>training.stride;
  const part = stride * stride * 4;
  for (let i: usize = 0; i < stride; i++) {
    for (let j = i; j < stride; j++) {
      let sum: f64 = 0;
      let from = training.parts + (i * stride + j) * 4;
      for (let p = 0; p < GRAM_PARTS; p++) {
        sum += <f64>load<f32>(from);
        from += part;
      }
      store<f64>(training.eigen + (i * stride + j) * 8, sum);
      store<f64>(training.eigen + (j * stride + i) * 8, sum);
    }
  }
}

function turnToEigenbasis(training: Training): bool {
  const stride = <usize>training.stride;
  const vectors = training.eigen + stride * stride * 8;
  const values = vectors + stride * stride * 8;
  if (!diagonalize(training.eigen, vectors, values, values + stride * 8, training.stride)) return false;
  for (let j: usize = 0; j < stride; j++) {
    const value = max<f64>(0, load<f64>(values + j * 8));
    store<f32>(training.diagonal + j * 4, <f32>(value * <f64>training.unobserved));
    for (let i: usize = 0; i < stride; i++) {
      store<f32>(training.rotation + (i * stride + j) * 4, <f32>load<f64>(vectors + (j * stride + i) * 8));
    }
  }
  return true;
}

function run(training: Training, phase: i32, thread: i32): i32 {
  const crew = changetype<Crew>(training.crew);
  const total = chunksIn(training, phase);
  open(crew, phase);
  work(training, thread);
  waitForAll(crew, total);
  return total;
}

// Takes tickets until none is left; returns the first that was too late.
function work(training: Training, thread: i32): u64 {
  const crew = changetype<Crew>(training.crew);
  let ticket = takeTicket(crew);
  while (chunkOf(ticket) < chunksIn(training, kindOf(ticket))) {
    const kind = kindOf(ticket);
    if (!runChunk(training, kind, chunkOf(ticket), training.rooms + <usize>thread * training.roomBytes)) {
      atomic.store<i32>(training.crew + offsetof<Crew>('failed'), 1);
    }
    finish(crew, chunksIn(training, kind));
    ticket = takeTicket(crew);
  }
  return ticket;
}

function chunksIn(training: Training, kind: i32): i32 {
  const users = training.users;
  const items = training.items;
  if (kind === Phase.GRAM_USERS || kind === Phase.GRAM_ITEMS) return GRAM_PARTS;
  if (kind === Phase.ROTATE || kind === Phase.LOSS) return users.chunkCount + items.chunkCount;
  if (kind === Phase.SOLVE_USERS) return users.chunkCount;
  return kind === Phase.SOLVE_ITEMS ? items.chunkCount : 0;
}

function runChunk(training: Training, kind: i32, chunk: i32, room: usize): bool {
  const users = training.users;
  const items = training.items;
  if (kind === Phase.GRAM_USERS) sumPart(training, users, chunk);
  else if (kind === Phase.GRAM_ITEMS) sumPart(training, items, chunk);
  else if (kind === Phase.SOLVE_USERS) return solve(training, users, items.factors, chunk, room);
  else if (kind === Phase.SOLVE_ITEMS) return solve(training, items, users.factors, chunk, room);
  else {
    const isUsers = chunk < users.chunkCount;
    const side = isUsers ? users : items;
    const own = isUsers ? chunk : chunk - users.chunkCount;
    if (kind === Phase.ROTATE) rotatePart(training, side, own, room);
    else
      store<f64>(
        training.losses + ((<usize>chunk) << 3),
        lossOfRows(training, side, items.factors, begin(side, own), begin(side, own + 1), isUsers),
      );
  }
  return true;
}

function begin(side: Side, chunk: i32): i32 {
  return load<i32>(side.chunks + ((<usize>chunk) << 2));
}

function solve(training: Training, side: Side, fixed: usize, chunk: i32, room: usize): bool {
  const from = begin(side, chunk);
  const to = begin(side, chunk + 1);
  if (training.steps === 0) return solveExactly(training, side, fixed, from, to, room);
  return solveByGradient(training, side, fixed, from, to, room);
}

function sumPart(training: Training, side: Side, part: i32): void {
  const from = <i32>((<i64>side.rows * part) / GRAM_PARTS);
  const to = <i32>((<i64>side.rows * (part + 1)) / GRAM_PARTS);
  const bytes = (<usize>training.stride) << 2;
  gramOf(training.parts + <usize>part * bytes * <usize>training.stride, side.factors + <usize>from * bytes, to - from, training.stride);
}

function rotatePart(training: Training, side: Side, part: i32, room: usize): void {
  const from = <i32>((<i64>side.rows * part) / side.chunkCount);
  const to = <i32>((<i64>side.rows * (part + 1)) / side.chunkCount);
  const bytes = (<usize>training.stride) << 2;
  rotate(side.factors + <usize>from * bytes, to - from, training.rotation, training.stride, room);
}
