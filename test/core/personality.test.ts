import fc from 'fast-check';
import { genresOfGroup, personalityOf } from '../../core/personality';

const rated = (rating: number, count: number, ...genres: string[]) => Array.from({ length: count }, () => ({ rating, genres }));

describe('the personality of a person', () => {
  it('is the genres of more than three titles rated 4 and more, sorted by name', () => {
    expect(personalityOf([...rated(4, 4, 'War', 'Drama'), ...rated(5, 3, 'Comedy'), ...rated(3.5, 9, 'Horror')])).toBe('Drama|War');
  });

  it('is nobody’s who rated five titles or fewer, and empty where no genre stands out', () => {
    expect(personalityOf(rated(5, 5, 'Drama'))).toBeNull();
    expect(personalityOf(rated(5, 6, 'Drama'))).toBe('Drama');
    expect(personalityOf([...rated(5, 3, 'Drama'), ...rated(1, 3, 'Drama')])).toBe('');
    expect(genresOfGroup('')).toEqual([]);
  });

  it('holds the seven of most titles, of equal ones those first by name, and each genre of a title once', () => {
    const names = ['I', 'H', 'G', 'F', 'E', 'D', 'C', 'B', 'A'];
    expect(personalityOf([...rated(4, 5, ...names), ...rated(4, 1, 'I')])).toBe('A|B|C|D|E|F|I');
    expect(personalityOf([...rated(4, 3, 'Drama', 'Drama'), ...rated(4, 4, 'War')])).toBe('War');
  });

  it('does not change with the order of ratings', () => {
    const genre = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I');
    const ratings = fc.array(
      fc.record({ rating: fc.integer({ min: 1, max: 10 }).map((half) => half / 2), genres: fc.array(genre, { maxLength: 4 }) }),
    );
    fc.assert(fc.property(ratings, (each) => expect(personalityOf([...each].reverse())).toBe(personalityOf(each))));
  });
});
