import { type DistinctTaste, distinctTastes, type GenreLift } from '../../core/distinct-tastes';

const GENRES = ['Comedy', 'Crime', 'Drama', 'Fantasy', 'Horror', 'War'];

/** Someone who rated 30 titles of each genre, these above their mean and all others below. */
function person(userId: number, liked: Readonly<Record<string, number>>, { rated = 30, titles = 100 } = {}): GenreLift[] {
  return GENRES.map((genre) => ({ userId, titles, genre, rated, lift: liked[genre] ?? -0.5 }));
}

const namesOf = (people: readonly DistinctTaste[]): number[] => people.map(({ userId }) => userId);

describe('people of distinct tastes', () => {
  it('are named with the three genres that they rate most above average, the strongest first', () => {
    const lifts = [...person(1, { War: 0.5, Drama: 1, Crime: 0.7, Comedy: 0.1 }), ...person(2, {})];
    expect(distinctTastes(lifts, 8)).toEqual([{ userId: 1, titles: 100, genres: ['Drama', 'Crime', 'War'] }]);
  });

  it('do not all like the same: the next one is rather of another taste than of a stronger one', () => {
    const lifts = [
      ...person(1, { Drama: 1, Crime: 1, War: 1 }),
      ...person(2, { Drama: 0.9, Crime: 0.9, War: 0.9 }),
      ...person(3, { Comedy: 0.5, Fantasy: 0.5, Horror: 0.5 }),
    ];
    expect(namesOf(distinctTastes(lifts, 2)).sort()).toEqual([1, 3]);
    expect(namesOf(distinctTastes(lifts, 8)).at(-1)).toBe(2);
  });

  it('are told by what they like more than everybody does', () => {
    const everybody = [1, 2, 3, 4].flatMap((userId) => person(userId, { Drama: 1 }));
    const lifts = [...everybody, ...person(5, { Drama: 1, Horror: 0.4, War: 0.3, Comedy: 0.2 })];
    expect(distinctTastes(lifts, 1)).toMatchObject([{ userId: 5, genres: ['Horror', 'War', 'Comedy'] }]);
  });

  it('rated enough to be known', () => {
    const taste = { Drama: 2, Crime: 2, War: 2 };
    expect(distinctTastes(person(1, taste, { titles: 49 }), 8)).toEqual([]);
    const lifts = [...person(1, taste, { rated: 1 }), ...person(2, { Drama: 1, Crime: 1, War: 1 }), ...person(3, {})];
    expect(distinctTastes(lifts, 1)).toMatchObject([{ userId: 2 }]);
  });

  it('are nobody where nobody rated anything', () => {
    expect(distinctTastes([], 8)).toEqual([]);
  });
});
