import fc from 'fast-check';
import { tagDistances, tagTaste } from '../../core/blend/tag-taste';
import { lengthOf, relevanceByte, unitVector, WHOLE } from '../../core/blend/tag-vectors';
import { ROWS_AT_ONCE } from '../../core/kernel/tags';
import { atOnce } from '../../core/steps';
import { someVectors } from '../support/tags';

const distancesOf = (rows: readonly (readonly number[] | null)[], tastes: readonly (readonly number[])[]): number[][] => {
  const found = atOnce(
    tagDistances(
      someVectors(rows),
      Int32Array.from(rows.keys()),
      tastes.map((taste) => Float64Array.from(taste)),
    ),
  );
  return found.map((distances) => [...distances]);
};

describe('a taste by tags', () => {
  // Two films of relevance 1 and 0 by two tags: ((sqrt 1 + sqrt 0) / 2)^2 = 1/4 for each tag.
  it('is the power mean of what was watched, with p = 1/2 as the original meant it', () => {
    expect([
      ...(tagTaste(
        someVectors([
          [1, 0],
          [0, 1],
        ]),
        [0, 1],
        0.5,
      ) ?? []),
    ]).toEqual([0.25, 0.25]);
  });

  // 0.16 and 0.36: ((0.4 + 0.6) / 2)^2 = 0.25. A byte keeps 0.16 as 41/255 and 0.36 as 92/255.
  it('lies between the geometric and the arithmetic mean', () => {
    const [taste = 0] = tagTaste(someVectors([[0.16], [0.36]]), [0, 1], 0.5) ?? [];
    expect(taste).toBeCloseTo(0.25, 2);
    expect(taste).toBeGreaterThan(Math.sqrt(0.16 * 0.36));
    expect(taste).toBeLessThan(0.26);
  });

  // sqrt((1^2 + 0^2) / 2) = 0.7071.
  it('is the root mean square with p = 2', () => {
    const [taste] = tagTaste(someVectors([[1], [0]]), [0, 1], 2) ?? [];
    expect(taste).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('stays in 0 to 1 however long the history is', () => {
    const taste = tagTaste(someVectors(Array.from({ length: 10_000 }, () => [1, 0.5])), [...Array(10_000).keys()], 0.5) ?? [];
    expect(taste[0]).toBeCloseTo(1, 12);
    expect(taste[1]).toBeCloseTo(relevanceByte(0.5) / WHOLE, 12);
  });

  it('counts a title once, leaves out titles without tags, and says nothing where none has any', () => {
    const vectors = someVectors([[1], [0], null]);
    expect([...(tagTaste(vectors, [0, 0, 0, 1, 2], 0.5) ?? [])]).toEqual([0.25]);
    expect(tagTaste(vectors, [2], 0.5)).toBeNull();
    expect(tagTaste(vectors, [], 0.5)).toBeNull();
  });
});

describe('the distance from a taste', () => {
  // From (1, 0): to itself 0, to (0, 1) sqrt 2, to (1, 1) 1.
  it('is Euclidean', () => {
    const [distances = []] = distancesOf(
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      [[1, 0]],
    );
    expect(distances[0]).toBeCloseTo(0, 6);
    expect(distances[1]).toBeCloseTo(Math.SQRT2, 6);
    expect(distances[2]).toBeCloseTo(1, 6);
  });

  it('is endless for a title without tags', () => {
    expect(distancesOf([[1, 0], null], [[1, 0]])[0]?.[1]).toBe(Number.POSITIVE_INFINITY);
  });

  it('is what subtracting tag by tag gives, for any number of people, titles and tags', () => {
    const relevance = fc.integer({ min: 0, max: WHOLE }).map((byte) => byte / WHOLE);
    const shapes = fc.record({
      width: fc.integer({ min: 1, max: 70 }),
      titles: fc.integer({ min: 1, max: 9 }),
      people: fc.integer({ min: 1, max: 5 }),
    });
    const worlds = shapes.chain(({ width, titles, people }) => {
      const vector = fc.array(relevance, { minLength: width, maxLength: width });
      return fc.record({
        rows: fc.array(vector, { minLength: titles, maxLength: titles }),
        tastes: fc.array(vector, { minLength: people, maxLength: people }),
      });
    });
    fc.assert(
      fc.property(worlds, ({ rows, tastes }) => {
        for (const [member, distances] of distancesOf(rows, tastes).entries())
          for (const [row, distance] of distances.entries()) {
            const plain = Math.hypot(...(rows[row] ?? []).map((value, tag) => value - (tastes[member]?.[tag] ?? 0)));
            expect(Math.abs(distance - plain)).toBeLessThan(0.01);
          }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same where the titles need several turns', () => {
    const rows = Array.from({ length: ROWS_AT_ONCE + 3 }, (_, row) => [row === ROWS_AT_ONCE + 1 ? 1 : 0]);
    const [distances = []] = distancesOf(rows, [[1]]);
    expect(distances.slice(ROWS_AT_ONCE - 1).map(Math.round)).toEqual([1, 1, 0, 1]);
  });

  it('holds the widest vectors at their largest', () => {
    const [distances = []] = distancesOf([Array(2_048).fill(1), Array(2_048).fill(0)], [Array(2_048).fill(1)]);
    expect(distances[0]).toBeCloseTo(0, 6);
    expect(distances[1]).toBeCloseTo(Math.sqrt(2_048), 6);
  });
});

describe('a vector of attributes', () => {
  // |(3, 4)| = 5.
  it('keeps its direction with a length of 1, and stays empty where nothing is told', () => {
    expect(lengthOf(Float64Array.of(3, 4))).toBe(5);
    expect([...unitVector(Float64Array.of(3, 4))]).toEqual([0.6, 0.8]);
    expect([...unitVector(Float64Array.of(0, 0))]).toEqual([0, 0]);
  });
});
