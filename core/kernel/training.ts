import { columnStarts, type InteractionMatrix, increment, likesPerColumn } from '../interaction-matrix';
import { AlsObjective, type AlsSettings, AlsSolver } from '../model';
import { normal, seeded } from '../random';
import { bonusOf, countedIn, ridgeOf } from '../ridge';
import { pad, unpadded } from './padding';
import { CHUNKS, isUniform, planTraining, type SidePlan, scheduleRows, strideOf, type TrainingPlan } from './plan';

/** What a training is made of. */
export interface TrainingInput {
  readonly matrix: InteractionMatrix;
  readonly settings: AlsSettings;
  readonly threads: number;
  /** Bytes that may be taken. */
  readonly available: number;
  /** Added to the weight of a liked pair on the right-hand side only. Default: what the objective says. */
  readonly bonus?: number;
}

/** A training in one shared memory, for as many threads as were planned. */
export interface KernelTraining {
  readonly memory: WebAssembly.Memory;
  /** Where a thread finds it: the argument of the kernel's functions. */
  readonly address: number;
  /** Steps each row of users, then of items, once. Throws a RangeError when a system has no solution. */
  iterate(): void;
  /** Solves users against the items as they are. */
  solveUsers(): void;
  /** The loss over all pairs as `AlsSettings` describes it. */
  loss(): number;
  /** Copies of the factors without their padding: users n x k, items m x k. */
  factors(): { readonly users: Float32Array; readonly items: Float32Array };
  setFactors(factors: { readonly users: Float32Array; readonly items: Float32Array }): void;
  /** Sends the other threads home. */
  dismiss(): void;
}

/** What the compiled kernel offers; `training` is an address, `thread` a number from 0. */
export interface TrainingExports {
  iterate(training: number, thread: number): number;
  solveUsers(training: number, thread: number): number;
  lossNow(training: number, thread: number): number;
  serve(training: number, thread: number): void;
  dismiss(training: number): void;
}

/** Steps of conjugate gradient: two in the eigenbasis come as close as the exact solution; docs/decisions/010. */
const GRADIENT_STEPS = 2;
// Rendle et al. 2021: factors start as N(0, 0.1 / sqrt(k)).
const START_DEVIATION = 0.1;

/** Lays a training out in a memory of its own and fills it. Throws a RangeError, with the number, when it does not fit. */
export function openTraining(module: WebAssembly.Module, input: TrainingInput): KernelTraining {
  const { matrix, settings, threads } = input;
  const weighted = !isUniform(matrix);
  const starts = { users: matrix.start, items: columnStarts(matrix) };
  const shape = { users: matrix.rows, items: matrix.columns, entries: matrix.column.length, k: settings.k, weighted, threads };
  const plan = planTraining({ ...shape, longest: Math.max(longestOf(starts.users), longestOf(starts.items)) }, input.available);
  const pages = plan.bytes / 65_536;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  fill(memory.buffer, plan, input, starts, weighted);
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as TrainingExports;
  const solved = (done: number): void => {
    if (done === 0)
      throw new RangeError('The training has no solution: factors or weights are not finite, or the regularisation is too small.');
  };
  const stride = strideOf(settings.k);
  const views = {
    users: new Float32Array(memory.buffer, plan.users.factors, matrix.rows * stride),
    items: new Float32Array(memory.buffer, plan.items.factors, matrix.columns * stride),
  };
  return {
    memory,
    address: plan.training,
    iterate: () => solved(exports.iterate(plan.training, 0)),
    solveUsers: () => solved(exports.solveUsers(plan.training, 0)),
    loss: () => exports.lossNow(plan.training, 0),
    factors: () => ({ users: unpadded(views.users, settings.k), items: unpadded(views.items, settings.k) }),
    setFactors({ users, items }) {
      pad(users, views.users, settings.k);
      pad(items, views.items, settings.k);
    },
    dismiss: () => exports.dismiss(plan.training),
  };
}

