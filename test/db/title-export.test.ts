import { parse } from 'csv-parse/sync';
import { TitleKind, TitleState } from '../../core/title';
import { startApp, type TestApp } from '../support/app';
import { everyCaller, type Headers, ISSUER } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let app: TestApp;
let callers: Readonly<Record<string, Headers>>;

beforeAll(async () => {
  app = await startApp(fixture.url, { JWT_ISSUERS: JSON.stringify([ISSUER]) });
  callers = await everyCaller(fixture.db, app.url);
});
afterAll(() => app.stop());

async function exported(filter: object): Promise<readonly Readonly<Record<string, string>>[]> {
  const asked = 'mutation ($filter: TitleFilter) { exportTitles(filter: $filter) { download { url } userErrors { code } } }';
  const answer = await ask(app.url, asked, { variables: { filter }, headers: callers.editor });
  const { download } = fieldOf<{ download: { url: string } }>(answer, 'exportTitles');
  const response = await fetch(`${app.url}${download.url}`);
  expect(response.headers.get('content-disposition')).toContain('titles.csv');
  return parse(await response.text(), { columns: true });
}

describe('the export of the catalogue', () => {
  it('tells every field in the columns that an import reads', async () => {
    const show = await aTitle(fixture.db, {
      kind: TitleKind.SHOW,
      name: 'The Show',
      category: 'x1',
      externalIds: [{ source: 'imdb', value: 'tt0000001' }],
    });
    const id = await aTitle(fixture.db, {
      ...{
        kind: TitleKind.EPISODE,
        name: 'Pilot, "the" one',
        year: 2001,
        genres: ['Sci-Fi', 'Drama'],
        category: 'x1',
        certificate: 'TV-14',
      },
      ...{
        seconds: 1500,
        parentId: show,
        season: 1,
        number: 2,
        description: 'Two\nlines',
        mediaUrl: 'https://m.example/1',
        state: TitleState.HIDDEN,
      },
      ...{ posterSource: `/posters/${'a'.repeat(64)}`, availability: [{ region: 'FI', from: '2026-01-01T00:00:00.000Z', until: null }] },
      externalIds: [
        { source: 'tmdb', value: '7' },
        { source: 'imdb', value: 'tt0000002' },
      ],
    });
    await fixture.db.query(`insert into title_tags values ($1, 'space', 0.9), ($1, 'robots', 1)`, [id]);
    const rows = await exported({ category: 'x1', states: ['LISTED', 'HIDDEN'] });
    expect(Object.keys(rows[0] ?? {}).join()).toBe(
      'kinographId,name,kind,year,genres,externalIds,seconds,pages,category,certificate,description,tags,availability,parent,season,number,posterUrl,mediaUrl,state,aliases',
    );
    expect(rows[1]).toEqual({
      ...{
        kinographId: String(id),
        name: 'Pilot, "the" one',
        kind: 'EPISODE',
        year: '2001',
        genres: 'Sci-Fi|Drama',
        externalIds: 'imdb:tt0000002|tmdb:7',
      },
      ...{ seconds: '1500', pages: '', category: 'x1', certificate: 'TV-14', description: 'Two\nlines', tags: 'robots:1|space:0.9' },
      ...{ availability: 'FI 2026-01-01T00:00:00.000Z/', parent: 'imdb:tt0000001', season: '1', number: '2' },
      ...{ posterUrl: '', mediaUrl: 'https://m.example/1', state: 'HIDDEN', aliases: '' },
    });
  });

  it('cannot become formulas, and keeps lists whole', async () => {
    await aTitle(fixture.db, { name: '=HYPERLINK("http://x")', year: -700, genres: ['Action, loud'], category: 'x2' });
    await aTitle(fixture.db, { name: 'Two', genres: ['a|b', 'c'], category: 'x2' });
    expect(await exported({ category: 'x2' })).toMatchObject([
      { name: '\'=HYPERLINK("http://x")', year: '-700', genres: '["Action, loud"]' },
      { name: 'Two', genres: '["a|b","c"]' },
    ]);
  });

  it('goes on beyond one batch', async () => {
    await fixture.db.query(
      `insert into titles (kind, name, "searchName", category) select 'MOVIE', 'N', 'n', 'x3' from generate_series(1, 1100)`,
    );
    const rows = await exported({ category: 'x3' });
    expect(new Set(rows.map(({ kinographId }) => kinographId)).size).toBe(1100);
  });
});
