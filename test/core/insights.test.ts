import fc from 'fast-check';
import type { AppError } from '../../core/errors';
import type { GenreInsight } from '../../core/insights/insights';
import { sharedGenres, sharedTitles, tasteDistance } from '../../core/insights/shared';
import { checkPlayFilter, checkWindow, type PlayFilter } from '../../core/insights/window';

const genres = (seconds: Readonly<Record<string, number>>): readonly GenreInsight[] =>
  Object.entries(seconds).map(([genre, each]) => ({ genre, seconds: each, plays: 1, titles: 1 }));
const someGenres = fc
  .uniqueArray(fc.constantFrom('Crime', 'Drama', 'Comedy', 'War', 'Sci-Fi'), { minLength: 1 })
  .chain((names) =>
    fc
      .array(fc.integer({ min: 1, max: 1e6 }), { minLength: names.length, maxLength: names.length })
      .map((seconds) => genres(Object.fromEntries(names.map((name, at) => [name, seconds[at] ?? 1])))),
  );

describe('the distance between tastes', () => {
  it('is the Jensen-Shannon distance of the shares of genres', () => {
    // P = (1/2, 1/2, 0), Q = (0, 1/2, 1/2), M = (1/4, 1/2, 1/4): H(M) = 1.5 bits, H(P) = H(Q) = 1 bit, so d = sqrt(0.5).
    const [p, q] = [genres({ Crime: 600, Drama: 600 }), genres({ Drama: 50, War: 50 })];
    expect(tasteDistance([p, q])).toBeCloseTo(Math.sqrt(0.5), 12);
    // P = (1), Q = (1/2, 1/2), M = (3/4, 1/4): H(M) = 0.811278 bits, less half of H(Q) = 1 bit leaves 0.311278.
    expect(tasteDistance([genres({ Drama: 10 }), genres({ Drama: 7, War: 7 })])).toBeCloseTo(Math.sqrt(0.311278), 5);
  });

  it('of three with nothing in common is 1, as of two', () => {
    expect(tasteDistance([genres({ A: 1 }), genres({ B: 9 })])).toBe(1);
    expect(tasteDistance([genres({ A: 1 }), genres({ B: 9 }), genres({ C: 4 })])).toBeCloseTo(1, 12);
  });

  it('is none where somebody has no time in any genre, and of one alone', () => {
    expect(tasteDistance([genres({ A: 1 }), []])).toBeNull();
    expect(tasteDistance([genres({ A: 1 }), genres({ A: 0 })])).toBeNull();
    expect(tasteDistance([genres({ A: 1 })])).toBeNull();
    expect(tasteDistance([])).toBeNull();
  });

  it('lies from 0 to 1, is the same from either side, 0 to oneself, and goes by shares alone', () => {
    fc.assert(
      fc.property(someGenres, someGenres, fc.integer({ min: 2, max: 50 }), (one, other, times) => {
        const distance = tasteDistance([one, other]) ?? Number.NaN;
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(tasteDistance([other, one])).toBe(distance);
        expect(tasteDistance([one, one])).toBeCloseTo(0, 6);
        const more = one.map((each) => ({ ...each, seconds: each.seconds * times }));
        expect(tasteDistance([more, other])).toBeCloseTo(distance, 6);
      }),
    );
  });

  it('keeps the triangle: nobody is nearer by a detour', () => {
    fc.assert(
      fc.property(someGenres, someGenres, someGenres, (a, b, c) => {
        const to = (one: readonly GenreInsight[], other: readonly GenreInsight[]) => tasteDistance([one, other]) ?? 0;
        expect(to(a, c)).toBeLessThanOrEqual(to(a, b) + to(b, c) + 1e-9);
      }),
    );
  });
});

describe('what several people share', () => {
  it('is genres of which the least share is largest, with the seconds of each', () => {
    const ann = genres({ Drama: 900, Crime: 100 });
    const ben = genres({ Drama: 10, Crime: 80, War: 10 });
    // Both least shares are a tenth, his of Drama and hers of Crime: then the names decide.
    expect(sharedGenres([ann, ben])).toEqual([
      { genre: 'Crime', seconds: [100, 80] },
      { genre: 'Drama', seconds: [900, 10] },
    ]);
    expect(sharedGenres([genres({ Drama: 60, Crime: 40 }), genres({ Drama: 50, Crime: 10 })]).map(({ genre }) => genre)).toEqual([
      'Drama',
      'Crime',
    ]);
    expect(sharedGenres([ann, genres({ War: 5 })])).toEqual([]);
    expect(sharedGenres([ann, []])).toEqual([]);
  });

  it('is titles that all played, the one first that the least of them played longest', () => {
    const ann = new Map([
      [1, 500],
      [2, 60],
      [3, 0],
      [4, 10],
    ]);
    const ben = new Map([
      [1, 50],
      [2, 70],
      [3, 0],
      [5, 10],
    ]);
    expect(sharedTitles([ann, ben])).toEqual([2, 1, 3]);
    expect(sharedTitles([ann, new Map([[9, 1]])])).toEqual([]);
    expect(sharedTitles([])).toEqual([]);
  });
});

const WINDOW = { timeZone: 'Europe/Berlin', from: null, until: null, first: 10 };
const faultOf = (run: () => void): Pick<AppError, 'code' | 'field' | 'expected'> | null => {
  try {
    run();
    return null;
  } catch (error) {
    const { code, field, expected } = error as AppError;
    return { code, field, expected };
  }
};

describe('what is asked of insights', () => {
  it('is refused by field where it means nothing', () => {
    const field = (given: Partial<Parameters<typeof checkWindow>[0]>): string | null | undefined =>
      faultOf(() => checkWindow({ ...WINDOW, ...given }))?.field;
    expect(field({})).toBeUndefined();
    for (const timeZone of ['', 'Berlin', '+02:00', "UTC'; drop table users", 'A'.repeat(999), 'Europe/Berlin\0', '../etc'])
      expect(field({ timeZone })).toBe('input.timeZone');
    for (const first of [0, -1, 101, 1e9, 1.5, Number.NaN]) expect(field({ first })).toBe('input.first');
    expect(field({ from: new Date('2024-02-01'), until: new Date('2024-01-01') })).toBe('input.until');
    expect(field({ from: new Date('2024-01-01'), until: new Date('2024-01-01') })).toBe('input.until');
    expect(field({ from: new Date(8.64e15) })).toBe('input.from');
    expect(field({ until: new Date(-8.64e15) })).toBe('input.until');
  });

  it('is refused by field where plays are asked for that there cannot be', () => {
    const field = (filter: PlayFilter): string | null | undefined => faultOf(() => checkPlayFilter(filter))?.field;
    expect(field({ actor: 'Zoë', genre: 'Drama', weekday: 7, hour: 0, month: new Date('2024-03-01') })).toBeUndefined();
    expect(field({ actor: '' })).toBe('of.actor');
    expect(field({ genre: 'a\0b' })).toBe('of.genre');
    expect(field({ month: new Date(8.64e15) })).toBe('of.month');
    for (const weekday of [0, 8]) expect(field({ weekday })).toBe('of.weekday');
    for (const hour of [-1, 24]) expect(field({ hour })).toBe('of.hour');
  });
});
