import { Role } from '../../core/caller';
import { anOperator, describeConsole, faultsOf, lookAt, withConsole } from '../support/console';

describeConsole('the console', () => {
  const console = withConsole();

  it('asks whoever comes without a session to sign in, and lets them in by e-mail and password', async () => {
    const { email, password } = await anOperator(console.db, Role.ADMIN);
    const { page, faults } = await console.openAsNobody({ at: '/' });
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
  });

  it('can be looked at in dark and light, on a desk and on a phone', async () => {
    await lookAt(console, 'dashboard', { ready: (page) => page.getByRole('heading', { name: 'Dashboard' }).waitFor() });
  }, 60_000);
});
