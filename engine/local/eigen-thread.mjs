import { parentPort, workerData } from 'node:worker_threads';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

// Plain JavaScript, because a thread knows no loader of TypeScript. At k = 64 this takes about 10 ms, at k = 512 a second.
const { covariance, k } = workerData;
const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(Matrix.from1DArray(k, k, covariance), {
  assumeSymmetric: true,
});
parentPort.postMessage({ values: Float64Array.from(realEigenvalues), vectors: Float64Array.from(eigenvectorMatrix.to1DArray()) });
