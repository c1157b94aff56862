import type { ItemSide } from '../../core/fold-in';
import { gramOf } from '../../core/normal-equations';
import { topRows } from '../../core/rank';
import { ridgeOf } from '../../core/ridge';
import { type CardGains, cardGains } from '../../core/taste-card';
import type { Reading } from './reading';
import type { LocalState } from './state';

/** As what a like or dislike weighs. */
const ANSWER_WEIGHT = 2;
/** The titles that lists are mostly made of say of which scores one wants to be sure. */
const MOMENT_ROWS = 2_000;
const NOTHING = { index: new Int32Array(0), weight: new Float64Array(0), preference: new Uint8Array(0) };

/** What answers about these rows, all ranked by the model, would teach of a person. */
export function gainsOf(state: LocalState, side: ItemSide, { rows, reading }: { rows: readonly number[]; reading: Reading }): CardGains {
  const { kernel, settings, trained } = side;
  const { cholesky } = reading.taste?.folded ?? kernel.foldIn(NOTHING, ridgeOf(0, trained, settings));
  const titles = { count: rows.length, vector: (at: number) => vectorOf(side, rows[at] as number) };
  return cardGains({ cholesky, width: kernel.stride }, momentOf(state, side), { titles, weight: ANSWER_WEIGHT });
}

const moments = new WeakMap<ItemSide, Float64Array>();

/** The second moment of the factors of the best known titles; found once a state. */
function momentOf({ scored, popularity, columns }: LocalState, side: ItemSide): Float64Array {
  const { stride } = side.kernel;
  const known = moments.get(side);
  if (known !== undefined) return known;
  const rows = topRows(scored, { keys: popularity, ids: columns.ids }, MOMENT_ROWS);
  const vectors = new Float32Array(rows.length * stride);
  rows.forEach((row, at) => {
    vectors.set(vectorOf(side, row), at * stride);
  });
  const moment = gramOf(vectors, stride, 1);
  moments.set(side, moment);
  return moment;
}

function vectorOf({ kernel }: ItemSide, row: number): Float32Array {
  return kernel.vectors.subarray(row * kernel.stride, (row + 1) * kernel.stride);
}