function fill(
  buffer: ArrayBufferLike,
  plan: TrainingPlan,
  { matrix, settings, bonus = bonusOf(settings) }: TrainingInput,
  starts: { readonly users: Int32Array; readonly items: Int32Array },
  weighted: boolean,
): void {
  const { rows, columns, preference } = matrix;
  const likes = settings.objective === AlsObjective.SPARK ? likesPerColumn(matrix) : null;
  const ofUser = (from: number, to: number): number => countedIn(preference, from, to, settings);
  const ofItem = (from: number, to: number, column: number): number => likes?.[column] ?? to - from;
  fillSide(buffer, plan.users, {
    start: starts.users,
    ridgeOfRow: (from, to) => ridgeOf(ofUser(from, to), columns, settings),
    k: settings.k,
  });
  fillSide(buffer, plan.items, { start: starts.items, ridgeOfRow: (...row) => ridgeOf(ofItem(...row), rows, settings), k: settings.k });
  fillEntries(buffer, plan, matrix, starts.items);
  const random = seeded(settings.seed);
  const deviation = START_DEVIATION / Math.sqrt(settings.k);
  const stride = strideOf(settings.k);
  const items = new Float32Array(buffer, plan.items.factors, matrix.columns * stride);
  for (let row = 0; row < matrix.columns; row++) for (let i = 0; i < settings.k; i++) items[row * stride + i] = normal(random) * deviation;
  const { users, items: itemSide, sides, parts, eigen, rotation, diagonal, roomBytes, rooms, losses, crew } = plan;
  writeFields(buffer, sides, sideFields(users, matrix.rows));
  writeFields(buffer, sides + SIDE_BYTES, sideFields(itemSide, matrix.columns));
  const steps = settings.solver === AlsSolver.CG ? GRADIENT_STEPS : 0;
  const uniform = weighted ? 0 : (matrix.weight[0] ?? 1);
  // The fields of `Training` in assembly/training.ts, in their order.
  writeFields(buffer, plan.training, [
    sides,
    sides + SIDE_BYTES,
    stride,
    [settings.unobservedWeight],
    [uniform],
    [bonus],
    steps,
    ...[parts, eigen, rotation, diagonal, roomBytes, rooms, losses, crew],
  ]);
}

const SIDE_BYTES = 64;

// The fields of `Side` in assembly/training.ts, in their order.
function sideFields({ factors, start, index, weight, ridge, order, chunks }: SidePlan, rows: number): number[] {
  return [rows, factors, start, index, weight, ridge, order, chunks, CHUNKS];
}

/** Words of four bytes: whole numbers, or floats where they stand in brackets. */
function writeFields(buffer: ArrayBufferLike, at: number, fields: readonly (number | readonly [number])[]): void {
  const view = new DataView(buffer, at, 4 * fields.length);
  fields.forEach((field, place) => {
    if (typeof field === 'number') view.setUint32(4 * place, field, true);
    else view.setFloat32(4 * place, field[0], true);
  });
}

/** Regularisation of the row that holds the entries from `from` to `to` - 1. */
type RidgeOfRow = (from: number, to: number, row: number) => number;

function fillSide(
  buffer: ArrayBufferLike,
  plan: SidePlan,
  { start, ridgeOfRow, k }: { readonly start: Int32Array; readonly ridgeOfRow: RidgeOfRow; readonly k: number },
): void {
  const rows = start.length - 1;
  new Int32Array(buffer, plan.start, rows + 1).set(start);
  const ridge = new Float32Array(buffer, plan.ridge, rows);
  for (let row = 0; row < rows; row++) ridge[row] = ridgeOfRow(start[row] as number, start[row + 1] as number, row);
  const { order, chunks } = scheduleRows(start, k);
  new Int32Array(buffer, plan.order, rows).set(order);
  new Int32Array(buffer, plan.chunks, CHUNKS + 1).set(chunks);
}

// Entries by row and by column; the confidence is negative where the preference is 0.
function fillEntries(buffer: ArrayBufferLike, plan: TrainingPlan, matrix: InteractionMatrix, columnStart: Int32Array): void {
  const { rows, start, column, weight, preference } = matrix;
  const entries = column.length;
  new Int32Array(buffer, plan.users.index, entries).set(column);
  const byColumn = new Int32Array(buffer, plan.items.index, entries);
  const weighted = plan.users.weight !== 0;
  const ownWeight = weighted ? new Float32Array(buffer, plan.users.weight, entries) : null;
  const columnWeight = weighted ? new Float32Array(buffer, plan.items.weight, entries) : null;
  const next = columnStart.slice();
  for (let row = 0; row < rows; row++) {
    for (let e = start[row] as number; e < (start[row + 1] as number); e++) {
      const at = increment(next, column[e] as number);
      byColumn[at] = row;
      if (ownWeight === null || columnWeight === null) continue;
      const signed = preference[e] === 1 ? (weight[e] as number) : -(weight[e] as number);
      ownWeight[e] = signed;
      columnWeight[at] = signed;
    }
  }
}

function longestOf(start: Int32Array): number {
  let longest = 0;
  for (let row = 0; row + 1 < start.length; row++) longest = Math.max(longest, (start[row + 1] as number) - (start[row] as number));
  return longest;
}
