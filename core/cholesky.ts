/**
 * Factors a symmetric positive definite matrix A (k x k, row-major, lower triangle read) into L L', in place: the lower
 * triangle becomes L, the upper one keeps what it held. Throws a RangeError when A is not positive definite.
 */
export function factorize(a: Float64Array, k: number): void {
  for (let i = 0; i < k; i++) {
    const row = i * k;
    for (let j = 0; j <= i; j++) {
      const other = j * k;
      let sum = a[row + j] as number;
      for (let t = 0; t < j; t++) sum -= (a[row + t] as number) * (a[other + t] as number);
      if (i !== j) a[row + j] = sum / (a[other + j] as number);
      else if (sum > 0) a[row + i] = Math.sqrt(sum);
      else throw new RangeError(`The matrix must be positive definite: pivot ${i} of ${k} is ${sum}.`);
    }
  }
}

/** Solves L L' x = b in place: `b` becomes x. */
export function solve(l: Float64Array, b: Float64Array, k: number): void {
  forward(l, b, k);
  for (let i = k - 1; i >= 0; i--) {
    const value = (b[i] as number) / (l[i * k + i] as number);
    b[i] = value;
    // Row i of L is column i of L': subtracting along it reads memory in order.
    for (let t = 0; t < i; t++) b[t] = (b[t] as number) - (l[i * k + t] as number) * value;
  }
}

function forward(l: Float64Array, b: Float64Array, k: number): void {
  for (let i = 0; i < k; i++) {
    const row = i * k;
    let sum = b[i] as number;
    for (let t = 0; t < i; t++) sum -= (l[row + t] as number) * (b[t] as number);
    b[i] = sum / (l[row + i] as number);
  }
}
