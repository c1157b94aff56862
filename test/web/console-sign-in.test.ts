import type { Page } from 'playwright-core';
import { Role } from '../../core/caller';
import { createResetLink } from '../../flow/reset-link';
import { anOperator, describeConsole, withConsole } from '../support/console';
import { randomAddress } from '../support/operators';
import { seriousFaults } from '../support/serious-faults';

const NEXT = 'seven sparrows at dawn';

describeConsole('coming into the console', () => {
  const console = withConsole({ TRUST_PROXY: 'true' });
  jest.setTimeout(60_000);

  /** A browser in which nobody is signed in, from a place of its own, so that no bound on tries stands between. */
  async function visit(at: string, look = {}): Promise<Page> {
    const { page } = await console.openAsNobody({ at: '/login', ...look });
    await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': randomAddress() });
    await page.goto(`${console.app.url}/admin${at}`);
    return page;
  }
  async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  const isIn = (page: Page) => page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
  const saying = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).waitFor();

  it('goes on to where one wanted to be, and out again', async () => {
    const reader = await anOperator(console.db, Role.READER);
    const page = await visit('/account');
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await signIn(page, reader);
    await page.getByRole('heading', { name: 'My account', level: 1 }).waitFor();
    await page.getByText(reader.email).first().waitFor();
    await page.getByRole('button', { name: reader.email }).click();
    await page.getByRole('menuitem', { name: 'Logout' }).click();
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await page.goto(`${console.app.url}/admin/`);
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  });

  it('says that a password is wrong, and after ten of them how long to rest', async () => {
    const { email, password } = await anOperator(console.db, Role.READER);
    const page = await visit('/');
    await signIn(page, { email, password: 'wrong' });
    await saying(page, 'do not belong together');
    for (let turn = 1; turn < 10; turn += 1) {
      const [answer] = await Promise.all([page.waitForResponse(/graphql/), page.getByRole('button', { name: 'Sign in' }).click()]);
      await answer.finished();
      await page.getByRole('button', { name: 'Sign in' }).and(page.locator(':enabled')).waitFor();
    }
    await signIn(page, { email, password });
    await saying(page, /Too many tries from here. Rest for 1\d minutes/);
    expect(await page.getByRole('button', { name: /Wait 1\d minutes/ }).isDisabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('by a link chooses a password once; the link is of no use to the next', async () => {
    const staff = await anOperator(console.db, Role.READER);
    const { url } = await createResetLink(console.db, staff.id, { actor: 'system', now: new Date() });
    const [page, late] = [await visit(url.replace('/admin', '')), await visit(url.replace('/admin', ''))];
    for (const each of [page, late]) await each.getByRole('heading', { name: 'Choose a password' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const choose = async (where: Page, first: string, second: string): Promise<void> => {
      await where.getByLabel('New password').first().fill(first);
      await where.getByLabel('New password again').fill(second);
      await where.getByRole('button', { name: 'Set password' }).click();
    };
    await choose(page, 'too short', 'too short');
    await saying(page, 'a little short');
    await choose(page, NEXT, `${NEXT}!`);
    await saying(page, 'not the same');
    await choose(page, NEXT, NEXT);
    await page.getByText('Your password is set').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(staff.email);
    await page.getByLabel('Password').fill(NEXT);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await isIn(page);
    await choose(late, `${NEXT}!!`, `${NEXT}!!`);
    await late.getByRole('heading', { name: 'This link is used up' }).waitFor();
    expect(await seriousFaults(late)).toEqual([]);
  });

  it('is possible again after the session was ended elsewhere, which the page says', async () => {
    const staff = await anOperator(console.db, Role.ANALYST);
    const [here, there] = [await visit('/account'), await visit('/account')];
    for (const each of [here, there]) {
      await signIn(each, staff);
      await each.getByText('This browser').waitFor();
    }
    await there.reload();
    await there.getByRole('button', { name: 'Sign out the others' }).click();
    await there.getByText('The other browsers are signed out.').waitFor();
    await here.getByRole('menuitem', { name: 'Audit' }).click();
    await here.getByText('Your session has ended').waitFor();
    await signIn(here, staff);
    await here.getByRole('heading', { name: 'Audit', level: 1 }).waitFor();
  });

  it('with a new password, which ends the other browsers; then out everywhere', async () => {
    const staff = await anOperator(console.db, Role.READER);
    const page = await visit('/account');
    await signIn(page, staff);
    await page.getByRole('heading', { name: 'Password' }).waitFor();
    const change = async (current: string, next: string): Promise<void> => {
      await page.getByLabel('Password of now').fill(current);
      await page.getByLabel('New password').fill(next);
      await page.getByRole('button', { name: 'Change password' }).click();
    };
    await change('not this', NEXT);
    await page.getByText('This is not your password of now.').waitFor();
    await change(staff.password, staff.email);
    await page.getByText('This is the e-mail address').waitFor();
    await change(staff.password, NEXT);
    await page.getByText('Your password is changed.').waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
    await signIn(page, { email: staff.email, password: NEXT });
    await page.getByRole('button', { name: staff.email }).waitFor();
  });
});
