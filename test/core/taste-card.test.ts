import fc from 'fast-check';
import { factorize, solve } from '../../core/cholesky';
import { cardGains, checkCardCount } from '../../core/taste-card';

const WEIGHT = 2;

/** R of R'R = A, packed as a fold-in packs it. */
function packed(a: Float64Array, width: number): Float32Array {
  const lower = Float64Array.from(a);
  factorize(lower, width);
  const upper: number[] = [];
  for (let row = 0; row < width; row++) for (let column = row; column < width; column++) upper.push(lower[column * width + row] as number);
  return Float32Array.from(upper);
}

function inverse(a: Float64Array, width: number): Float64Array[] {
  const lower = Float64Array.from(a);
  factorize(lower, width);
  return Array.from({ length: width }, (_, at) => {
    const unit = Float64Array.from({ length: width }, (_, i) => (i === at ? 1 : 0));
    solve(lower, unit, width);
    return unit;
  });
}

/** trace(C A^-1). */
function spread(a: Float64Array, moment: Float64Array, width: number): number {
  const columns = inverse(a, width);
  let sum = 0;
  for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) sum += (moment[i * width + j] as number) * (columns[i]?.[j] as number);
  return sum;
}

function withAnswer(a: Float64Array, v: ArrayLike<number>): Float64Array {
  const width = v.length;
  return a.map((value, at) => value + WEIGHT * (v[Math.floor(at / width)] as number) * (v[at % width] as number));
}

const titlesOf = (vectors: readonly (readonly number[])[]) => ({
  count: vectors.length,
  vector: (at: number) => Float32Array.from(vectors[at] as number[]),
});

describe('what a card teaches', () => {
  it('is the part of the uncertainty of all scores that its answer takes away', () => {
    // A = I, C = diag(3, 1): trace 4. An answer of weight 2 about (1, 0) leaves 3/3 + 1, about (0, 1) leaves 3 + 1/3.
    const [a, moment] = [Float64Array.of(1, 0, 0, 1), Float64Array.of(3, 0, 0, 1)];
    const gains = cardGains({ cholesky: packed(a, 2), width: 2 }, moment, {
      titles: titlesOf([
        [1, 0],
        [0, 1],
      ]),
      weight: WEIGHT,
    });
    expect(gains.gain(0)).toBeCloseTo(2 / 4, 6);
    expect(gains.gain(1)).toBeCloseTo(2 / 3 / 4, 6);
  });

  it('falls once much the same was asked, and stays for what is unlike it', () => {
    const unit = Float64Array.of(1, 0, 0, 1);
    const gains = cardGains({ cholesky: packed(unit, 2), width: 2 }, unit, {
      titles: titlesOf([
        [1, 0],
        [0.9, 0.1],
        [0, 1],
      ]),
      weight: WEIGHT,
    });
    const before = [gains.gain(1), gains.gain(2)];
    gains.answer(0);
    expect(gains.gain(1)).toBeLessThan((before[0] as number) / 2);
    expect(gains.gain(2)).toBeCloseTo(before[1] as number, 6);
  });

  it('is what solving anew would say, for any equations and answers', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    const vector = fc.array(number, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(vector, { minLength: 2, maxLength: 6 }), fc.array(vector, { minLength: 1, maxLength: 4 }), (titles, others) => {
        let a: Float64Array = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
        for (const other of others) a = withAnswer(a, other);
        const moment = Float64Array.of(2, 0.5, 0, 0.5, 1, 0, 0, 0, 3);
        const gains = cardGains({ cholesky: packed(a, 3), width: 3 }, moment, { titles: titlesOf(titles), weight: WEIGHT });
        const all = spread(a, moment, 3);
        const v = Float32Array.from(titles[0] as number[]);
        expect(gains.gain(0)).toBeCloseTo(1 - spread(withAnswer(a, v), moment, 3) / all, 4);
        gains.answer(0);
        const answered = withAnswer(a, v);
        const next = withAnswer(answered, Float32Array.from(titles[1] as number[]));
        expect(gains.gain(1)).toBeCloseTo((spread(answered, moment, 3) - spread(next, moment, 3)) / all, 4);
      }),
    );
  });

  it.each([0, -1, 21, 1.5, Number.NaN])('is not asked for %p cards', (count) => {
    expect(() => checkCardCount(count)).toThrow('first is out of range');
  });
});
