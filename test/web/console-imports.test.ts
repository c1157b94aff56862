import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { seriousFaults } from '../support/serious-faults';
import { until } from '../support/until';

const CSV = `imdb_id,title,year,genres,runtime
tt0000021,"Nosferatu <b>bold</b>",1922,Horror,94
tt0000022,מטרופוליס 🎬,1927,Drama|Science Fiction,153
tt0000023,No year,nineteen,Drama,90
tt0000021,Twice,1922,Horror,94
`;

describeConsole('imports in the console', () => {
  const console = withConsole({ JOBS: 'true' });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  /** Drops a file on the page, as from a folder of the desktop. */
  async function drop(page: Page, name: string, content: string): Promise<void> {
    await page.getByTestId('drop-zone').waitFor();
    const dataTransfer = await page.evaluateHandle(
      ([name, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content ?? ''], name ?? '', { type: 'text/csv' }));
        return transfer;
      },
      [name, content],
    );
    await page.getByTestId('drop-zone').dispatchEvent('drop', { dataTransfer });
  }

  it('bring a CSV with bad rows from the drop to its undoing', async () => {
    const { page, faults, strangers } = await console.open({ role: Role.EDITOR, at: '/imports' });
    await page.getByText('Nothing was imported yet.').waitFor();
    await page.getByRole('link', { name: 'Import titles' }).click();
    await drop(page, 'films.csv', CSV);
    await page.getByRole('heading', { name: 'What the columns are' }).waitFor();
    expect(await page.getByLabel('What imdb_id is').inputValue()).toBe('EXTERNAL_ID');
    expect(await page.getByLabel('What runtime is').inputValue()).toBe('MINUTES');
    await page.getByText('The year cannot be read').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await button(page, 'Check all rows').click();
    await page.getByRole('heading', { name: 'What would be done' }).waitFor();
    await page.getByText('The id imdb:tt0000021 stands in row 2 already.').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await button(page, 'Import 2 titles').click();
    await page.getByText('The import is done.').waitFor();
    expect(await console.db.query('select name, seconds from titles order by name')).toEqual([
      { name: 'Nosferatu <b>bold</b>', seconds: 5640 },
      { name: 'מטרופוליס 🎬', seconds: 9180 },
    ]);
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Download the bad rows').click()]);
    expect(await readFile(await file.path(), 'utf8')).toBe(
      'imdb_id,title,year,genres,runtime,problem_field,problem\n' +
        'tt0000023,No year,nineteen,Drama,90,year,"The year cannot be read: a year such as 1999, or a date with one is expected."\n' +
        'tt0000021,Twice,1922,Horror,94,imdb_id,The id imdb:tt0000021 stands in row 2 already.\n',
    );
    expect(await seriousFaults(page)).toEqual([]);
    await button(page, 'Undo the import').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 titles are as they were before.').waitFor();
    expect(await console.db.query(`select count(*)::int as removed from titles where state = 'REMOVED'`)).toEqual([{ removed: 2 }]);
    expect([faults, strangers]).toEqual([[], []]);
  }, 60_000);

  it('go on by themselves after the network dropped in the middle of a file', async () => {
    const { page } = await console.open({ role: Role.EDITOR, at: '/imports/new' });
    let tries = 0;
    await page.route('**/uploads/*', async (route) => {
      tries += 1;
      if (tries > 1) return route.continue();
      await page.context().setOffline(true);
      return route.abort('internetdisconnected');
    });
    await drop(page, 'dropped.csv', 'imdb_id,title\ntt0000031,Dropped\n');
    await page.getByText('The connection is gone.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'What the columns are' }).waitFor();
    expect(tries).toBe(2);
  }, 60_000);

  it('can be left with columns told apart, and gone on with from the list', async () => {
    const { page } = await console.open({ role: Role.EDITOR, at: '/imports/new' });
    await drop(page, 'left.csv', 'code,label\na1,Left behind\n');
    await page.getByRole('heading', { name: 'What the columns are' }).waitFor();
    await page.getByLabel('What label is').selectOption({ label: 'Name' });
    await page.getByLabel('Whose ids they are').fill('left-shop');
    await page.getByText('left-shop:a1').waitFor();
    await page.getByRole('menuitem', { name: 'Imports' }).click();
    await page.getByRole('link', { name: 'left.csv' }).click();
    await page.getByText('left-shop:a1').waitFor();
    expect(await page.getByLabel('What label is').inputValue()).toBe('NAME');
    await button(page, 'Check all rows').click();
    await button(page, 'Import 1 title').click();
    await page.getByText('The import is done.').waitFor();
    await page.getByRole('link', { name: 'Left behind' }).waitFor();
  }, 60_000);

  it('are chosen from folders by the keyboard, and say what does not belong together', async () => {
    const { page } = await console.open({ role: Role.EDITOR, at: '/imports/new' });
    const files = ['one.csv', 'two.csv'].map((name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('id\n1\n') }));
    await page.getByTestId('files').setInputFiles(files);
    await page.getByText('These files do not belong together.').waitFor();
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Choose a file').focus();
    await page.keyboard.press('Enter');
    expect((await choosing).isMultiple()).toBe(true);
  }, 60_000);

  it('are not shown to whoever may not change titles', async () => {
    const { page } = await console.open({ role: Role.READER, at: '/' });
    await page.getByRole('menuitem', { name: 'Titles' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'Imports' }).count()).toBe(0);
  }, 60_000);

  it('can be looked at in dark and light, on a desk and on a phone, with rows and without', async () => {
    await lookAt(console, 'imports-new', {
      role: Role.EDITOR,
      at: '/imports/new',
      ready: (page) => page.getByTestId('drop-zone').waitFor(),
    });
    await lookAt(console, 'imports', {
      role: Role.EDITOR,
      at: '/imports',
      ready: (page) => page.getByRole('link', { name: 'left.csv' }).waitFor(),
    });
    const [draft, done] = await Promise.all(
      ['DRAFT', 'DONE'].map(async (state) => {
        await until('there is one', async () => (await console.db.query('select 1 from imports where state = $1', [state])).length > 0);
        const [row] = await console.db.query('select max(id) as id from imports where state = $1', [state]);
        return row.id;
      }),
    );
    // A draft is its owner's: whoever else looks is told so.
    await lookAt(console, 'imports-draft', {
      role: Role.EDITOR,
      at: `/imports/${draft}`,
      ready: (page) => page.getByRole('alert').waitFor(),
    });
    await lookAt(console, 'imports-done', {
      role: Role.EDITOR,
      at: `/imports/${done}`,
      ready: (page) => page.getByText('The import is done.').waitFor(),
    });
  }, 120_000);
});
