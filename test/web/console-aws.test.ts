import { ApiKeyKind } from '../../core/api-key';
import { Role, Scope } from '../../core/caller';
import { createApiKey } from '../../flow/api-key';
import { describeConsole, lookAt, withConsole } from '../support/console';
import { seriousFaults } from '../support/serious-faults';
import { until } from '../support/until';

describeConsole('what applications of AWS need, in the console', () => {
  const console = withConsole();

  it('is a filter, of which every fault is told while it is written', async () => {
    const { page, faults, strangers } = await console.open({ role: Role.EDITOR, at: '/filters' });
    await page.getByText('No filters yet.').waitFor();
    await page.getByLabel('Name').fill('funny');
    await page.getByLabel('Expression').fill('INCLUDE ItemID WHERE Items.GENRES IN "Comedy"');
    await page.getByText('At character 38: Something else stands here. Expected ( or CurrentItem.NAME.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Expression').fill('INCLUDE ItemID WHERE Items.GENRES IN ($GENRES)');
    await page.getByText('Good. A request tells GENRES.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'funny', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Change funny' }).click();
    await page.getByLabel('Expression').fill('EXCLUDE ItemID WHERE Items.YEAR < 1990');
    await page.getByText('Good: 0 titles pass').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'EXCLUDE ItemID WHERE Items.YEAR < 1990' }).waitFor();
    expect(await console.db.query('select name, version from saved_filters')).toEqual([{ name: 'funny', version: 2 }]);
    expect([faults, strangers]).toEqual([[], []]);
    await lookAt(console, 'filters', {
      role: Role.EDITOR,
      at: '/filters',
      ready: (shown) => shown.getByRole('cell', { name: 'funny', exact: true }).waitFor(),
    });
  }, 120_000);

  it('is an access key, whose secret is on screen once', async () => {
    const key = { kind: ApiKeyKind.SERVER, name: 'Web shop', scopes: [Scope.RECOMMENDATIONS_READ] };
    await createApiKey(console.db, key, { actor: 'system', now: new Date() });
    const { page, faults, strangers } = await console.open({ role: Role.ADMIN, at: '/keys' });
    await page.getByRole('button', { name: 'Make an access key' }).click();
    await page.getByLabel('Server key').click();
    await page.getByRole('option', { name: /Web shop/ }).click();
    await page.getByRole('button', { name: 'Make it' }).click();
    const secret = await page.getByLabel('Secret access key').inputValue();
    expect(secret).toMatch(/^[\w-]{40}$/);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('I kept it').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('cell', { name: /^AKKG/ }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Revoke AKKG/ }).click();
    await page.getByRole('button', { name: 'Revoke the access key' }).click();
    await until('it is revoked', async () => {
      const [row] = await console.db.query('select "revokedAt" from aws_access_keys');
      return row.revokedAt !== null;
    });
    expect([faults, strangers]).toEqual([[], []]);
  }, 120_000);
});
