import fc from 'fast-check';
import { addBins, LATENCY_BINS, latencyBin, quantilesOf } from '../../core/latency';

function binsOf(times: readonly number[]): readonly number[] {
  const bins = new Array<number>(LATENCY_BINS).fill(0);
  for (const ms of times) bins[latencyBin(ms)] = (bins[latencyBin(ms)] ?? 0) + 1;
  return bins;
}

describe('times of answers', () => {
  it('have no quantiles where there were none', () => {
    expect(quantilesOf([])).toBeNull();
  });

  it('are told within 9 % of the exact quantile, whatever they were', () => {
    const times = fc.array(fc.double({ min: 0.1, max: 20_000, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(times, (given) => {
        const sorted = [...given].sort((a, b) => a - b);
        const exact = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
        const found = quantilesOf(binsOf(given));
        for (const [share, told] of [[0.5, found?.p50] as const, [0.95, found?.p95] as const, [0.99, found?.p99] as const])
          expect(Math.abs(Math.log((told ?? 0) / exact(share)))).toBeLessThan(Math.log(1.1));
      }),
    );
  });

  it('of several processes are those of all their answers together', () => {
    const [fast, slow] = [binsOf(new Array(98).fill(1)), binsOf([500, 500])];
    expect(quantilesOf(addBins(fast, slow))).toEqual(quantilesOf(binsOf([...new Array(98).fill(1), 500, 500])));
    expect(quantilesOf(addBins(fast, slow))?.p50).toBeCloseTo(1, 0);
    expect(quantilesOf(addBins(fast, slow))?.p99).toBeGreaterThan(450);
  });

  it('below and beyond the bins fall into the first and the last', () => {
    expect([latencyBin(0), latencyBin(Number.NaN), latencyBin(1e9)]).toEqual([0, 0, LATENCY_BINS - 1]);
  });
});
