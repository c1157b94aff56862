import { countOf, EMPTY_SKETCH, MOST_LISTED, mergedSketch, readSketch, withIds, writeSketch } from '../../core/sketch';

const ids = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const stored = (from: number, count: number) => readSketch(writeSketch(withIds(EMPTY_SKETCH, ids(from, count))));

describe('a sketch of distinct things', () => {
  it('is exact as long as there are few, also when several are merged', () => {
    expect(countOf(EMPTY_SKETCH)).toBe(0);
    expect(countOf(withIds(withIds(EMPTY_SKETCH, [1, 2, 2, 3]), [3, 4]))).toBe(4);
    const quarters = Array.from({ length: 10 }, (_, at) => stored(at * 250, MOST_LISTED));
    expect(countOf(mergedSketch(quarters))).toBe(9 * 250 + MOST_LISTED);
    const sameDay = Array.from({ length: 300 }, () => stored(0, MOST_LISTED));
    expect(countOf(mergedSketch(sameDay))).toBe(MOST_LISTED);
  });

  it.each([600, 2_000, 5_000, 10_000, 100_000, 300_000])('is within 7 %%, three standard errors, of %i', (count) => {
    const found = countOf(stored(17, count));
    expect(Math.abs(found - count) / count).toBeLessThan(0.07);
  });

  it('merges into what one would be that had counted all', () => {
    const apart = mergedSketch([stored(0, 20_000), stored(10_000, 20_000), stored(25_000, 100)]);
    expect(writeSketch(apart)).toEqual(writeSketch(withIds(EMPTY_SKETCH, ids(0, 30_000))));
  });

  it('takes two kilobytes at most, and is read back as it was', () => {
    for (const count of [0, 1, MOST_LISTED, MOST_LISTED + 1, 50_000]) {
      const bytes = writeSketch(withIds(EMPTY_SKETCH, ids(5, count)));
      expect(bytes.length).toBeLessThanOrEqual(2_049);
      expect(writeSketch(readSketch(bytes))).toEqual(bytes);
    }
    expect(() => readSketch(Buffer.from([1, 2, 3]))).toThrow('sketch');
  });

  it('tells large ids apart', () => {
    expect(countOf(withIds(EMPTY_SKETCH, [1, 1 + 2 ** 32, 2 ** 53 - 1]))).toBe(3);
  });
});
