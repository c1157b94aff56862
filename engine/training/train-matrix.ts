import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { InteractionMatrix } from '../../core/interaction-matrix';
import { type KernelTraining, openTraining } from '../../core/kernel/training';
import type { AlsSettings } from '../../core/model';
import { loadKernel } from '../local/kernel-file';

/** What one iteration came to: loss over all pairs as `AlsSettings` describes it, and what is left at this pace. */
export interface IterationNews {
  /** 1 to settings.iterations. */
  readonly iteration: number;
  readonly loss: number;
  /** Of this iteration alone. */
  readonly seconds: number;
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

/**
 * Trains implicit ALS on a matrix of users x items: each iteration solves the users, then the items; at the end the users are solved once more.
 * The same matrix, settings and seed give bit-equal factors for any number of threads, resumed or not. Throws a RangeError, before
 * anything is taken, when the memory does not suffice.
 */
export async function trainMatrix({ matrix, settings, resume, onIteration, ...request }: TrainRequest): Promise<Training> {
  const threads = request.threads ?? Math.max(1, availableParallelism() - 1);
  const { module } = loadKernel();
  const training = openTraining(module, { matrix, settings, threads, available: freemem() });
  const workers = Array.from({ length: threads - 1 }, (_, at) => startThread(module, training, at + 1));
  try {
    if (resume) training.setFactors(resume);
    const first = resume?.iteration ?? 0;
    let loss = 0;
    let seconds = 0;
    for (let iteration = first + 1; iteration <= settings.iterations; iteration++) {
      const started = performance.now();
      training.iterate();
      const took = (performance.now() - started) / 1000;
      seconds += took;
      loss = training.loss();
      const secondsLeft = (seconds / (iteration - first)) * (settings.iterations - iteration);
      await onIteration?.({ iteration, loss, seconds: took, secondsLeft }, training.factors);
      // Messages of the parent are heard between iterations, even by a caller who awaits nothing.
      await turn();
    }
    training.solveUsers();
    return { ...training.factors(), loss, seconds };
  } finally {
    training.dismiss();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startThread(module: WebAssembly.Module, { memory, address }: KernelTraining, thread: number): Worker {
  const worker = new Worker(join(__dirname, 'kernel-thread.mjs'), { workerData: { module, memory, address, thread } });
  // Whoever cannot start leaves the work to the others: tickets are taken, not dealt.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}
