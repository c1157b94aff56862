// What JavaScript writes into the shared memory before a training begins; core/kernel/plan.ts has the same fields in the same order.

/** One side of the matrix: its rows are solved against the factors of the other side. All pointers are bytes from 0. */
@unmanaged
export class Side {
  rows: i32;
  /** f32, rows x stride. */
  factors: usize;
  /** i32, rows + 1: row r holds entries start[r] to start[r + 1] - 1. */
  start: usize;
  /** i32 per entry: the row of the other side. */
  index: usize;
  /** f32 per entry: confidence, negative where the preference is 0; 0 where all are alike. */
  weight: usize;
  /** f32 per row: its regularisation. */
  ridge: usize;
  /** i32 per row: rows by falling number of entries. */
  order: usize;
  /** i32, chunkCount + 1: places in `order` where a chunk begins. */
  chunks: usize;
  chunkCount: i32;
}

@unmanaged
export class Training {
  users: Side;
  items: Side;
  /** Floats from one vector to the next: k, filled up with zeros to a multiple of 8. */
  stride: i32;
  /** Weight of every pair, observed or not (alpha0). */
  unobserved: f32;
  /** Weight of every observed pair where the sides have no weights. */
  uniform: f32;
  /** Added to the weight of a liked pair on the right-hand side only: 0 as in Rendle et al. 2021, alpha0 as in Hu et al. 2008. */
  bonus: f32;
  /** Steps of conjugate gradient; 0: rows are solved by Cholesky. */
  steps: i32;
  /** f32, GRAM_PARTS x stride x stride. */
  parts: usize;
  /** f64, 2 x stride x stride: the Gram matrix and its eigenvectors; and 4 x stride for the values and the work on them. */
  eigen: usize;
  /** f32, stride x stride: rotates vectors onto the eigenvectors, row-major from old to new places. */
  rotation: usize;
  /** f32 per place: eigenvalues times `unobserved`. */
  diagonal: usize;
  /** Bytes of each thread's own room, and where the first one begins. */
  roomBytes: usize;
  rooms: usize;
  /** f64 per chunk of the longer side. */
  losses: usize;
  /** Words that threads meet at; see crew.ts. */
  crew: usize;
}

/** The Gram matrix is summed from so many parts in their order, so that threads do not change it. */
export const GRAM_PARTS = 16;
