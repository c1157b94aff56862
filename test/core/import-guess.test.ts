import fc from 'fast-check';
import { dialectOf } from '../../core/csv-dialect';
import { csvReader } from '../../core/csv-reader';
import { csvText } from '../../core/csv-text';
import { OnExisting } from '../../core/import';
import { type ColumnMapping, ImportField } from '../../core/import-columns';
import { rowDrafter } from '../../core/import-draft';
import { guessColumns } from '../../core/import-guess';
import { TitleKind, TitleState } from '../../core/title';
import { TITLE_COLUMNS, titleRow } from '../../core/title-csv';
import { changedBy, type ImportedTitle, mergedDraft } from '../../core/title-merge-draft';
import { rowsOf } from '../support/file-rows';

const OPTIONS = { source: 'shop', onExisting: OnExisting.UPDATE, kind: TitleKind.MOVIE, ratings: false };

describe('a guess of columns', () => {
  const guess = (columns: readonly string[], ...rows: readonly (readonly string[])[]) =>
    guessColumns(columns, rows).map(({ field, source }) => (source ? `${field} ${source}` : field));

  it('knows the headers of files that people have', () => {
    expect(guess(['tconst', 'titleType', 'primaryTitle', 'startYear', 'runtimeMinutes', 'genres'])).toEqual([
      ...['EXTERNAL_ID imdb', 'KIND', 'NAME', 'YEAR', 'MINUTES', 'GENRES'],
    ]);
    expect(guess(['movieId', 'title', 'genres'], ['1', 'Toy Story (1995)', 'Adventure|Comedy'])).toEqual([
      'EXTERNAL_ID movielens',
      'NAME_AND_YEAR',
      'GENRES',
    ]);
    expect(
      guess(
        ['show_id', 'type', 'title', 'director', 'cast', 'release_year', 'rating', 'duration', 'listed_in', 'description'],
        ['s1', 'Movie', 'X', 'D', 'A, B', '2020', 'PG-13', '90 min', 'Dramas', 'Y'],
      ),
    ).toEqual([...['ID', 'KIND', 'NAME', 'DIRECTORS', 'ACTORS', 'YEAR', 'CERTIFICATE', 'SECONDS', 'GENRES', 'DESCRIPTION']]);
    expect(guess(['book_id', 'isbn13', 'original_title', 'authors', 'num_pages', 'average_rating', 'ratings_count'])).toEqual([
      ...['EXTERNAL_ID goodreads', 'EXTERNAL_ID isbn', 'NAME', 'AUTHORS', 'PAGES', 'RATING', 'RATING_COUNT'],
    ]);
    expect(guess(['track_id', 'track_name', 'track_artist', 'duration_ms', 'playlist_genre'])).toEqual([
      'EXTERNAL_ID spotify',
      'NAME',
      'ARTISTS',
      'MILLISECONDS',
      'GENRES',
    ]);
    expect(guess(['Foo', 'Bar'], ['tt0111161', 'https://x.example/a.jpg'])).toEqual(['EXTERNAL_ID imdb', 'POSTER_URL']);
  });

  it('gives no field twice that may stand once, and never throws', () => {
    const name = fc.oneof(fc.constantFrom('title', 'name', 'year', 'id', 'ID', 'genre', 'rating'), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 12 }),
        fc.array(fc.array(fc.string(), { maxLength: 12 }), { maxLength: 4 }),
        (columns, rows) => {
          const once = guessColumns(columns, rows).flatMap(({ field }) =>
            field === ImportField.NAME || field === ImportField.YEAR ? [field] : [],
          );
          expect(new Set(once).size).toBe(once.length);
        },
      ),
    );
  });
});

