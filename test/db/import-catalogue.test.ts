import { Scope } from '../../core/caller';
import { startApp, type TestApp } from '../support/app';
import { aKey, type Headers } from '../support/callers';
import { withDatabase } from '../support/database';
import { ask, fieldOf } from '../support/graphql';
import { type Importer, importer } from '../support/import';
import { aTitle } from '../support/title';

const fixture = withDatabase();
let app: TestApp;
let key: Headers;
let client: Importer;

beforeAll(async () => {
  app = await startApp(fixture.url, { JOBS: 'true' });
  key = await aKey(fixture.db, Scope.ADMIN);
  client = importer(app.url, key);
});
afterAll(() => app.stop());

const titleOf = async (id: string): Promise<Record<string, unknown> | null> =>
  fieldOf<Record<string, unknown>>(
    await ask(
      app.url,
      'query ($id: ID!) { title(id: $id) { id kind name year genres seconds state version externalIds { source value } tags { tag relevance } credits { role name } } }',
      { variables: { id }, headers: key },
    ),
    'title',
  );

const CSV = `imdb_id;Titel;Jahr;Genres;Laufzeit;Regie;Schlagworte
tt0000011;Der Blaue Engel;1930;Drama|Musik;106;Josef von Sternberg;kabarett
tt0000012;Metropolis;neunzehn;Science-Fiction;153;Fritz Lang;
12;Nosferatu;1922;Horror;94 min;F. W. Murnau;vampir:0.9
tt0000014;;1931;Krimi;1:57;Fritz Lang;
tt0000011;Der blaue Engel;1930;Drama;106;;
"tt0000016;M;1931;Krimi
tt0000017;Faust;1926;Drama;abc;F. W. Murnau;
`;

