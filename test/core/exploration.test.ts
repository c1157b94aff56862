import fc from 'fast-check';
import { dailySeed, type ExploredPlace, exploration, mingled } from '../../core/exploration';

const numbered = (from: number, size: number): number[] => Array.from({ length: size }, (_, at) => from + at);
const idsOf = (places: readonly ExploredPlace[]): number[] => places.map(({ id }) => id);
const exploredIn = (places: readonly ExploredPlace[]): number => places.filter(({ explored }) => explored).length;

describe('exploration', () => {
  it('gives new titles their share of a list, each place at most one apart from it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), fc.integer({ min: 0, max: 60 }), (share, seed, count) => {
        const places = mingled(numbered(0, 100), exploration(numbered(1000, 100), share, seed), count);
        expect(places).toHaveLength(count);
        expect(Math.abs(exploredIn(places) - share * count)).toBeLessThan(1 + 1e-9);
      }),
    );
  });

  it('fills exactly two places of twenty at a share of a tenth, and none at a share of 0', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(exploredIn(mingled(numbered(0, 40), exploration(numbered(100, 40), 0.1, seed), 20))).toBe(2);
      expect(idsOf(mingled(numbered(0, 40), exploration(numbered(100, 40), 0, seed), 20))).toEqual(numbered(0, 20));
    }
  });

  it('keeps the order of the ranking, repeats nothing and loses nothing, also where a new title ranks by itself', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(shares, fc.integer(), fc.uniqueArray(fc.integer({ min: 0, max: 29 })), (share, seed, pool) => {
        const places = mingled(numbered(0, 30), exploration(pool, share, seed), 100);
        expect([...idsOf(places)].sort((a, b) => a - b)).toEqual(numbered(0, 30));
        const ranked = places.filter(({ explored }) => !explored).map(({ id }) => id);
        expect(ranked).toEqual([...ranked].sort((a, b) => a - b));
        expect(places.every(({ id, explored }) => !explored || pool.includes(id))).toBe(true);
      }),
    );
  });

  it('begins a long list as it begins a short one, and is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), fc.integer({ min: 0, max: 40 }), (share, seed, count) => {
        const list = (length: number) => mingled(numbered(0, 50), exploration(numbered(100, 9), share, seed), length);
        expect(list(count)).toEqual(list(45).slice(0, count));
      }),
    );
  });

  it('keeps the order of those that stay when one leaves or joins', () => {
    fc.assert(
      fc.property(fc.integer(), fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 40 }), { minLength: 1, maxLength: 40 }), (seed, pool) => {
        const [left, ...stay] = pool;
        expect(exploration(pool, 0.1, seed).drawn.filter((id) => id !== left)).toEqual(exploration(stay, 0.1, seed).drawn);
        expect(exploration(pool.slice().reverse(), 0.1, seed)).toEqual(exploration(pool, 0.1, seed));
      }),
    );
  });

  it('takes no more of a group than it may', () => {
    const bound = { groupOf: (id: number) => id % 2, most: 3 };
    for (let seed = 0; seed < 50; seed++) {
      const ids = idsOf(mingled(numbered(0, 6), exploration(numbered(100, 8), 0.4, seed), 20, bound));
      expect([ids.filter((id) => id % 2 === 0).length, ids.filter((id) => id % 2 === 1).length]).toEqual([3, 3]);
    }
  });

  it('tells the chance with which each title came to its place', () => {
    const SEEDS = 4_000;
    for (const [share, pool] of [
      [0.1, 4],
      [0.3, 2],
      [0.85, 3],
    ] as const) {
      const told = new Map<string, number>();
      const seen = new Map<string, number>();
      for (let seed = 0; seed < SEEDS; seed++) {
        mingled(numbered(0, 12), exploration(numbered(100, pool), share, seed), 12).forEach(({ id, propensity }, place) => {
          told.set(`${place} ${id}`, propensity);
          seen.set(`${place} ${id}`, (seen.get(`${place} ${id}`) ?? 0) + 1);
        });
      }
      const misses = [...told].map(([key, chance]) => Math.abs((seen.get(key) ?? 0) / SEEDS - chance));
      expect(Math.max(...misses)).toBeLessThan(0.03);
      const sums = numbered(0, 12).map((place) =>
        [...told].filter(([key]) => key.startsWith(`${place} `)).reduce((sum, [, chance]) => sum + chance, 0),
      );
      for (const sum of sums) expect(sum).toBeCloseTo(1, 9);
    }
  });

  it('has a seed of its own for each person and day', () => {
    const noon = new Date('2026-06-01T12:00:00Z');
    const seeds = [
      dailySeed(1, noon),
      dailySeed(2, noon),
      dailySeed(null, noon),
      dailySeed(1 + 2 ** 32, noon),
      dailySeed(1, new Date('2026-06-02T12:00:00Z')),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(dailySeed(1, new Date('2026-06-01T23:59:59Z'))).toBe(dailySeed(1, noon));
  });
});
