import { type InteractionMatrix, increment } from '../interaction-matrix';

/** How large a training is. */
export interface TrainingShape {
  readonly users: number;
  readonly items: number;
  readonly entries: number;
  readonly k: number;
  /** Whether entries have weights of their own. */
  readonly weighted: boolean;
  /** Entries of the longest row of either side. */
  readonly longest: number;
  readonly threads: number;
}

/** Where the arrays of one side lie, in bytes. */
export interface SidePlan {
  readonly factors: number;
  readonly start: number;
  readonly index: number;
  /** 0: no weights. */
  readonly weight: number;
  readonly ridge: number;
  readonly order: number;
  readonly chunks: number;
}

/** Where everything of a training lies in one shared memory, in bytes. */
export interface TrainingPlan {
  readonly users: SidePlan;
  readonly items: SidePlan;
  readonly sides: number;
  readonly training: number;
  readonly crew: number;
  readonly parts: number;
  readonly eigen: number;
  readonly rotation: number;
  readonly diagonal: number;
  readonly losses: number;
  readonly rooms: number;
  readonly roomBytes: number;
  readonly bytes: number;
}

/** A chunk is the work that a thread takes at once; far more of them than threads, so that all end together. */
export const CHUNKS = 192;
/** As in assembly/training.ts. */
const GRAM_PARTS = 16;
/** A row with more vectors than this gathers them anew for every step, so that threads need no more room. */
const PANEL_BYTES = 4 * 2 ** 20;
/** Where 32-bit addresses end. */
const MOST_BYTES = 2 ** 32;
const LINE = 64;

/** Floats from one vector to the next: whole groups of eight. */
export function strideOf(k: number): number {
  return Math.ceil(k / 8) * 8;
}

/** Lays out a training. Throws a RangeError that names the bytes when it needs more than `available` or than 32-bit addresses reach. */
export function planTraining(shape: TrainingShape, available: number): TrainingPlan {
  const stride = strideOf(shape.k);
  let end = LINE;
  const take = (bytes: number): number => {
    const at = end;
    // A line to spare: the kernel reads eight entries at a time, also the last ones.
    end = Math.ceil((at + bytes + LINE) / LINE) * LINE;
    return at;
  };
  const side = (rows: number): SidePlan => ({
    factors: take(4 * rows * stride),
    start: take(4 * (rows + 1)),
    index: take(4 * shape.entries),
    weight: shape.weighted ? take(4 * shape.entries) : 0,
    ridge: take(4 * rows),
    order: take(4 * rows),
    chunks: take(4 * (CHUNKS + 1)),
  });
  const roomBytes = Math.ceil(roomOf(shape, stride) / LINE) * LINE;
  const plan = {
    training: take(LINE),
    sides: take(2 * LINE),
    crew: take(LINE),
    users: side(shape.users),
    items: side(shape.items),
    parts: take(4 * GRAM_PARTS * stride * stride),
    eigen: take(8 * (2 * stride * stride + 4 * stride)),
    rotation: take(4 * stride * stride),
    diagonal: take(4 * stride),
    losses: take(8 * 2 * CHUNKS),
    rooms: take(roomBytes * shape.threads),
    roomBytes,
  };
  const bytes = Math.ceil(end / 65_536) * 65_536;
  if (bytes > Math.min(available, MOST_BYTES)) throw new RangeError(tooLarge(shape, bytes, available));
  return { ...plan, bytes };
}

function roomOf({ longest }: TrainingShape, stride: number): number {
  const vector = 4 * stride;
  const panel = Math.min(PANEL_BYTES, Math.ceil(longest / 8) * 8 * vector);
  const gradient = 5 * vector + LINE + Math.max(panel, 8 * vector);
  const byFactors = vector * stride + 4 * 4096 + vector;
  const size = Math.ceil((3 * stride) / 32) * 8;
  const byEntries = 4 * (size * size + size * stride + stride + size);
  return Math.max(gradient, byFactors, byEntries, 8 * vector);
}

function tooLarge({ users, items, entries, k }: TrainingShape, bytes: number, available: number): string {
  const reach = available < MOST_BYTES ? `${inMegabytes(available)} are free` : `one training can have ${inMegabytes(MOST_BYTES)}`;
  return `A training of ${users} people, ${items} titles and ${entries} interactions with k = ${k} needs ${inMegabytes(bytes)} of memory; ${reach}. Use fewer factors or interactions.`;
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}

/** The order in which rows are solved, and the chunks that threads take them in: longest rows first, so that none is left for the end. */
export function scheduleRows(start: Int32Array, k: number): { readonly order: Int32Array; readonly chunks: Int32Array } {
  const rows = start.length - 1;
  const entries = start[rows] as number;
  const order = byLength(start);
  const chunks = new Int32Array(CHUNKS + 1).fill(rows);
  chunks[0] = 0;
  const perRow = k / 4;
  const share = (entries + rows * perRow) / CHUNKS;
  let chunk = 0;
  let done = 0;
  for (let place = 0; place < rows; place++) {
    const row = order[place] as number;
    done += (start[row + 1] as number) - (start[row] as number) + perRow;
    while (done >= share * (chunk + 1) && chunk + 1 < CHUNKS) chunks[++chunk] = place + 1;
  }
  return { order, chunks };
}

/** Rows by falling number of entries; rows of the same number keep their order. */
function byLength(start: Int32Array): Int32Array {
  const rows = start.length - 1;
  const lengthOf = (row: number): number => (start[row + 1] as number) - (start[row] as number);
  let longest = 0;
  for (let row = 0; row < rows; row++) longest = Math.max(longest, lengthOf(row));
  const next = new Int32Array(longest + 2);
  for (let row = 0; row < rows; row++) increment(next, longest - lengthOf(row) + 1);
  for (let length = 1; length < next.length; length++) next[length] = (next[length] as number) + (next[length - 1] as number);
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[increment(next, longest - lengthOf(row))] = row;
  return order;
}

/** True when all entries are liked and weigh the same: then no array of weights is needed. */
export function isUniform({ weight, preference }: InteractionMatrix): boolean {
  const first = weight[0];
  for (let e = 0; e < weight.length; e++) if (weight[e] !== first || preference[e] !== 1) return false;
  return true;
}