describe('a row as a title', () => {
  const mapping = (fields: Readonly<Record<string, ImportField>>): readonly ColumnMapping[] =>
    Object.entries(fields).map(([column, field]) => ({ column, field, source: field === ImportField.EXTERNAL_ID ? 'imdb' : null }));
  const drafted = (fields: Readonly<Record<string, ImportField>>, cells: readonly string[]) => {
    const names = Object.keys(fields);
    return rowDrafter(mapping(fields), OPTIONS, (column) => names.indexOf(column))(cells);
  };

  it('tells lengths, years and lists in every way that people write them', () => {
    const seconds = (text: string, field = ImportField.SECONDS) => {
      const row = drafted({ id: ImportField.ID, length: field }, ['1', text]);
      return 'draft' in row ? row.draft.seconds : null;
    };
    expect(['1:52:30', '112 min', '1h 52m', 'PT1H52M', '6720', '3:20'].map((text) => seconds(text))).toEqual([
      6750, 6720, 6720, 6720, 6720, 200,
    ]);
    expect(['112', '1:52', '112.5'].map((text) => seconds(text, ImportField.MINUTES))).toEqual([6720, 6720, 6750]);
    expect(seconds('abc')).toBeNull();
    const year = (text: string) => {
      const row = drafted({ id: ImportField.ID, year: ImportField.YEAR }, ['1', text]);
      return 'draft' in row ? row.draft.year : null;
    };
    expect(['1999', '1999-03-31', '31.03.1999', '2006–2007', 'March 31, 1999', 'never'].map(year)).toEqual([
      1999,
      1999,
      1999,
      2006,
      1999,
      null,
    ]);
    const genres = (text: string) => {
      const row = drafted({ id: ImportField.ID, genres: ImportField.GENRES }, ['1', text]);
      return 'draft' in row ? row.draft.genres : null;
    };
    expect(['A|B', 'A; B', 'A, B', '["A","B"]', "['A', 'B']", '(no genres listed)', 'A'].map(genres)).toEqual([
      ['A', 'B'],
      ['A', 'B'],
      ['A', 'B'],
      ['A', 'B'],
      ['A', 'B'],
      [],
      ['A'],
    ]);
  });

  it('tells everything that is wrong with it at once, by column', () => {
    const row = drafted({ id: ImportField.ID, year: ImportField.YEAR, url: ImportField.MEDIA_URL }, ['', 'x', 'javascript:alert(1)']);
    expect('problems' in row && row.problems.map(({ column }) => column)).toEqual(['year', 'url', 'id']);
  });

  it('comes back from an export as it was', () => {
    const text = (most: number) =>
      fc
        .string({ unit: fc.constantFrom('a', 'B', ' ', '=', '-', '"', ',', ';', '|', "'", '🎬', 'é'), minLength: 1, maxLength: most })
        .map((value) => `x${value.trim()}y`);
    const title = fc.record({
      ...{
        id: fc.integer({ min: 1, max: 9e6 }),
        name: fc.oneof(text(20), fc.constantFrom('=1+1', '-5', '@home', '+1')),
        year: fc.option(fc.integer({ min: 1, max: 2100 })),
      },
      ...{
        genres: fc.uniqueArray(text(8), { maxLength: 3 }),
        description: fc.option(text(30)),
        seconds: fc.option(fc.integer({ min: 1, max: 99_999 })),
      },
      ...{
        category: fc.option(text(9)),
        externalIds: fc
          .uniqueArray(
            text(9).filter((value) => !value.includes('|')),
            { minLength: 1, maxLength: 2 },
          )
          .map((values) => values.map((value) => ({ source: 'shop', value }))),
      },
    });
    fc.assert(
      fc.property(title, ({ externalIds, ...facts }) => {
        const before: ImportedTitle = {
          ...{
            kind: TitleKind.MOVIE,
            certificate: null,
            pages: null,
            parentId: null,
            season: null,
            number: null,
            availability: [],
            attributes: {},
          },
          ...{
            posterSource: null,
            mediaUrl: 'https://x.example/a',
            state: TitleState.HIDDEN,
            tags: [{ tag: 'calm', relevance: 0.25 }],
            credits: [],
            aliases: ['La casa, al fin', 'Haus; Garten'],
          },
          ...facts,
          externalIds,
        };
        const told = { ...before, id: facts.id, mergedIntoId: null, version: 1, createdAt: new Date(0), updatedAt: new Date(0) };
        const file = csvText([
          TITLE_COLUMNS,
          titleRow({ title: told, externalIds, tags: before.tags, aliases: before.aliases, parent: null }),
        ]);
        const reader = csvReader(dialectOf(`${TITLE_COLUMNS.join(',')}\n1,x\n`));
        const rows = rowsOf(reader, file);
        const guessed = guessColumns(
          reader.columns,
          rows.map(({ cells }) => cells),
        );
        const columns: readonly ColumnMapping[] = guessed.flatMap(({ column, field, source }) =>
          field ? [{ column, field, source }] : [],
        );
        const row = rowDrafter(columns, OPTIONS, (column) => reader.columns.indexOf(column))(rows[0]?.cells ?? []);
        if (!('draft' in row)) throw new Error(JSON.stringify(row));
        expect(changedBy(before, mergedDraft(before, row.draft, null))).toEqual([]);
      }),
    );
  });
});
