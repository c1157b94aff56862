import { setPriority } from 'node:os';
import { trainAls } from '../../core/als';
import { type InteractionMatrix, likesPerColumn } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';
import { gramOf } from '../../core/normal-equations';

/** What the parent sends, once. */
export interface TrainOrder {
  readonly matrix: InteractionMatrix;
  readonly settings: AlsSettings;
}

/** What the child tells: every iteration, then the factors. */
export type TrainNews =
  | { readonly kind: 'iteration'; readonly iteration: number; readonly loss: number }
  | {
      readonly kind: 'trained';
      readonly loss: number;
      readonly items: Float32Array;
      readonly gram: Float64Array;
      readonly popularity: Float64Array;
    };

const LOW_PRIORITY = 10;
const parent = process.ppid;

// Ctrl-C in a terminal reaches this process too. What becomes of the training is the parent's to say, which kills it if need be.
process.on('SIGINT', () => undefined);

// The parent disconnects once it has the factors, and that ends this process.
process.on('message', (order: TrainOrder) => {
  setPriority(LOW_PRIORITY);
  tell(train(order));
});

function train({ matrix, settings }: TrainOrder): TrainNews {
  const { items, loss } = trainAls(matrix, settings, (iteration, now) => {
    // Training holds the event loop, so nothing else would tell that the parent is gone.
    if (process.ppid !== parent) process.exit(1);
    tell({ kind: 'iteration', iteration, loss: now });
  });
  const stored = Float32Array.from(items);
  // The Gram matrix of the vectors as they are stored, so that fold-in against them is exact.
  return {
    kind: 'trained',
    loss,
    items: stored,
    gram: gramOf(stored, settings.k, settings.unobservedWeight),
    popularity: likesPerColumn(matrix),
  };
}

function tell(news: TrainNews): void {
  process.send?.(news);
}
