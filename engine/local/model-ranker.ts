import { columnsIn } from '../../core/evaluate/matrix-part';
import { among, LIST_LENGTH, type Ranker } from '../../core/evaluate/ranker';
import type { Past } from '../../core/fold-in';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import { createScorer } from './scorer';

interface ModelRankerOptions {
  readonly train: InteractionMatrix;
  /** Trained on `train` under `settings`: columns x k. */
  readonly items: Float32Array;
  readonly settings: AlsSettings;
  /** Who ranks for someone of whom nothing liked is known. */
  readonly fallback: Ranker;
}

/** Ranks as a request does: the person's past is folded in, so that what training itself made of the person is never looked at. */
export function modelRanker({ train, items, settings, fallback }: ModelRankerOptions): Ranker {
  const scorer = createScorer(items, settings);
  return (asked) => {
    const past = pastIn(train, asked.user);
    const factors = past.index.length === 0 ? null : scorer.foldIn(past);
    if (factors === null) return fallback(asked);
    if (asked.negatives === null) return scorer.top(factors, LIST_LENGTH, past.index).rows;
    return among(asked, (rows) => scorer.scores(factors, rows));
  };
}

function pastIn(train: InteractionMatrix, row: number): Past {
  const [from, to] = [train.start[row], train.start[row + 1]];
  return {
    index: columnsIn(train, row),
    weight: Float64Array.from(train.weight.subarray(from, to)),
    preference: train.preference.subarray(from, to),
  };
}
