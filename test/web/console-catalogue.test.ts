import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { type Title, TitleState } from '../../core/title';
import { changeTitles } from '../../flow/title-bulk';
import { titlesByIds } from '../../store/titles';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const console = withConsole();

/** Titles whose names nobody else has, on a shelf of their own. */
async function aShelf(size: number, given: Partial<Title> = {}): Promise<{ readonly shelf: string; readonly ids: readonly number[] }> {
  const shelf = `s${randomUUID().slice(0, 8)}`;
  const ids: number[] = [];
  for (let at = 1; at <= size; at++)
    ids.push(await aTitle(console.db, { name: `${shelf} ${at}`, category: shelf, genres: ['Drama'], ...given }));
  return { shelf, ids };
}

const filtered = (filter: object): string => `/titles?filter=${encodeURIComponent(JSON.stringify(filter))}`;
const open = async (at: string, role = Role.EDITOR) => (await console.open({ role, at })).page;
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const statesOf = async (ids: readonly number[]) => (await titlesByIds(console.db, ids)).map(({ state }) => state);

describeConsole('the catalogue in the console', () => {
  it('is searched with typing errors, sorted and paged, with its exact number', async () => {
    const { shelf } = await aShelf(30);
    const page = await open(filtered({ category: shelf }));
    await page.getByText('1–25 of 30').waitFor();
    await page.getByRole('button', { name: 'Go to next page' }).click();
    await page.getByText('26–30 of 30').waitFor();
    await page.getByRole('button', { name: 'Go to previous page' }).click();
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await until('it is sorted', async () => (await page.locator('[data-row-link]').first().innerText()) === `${shelf} 1`);
    await aTitle(console.db, { name: 'Zephyrine Quartet' });
    await page.goto(`${console.app.url}/admin${filtered({})}`);
    await page.getByRole('textbox', { name: 'Search titles' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('zephirine qartet');
    await page.getByRole('link', { name: 'Zephyrine Quartet' }).waitFor();
    await page.getByText('1–1 of 1').waitFor();
  });

  it('keeps a filter as a query to come back to, and shows the columns that are chosen', async () => {
    const { shelf } = await aShelf(1);
    const page = await open(filtered({ category: shelf }));
    await page.getByRole('link', { name: `${shelf} 1` }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('switch', { name: 'Shelf' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Shelf' }).waitFor();
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Save current query...' }).click();
    await page.getByRole('textbox', { name: 'Query name' }).fill('My shelf');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.goto(`${console.app.url}/admin${filtered({})}`);
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'My shelf' }).click();
    await page.getByText('1–1 of 1').waitFor();
  });

  it('is walked by keys: j and k, and Enter opens', async () => {
    const { shelf, ids } = await aShelf(3);
    const page = await open(`${filtered({ category: shelf })}&sort=name&order=ASC`);
    await page.getByRole('link', { name: `${shelf} 3` }).waitFor();
    for (const key of ['j', 'ArrowDown', 'j', 'k']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `${shelf} 2` }).waitFor();
    expect(page.url()).toContain(`/titles/${ids[1]}`);
  });

  it('changes the chosen titles: the number and some of them first, then all, and back by the notice', async () => {
    const { shelf, ids } = await aShelf(3);
    const page = await open(filtered({ category: shelf }));
    for (const at of [1, 2]) await row(page, `${shelf} ${at}`).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await page.getByText('2 titles hidden.').waitFor();
    expect((await statesOf(ids)).filter((state) => state === TitleState.HIDDEN)).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 titles are as they were.').waitFor();
    expect(await statesOf(ids)).toEqual(Array(3).fill(TitleState.LISTED));
  });

  it('changes all that fit a filter, tells when their number has changed, and keeps the change to be undone', async () => {
    const { shelf, ids } = await aShelf(4);
    const page = await open(filtered({ category: shelf }));
    await page.getByRole('button', { name: 'Change all that fit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'What is to change?' }).click();
    await page.getByRole('option', { name: 'Certificate' }).click();
    await dialog.getByRole('textbox', { name: 'Certificate' }).fill('R'.repeat(30));
    await dialog.getByRole('button', { name: 'Count first' }).click();
    await dialog.getByText('a certificate such as PG-13').waitFor();
    await dialog.getByRole('textbox', { name: 'Certificate' }).fill('R');
    await dialog.getByRole('button', { name: 'Count first' }).click();
    await dialog.getByText(`${shelf} 4`).waitFor();
    await aTitle(console.db, { name: `${shelf} 5`, category: shelf });
    await dialog.getByRole('button', { name: 'Change 4 titles' }).click();
    await dialog.getByText('The catalogue has changed meanwhile').waitFor();
    await dialog.getByRole('button', { name: 'Change 5 titles' }).click();
    await page.getByText('5 titles changed.').waitFor();
    expect((await titlesByIds(console.db, ids)).map(({ certificate }) => certificate)).toEqual(Array(4).fill('R'));

    await page.goto(`${console.app.url}/admin/changes`);
    await row(page, shelf).getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('5 titles are as they were.').waitFor();
    await row(page, shelf).getByText('Undone').waitFor();
    expect((await titlesByIds(console.db, ids)).map(({ certificate }) => certificate)).toEqual(Array(4).fill(null));
  });

  it('shows what looks like one work, merges it, and takes that back', async () => {
    const name = `Twin ${randomUUID().slice(0, 8)}`;
    const [one, two] = [await aTitle(console.db, { name, year: 2000 }), await aTitle(console.db, { name, year: 2001 })];
    const page = await open('/duplicates');
    const card = page.getByRole('region', { name });
    await card.getByRole('button', { name: `Merge into title ${one}` }).click();
    await page.getByText(`Title ${one} stands for both now.`).waitFor();
    expect(await statesOf([one, two])).toEqual([TitleState.LISTED, TitleState.MERGED]);
    await page.goto(`${console.app.url}/admin/titles/${one}`);
    await page.getByRole('button', { name: 'Undo the merge' }).click();
    await page.getByText('Both titles stand as they stood before.').waitFor();
    expect(await statesOf([one, two])).toEqual([TitleState.LISTED, TitleState.LISTED]);
    await page.goto(`${console.app.url}/admin/duplicates`);
    await card.getByRole('button', { name: 'These are two works' }).click();
    await card.waitFor({ state: 'detached' });
  });

  it('merges a title with another that is found by name and compared first', async () => {
    const [from, into] = [
      await aTitle(console.db, { name: 'Solaris', year: 1972 }),
      await aTitle(console.db, { name: 'Solyaris', year: 1971 }),
    ];
    const page = await open(`/titles/${from}`);
    await page.getByRole('button', { name: 'Merge with another' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge with another title' });
    await dialog.getByRole('combobox', { name: 'The other title' }).fill('solyaris');
    await page.getByRole('option', { name: /Solyaris/ }).click();
    await dialog.getByRole('cell', { name: '1971' }).waitFor();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Solyaris' }).waitFor();
    expect(await statesOf([from, into])).toEqual([TitleState.MERGED, TitleState.LISTED]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Both titles stand as they stood before.').waitFor();
    expect(await statesOf([from, into])).toEqual([TitleState.LISTED, TitleState.LISTED]);
  });

  it('leaves as CSV', async () => {
    const { shelf } = await aShelf(2);
    const page = await open(filtered({ category: shelf }));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    expect((await download).suggestedFilename()).toBe('titles.csv');
  });

  it('shows a reader no way to change it', async () => {
    const { shelf } = await aShelf(1);
    const page = await open(filtered({ category: shelf }), Role.READER);
    await page.getByRole('link', { name: `${shelf} 1` }).waitFor();
    for (const name of ['Change all that fit', 'Export', 'Add title'])
      expect([name, await page.getByRole('button', { name }).or(page.getByRole('link', { name })).count()]).toEqual([name, 0]);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  it('asks for the page, the rights and the number of titles, and no more', async () => {
    const { shelf } = await aShelf(1);
    const watched = await open('/account');
    // The page that is left has asked all that it asks.
    await watched.getByText('This browser').waitFor();
    const asked: string[] = [];
    watched.on(
      'request',
      (request) => request.url().endsWith('/graphql') && asked.push(String(/(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1])),
    );
    await watched.goto(`${console.app.url}/admin${filtered({ category: shelf })}`);
    await watched.getByText('1–1 of 1').waitFor();
    expect(asked.sort()).toEqual(['Operator', 'TitleCount', 'Titles']);
  });

  it('can be looked at in dark and light, on a desk and on a phone: with titles, with none, and failing', async () => {
    const { shelf, ids } = await aShelf(6, { year: 1999, seconds: 5_400 });
    for (const year of [1980, 1981]) await aTitle(console.db, { name: `Twins of ${shelf}`, year, genres: ['Drama'] });
    await changeTitles(console.db, { actor: 'system', filter: { ids }, change: { certificate: 'R' }, expectedCount: 6, now: new Date() });
    const role = Role.EDITOR;
    await lookAt(console, 'titles', { role, at: filtered({ category: shelf }), ready: (page) => page.getByText('1–6 of 6').waitFor() });
    await lookAt(console, 'titles-none', {
      role,
      at: filtered({ category: 'none' }),
      ready: (page) => page.getByText('No title fits.').waitFor(),
    });
    await lookAt(console, 'changes', { role, at: '/changes', ready: (page) => page.getByRole('table').waitFor() });
    await lookAt(console, 'duplicates', {
      role,
      at: '/duplicates',
      ready: (page) => page.getByRole('table').first().waitFor(),
    });
  }, 240_000);

  it('says so where it cannot be read, and goes on when it can', async () => {
    await aShelf(1);
    const page = await open('/account');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('query Titles') ? route.abort() : route.continue()));
    await page.getByRole('menuitem', { name: 'Titles' }).click();
    await page.getByRole('alert').getByText('The server cannot be reached.').first().waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-row-link]').first().waitFor();
  });
});
