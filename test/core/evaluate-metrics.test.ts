import fc from 'fast-check';
import { METRIC_NAMES } from '../../core/evaluate/metric';
import { averagePrecision, hitRate, metricsOf, ndcg, precision, ranksIn, recall, reciprocalRank } from '../../core/evaluate/metrics';
import { diversityOf, factorDistance, genreDistance, noveltyOf } from '../../core/evaluate/variety';

describe('metrics of a list, by hand', () => {
  const hits = { ranks: [2, 5], relevant: 2 };

  it('measures hits at ranks 2 and 5 of 5', () => {
    // (1/log2 3 + 1/log2 6) / (1/log2 2 + 1/log2 3) = (0.63093 + 0.38685) / 1.63093
    expect(ndcg(hits, 5)).toBeCloseTo(0.6241, 4);
    expect(reciprocalRank(hits, 5)).toBe(0.5);
    expect(precision(hits, 5)).toBe(0.4);
    expect(recall(hits, 5)).toBe(1);
    expect(hitRate(hits, 5)).toBe(1);
    // (1/2 + 2/5) / 2
    expect(averagePrecision(hits, 5)).toBeCloseTo(0.45, 12);
  });

  it('looks no further than it says', () => {
    expect(ndcg(hits, 1)).toBe(0);
    expect(hitRate(hits, 1)).toBe(0);
    expect(reciprocalRank({ ranks: [26], relevant: 1 }, 25)).toBe(0);
    expect(recall(hits, 4)).toBe(0.5);
    expect(precision(hits, 4)).toBe(0.25);
    // One of three relevant ones at the first place of two: 1 / (1 + 1/log2 3); the ideal is two hits, not three.
    expect(ndcg({ ranks: [1], relevant: 3 }, 2)).toBeCloseTo(0.6131, 4);
    expect(averagePrecision({ ranks: [1], relevant: 3 }, 2)).toBe(0.5);
    expect(recall({ ranks: [1], relevant: 3 }, 2)).toBeCloseTo(1 / 3, 12);
  });

  it('gives 1 for a list that begins with everything relevant, and 0 for one without', () => {
    const perfect = metricsOf({ ranks: [1, 2, 3], relevant: 3 });
    for (const name of ['ndcg@10', 'ndcg@100', 'recall@10', 'hitRate@10', 'mrr@25', 'map@10'] as const) expect(perfect[name]).toBe(1);
    expect(perfect['precision@5']).toBe(0.6);
    expect(Object.values(metricsOf({ ranks: [], relevant: 3 })).every((value) => value === 0)).toBe(true);
  });

  it('names all twelve', () => {
    expect(Object.keys(metricsOf(hits))).toEqual([...METRIC_NAMES]);
  });

  it('finds the places of what is relevant', () => {
    expect(ranksIn(Int32Array.of(4, 1, 3, 0, 2), Uint8Array.of(0, 1, 1, 0, 0))).toEqual([2, 5]);
  });
});

const someHits = fc
  .record({ ranks: fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 40 }), missed: fc.integer({ min: 0, max: 40 }) })
  .map(({ ranks, missed }) => ({ ranks: ranks.sort((a, b) => a - b), relevant: Math.max(1, ranks.length + missed) }));

describe('metrics of any list', () => {
  it('lie between 0 and 1', () => {
    fc.assert(
      fc.property(someHits, (hits) => {
        for (const value of Object.values(metricsOf(hits))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('never fall when a hit moves up', () => {
    fc.assert(
      fc.property(someHits, ({ ranks, relevant }) => {
        const at = ranks.findIndex((rank, place) => rank - 1 > (ranks[place - 1] ?? 0));
        fc.pre(at >= 0);
        const better = metricsOf({ ranks: ranks.map((rank, place) => (place === at ? rank - 1 : rank)), relevant });
        const before = metricsOf({ ranks, relevant });
        for (const name of METRIC_NAMES) expect(better[name]).toBeGreaterThanOrEqual(before[name] - 1e-12);
      }),
    );
  });

  it('count a hit as much as chance where one title is relevant: hit rate is recall, MAP is MRR', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (rank) => {
        const hits = { ranks: [rank], relevant: 1 };
        expect(hitRate(hits, 10)).toBe(recall(hits, 10));
        expect(averagePrecision(hits, 10)).toBe(reciprocalRank(hits, 10));
      }),
    );
  });
});

describe('what lists are like beside their hits', () => {
  it('tells novelty in bits', () => {
    // One of eight people likes the first (3 bits), half of them the second (1 bit), nobody the third (as one: 3 bits).
    expect(noveltyOf(Int32Array.of(0, 1, 2), Float64Array.of(1, 4, 0), 8)).toBeCloseTo(7 / 3, 12);
    expect(noveltyOf(new Int32Array(0), Float64Array.of(1), 8)).toBe(0);
  });

  it('tells diversity by the cosine of factors', () => {
    const distance = factorDistance(Float32Array.of(1, 0, 2, 0, 0, 3, 0, 0), 2);
    expect(distance(0, 1)).toBe(0);
    expect(distance(0, 2)).toBe(1);
    expect(distance(0, 3)).toBe(1);
    expect(diversityOf(Int32Array.of(0, 1, 2), distance)).toBeCloseTo(2 / 3, 12);
    expect(diversityOf(Int32Array.of(0), distance)).toBe(0);
  });

  it('tells diversity by shared genres where those are known', () => {
    const distance = genreDistance([['Drama', 'War'], ['War'], ['Comedy'], []]);
    expect(distance(0, 1)).toBe(0.5);
    expect(distance(0, 2)).toBe(1);
    expect(distance(3, 3)).toBe(1);
  });
});
