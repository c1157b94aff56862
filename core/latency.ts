/** The first bin ends here. */
const FIRST_MS = 0.1;
/** Each bin is 2^(1/4) = 1.19 times as wide as the one before: a quantile is off by 9 % at most. */
const BINS_A_DOUBLING = 4;
/** The last bin holds whatever took longer than 2^(71/4) x 0.1 ms = 22 s. */
export const LATENCY_BINS = 72;

/** Time that answers took, in milliseconds: half, 95 and 99 of a hundred were faster. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The bin that counts an answer of so many milliseconds. */
export function latencyBin(ms: number): number {
  if (!(ms > FIRST_MS)) return 0;
  return Math.min(LATENCY_BINS - 1, Math.ceil(Math.log2(ms / FIRST_MS) * BINS_A_DOUBLING));
}

/** Bins of several processes or times as one: they add up. */
export function addBins(one: readonly number[], other: readonly number[]): readonly number[] {
  return Array.from({ length: LATENCY_BINS }, (_, bin) => (one[bin] ?? 0) + (other[bin] ?? 0));
}

/** The quantiles of what the bins counted; null of nothing. */
export function quantilesOf(bins: readonly number[]): Quantiles | null {
  const total = bins.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const at = (share: number): number => quantile(bins, Math.ceil(share * total));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The answer of this rank lies between the edges of its bin: their geometric mean is nearest by ratio. */
function quantile(bins: readonly number[], rank: number): number {
  let before = 0;
  for (const [bin, count] of bins.entries()) {
    before += count;
    if (before >= rank) return middleOf(bin);
  }
  return middleOf(LATENCY_BINS - 1);
}

function middleOf(bin: number): number {
  const middle = FIRST_MS * 2 ** ((bin - 0.5) / BINS_A_DOUBLING);
  return Number(middle.toPrecision(3));
}
