import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { axesOf, type Eigen, projected, spreadOf, unitVectors } from '../../core/principal';
import { unhurried } from './unhurried';

/** Where each title lies on a map of two dimensions. */
export interface PrincipalMap {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Share of all variance along x and along y. */
  readonly explained: readonly [number, number];
}

/**
 * A map of vectors, row-major n x k: their directions (each vector at length 1, as lists compare titles by) along the two principal
 * components of their covariance. Done in turns and in a thread, so that requests are answered in between. Throws what the thread throws.
 */
export async function principalMap(vectors: Float32Array, k: number): Promise<PrincipalMap> {
  const units = { values: await unhurried(unitVectors({ values: vectors, k })), k };
  const { mean, covariance } = await unhurried(spreadOf(units));
  const { directions, explained } = axesOf(await eigenOf(covariance, k));
  const [first, second] = directions;
  return { x: await unhurried(projected(units, mean, first)), y: await unhurried(projected(units, mean, second)), explained };
}

function eigenOf(covariance: Float64Array, k: number): Promise<Eigen> {
  const thread = new Worker(join(__dirname, 'eigen-thread.mjs'), { workerData: { covariance, k }, execArgv: [] });
  return new Promise<Eigen>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread for a map ended early.')));
  });
}
