import fc from 'fast-check';
import { compare, mean, meanIntervals } from '../../core/evaluate/bootstrap';
import { judge } from '../../core/evaluate/gate';
import { normal, seeded } from '../../core/random';

const draws = (length: number, seed: number, around: number, deviation: number): Float64Array => {
  const random = seeded(seed);
  return Float64Array.from({ length }, () => around + deviation * normal(random));
};

describe('the bootstrap', () => {
  it('knows the interval of a mean: 1.96 standard errors to either side', () => {
    const values = draws(200, 7, 5, 2);
    const [interval] = meanIntervals([values], { seed: 1, draws: 2_000 });
    const error = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / values.length);
    expect(interval?.low).toBeCloseTo(mean(values) - 1.96 * error, 1);
    expect(interval?.high).toBeCloseTo(mean(values) + 1.96 * error, 1);
  });

  it('gives the same interval for the same seed and another for another', () => {
    const values = draws(50, 1, 0, 1);
    expect(meanIntervals([values], { seed: 3 })).toEqual(meanIntervals([values], { seed: 3 }));
    expect(meanIntervals([values], { seed: 3 })).not.toEqual(meanIntervals([values], { seed: 4 }));
  });

  it('is a point where everyone is alike, and zero of nobody', () => {
    expect(meanIntervals([new Float64Array(9).fill(0.25)])).toEqual([{ low: 0.25, high: 0.25 }]);
    expect(meanIntervals([new Float64Array(0)])).toEqual([{ low: 0, high: 0 }]);
  });

  it('pairs people: a small gain for everyone is sure, though people differ by far more', () => {
    const before = draws(30, 5, 10, 4);
    const after = before.map((value) => value + 0.1);
    const { difference, ratio } = compare(after, before);
    expect(difference.low).toBeCloseTo(0.1, 9);
    expect(difference.high).toBeCloseTo(0.1, 9);
    expect(ratio?.value).toBeCloseTo(mean(after) / mean(before), 12);
    expect(ratio?.low).toBeGreaterThan(1);
  });

  it('knows a ratio exactly where one ranker is twice the other', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (some) => {
        const single = Float64Array.from(some);
        const { ratio } = compare(
          single.map((value) => 2 * value),
          single,
          { draws: 50 },
        );
        expect(ratio?.low).toBeCloseTo(2, 9);
        expect(ratio?.high).toBeCloseTo(2, 9);
      }),
    );
  });

  it('has no ratio to a ranker that found nothing', () => {
    const { ratio, difference } = compare(Float64Array.of(1, 1), Float64Array.of(0, 0));
    expect(ratio).toBeNull();
    expect(difference).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('refuses values that are no pairs', () => {
    expect(() => compare(new Float64Array(2), new Float64Array(3))).toThrow('got 2 and 3');
  });
});

describe('the gate', () => {
  const people = 60;
  const popularity = draws(people, 1, 0.1, 0.02);
  const plus = (values: Float64Array, gain: number): Float64Array => values.map((value) => value + gain);

  it('promotes what is surely better than popularity where nothing is live', () => {
    const { promote, why } = judge({ candidate: plus(popularity, 0.05), popularity, live: null });
    expect(promote).toBe(true);
    expect(why).toMatch(/^Promoted: NDCG@10 of 60 people is 1\.\d\d \(1\.\d\d to 1\.\d\d\) times popularity's, and no model was live\.$/);
  });

  it('keeps back what is not surely better than popularity', () => {
    const noise = draws(people, 9, 0, 0.05);
    const candidate = popularity.map((value, at) => value + (noise[at] ?? 0));
    expect(judge({ candidate, popularity, live: null })).toEqual({ promote: false, why: expect.stringContaining('not surely better') });
    expect(judge({ candidate: popularity, popularity, live: null }).promote).toBe(false);
  });

  it('keeps back what is surely worse than the live settings', () => {
    const { promote, why } = judge({ candidate: plus(popularity, 0.05), popularity, live: plus(popularity, 0.08) });
    expect(promote).toBe(false);
    expect(why).toContain('-0.0300 (-0.0300 to -0.0300) against the live settings, which is surely worse');
  });

  it('promotes what is as good as the live settings', () => {
    const { promote, why } = judge({ candidate: plus(popularity, 0.05), popularity, live: plus(popularity, 0.05) });
    expect(promote).toBe(true);
    expect(why).toContain('+0.0000 (+0.0000 to +0.0000) against the live settings.');
  });

  it('judges by the difference where popularity found nothing', () => {
    const nothing = new Float64Array(people);
    expect(judge({ candidate: plus(nothing, 0.1), popularity: nothing, live: null })).toEqual({
      promote: true,
      why: expect.stringContaining('which found nothing'),
    });
    expect(judge({ candidate: nothing, popularity: nothing, live: null }).promote).toBe(false);
  });

  it('says when too few people can be judged: then only a first model goes live', () => {
    const few = { candidate: new Float64Array(19), popularity: new Float64Array(19) };
    expect(judge({ ...few, live: null })).toEqual({ promote: true, why: expect.stringContaining('only 19 people can be judged') });
    expect(judge({ ...few, live: new Float64Array(19) })).toEqual({ promote: false, why: expect.stringContaining('only 19 people') });
    const nobody = { candidate: new Float64Array(0), popularity: new Float64Array(0), live: null };
    expect(judge(nobody).promote).toBe(true);
  });
});
