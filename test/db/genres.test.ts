import { Scope } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, codesOf } from '../support/graphql';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const fixture = withDatabase();
let app: TestApp;
let headers: Headers;

beforeAll(async () => {
  await aTitle(fixture.db, { genres: ['Drama', 'War'] });
  await aTitle(fixture.db, { genres: ['Drama'] });
  await aTitle(fixture.db, { kind: TitleKind.BOOK, genres: ['Drama'] });
  headers = await aKey(fixture.db, Scope.ADMIN);
  app = await startApp(fixture.url);
});
afterAll(() => app.stop());

const genres = (args = '') => ask(app.url, `{ genres${args} { kind genre titles } }`);

describe('genres', () => {
  it('are told to everybody with how many titles have them, of the kinds that are asked for', async () => {
    const films = [
      { kind: 'MOVIE', genre: 'Drama', titles: 2 },
      { kind: 'MOVIE', genre: 'War', titles: 1 },
    ];
    const books = [{ kind: 'BOOK', genre: 'Drama', titles: 1 }];
    const all = [films[0], ...books, films[1]];
    for (const args of ['', '(kinds: null)', '(kinds: [])', '(kinds: [MOVIE, BOOK, SHOW])'])
      expect((await genres(args)).data).toEqual({ genres: all });
    expect((await genres('(kinds: [MOVIE])')).data).toEqual({ genres: films });
    expect((await genres('(kinds: [EPISODE])')).data).toEqual({ genres: [] });
    expect(codesOf(await genres('(kinds: [OPERA])'))).toEqual(['BAD_DOCUMENT']);
  });

  it('are counted once until the catalogue changes, and follow it', async () => {
    const { genres: count } = app.house.lists;
    expect(count([])).toBe(count([]));
    const save = 'mutation { saveTitle(input: { kind: TRACK, name: "Song", genres: ["Pop"] }) { title { id } } }';
    await ask(app.url, save, { headers });
    await until('the new genre is counted', async () => (await genres('(kinds: [TRACK])')).text.includes('"genre":"Pop","titles":1'));
  });
});
