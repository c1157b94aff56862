import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

describeConsole('what is kept out of lists, in the console', () => {
  const console = withConsole();
  const block = async (page: Page, why: string) => {
    await page.getByLabel('Why').fill(why);
    await page.getByRole('button', { name: 'Block', exact: true }).click();
  };
  const blocks = () => console.db.query('select kind, value, reason from blocks order by kind, value');

  it('is a title found by name, a genre or a tag, each with a reason, until it is removed', async () => {
    const id = await aTitle(console.db, { name: 'Cursed Quartet', genres: ['Horror'] });
    const { page, faults, strangers } = await console.open({ role: Role.EDITOR, at: '/blocks' });
    await page.getByText('Nothing is blocked.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Titles').fill('cursed');
    await page.getByRole('option', { name: /Cursed Quartet/ }).click();
    await block(page, 'The rights ran out');
    await page.getByRole('link', { name: 'Cursed Quartet' }).waitFor();
    await page.getByLabel('What').click();
    await page.getByRole('option', { name: 'Genre' }).click();
    await page.getByLabel('Genre').fill('Horror');
    await page.keyboard.press('Escape');
    await block(page, 'Children use this shop');
    await page.getByRole('cell', { name: 'horror', exact: true }).waitFor();
    await page.getByLabel('What').click();
    await page.getByRole('option', { name: 'Tag' }).click();
    await page.getByLabel('Tag').fill('Gore');
    await block(page, '');
    await page.getByRole('cell', { name: 'gore', exact: true }).waitFor();
    expect(await blocks()).toEqual([
      { kind: 'GENRE', value: 'horror', reason: 'Children use this shop' },
      { kind: 'TAG', value: 'gore', reason: null },
      { kind: 'TITLE', value: String(id), reason: 'The rights ran out' },
    ]);
    expect(await seriousFaults(page)).toEqual([]);
    await page
      .getByRole('row', { name: /Cursed Quartet/ })
      .getByRole('button', { name: 'Remove' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the block' }).click();
    await until('it is gone', async () => (await blocks()).length === 2);
    await page.getByRole('link', { name: 'Cursed Quartet' }).waitFor({ state: 'detached' });
    expect([faults, strangers]).toEqual([[], []]);
  }, 60_000);

  it('can be read by a reader, and changed by none', async () => {
    const { page } = await console.open({ role: Role.READER, at: '/blocks' });
    await page.getByText('What is blocked stands in no list').waitFor();
    await page.getByRole('cell', { name: 'horror', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /Block|Remove/ }).count()).toBe(0);
  }, 60_000);

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    await lookAt(console, 'blocks', {
      role: Role.EDITOR,
      at: '/blocks',
      ready: (page) => page.getByRole('cell', { name: 'horror', exact: true }).waitFor(),
    });
  }, 120_000);
});

describeConsole('the tag genome in the console', () => {
  const console = withConsole({ JOBS: 'true' });
  const TAGS = 'tagId,tag\n1,quiet\n2,loud\n';
  const SCORES = 'movieId,tagId,relevance\n1,1,0.5\n1,2,1\n2,1,0.5\n9,1,loud\n';
  const file = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  it('is imported from both files, with what was left out told', async () => {
    await aTitle(console.db, { externalIds: [{ source: 'movielens', value: '1' }] });
    const { page, faults, strangers } = await console.open({ role: Role.EDITOR, at: '/imports' });
    await page.getByRole('link', { name: 'Tag genome' }).click();
    await page.getByRole('heading', { name: 'Drop the two files here' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByTestId('files').setInputFiles([file('genome_scores.csv.gz', gzipSync(SCORES))]);
    await page.getByText('The tags are missing').waitFor();
    await page.getByTestId('files').setInputFiles([file('genome-tags.csv', TAGS), file('genome_scores.csv.gz', gzipSync(SCORES))]);
    await page.getByRole('heading', { name: 'The last import' }).waitFor();
    await page.getByText('movielens:2 has 1 of 2 tags').waitFor();
    await page.getByText('Row 5 of the scores, relevance').waitFor();
    expect(await console.db.query('select count(*)::int as count from title_genomes')).toEqual([{ count: 1 }]);
    expect(await seriousFaults(page)).toEqual([]);
    expect([faults, strangers]).toEqual([[], []]);
  }, 60_000);

  it('says why nothing was changed', async () => {
    const { page } = await console.open({ role: Role.EDITOR, at: '/imports/genome' });
    await page.getByTestId('files').setInputFiles([file('genome-tags.csv', TAGS), file('genome-scores.csv', 'a,b\n1,2\n')]);
    await page.getByText('Nothing was changed.').waitFor();
    await page.getByText('no column movieId').waitFor();
  }, 60_000);

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    await lookAt(console, 'genome', {
      role: Role.EDITOR,
      at: '/imports/genome',
      ready: (page) => page.getByText('Nothing was changed.').waitFor(),
    });
  }, 120_000);
});
