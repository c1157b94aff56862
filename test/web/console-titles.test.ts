import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { TitleKind } from '../../core/title';
import { saveTitle } from '../../flow/title';
import { publish } from '../../store/notices';
import { titlesByIds } from '../../store/titles';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { ask } from '../support/graphql';
import { aPng } from '../support/picture';
import { overflowOf } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const console = withConsole();
const actor = 'operator:1' as const;

/** What the public API says of a title. */
async function publicTitle(id: number): Promise<Readonly<Record<string, unknown>> | null> {
  const { data } = await ask(console.app.url, `{ title(id: ${id}) { name aliases year genres state posterUrl posterIsDrawn } }`);
  return data?.title as Readonly<Record<string, unknown>> | null;
}

const stored = async (id: number) => (await titlesByIds(console.db, [id]))[0];
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const editor = async (id: number, tab = '') => (await console.open({ role: Role.EDITOR, at: `/titles/${id}${tab}` })).page;

/** As another operator would, through the API. */
async function meanwhile(id: number, input: Parameters<typeof saveTitle>[1]['input']): Promise<void> {
  const title = await stored(id);
  await saveTitle(console.db, { actor, id, expectedVersion: title?.version ?? 0, input, now: new Date() });
}

const HOSTILE = `<img src=x onerror="document.title=1"><script>alert(1)</script> שלום \u202Eevil\u202C 👩‍👩‍👧 ${'W'.repeat(10_000)}`;

