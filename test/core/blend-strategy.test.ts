import fc from 'fast-check';
import { BlendVote, byVotes, heard, vetoed } from '../../core/blend/ballot';
import { givesWay, satisfaction, scaleOf } from '../../core/blend/satisfaction';
import { BlendStrategy, blended } from '../../core/blend/strategy';

const { AVERAGE, LEAST_MISERY, MOST_PLEASURE, FAIR_TURNS, ORIGINAL } = BlendStrategy;

/** The list by the places of the candidates; each row is what one member likes. */
function listOf(strategy: BlendStrategy, likings: readonly (readonly number[])[], count = 10): readonly number[] {
  const ids = Float64Array.from(likings[0] ?? [], (_, place) => place + 1);
  return blended(strategy, { likings: likings.map((liking) => Float64Array.from(liking)), ids }, count);
}

describe('a blend', () => {
  const ANN = [0.9, 0.5, 0.1, 0.6];
  const BEN = [0.1, 0.5, 1.0, 0.2];

  // Means 0.5, 0.5, 0.55, 0.4.
  it('by AVERAGE puts the highest mean first, and of equals the older title', () => {
    expect(listOf(AVERAGE, [ANN, BEN])).toEqual([2, 0, 1, 3]);
  });

  // Least 0.1, 0.5, 0.1, 0.2; of the two with 0.1 the mean 0.55 stands before 0.5.
  it('by LEAST_MISERY looks at whom a title suits least', () => {
    expect(listOf(LEAST_MISERY, [ANN, BEN])).toEqual([1, 3, 2, 0]);
  });

  // Most 0.9, 0.5, 1.0, 0.6.
  it('by MOST_PLEASURE looks at whom a title suits most', () => {
    expect(listOf(MOST_PLEASURE, [ANN, BEN])).toEqual([2, 0, 3, 1]);
  });

  // Ann begins with title 0 (Ann 0.9, Ben 0.1); Ben takes 2 (1.0 and 1.1); Ann, who has had less, takes 3 (1.6 and 1.3); Ben takes 1.
  it('by FAIR_TURNS lets whoever has come off worst choose next', () => {
    expect(listOf(FAIR_TURNS, [ANN, BEN])).toEqual([0, 2, 3, 1]);
  });

  // Averages 1, 1.5, 2 (1, 3), 3, 9; n = 2: the pool is the four nearest, of which 0 and 3 agree, and the farthest is in no pool.
  it('by ORIGINAL takes the nearest to both, and of those whom they agree on', () => {
    const [ann, ben] = [
      [1, 1, 1, 3, 9],
      [1, 2, 3, 3, 9],
    ].map((distances) => distances.map((distance) => -distance));
    expect(listOf(ORIGINAL, [ann ?? [], ben ?? []], 2)).toEqual([0, 3]);
  });

  it('by ORIGINAL is nearest first, where the original’s program took the farthest', () => {
    const distances = [4, 1, 3, 2, 10];
    const nearest = listOf(
      ORIGINAL,
      [0, 1].map(() => distances.map((distance) => -distance)),
      3,
    );
    expect(nearest).toEqual([1, 3, 2]);
    expect(nearest).not.toContain(4);
  });

  it('of one is their own list, by every strategy', () => {
    for (const strategy of Object.values(BlendStrategy)) expect(listOf(strategy, [ANN])).toEqual([0, 3, 1, 2]);
  });

  it('of two with the same history is the list of each, by every strategy', () => {
    for (const strategy of Object.values(BlendStrategy)) expect(listOf(strategy, [ANN, ANN])).toEqual([0, 3, 1, 2]);
  });

  it('does not ask who was named first, holds no title twice and is as long as it can be', () => {
    const likings = fc
      .record({ people: fc.integer({ min: 1, max: 8 }), titles: fc.integer({ min: 0, max: 30 }) })
      .chain(({ people, titles }) =>
        fc.array(fc.array(fc.double({ min: -3, max: 1, noNaN: true }), { minLength: titles, maxLength: titles }), {
          minLength: people,
          maxLength: people,
        }),
      );
    fc.assert(
      fc.property(likings, fc.integer({ min: 1, max: 12 }), (rows, count) => {
        const titles = rows[0]?.length ?? 0;
        for (const strategy of Object.values(BlendStrategy)) {
          const list = listOf(strategy, rows, count);
          expect(new Set(list).size).toBe(Math.min(count, titles));
          expect(list).toHaveLength(Math.min(count, titles));
        }
        for (const strategy of [LEAST_MISERY, MOST_PLEASURE] as const) {
          const join = strategy === LEAST_MISERY ? Math.min : Math.max;
          const keyOf = (place: number): number => join(...rows.map((row) => row[place] ?? 0));
          const [one, other] = [listOf(strategy, rows, count), listOf(strategy, [...rows].reverse(), count)];
          for (const [at, place] of one.entries()) expect(keyOf(other[at] ?? 0)).toBeCloseTo(keyOf(place), 4);
        }
      }),
    );
  });
});

describe('satisfaction', () => {
  it('is 1 for what suits somebody best and 0 for what leaves them cold, whatever their scores are', () => {
    const much = scaleOf(Float64Array.of(0, 2, 4, 6, 10));
    const little = scaleOf(Float64Array.of(0, 0.02, 0.04, 0.06, 0.1));
    expect([10, 4, 7].map((score) => satisfaction(score, much))).toEqual([1, 0, 0.5]);
    expect(satisfaction(0.07, little)).toBeCloseTo(satisfaction(7, much), 12);
    expect(satisfaction(0, much)).toBeLessThan(0);
  });

  it('is whole where all scores are alike, and where titles without a score are left out', () => {
    expect(satisfaction(3, scaleOf(Float64Array.of(3, 3, 3)))).toBe(1);
    expect(scaleOf(Float64Array.of(Number.NEGATIVE_INFINITY, 1, 2))).toEqual({ middling: 2, best: 2 });
    expect(scaleOf(new Float64Array(0))).toEqual({ middling: 0, best: 0 });
  });

  it('tells who gives way, unless all are about as happy', () => {
    expect(givesWay([0.9, 0.4, 0.6])).toBe(1);
    expect(givesWay([0.9, 0.85])).toBeNull();
    expect(givesWay([0.5, 0.4])).toBe(1);
    expect(givesWay([0.2])).toBeNull();
  });
});

describe('votes', () => {
  it('stand in the place of what was computed', () => {
    const votes = new Map([
      [0, BlendVote.DOWN],
      [1, BlendVote.UP],
    ]);
    expect([...heard(Float64Array.of(0.9, -2, 0.3), votes)]).toEqual([-2, 1, 0.3]);
  });

  it('move titles of an ORIGINAL list up and down, and a veto is a list of its own', () => {
    const ballots = [
      { userId: 1, titleId: 12, vote: BlendVote.UP },
      { userId: 2, titleId: 10, vote: BlendVote.DOWN },
      { userId: 2, titleId: 13, vote: BlendVote.VETO },
    ];
    expect(byVotes([10, 11, 12], ballots)).toEqual([12, 11, 10]);
    expect(vetoed(ballots)).toEqual([13]);
  });
});
