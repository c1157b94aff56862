import fc from 'fast-check';
import { type Candidates, diverseOrder, relevanceOf, unitRows } from '../../core/diversity';

type Alike = (a: number, b: number) => number;

function candidates(scores: readonly number[], alike: Alike, given: Partial<Candidates> = {}): Candidates {
  return {
    relevance: relevanceOf(Float64Array.from(scores)),
    part: new Int32Array(scores.length),
    group: new Int32Array(scores.length),
    alike: (place, into) => {
      for (let other = 0; other < scores.length; other++) into[other] = alike(place, other);
    },
    ...given,
  };
}

/** Four near twins of the first, then one of its own kind. */
const twins: Alike = (a, b) => (a < 4 && b < 4 ? 0.9 : 0);
const sizes = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 40 }).map((scores) => scores.sort((a, b) => b - a));
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const somehow: Alike = (a, b) => Math.cos(a * 7 + b * 7);

describe('maximal marginal relevance', () => {
  it('weighs relevance against likeness to what stands already, as worked out by hand', () => {
    // Relevance 1, 0.75, 0.5, 0.25, 0. At 0.5: first 0.5; then 0.375 - 0.45 < 0.25 - 0.45 < ... < 0 - 0 for the odd one.
    const five = candidates([5, 4, 3, 2, 1], twins);
    expect(diverseOrder(five, { diversity: 0.5, count: 5 })).toEqual([0, 4, 1, 2, 3]);
    // At 0.4: 0.45 - 0.36 = 0.09 is more than the odd one's 0; then 0.3 - 0.36 = -0.06 is less.
    expect(diverseOrder(five, { diversity: 0.4, count: 5 })).toEqual([0, 1, 4, 2, 3]);
  });

  it('changes nothing at 0, and goes by likeness alone at 1', () => {
    fc.assert(
      fc.property(sizes, (scores) => {
        const all = candidates(scores, somehow);
        expect(diverseOrder(all, { diversity: 0, count: 100 })).toEqual([...scores.keys()]);
      }),
    );
    expect(
      diverseOrder(
        candidates([3, 2, 1], (a, b) => (a + b === 1 ? 1 : -1)),
        { diversity: 1, count: 3 },
      ),
    ).toEqual([0, 2, 1]);
  });

  it('puts the same titles in another order, and begins a long list as a short one', () => {
    fc.assert(
      fc.property(sizes, shares, fc.integer({ min: 0, max: 40 }), (scores, diversity, count) => {
        const all = candidates(scores, somehow);
        const whole = diverseOrder(all, { diversity, count: 100 });
        expect([...whole].sort((a, b) => a - b)).toEqual([...scores.keys()]);
        expect(diverseOrder(all, { diversity, count })).toEqual(whole.slice(0, count));
      }),
    );
  });

  it('never puts a place of a later part before one of an earlier', () => {
    const part = Int32Array.of(0, 0, 1, 1);
    const order = diverseOrder(
      candidates([1, 1, 1, 1], (a, b) => (a + b === 1 ? 1 : 0), { part }),
      { diversity: 0.9, count: 4 },
    );
    expect(order.map((place) => part[place])).toEqual([0, 0, 1, 1]);
  });

  it('takes no more of a group than it may', () => {
    const group = Int32Array.of(0, 0, 0, 1, 1);
    const order = diverseOrder(candidates([5, 4, 3, 2, 1], twins, { group }), { diversity: 0.3, count: 5, mostOfGroup: 1 });
    expect(order.map((place) => group[place]).sort()).toEqual([0, 1]);
  });

  it('reads rows as directions', () => {
    expect([...unitRows(Float32Array.of(9, 9, 3, 4, 0, 0), 2, [1, 2])]).toEqual([0.6, 0.8, 0, 0]);
  });
});
