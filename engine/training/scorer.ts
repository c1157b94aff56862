import type { Past } from '../../core/fold-in';
import { pad } from '../../core/kernel/padding';
import { type BestRows, openServing } from '../../core/kernel/serving';
import type { AlsSettings } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { bonusOf, ridgeOfPast } from '../../core/ridge';
import { loadKernel } from '../local/kernel-file';

/** Folds people in and ranks items by trained factors, without a catalogue: what evaluation and the offline tool rank with. */
export interface Scorer {
  /** The factors of a person from their past, filled up with zeros to a multiple of 8; null when nothing in it was liked. */
  foldIn(past: Past): Float32Array | null;
  /** The best `count` items for factors, without the rows in `excluded`; equal scores stand in the order of rows. */
  top(factors: Float32Array, count: number, excluded?: Int32Array): BestRows;
  /** The score of each of the given rows, in that order. */
  scores(factors: Float32Array, rows: Int32Array): Float32Array;
}

/** A scorer over item factors (n x k, row-major). */
export function createScorer(items: Float32Array, settings: AlsSettings): Scorer {
  const { k } = settings;
  const rows = items.length / k;
  const kernel = openServing(loadKernel().module, { rows, k, bonus: bonusOf(settings) });
  pad(items, kernel.vectors, k);
  kernel.setGram(gramOf(items, k, settings.unobservedWeight));
  return {
    foldIn: (past) => (past.preference.includes(1) ? kernel.foldIn(past, ridgeOfPast(past, rows, settings)).factors : null),
    top: kernel.best,
    scores: (factors, chosen) => kernel.scores(factors, chosen).slice(),
  };
}
