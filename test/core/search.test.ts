import fc from 'fast-check';
import { rankMatches, readingsOf, searchName, searchWords, typingErrors } from '../../core/search';

describe('a name as search sees it', () => {
  it.each([
    ['Amélie (Fabuleux destin d’Amélie Poulain, Le)', 'amelie fabuleux destin damelie poulain le'],
    ['WALL·E', 'walle'],
    ['  Mr. & Mrs. Smith  ', 'mr mrs smith'],
    ['Ocean’s Eleven', 'oceans eleven'],
    ['Æon Flux: Ørsted & Straße', 'aeon flux orsted strasse'],
    ['247°F', '247 f'],
    ['となりのトトロ', 'と な り の ト ト ロ'],
    ['올드보이', '올드보이'],
    ['%_\\', ''],
    ['\ud800broken', 'broken'],
  ])('folds %j', (name, folded) => expect(searchName(name)).toBe(folded));

  it('never fails, never grows past 500 characters and folds a folded name to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (name) => {
        const folded = searchName(name);
        expect(folded.length).toBeLessThanOrEqual(500);
        expect(folded).not.toMatch(/^ | $| {2}/);
        expect(searchName(folded)).toBe(folded);
      }),
    );
  });

  it('searches each word once and keeps the last one last', () => {
    expect(searchWords('The Good the Bad the')).toEqual(['good', 'bad', 'the']);
    expect(searchWords(' ?! ')).toEqual([]);
    expect(searchWords('a b c d e f g h i j k l m n')).toHaveLength(12);
  });
});

describe('typing errors', () => {
  it.each([
    ['matrix', 'matrix', 0],
    ['matrxi', 'matrix', 1],
    ['mtrix', 'matrix', 1],
    ['maatrix', 'matrix', 1],
    ['natrix', 'matrix', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('counts those between %j and %j', (a, b, errors) => expect(typingErrors(a, b)).toBe(errors));

  it('are as many one way as the other, and none only between equal words', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingErrors(a, b)).toBe(typingErrors(b, a));
        expect(typingErrors(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('readings of a typed word', () => {
  const known = (...words: string[]) => words.map((word, index) => ({ word, titles: 100 - index }));
  const words = (typed: string, candidates: string[], unfinished = false) =>
    readingsOf(typed, known(...candidates), unfinished).map(({ word }) => word);

  it('put the word itself before beginnings and beginnings before corrections', () => {
    expect(words('star', ['stars', 'start', 'star', 'stir'], true)).toEqual(['star', 'stars', 'start', 'stir']);
  });

  it('forgive one error from four letters on and two from eight', () => {
    expect(words('lave', ['love', 'leva'])).toEqual(['love']);
    expect(words('cat', ['car', 'cart'])).toEqual(['cart']);
    expect(words('intersteler', ['interstellar'])).toEqual(['interstellar']);
  });
});

describe('ranking', () => {
  const ranked = (typed: string, names: readonly (readonly [string, number])[]) => {
    const candidates = [...new Set(names.flatMap(([name]) => searchName(name).split(' ')))].map((word) => ({ word, titles: 1 }));
    const readings = searchWords(typed).map((word) => readingsOf(word, candidates, true));
    const matches = names.map(([name, ratingCount], id) => ({ id, searchName: searchName(name), ratingCount }));
    return rankMatches(typed, readings, matches).map((id) => names[id]?.[0]);
  };

  it('prefers the name itself to a better known one that only holds it', () => {
    expect(
      ranked('it', [
        ['It Happened One Night', 90],
        ['It', 0],
      ]),
    ).toEqual(['It', 'It Happened One Night']);
  });

  it('prefers the better known of two that fit alike', () => {
    expect(
      ranked('matrxi', [
        ['Matrix Reloaded', 96],
        ['The Matrix', 278],
      ]),
    ).toEqual(['The Matrix', 'Matrix Reloaded']);
  });
});
