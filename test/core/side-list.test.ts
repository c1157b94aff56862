import fc from 'fast-check';
import { seeded } from '../../core/random';
import { sideRows } from '../../core/side-list';

describe('the side list', () => {
  it('begins with the same category, repeats nothing, and is as long as asked wherever the shelf holds as many', () => {
    const shelf = fc.record({
      all: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(shelf, fc.integer(), fc.integer({ min: 0, max: 8 }), ({ all, share }, seed, size) => {
        const same = all.slice(0, Math.floor(all.length * share));
        const rows = sideRows({ same, all }, size, seeded(seed));
        expect(rows).toHaveLength(Math.min(size, all.length));
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.every((row) => all.includes(row))).toBe(true);
        if (same.length > 0 && size > 0) expect(same).toContain(rows[0]);
      }),
    );
  });

  it('is the same for the same seed, and reaches every title of the category in time', () => {
    const shelf = { same: [1, 2, 3], all: [1, 2, 3, 4, 5, 6, 7] };
    expect(sideRows(shelf, 5, seeded(7))).toEqual(sideRows(shelf, 5, seeded(7)));
    const firsts = Array.from({ length: 50 }, (_, seed) => sideRows(shelf, 5, seeded(seed))[0]);
    expect(new Set(firsts)).toEqual(new Set([1, 2, 3]));
  });
});
