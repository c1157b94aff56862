import fc from 'fast-check';
import type { Range } from '../../core/interaction';
import {
  addRange,
  CLOSED_GAP,
  clipRanges,
  formatRanges,
  isPastEnd,
  MOST_RANGES,
  parseRanges,
  scaleRanges,
  toRange,
  unionRanges,
} from '../../core/ranges';

const aRange = fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 300 })).map(([from, length]): Range => [from, from + length]);
const someRanges = fc.array(aRange, { maxLength: 60 });

describe('covered ranges', () => {
  it('become tenths of a second, and nothing when shorter than half a tenth', () => {
    expect(toRange(20.008688, 21.172696)).toEqual([200, 212]);
    expect(toRange(1, 1.02)).toBeNull();
    expect(toRange(-3, 1)).toEqual([0, 10]);
  });

  it('close gaps of half a second and keep longer ones', () => {
    expect(addRange([[0, 100]], [105, 200])).toEqual([[0, 200]]);
    expect(addRange([[0, 100]], [106, 200])).toEqual([
      [0, 100],
      [106, 200],
    ]);
  });

  it('are the same set whatever the order in which they came', () => {
    fc.assert(
      fc.property(someRanges, fc.nat(), (ranges, turn) => {
        const turned = [...ranges.slice(turn % (ranges.length + 1)), ...ranges.slice(0, turn % (ranges.length + 1))];
        expect(turned.reduce(addRange, [] as readonly Range[])).toEqual(unionRanges(ranges));
      }),
    );
  });

  it('are sorted, apart, and hold everything that was added', () => {
    fc.assert(
      fc.property(someRanges, (ranges) => {
        const union = unionRanges(ranges);
        for (const [index, [from, to]] of union.entries()) {
          expect(to).toBeGreaterThan(from);
          if (index > 0) expect(from - (union[index - 1]?.[1] ?? 0)).toBeGreaterThan(CLOSED_GAP);
        }
        for (const [from, to] of ranges) expect(union.some((held) => held[0] <= from && to <= held[1])).toBe(true);
      }),
    );
  });

  it('stay at 500 after 5,000 tiny intervals: the smallest gaps close first', () => {
    const tiny = Array.from({ length: 5_000 }, (_, index): Range => [index * 20, index * 20 + 1]);
    const wide: Range = [1_000_000, 1_000_010];
    const covered = [wide, ...tiny].reduce(addRange, [] as readonly Range[]);
    expect(covered).toHaveLength(MOST_RANGES);
    expect(covered.at(-1)).toEqual(wide);
  });

  it('are cut at the end of the title', () => {
    expect(
      clipRanges(
        [
          [0, 50],
          [90, 104],
          [110, 120],
        ],
        10,
      ),
    ).toEqual([
      [0, 50],
      [90, 100],
    ]);
  });

  it('keep their share when the title is of another length', () => {
    expect(scaleRanges([[0, 500]], 100, 200)).toEqual([[0, 1000]]);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 9_000 }), fc.integer({ min: 10, max: 9_000 }), (from, to) => {
        expect(scaleRanges([[0, from * 10]], from, to)).toEqual([[0, to * 10]]);
      }),
    );
  });

  it('may run 5 % past the end', () => {
    expect(isPastEnd(104.9, 100)).toBe(false);
    expect(isPastEnd(105.1, 100)).toBe(true);
  });

  it('travel to PostgreSQL and back as they were', () => {
    expect(
      formatRanges([
        [0, 10],
        [20, 35],
      ]),
    ).toBe('{[0,10),[20,35)}');
    expect(parseRanges('{}')).toEqual([]);
    fc.assert(fc.property(someRanges, (ranges) => expect(parseRanges(formatRanges(unionRanges(ranges)))).toEqual(unionRanges(ranges))));
  });

  it('refuse any text that is no multirange', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== '{}');
        expect(() => parseRanges(text)).toThrow('int4multirange');
      }),
    );
  });
});
