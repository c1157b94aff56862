import { dotRows } from '../../core/dot';
import { foldIn, type Past } from '../../core/fold-in';
import type { AlsSettings } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { topRows } from '../../core/rank';

/** Rows best first, with their scores. */
export interface ScoredRows {
  readonly rows: Int32Array;
  readonly scores: Float32Array;
}

/** Folds people in and ranks items by trained factors, without a catalogue: what evaluation and the offline tool rank with. */
export interface Scorer {
  /** The factors of a person (length k) from their past; null when nothing in it was liked. */
  foldIn(past: Past): Float32Array | null;
  /** The best `count` items for factors of length k, without the rows in `excluded`; equal scores stand in the order of rows. */
  top(factors: Float32Array, count: number, excluded?: Int32Array): ScoredRows;
  /** The score of each of the given rows, in that order. */
  scores(factors: Float32Array, rows: Int32Array): Float32Array;
}

/** A scorer over item factors (n x k, row-major). */
export function createScorer(items: Float32Array, settings: AlsSettings): Scorer {
  const { k } = settings;
  const n = items.length / k;
  const side = { settings, vectors: items, gram: gramOf(items, k, settings.unobservedWeight), trained: n };
  const all = Int32Array.from({ length: n }, (_, row) => row);
  const ids = Float64Array.from(all);
  const scores = (factors: Float32Array, rows: Int32Array): Float32Array =>
    Float32Array.from(dotRows(Float64Array.from(factors), items, rows));
  return {
    foldIn: (past) => {
      const taste = foldIn(past, side);
      return taste && Float32Array.from(taste.factors);
    },
    top(factors, count, excluded = new Int32Array(0)) {
      const keys = Float64Array.from(scores(factors, all));
      const mask = new Uint8Array(n).fill(1);
      for (const row of excluded) mask[row] = 0;
      const rows = Int32Array.from(topRows(mask, { keys, ids }, count));
      return { rows, scores: Float32Array.from(rows, (row) => keys[row] as number) };
    },
    scores,
  };
}
