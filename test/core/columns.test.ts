import { columnsOf, genresOf, languageOf, withTitles } from '../../core/columns';
import { TitleKind, TitleState } from '../../core/title';
import { someFacts } from '../support/facts';

describe('catalogue columns', () => {
  it('take changes into new columns and leave the old ones as they were', () => {
    const old = columnsOf([someFacts(10, { genres: ['War'], year: 1990 }), someFacts(20)]);
    const fresh = withTitles(old, [someFacts(10, { genres: ['Love'], year: 1991 }), someFacts(30, { category: 'Clips' })]);
    expect([...old.year.slice(0, 1), old.size, old.genreNames.names]).toEqual([1990, 2, ['War']]);
    expect([...fresh.ids]).toEqual([10, 20, 30]);
    expect(fresh.year[0]).toBe(1991);
    expect(genresOf(fresh, 0).map((genre) => fresh.genreNames.names[genre])).toEqual(['Love']);
  });

  it('hold as many genres as there are', () => {
    const genres = Array.from({ length: 100 }, (_, at) => `Genre ${at}`);
    const few = columnsOf([someFacts(1, { genres: genres.slice(0, 3) })]);
    const many = withTitles(few, [someFacts(2, { genres })]);
    expect(genresOf(many, 0)).toEqual([0, 1, 2]);
    expect(genresOf(many, 1)).toEqual(genres.map((_, at) => at));
  });

  it('follow episodes to their show and merged titles to the last of the chain, also when it comes later', () => {
    const columns = columnsOf([
      someFacts(1, { kind: TitleKind.EPISODE, parentId: 2 }),
      someFacts(2, { kind: TitleKind.SHOW, state: TitleState.MERGED, mergedIntoId: 3 }),
      someFacts(3, { kind: TitleKind.SHOW }),
      someFacts(4, { mergedIntoId: 99 }),
    ]);
    expect([...columns.listedAs]).toEqual([2, 2, 2, 3]);
  });

  it('do not turn for ever where titles were merged in a circle', () => {
    const columns = columnsOf([someFacts(1, { mergedIntoId: 2 }), someFacts(2, { mergedIntoId: 1 })]);
    expect([...columns.listedAs]).toEqual([0, 1]);
  });

  it.each([
    ['en-GB', 'en'],
    ['eng', 'en'],
    ['pt_BR', 'pt'],
    ['?', null],
    ['', null],
    [null, null],
  ])('read the language of %s as %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});
