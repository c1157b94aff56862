import type { ItemSide } from '../../core/fold-in';
import { pad } from '../../core/kernel/padding';
import { openServing } from '../../core/kernel/serving';
import type { AlsSettings } from '../../core/model';
import { gramOf } from '../../core/normal-equations';
import { bonusOf } from '../../core/ridge';
import { loadKernel } from '../../engine/local/kernel-file';

/** A kernel and its settings over vectors (n x k, row-major), all of them trained. */
export function itemSideOf(vectors: Float32Array, settings: AlsSettings): ItemSide {
  const { k, unobservedWeight } = settings;
  const rows = vectors.length / k;
  const kernel = openServing(loadKernel().module, { rows, k, bonus: bonusOf(settings) });
  pad(vectors, kernel.vectors, k);
  kernel.setGram(gramOf(vectors, k, unobservedWeight));
  return { settings, kernel, trained: rows };
}
