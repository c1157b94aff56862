import { Scope } from '../../core/caller';
import { TitleKind, TitleState } from '../../core/title';
import { undoChangeSet } from '../../flow/change-set';
import { replaceAliases } from '../../store/aliases';
import { wholeTitles } from '../../store/title-whole';
import { titlesByIds } from '../../store/titles';
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

async function exported(): Promise<string> {
  const asked = 'mutation { exportTitles(filter: { states: [LISTED, HIDDEN] }) { download { url } userErrors { code } } }';
  const { download } = fieldOf<{ download: { url: string } }>(await ask(app.url, asked, { headers: key }), 'exportTitles');
  return (await fetch(`${app.url}${download.url}`)).text();
}

/** A catalogue with everything that a column can hold, and with names that would break a careless file. */
async function aCatalogue(): Promise<readonly number[]> {
  const show = await aTitle(fixture.db, { kind: TitleKind.SHOW, name: '=1+1', externalIds: [{ source: 'imdb', value: 'tt0000001' }] });
  const episode = await aTitle(fixture.db, {
    ...{
      kind: TitleKind.EPISODE,
      name: 'Pilot, "the" one | two',
      year: 2001,
      genres: ['Sci-Fi', 'Drama'],
      category: 'A; b',
      certificate: 'TV-14',
    },
    ...{ seconds: 1500, parentId: show, season: 1, number: 2, description: 'Two\nlines', mediaUrl: 'https://m.example/1' },
    ...{ state: TitleState.HIDDEN, posterSource: 'https://p.example/1.png' },
    availability: [
      { region: 'FI', from: '2026-01-01T00:00:00.000Z', until: null },
      { region: null, from: null, until: '2027-01-01T00:00:00.000Z' },
    ],
    externalIds: [
      { source: 'imdb', value: 'tt0000002' },
      { source: 'tmdb', value: '7' },
    ],
  });
  const book = await aTitle(fixture.db, { kind: TitleKind.BOOK, name: 'שלום 👩‍👩‍👧', year: -700, genres: ['Action, loud'], pages: 320 });
  await fixture.db.query(`insert into title_tags values ($1, 'space', 0.9), ($1, 'robots', 1)`, [episode]);
  await replaceAliases(fixture.db, [{ titleId: book, facts: ['Friede, sei mit dir', '平和'] }]);
  return [show, episode, book];
}

it('an exported catalogue is imported again without a change, and an edited one with exactly the edit, undone as one', async () => {
  const ids = await aCatalogue();
  const before = await wholeTitles(fixture.db, await titlesByIds(fixture.db, ids));
  const csv = await exported();
  const same = await client.whole(csv);
  expect([same.problems.nodes, same.counts]).toEqual([[], { rows: 3, created: 0, updated: 0, unchanged: 3, bad: 0 }]);
  expect(await wholeTitles(fixture.db, await titlesByIds(fixture.db, ids))).toEqual(before);

  const edited = await client.whole(csv.replace('TV-14', 'TV-MA'));
  expect(edited.counts).toMatchObject({ created: 0, updated: 1, unchanged: 2, bad: 0 });
  expect((await titlesByIds(fixture.db, ids))[1]?.certificate).toBe('TV-MA');
  const undone = await undoChangeSet(fixture.db, { actor: 'operator:1', id: Number(edited.changeSetId), now: new Date() });
  expect(undone).toMatchObject({ restored: 1, kept: [] });
  const [, episode] = await wholeTitles(fixture.db, await titlesByIds(fixture.db, ids));
  expect(episode).toEqual({ ...before[1], version: 3, updatedAt: expect.any(Date) });
});
