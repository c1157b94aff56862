import { strideOf } from './plan';

/** Vectors of length k, one after another, from vectors that the kernel keeps filled up to its stride. */
export function unpadded(padded: Float32Array, k: number): Float32Array {
  const stride = strideOf(k);
  if (stride === k) return Float32Array.from(padded);
  const rows = padded.length / stride;
  const factors = new Float32Array(rows * k);
  for (let row = 0; row < rows; row++) factors.set(padded.subarray(row * stride, row * stride + k), row * k);
  return factors;
}

/** Writes vectors of length k into the first places of vectors that the kernel keeps filled up to its stride. */
export function pad(factors: Float32Array, padded: Float32Array, k: number): void {
  const stride = strideOf(k);
  for (let row = 0; row * k < factors.length; row++) padded.set(factors.subarray(row * k, (row + 1) * k), row * stride);
}
