import { trainAls } from '../../core/als';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import type { AlsSettings } from '../../core/model';

/** What one iteration came to: loss over all pairs as `AlsSettings` describes it, and what is left at this pace. */
export interface IterationNews {
  /** 1 to settings.iterations. */
  readonly iteration: number;
  readonly loss: number;
  readonly secondsLeft: number;
}

/** Factors of both sides, row-major: users rows x k, items columns x k. */
export interface TrainedFactors {
  readonly users: Float32Array;
  readonly items: Float32Array;
}

export interface TrainRequest {
  readonly matrix: InteractionMatrix;
  readonly settings: AlsSettings;
  /** Threads that solve rows; the factors are the same for any number. Default: one fewer than there are cores, at least one. */
  readonly threads?: number;
  /** Where to go on from: the factors as they were after `iteration` iterations of the same matrix and settings. */
  readonly resume?: TrainedFactors & { readonly iteration: number };
  /** Called between iterations; the factors are copies. What it throws ends the training. */
  readonly onIteration?: (news: IterationNews, factors: () => TrainedFactors) => void | Promise<void>;
}

export interface Training extends TrainedFactors {
  readonly loss: number;
  /** Seconds of the iterations alone. */
  readonly seconds: number;
}

/** Trains implicit ALS on a matrix of users x items. The same matrix, settings and seed give bit-equal factors for any number of threads. */
export async function trainMatrix({ matrix, settings, onIteration }: TrainRequest): Promise<Training> {
  const started = performance.now();
  const { users, items, loss } = trainAls(matrix, settings);
  const factors = { users: Float32Array.from(users), items: Float32Array.from(items) };
  const seconds = (performance.now() - started) / 1000;
  await onIteration?.({ iteration: settings.iterations, loss, secondsLeft: 0 }, () => factors);
  return { ...factors, loss, seconds };
}
