import { NO_COLUMNS } from '../../core/column-arrays';
import { columnsOf } from '../../core/columns';
import { genreCounts } from '../../core/genre-counts';
import { TitleKind, TitleState } from '../../core/title';
import { someFacts } from '../support/facts';

const { MOVIE, SHOW, EPISODE, BOOK } = TitleKind;

describe('the genres of a catalogue', () => {
  it('are counted by kind, most titles first, then by name', () => {
    const columns = columnsOf([
      someFacts(1, { genres: ['War', 'Drama'] }),
      someFacts(2, { genres: ['Drama', 'Comedy'] }),
      someFacts(3, { kind: BOOK, genres: ['drama'] }),
      someFacts(4),
    ]);
    expect(genreCounts(columns)).toEqual([
      { kind: MOVIE, genre: 'Drama', titles: 2 },
      { kind: MOVIE, genre: 'Comedy', titles: 1 },
      { kind: BOOK, genre: 'Drama', titles: 1 },
      { kind: MOVIE, genre: 'War', titles: 1 },
    ]);
  });

  it('do not count what no list may hold', () => {
    const columns = columnsOf([
      someFacts(1, { kind: SHOW, genres: ['Drama'] }),
      someFacts(2, { kind: EPISODE, parentId: 1, genres: ['Drama'] }),
      someFacts(3, { kind: SHOW, state: TitleState.HIDDEN, genres: ['Drama', 'War'] }),
      someFacts(4, { kind: SHOW, state: TitleState.REMOVED, genres: ['Drama'] }),
      someFacts(5, { kind: SHOW, state: TitleState.MERGED, mergedIntoId: 1, genres: ['Drama'] }),
    ]);
    expect(genreCounts(columns)).toEqual([{ kind: SHOW, genre: 'Drama', titles: 1 }]);
    expect(genreCounts(NO_COLUMNS)).toEqual([]);
  });

  it('may be hundreds', () => {
    const genres = Array.from({ length: 100 }, (_, at) => `Genre ${at}`);
    const counts = genreCounts(columnsOf([someFacts(1, { genres }), someFacts(2, { genres: genres.slice(50) })]));
    expect(counts).toHaveLength(100);
    expect(counts.filter(({ titles }) => titles === 2)).toHaveLength(50);
  });
});
