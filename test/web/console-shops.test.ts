import { randomUUID } from 'node:crypto';
import { Role } from '../../core/caller';
import { hashPassword } from '../../flow/password';
import { publish } from '../../store/notices';
import { insertOperator } from '../../store/operators';
import { anOperator, describeConsole, lookAt, withConsole } from '../support/console';
import { seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

describeConsole('shops in the console', () => {
  const console = withConsole({ JOBS: 'true' });
  const OFFERS = [
    'sku,url,price,externalId',
    'heat-1,https://shop.example/heat,12.99,imdb:tt0113277',
    'heat-2,javascript:alert(1),9.99,imdb:tt0113277',
    'none-1,https://shop.example/none,5,imdb:tt9999999',
    'heat-3,https://shop.example/heat-3,15,imdb:tt0113277',
    '',
  ].join('\n');
  let titleId: number;
  let shopId: string;

  beforeAll(async () => {
    titleId = await aTitle(console.db, { name: 'Heat', externalIds: [{ source: 'imdb', value: 'tt0113277' }] });
    await publish(console.db, [{ topic: 'titles', ids: null }]);
  });

  it('are added with prices, send a file whose bad rows are told, and owe a bill', async () => {
    const { page, faults, strangers } = await console.open({ role: Role.EDITOR, at: '/shops' });
    await page.getByRole('link', { name: 'Add shop' }).click();
    await page.getByLabel('Name').fill('Corner Books');
    await page.getByLabel('Price of buy').fill('1.5o');
    await page.getByText('A number such as 1.50.').waitFor();
    await page.getByLabel('Price of buy').fill('1.50');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Corner Books' }).waitFor();
    const [shop] = await console.db.query('select id, prices from shops');
    shopId = String(shop.id);
    expect(shop.prices).toEqual({ BUY: 150 });
    await page.getByTestId('files').setInputFiles([{ name: 'offers.csv', mimeType: 'text/csv', buffer: Buffer.from(OFFERS) }]);
    await page.getByText('Applied').waitFor();
    await page.getByText(/Row 3, url/).waitFor();
    await page.getByRole('button', { name: 'Download 2 problems' }).waitFor();
    await page.getByRole('cell', { name: '12.99 EUR' }).waitFor();
    await page.getByRole('button', { name: 'Make a secret' }).click();
    await page.getByRole('textbox', { name: 'Secret' }).waitFor();
    await page.getByLabel('I kept it').check();
    await page.getByRole('button', { name: 'Done' }).click();
    const bill = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the bill' }).click();
    expect((await bill).suggestedFilename()).toMatch(/\.csv$/);
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${console.app.url}/admin/titles/${titleId}?tab=offers`);
    await page.getByRole('link', { name: 'Corner Books' }).first().waitFor();
    expect([faults, strangers]).toEqual([[], []]);
  }, 60_000);

  it('are given operators of their own', async () => {
    const { id } = await anOperator(console.db, Role.READER);
    const { page } = await console.open({ at: `/operators/${id}` });
    await page.getByLabel('Role').click();
    await page.getByRole('option', { name: 'Shop' }).click();
    await page.getByRole('combobox', { name: 'Shop' }).fill('corner');
    await page.getByRole('option', { name: 'Corner Books' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await until('they belong to it', async () => {
      const [row] = await console.db.query('select role, "shopId" from operators where id = $1', [id]);
      return row.role === 'SHOP' && String(row.shopId) === shopId;
    });
  }, 60_000);

  it('see their own only', async () => {
    const [other] = await console.db.query(`insert into shops (name, currency) values ('Somebody else', 'EUR') returning id`);
    const [email, password] = [`${randomUUID()}@example.com`, 'a password of many letters'];
    const keeper = { email, name: null, role: Role.SHOP, passwordHash: await hashPassword(password), shopId: Number(shopId) };
    await insertOperator(console.db, keeper);
    const { page, faults } = await console.openAsNobody();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Corner Books' }).waitFor();
    expect(await page.getByText('Somebody else').count()).toBe(0);
    const menu = page.getByRole('navigation', { name: 'Places' }).or(page.getByRole('menu', { name: 'Places' }));
    expect((await menu.innerText()).trim().split(/\n+/)).toEqual(['Catalogue', 'Shops']);
    await page.getByRole('link', { name: 'Corner Books' }).click();
    await page.getByRole('heading', { name: 'Terms' }).waitFor();
    await page.getByRole('cell', { name: '12.99 EUR' }).waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.goto(`${console.app.url}/admin/shops/${other.id}`);
    await page.getByRole('main').getByRole('alert').waitFor();
    expect(await page.getByRole('heading', { name: 'Terms' }).count()).toBe(0);
    await page.goto(`${console.app.url}/admin/titles`);
    await page.getByText('Not Found').first().waitFor();
  }, 60_000);

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    await lookAt(console, 'shop', {
      role: Role.EDITOR,
      at: `/shops/${shopId}`,
      ready: (page) => page.getByRole('cell', { name: '12.99 EUR' }).waitFor(),
    });
  }, 60_000);
});