describeConsole('a title in the console', () => {
  it('is edited, and the public API changes with it', async () => {
    const id = await aTitle(console.db, { name: 'Before', year: 1999 });
    const page = await editor(id);
    await field(page, 'Name').fill('After');
    await page.getByRole('spinbutton', { name: 'Year' }).fill('2001');
    await page.getByRole('combobox', { name: 'Also called' }).fill('Danach');
    await page.keyboard.press('Enter');
    await press(page, 'Add tag');
    await field(page, 'Tag 1').fill('slow');
    await press(page, 'Save');
    await page.getByText('Saved.').waitFor();
    expect(await publicTitle(id)).toMatchObject({ name: 'After', aliases: ['Danach'], year: 2001 });
    await page.getByRole('heading', { level: 1, name: 'After' }).waitFor();
  });

  it('is refused beside the field at fault, and the form keeps what was typed', async () => {
    const id = await aTitle(console.db, { name: 'Kept' });
    const page = await editor(id);
    await field(page, 'Name').fill('x'.repeat(501));
    await field(page, 'Media address').fill('javascript:alert(1)');
    await press(page, 'Save');
    await page.getByText('a name of 1 to 500 characters').first().waitFor();
    expect(await field(page, 'Name').inputValue()).toHaveLength(501);
    await field(page, 'Name').fill('Shorter');
    await press(page, 'Save');
    await page.getByText('an address that begins with http').first().waitFor();
    expect((await stored(id))?.name).toBe('Kept');
  });

  it('that another operator saved first is shown in both versions, and nothing is overwritten unseen', async () => {
    const id = await aTitle(console.db, { name: 'Heat', year: 1995, category: 'Crime' });
    const page = await editor(id);
    await field(page, 'Name').fill('Heat (mine)');
    await field(page, 'Shelf').fill('My shelf');
    await meanwhile(id, { name: 'Heat (theirs)', year: 1996 });
    await press(page, 'Save');
    const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this title' });
    await dialog.getByText('Heat (theirs)').waitFor();
    await dialog.getByText('Heat (mine)').waitFor();
    expect(await dialog.getByRole('radio', { name: 'Shelf: yours' }).isChecked()).toBe(true);
    expect(await dialog.getByRole('radio', { name: 'Name: theirs' }).isChecked()).toBe(true);
    expect((await stored(id))?.name).toBe('Heat (theirs)');
    await dialog.getByRole('radio', { name: 'Name: yours' }).check();
    await dialog.getByRole('button', { name: 'Save what is chosen' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await stored(id)).toMatchObject({ name: 'Heat (mine)', category: 'My shelf', year: 1996, version: 3 });
  });

  it('that another title has the id of is told so beside the ids, not as a conflict of two operators', async () => {
    await aTitle(console.db, { name: 'First', externalIds: [{ source: 'imdb', value: 'tt4444444' }] });
    const id = await aTitle(console.db, { name: 'Second' });
    const page = await editor(id);
    await press(page, 'Add external id');
    await field(page, 'Catalogue of external id 1').fill('imdb');
    await field(page, 'External id 1').fill('tt4444444');
    await press(page, 'Save');
    await page.getByRole('group', { name: 'external ids' }).getByText('imdb:tt4444444 is title').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await field(page, 'External id 1').fill('tt5555555');
    await press(page, 'Save');
    await page.getByText('Saved.').waitFor();
  });

  it('is saved over a poster that changed meanwhile, since nothing that was typed differs', async () => {
    const id = await aTitle(console.db, { name: 'Poster and name' });
    const page = await editor(id);
    await field(page, 'Name').fill('Both');
    await meanwhile(id, { posterSource: 'https://p.example/1.png' });
    await press(page, 'Save');
    await page.getByText('Saved.').waitFor();
    expect(await stored(id)).toMatchObject({ name: 'Both', posterSource: 'https://p.example/1.png', version: 3 });
  });

  it('stays in the form when the network drops in the middle of a save', async () => {
    const id = await aTitle(console.db, { name: 'Offline' });
    const page = await editor(id);
    await field(page, 'Name').fill('Typed offline');
    await page.context().setOffline(true);
    await press(page, 'Save');
    await page.getByText('The server cannot be reached').first().waitFor();
    expect(await field(page, 'Name').inputValue()).toBe('Typed offline');
    await page.context().setOffline(false);
    await press(page, 'Save');
    await page.getByText('Saved.').waitFor();
    expect((await stored(id))?.name).toBe('Typed offline');
  });

  it('tells its history with before and after, and takes one change back', async () => {
    const id = await aTitle(console.db, { name: 'One' });
    await meanwhile(id, { name: 'Two' });
    await meanwhile(id, { year: 1980 });
    const page = await editor(id, '?tab=history');
    const change = page.getByRole('region', { name: 'Saved' }).nth(1);
    await change.getByText('One', { exact: true }).waitFor();
    await change.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('heading', { level: 1, name: 'One' }).waitFor();
    expect(await stored(id)).toMatchObject({ name: 'One', year: 1980 });
  });

  it('gets another poster, and the drawn one back', async () => {
    const id = await aTitle(console.db, { name: 'Poster' });
    const page = await editor(id);
    const choose = (name: string, mimeType: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name: 'Choose a picture' }).waitFor();
    await choose('p.png', 'image/png', Buffer.from('<svg onload="alert(1)"></svg>'.padEnd(100)));
    await page.getByText('does not begin as image/png does').waitFor();
    await choose('p.png', 'image/png', aPng(40, 60));
    await page.getByText('The poster is changed.').waitFor();
    expect(await publicTitle(id)).toMatchObject({ posterIsDrawn: false, posterUrl: expect.stringMatching(/^\/posters\/[0-9a-f]{64}$/) });
    await page.getByRole('button', { name: 'Back to the drawn one' }).click();
    await page.getByText('The drawn poster is back.').waitFor();
    expect(await publicTitle(id)).toMatchObject({ posterIsDrawn: true });
  });

  it('is hidden at once, with an undo in the notice', async () => {
    const id = await aTitle(console.db, { name: 'Hide me' });
    const page = await editor(id);
    await press(page, 'Hide now');
    await page.getByText('1 title hidden.').waitFor();
    expect(await publicTitle(id)).toBeNull();
    await press(page, 'Undo');
    await page.getByText('1 title is as it was.').waitFor();
    expect(await publicTitle(id)).toMatchObject({ state: 'LISTED' });
  });

  it('of hostile names does no harm, on any of its pages', async () => {
    const id = await aTitle(console.db, { name: HOSTILE, kind: TitleKind.SHOW, description: HOSTILE, genres: [HOSTILE.slice(0, 90)] });
    await aTitle(console.db, { name: HOSTILE, kind: TitleKind.EPISODE, parentId: id, season: 1, number: 1 });
    const { page, faults } = await console.open({ role: Role.EDITOR, at: '/titles', width: 390 });
    const overflow = () => overflowOf(page);
    await page
      .getByRole('link', { name: /onerror/ })
      .first()
      .waitFor();
    expect(await overflow()).toBe(0);
    for (const tab of ['', '?tab=history', '?tab=similar', '?tab=audience']) {
      await page.goto(`${console.app.url}/admin/titles/${id}${tab}`);
      await page.getByRole('heading', { level: 1, name: /onerror/ }).waitFor();
      await until('everything is there', async () => (await page.getByRole('status', { name: 'Loading' }).count()) === 0);
      expect([tab, await overflow(), await page.title()]).toEqual([tab, 0, expect.not.stringMatching(/^1$/)]);
    }
    expect(faults).toEqual([]);
  }, 90_000);

  it('is read, and not changed, by a reader', async () => {
    const id = await aTitle(console.db, { name: 'Look' });
    const { page } = await console.open({ role: Role.READER, at: `/titles/${id}` });
    await field(page, 'Name').waitFor();
    for (const name of ['Save', 'Hide now', 'Take out', 'Merge with another', 'Choose a picture'])
      expect([name, await page.getByRole('button', { name, exact: true }).count()]).toEqual([name, 0]);
  });

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    const id = await aTitle(console.db, {
      ...{
        name: 'The Long Evening',
        year: 2011,
        genres: ['Drama', 'Romance'],
        seconds: 7_200,
        kind: TitleKind.MOVIE,
        certificate: 'PG-13',
      },
      ...{ description: 'Two people miss every train.', availability: [{ region: 'FI', from: '2026-01-01T00:00:00.000Z', until: null }] },
      externalIds: [{ source: 'imdb', value: 'tt7654321' }],
    });
    await publish(console.db, [
      { topic: 'titles', ids: [id, await aTitle(console.db, { name: 'The Short Evening', genres: ['Drama', 'Romance'] })] },
    ]);
    await console.db.query(`insert into title_tags values ($1, 'slow', 0.9), ($1, 'trains', 0.5)`, [id]);
    await console.db.query('insert into title_scenes values ($1, $2)', [
      id,
      Array.from({ length: 100 }, (_, at) => 100 - at + (at > 60 && at < 70 ? 60 : 0)),
    ]);
    await console.db.query(
      `insert into interactions ("userId", "titleId", covered, "secondsPlayed", plays, "firstAt", "lastAt") values (1, $1, '{[0,50000)}', 5000, 2, now(), now())`,
      [id],
    );
    await meanwhile(id, { year: 2012, certificate: 'R' });
    const at = `/titles/${id}`;
    await lookAt(console, 'title', {
      role: Role.EDITOR,
      at,
      ready: (page) => page.getByRole('button', { name: 'Save', exact: true }).waitFor(),
    });
    await lookAt(console, 'title-audience', {
      role: Role.EDITOR,
      at: `${at}?tab=audience`,
      ready: (page) => page.locator('.MuiChartsSurface-root').nth(1).waitFor(),
    });
    await lookAt(console, 'title-history', {
      role: Role.EDITOR,
      at: `${at}?tab=history`,
      ready: (page) => page.getByText('PG-13').waitFor(),
    });
    await lookAt(console, 'title-similar', {
      role: Role.EDITOR,
      at: `${at}?tab=similar`,
      ready: (page) => page.getByText('The Short Evening').waitFor(),
    });
  }, 240_000);
});