describe('an import of a catalogue', () => {
  it('guesses columns, tells every row its fate in a dry run, and does the same for real', async () => {
    const upload = await client.send(CSV);
    const { preview } = await client.preview([upload]);
    expect(preview).toMatchObject({ format: 'CSV', encoding: 'utf-8', delimiter: ';', header: true });
    expect(preview.columns.map(({ field }) => field)).toEqual(['EXTERNAL_ID', 'NAME', 'YEAR', 'GENRES', 'MINUTES', 'DIRECTORS', 'TAGS']);
    expect(preview.rows[0]).toMatchObject({ row: 2, draft: { name: 'Der Blaue Engel', year: 1930 }, problems: [] });
    const checked = await client.settled((await client.start([upload], { mapping: preview.mapping, dryRun: true })).import.id);
    const counts = { rows: 7, created: 2, updated: 0, unchanged: 0, bad: 5 };
    expect([checked.state, checked.counts]).toEqual(['CHECKED', counts]);
    expect(checked.problems.nodes.map(({ row, field }) => [row, field])).toEqual([
      [3, 'Jahr'],
      [5, 'Titel'],
      [6, 'imdb_id'],
      [7, 'row'],
      [8, 'Laufzeit'],
    ]);
    expect(checked.problems.nodes[1]).toMatchObject({
      message: 'A new title needs a name.',
      cells: ['tt0000014', '', '1931', 'Krimi', '1:57', 'Fritz Lang', ''],
    });
    expect(checked.problems.nodes[2]?.message).toBe('The id imdb:tt0000011 stands in row 2 already.');
    const [{ count: before }] = await fixture.db.query('select count(*) as count from titles');
    expect(before).toBe(0);
    const done = await client.settled((await client.start([upload], { mapping: preview.mapping })).import.id);
    expect([done.id, done.state, done.counts]).toEqual([checked.id, 'DONE', counts]);
    expect(done.problems.nodes).toEqual(checked.problems.nodes);
    expect(await titleOf('imdb:tt0000011')).toMatchObject({
      ...{ kind: 'MOVIE', name: 'Der Blaue Engel', year: 1930, genres: ['Drama', 'Musik'], seconds: 6360, state: 'LISTED' },
      ...{ tags: [{ tag: 'kabarett', relevance: 1 }], credits: [{ role: 'DIRECTOR', name: 'Josef von Sternberg' }] },
    });
  });

  it('updates by external id, keeps what the file does not tell, and leaves what is like this alone', async () => {
    const first = await client.whole(
      'imdb,title,year,genres,cast\ntt0100001,Alien,1979,Horror,Sigourney Weaver\ntt0100002,Brazil,1985,Satire,Jonathan Pryce\n',
    );
    expect(first.counts).toMatchObject({ created: 2, bad: 0 });
    const again = await client.whole('imdb,title,year,director\ntt0100001,Alien,1979,Ridley Scott\ntt0100002,Brazil,1985,\n');
    expect(again.counts).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(again.samples).toMatchObject([{ outcome: 'UPDATED', name: 'Alien', fields: ['credits'] }]);
    expect(await titleOf('imdb:tt0100001')).toMatchObject({
      genres: ['Horror'],
      version: 2,
      credits: [
        { role: 'DIRECTOR', name: 'Ridley Scott' },
        { role: 'ACTOR', name: 'Sigourney Weaver' },
      ],
    });
    const skipped = await client.whole('imdb,title\ntt0100001,Alien 8\n', { options: { onExisting: 'SKIP' } });
    expect(skipped.counts).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('keeps episodes with the show of the same file, and refuses those without', async () => {
    const done = await client.whole(
      'id,kind,name,parent,season,number\ne1,episode,Pilot,s1,1,1\ns1,show,Serial,,,\ne2,episode,Lost,s9,1,1\ne3,episode,Alone,,1,1\n',
      { options: { source: 'shop' }, dryRun: true },
    );
    expect(done.counts).toEqual({ rows: 4, created: 2, updated: 0, unchanged: 0, bad: 2 });
    expect(done.problems.nodes.map(({ row, field, message }) => [row, field, message])).toEqual([
      [4, 'parent', 'No show is known as shop:s9: import the show first, or with its episodes.'],
      [5, 'parent', 'A new EPISODE needs its show.'],
    ]);
    const real = await client.settled(
      (
        await client.start([await client.send('id,kind,name,parent,season,number\ne1,episode,Pilot,s1,1,1\ns1,show,Serial,,,\n')], {
          mapping: done.mapping,
          options: { source: 'shop' },
        })
      ).import.id,
    );
    expect(real.counts).toMatchObject({ created: 2, bad: 0 });
    expect((await titleOf('shop:e1'))?.kind).toBe('EPISODE');
  });

  it('is refused where the mapping cannot be', async () => {
    const upload = await client.send('a,b\n1,x\n');
    const fault = async (mapping: readonly object[], input: object = {}) =>
      (await client.start([upload], { mapping, ...input })).userErrors;
    const id = { column: 'a', field: 'ID' };
    expect(await fault([])).toMatchObject([{ field: 'input.mapping' }]);
    expect(await fault([id, { column: 'c', field: 'NAME' }])).toMatchObject([{ field: 'input.mapping[1].column' }]);
    expect(await fault([id, { column: 'b', field: 'ID' }])).toMatchObject([{ field: 'input.mapping[1].field' }]);
    expect(await fault([{ column: 'a', field: 'EXTERNAL_ID', source: 'No!' }])).toMatchObject([{ field: 'input.mapping[0].source' }]);
    expect(await fault([id], { options: { source: '' } })).toMatchObject([{ field: 'input.options.source' }]);
    const other = importer(app.url, await aKey(fixture.db, Scope.ADMIN));
    expect((await other.start([upload], { mapping: [id] })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'input.uploadIds' }]);
    const second = await client.send('a\n1\n', 'more.csv');
    expect((await client.preview([upload, second])).userErrors).toMatchObject([{ field: 'input.uploadIds' }]);
  });

  it('gives its bad rows out as CSV that can be mended and imported', async () => {
    const done = await client.whole(
      'imdb,title,year\ntt0200001,"=cmd|\'/c calc\'!A0",1999\ntt0200002,"Two\nlines, with ""quotes""",x\nbad,-5,2001\n',
    );
    expect(done.counts).toMatchObject({ created: 1, bad: 2 });
    const answer = await ask(
      app.url,
      `mutation { exportImportProblems(importId: ${done.id}) { download { url } userErrors { message } } }`,
      { headers: key },
    );
    const { download } = fieldOf<{ download: { url: string } }>(answer, 'exportImportProblems');
    const file = await fetch(`${app.url}${download.url}`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining(`import-${done.id}-problems.csv`),
    ]);
    expect(await file.text()).toBe(
      'imdb,title,year,problem_field,problem\ntt0200002,"Two\nlines, with ""quotes""",x,year,"The year cannot be read: a year such as 1999, or a date with one is expected."\nbad,-5,2001,imdb,The id cannot be read: an IMDb id such as tt0111161 is expected.\n',
    );
    const forged = await fetch(`${app.url}${download.url.slice(0, -3)}AAA`);
    expect(forged.status).toBe(401);
  });
});

describe('an import that is undone', () => {
  it('removes what it made, brings back what it changed, and leaves what was changed since', async () => {
    const kept = await aTitle(fixture.db, { name: 'Old name', genres: ['Drama'], externalIds: [{ source: 'imdb', value: 'tt0300001' }] });
    const done = await client.whole('imdb,title,genres\ntt0300001,New name,Comedy|War\ntt0300002,Made,Drama\ntt0300003,Touched,Drama\n');
    expect(done.counts).toMatchObject({ created: 2, updated: 1 });
    const touched = await titleOf('imdb:tt0300003');
    await ask(app.url, `mutation { saveTitle(input: { id: "${touched?.id}", version: 1, name: "By hand" }) { userErrors { message } } }`, {
      headers: key,
    });
    expect((await client.undo(done.id)).import.state).toBe('UNDOING');
    const undone = await client.settled(done.id);
    expect(undone).toMatchObject({
      state: 'UNDONE',
      undone: { restored: 2, keptCount: 1, kept: [{ titleId: touched?.id, why: 'It was changed since.' }] },
    });
    expect(await titleOf(String(kept))).toMatchObject({ name: 'Old name', genres: ['Drama'] });
    expect(await titleOf('imdb:tt0300002')).toMatchObject({ state: 'REMOVED' });
    expect(await titleOf('imdb:tt0300003')).toMatchObject({ name: 'By hand', state: 'LISTED' });
    expect((await client.undo(done.id)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const again = await client.whole('imdb,title,genres\ntt0300002,Made,Drama\n');
    expect([again.counts, (await titleOf('imdb:tt0300002'))?.state]).toMatchObject([{ updated: 1 }, 'LISTED']);
  });
});
