import { Role } from '../../core/caller';
import { publish } from '../../store/notices';
import { anOperator, describeConsole, withConsole } from '../support/console';
import { ask } from '../support/graphql';
import { seriousFaults } from '../support/serious-faults';
import { openSocket } from '../support/socket';
import { aTitle } from '../support/title';
import { until } from '../support/until';

describeConsole('access in the console', () => {
  const console = withConsole({ TRUST_PROXY: 'true' });
  jest.setTimeout(60_000);

  it.each([
    [Role.READER, ['Placements'], ['Keys', 'Operators', 'Audit']],
    [Role.EDITOR, ['Placements'], ['Keys', 'Operators', 'Audit']],
    [Role.ANALYST, ['Placements', 'Audit'], ['Keys', 'Operators']],
    [Role.ADMIN, ['Placements', 'Audit', 'Keys', 'Operators'], []],
  ])('shows a role what it may do and nothing else: %s', async (role, shown, hidden) => {
    const { page } = await console.open({ role, at: '/placements' });
    await page.getByText('side-list').first().waitFor();
    const menu = page.getByRole('navigation', { name: 'Places' }).or(page.getByRole('menu', { name: 'Places' }));
    for (const name of shown) expect(await menu.getByText(name, { exact: true }).count()).toBe(1);
    for (const name of hidden) expect(await menu.getByText(name, { exact: true }).count()).toBe(0);
    const mayWrite = role === Role.EDITOR || role === Role.ADMIN;
    expect(await page.getByRole('link', { name: 'Add placement' }).count()).toBe(mayWrite ? 1 : 0);
    await page.goto(`${console.app.url}/admin/placements/home`);
    await page.getByLabel('What it is for').waitFor();
    expect(await page.getByLabel('What it is for').isEnabled()).toBe(mayWrite);
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(mayWrite ? 1 : 0);
    for (const name of hidden) {
      await page.goto(`${console.app.url}/admin/${name.toLowerCase()}`);
      await page.getByText('Not Found').first().waitFor();
    }
  });

  it('makes a key whose secret is shown once, and revoking it closes its socket', async () => {
    const { page, faults } = await console.open({ at: '/keys' });
    await page.getByRole('link', { name: 'Make a key' }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('The name has 0 characters.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Web shop');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('A server key without scopes may do nothing.').waitFor();
    await page.getByLabel('Read metrics').check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const dialog = page.getByRole('dialog');
    const secret = await dialog.getByLabel('Key', { exact: true }).inputValue();
    expect(await seriousFaults(page)).toEqual([]);
    const done = dialog.getByRole('button', { name: 'Done' });
    expect(await done.isDisabled()).toBe(true);
    await dialog.getByLabel('I kept it').check();
    await done.click();
    await page.getByRole('heading', { name: 'Keys', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Revoke Web shop' }).waitFor();
    expect(await page.content()).not.toContain(secret);

    const headers = { authorization: `Bearer ${secret}` };
    expect((await ask(console.app.url, '{ jobs { totalCount } }', { headers })).errors).toEqual([]);
    const socket = await openSocket(console.app.url, { headers });
    await page.getByRole('button', { name: 'Revoke Web shop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    expect((await socket.closed()).code).toBe(4401);
    await page.getByText('The key is revoked').waitFor();
    await until('the key is refused', async () => (await ask(console.app.url, '{ jobs { totalCount } }', { headers })).status === 401);
    expect(await page.getByRole('button', { name: 'Revoke Web shop' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('makes a browser key for its origins only', async () => {
    const { page } = await console.open({ at: '/keys/create' });
    await page.getByLabel('Browser').check();
    await page.getByRole('textbox', { name: 'Name' }).fill('Page of Ada');
    await page.getByLabel('Origins, one a line').fill('https://shop.example/path');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('This is not an origin.').waitFor();
    await page.getByLabel('Origins, one a line').fill('https://shop.example\nhttp://127.0.0.1:5173');
    await page.getByRole('button', { name: 'Make the key' }).click();
    expect(await page.getByRole('dialog').getByLabel('Key', { exact: true }).inputValue()).toMatch(/^kgb_/);
    const [key] = await console.db.query(`select origins from api_keys where name = 'Page of Ada'`);
    expect(key.origins).toEqual(['https://shop.example', 'http://127.0.0.1:5173']);
  });

  it('adds an operator by a link, and the audit tells who did it and what changed', async () => {
    const { page, faults } = await console.open({ at: '/operators/create' });
    await page.getByLabel('E-mail').fill('ada');
    await page.getByRole('button', { name: 'Add and make a link' }).click();
    await page.getByText('This is not an e-mail address.').waitFor();
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await page.getByRole('button', { name: 'Add and make a link' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Link', { exact: true }).inputValue()).toMatch(/^http.*\/admin\/reset#[\w-]{43}$/);
    await dialog.getByLabel('I kept it').check();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'Operators', level: 1 }).waitFor();
    await page.getByText('ada@example.com').click();
    await page.getByRole('heading', { name: 'Ada', level: 1 }).waitFor();
    await page.getByLabel('Role').click();
    await page.getByRole('option', { name: 'Editor' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.goto(`${console.app.url}/admin/audit?filter={"action":"operator.save"}`);
    const row = page.getByRole('row').filter({ hasText: 'changed an operator' }).first();
    await row.click();
    await page.getByText('READER').waitFor();
    expect(await page.getByText('EDITOR').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('tells the second of two who save the same operator, and overwrites nothing by itself', async () => {
    const { id } = await anOperator(console.db, Role.READER);
    const [first, second] = [await console.open({ at: `/operators/${id}` }), await console.open({ at: `/operators/${id}` })];
    for (const { page } of [first, second]) await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await first.page.getByRole('textbox', { name: 'Name' }).fill('Grace');
    await first.page.getByRole('button', { name: 'Save' }).click();
    await first.page.getByText('Saved.').waitFor();
    await second.page.getByRole('textbox', { name: 'Name' }).fill('Hopper');
    await second.page.getByRole('button', { name: 'Save' }).click();
    await second.page.getByText('Somebody else saved this').waitFor();
    await second.page.getByText('Grace', { exact: true }).first().waitFor();
    expect(await seriousFaults(second.page)).toEqual([]);
    expect(await console.db.query('select name from operators where id = $1', [id])).toEqual([{ name: 'Grace' }]);
    await second.page.getByRole('button', { name: 'Save mine over it' }).click();
    await second.page.getByText('Saved.').waitFor();
    expect(await console.db.query('select name from operators where id = $1', [id])).toEqual([{ name: 'Hopper' }]);
  });

  it('decides what a placement means with the list beside it, and takes it out again', async () => {
    const film = await aTitle(console.db, { name: 'A film of now', year: 2020 });
    const old = await aTitle(console.db, { name: 'A film of then', year: 1950 });
    await publish(console.db, [{ topic: 'titles', ids: [film, old] }]);
    const { page } = await console.open({ role: Role.EDITOR, at: '/placements/create' });
    const preview = page.getByRole('list', { name: 'Preview' });
    await preview.getByText('A film of now').waitFor();
    await preview.getByText('A film of then').waitFor();
    await page.getByLabel('To year').fill('1990');
    await preview.getByText('A film of now').waitFor({ state: 'detached' });
    await preview.getByText('A film of then').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Late Night');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The name is not one that a placement can have.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('late-night');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: from now on').waitFor();
    const { data } = await ask(console.app.url, '{ placements { name input } }');
    expect(data?.placements).toContainEqual({ name: 'late-night', input: { yearTo: 1990 } });
    await page.getByRole('button', { name: 'Take out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
    await page.getByText('late-night is taken out.').waitFor();
    const after = await ask(console.app.url, '{ placements { name } }');
    expect(after.data?.placements).not.toContainEqual({ name: 'late-night' });
  });

  it('says so when the network drops in the middle of a save, and goes on when it is back', async () => {
    const { page } = await console.open({ role: Role.EDITOR, at: '/placements/home' });
    await page.getByLabel('What it is for').fill('The first page, said anew');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The server cannot be reached. What you entered is still here').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: from now on').waitFor();
    const [home] = await console.db.query(`select description from placements where name = 'home'`);
    expect(home.description).toBe('The first page, said anew');
  });
});
