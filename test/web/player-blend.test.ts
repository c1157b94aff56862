import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { aBlend, act, seenBlend } from '../support/blend';
import { browserPath, openBrowser } from '../support/browser';
import { startDemoApp } from '../support/demo-app';
import { openPage } from '../support/page';
import { aBrowser } from '../support/player';
import { addTastes, aNamed, blended, isLive, type Tastes, visitBlend } from '../support/player-blend';
import { until } from '../support/until';

const path = browserPath();
/** As many as a page of a blend shows at first. */
const LISTED = 20;
let app: TestApp;
let browser: Browser;
let tastes: Tastes;

const place = (page: Page, name: string) => page.getByRole('article', { name: new RegExp(`${name}$`) });

(path === null ? describe.skip : describe)('a blend in the player', () => {
  beforeAll(async () => {
    app = await startDemoApp();
    tastes = await addTastes(app);
    browser = await openBrowser(path ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('begins with one, brings another in by a link, shows votes on both screens, loses what is vetoed, and forgets who leaves', async () => {
    const [ann, ben] = [await aNamed(app, 'Ann', tastes.space.slice(0, 6)), await aNamed(app, 'Ben', tastes.love.slice(0, 6))];
    const hers = await visitBlend(app, browser, ann, { permissions: ['clipboard-read', 'clipboard-write'] });
    await hers.page.getByLabel('What you call it').fill('Friday');
    await hers.page.getByRole('button', { name: 'New blend' }).click();
    await hers.page.getByRole('heading', { level: 1, name: 'Friday' }).waitFor();
    await isLive(hers.page);
    expect((await blended(hers.page))[0]).toMatch(/^Rocket/);

    await hers.page.getByRole('button', { name: 'Make a link' }).click();
    await hers.page.getByRole('button', { name: 'Copy the link' }).click();
    await hers.page.getByText('Copied. Send it to whoever watches with you.').waitFor();
    const link = await hers.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/\/player\/blend\/join#[\w-]{32}$/);
    const his = await visitBlend(app, browser, ben, { place: link.slice(app.url.length) });
    await his.page.getByRole('heading', { name: 'Ann invites you to blend' }).waitFor();
    await his.page.getByRole('button', { name: 'Join' }).click();
    await his.page.getByRole('heading', { level: 1, name: 'Friday' }).waitFor();
    await isLive(his.page);
    await hers.page.getByRole('region', { name: 'Who is in it' }).getByText('Ben').waitFor();
    for (const { page } of [hers, his])
      await until('what lies between them comes first', async () => /^Moon/.test((await blended(page))[0] ?? ''));

    const [first = '', second = ''] = await blended(hers.page);
    await place(hers.page, first).getByRole('button', { name: 'For it' }).click();
    expect(await place(hers.page, first).getByRole('button', { name: 'For it' }).getAttribute('aria-pressed')).toBe('true');
    await place(his.page, first).getByText('Ann: for it').waitFor();
    await place(his.page, second).getByRole('button', { name: 'Veto' }).click();
    for (const { page } of [hers, his]) await until('the vetoed title is gone', async () => !(await blended(page)).includes(second));
    await hers.page.getByRole('region', { name: 'Vetoed' }).getByText('Veto: Ben').waitFor();
    // The next one comes up from below, and what stands under the list moves away from under a press.
    await his.page.getByRole('heading', { level: 1 }).hover();
    await until('another takes its place', async () => (await blended(his.page)).length === LISTED);
    await his.page.getByRole('button', { name: `Take back your veto on “${second}”` }).click();
    // A list is held still under a pointer.
    for (const { page } of [hers, his]) await page.getByRole('heading', { level: 1 }).hover();
    for (const { page } of [hers, his]) await until('it is back', async () => (await blended(page)).includes(second));

    await his.page.getByRole('button', { name: 'Leave this blend' }).click();
    await his.page.getByRole('dialog').getByRole('button', { name: 'Leave this blend' }).click();
    await his.page.getByRole('heading', { level: 1, name: 'Blend' }).waitFor();
    await his.page.getByText('No blend yet.').waitFor();
    await until(
      'he counts no more',
      async () => (await hers.page.getByRole('region', { name: 'Who is in it' }).getByText('Ben').count()) === 0,
    );
    await hers.page.getByRole('heading', { level: 1 }).hover();
    await until('the list is hers alone', async () => (await blended(hers.page)).slice(1, 4).every((name) => /^Rocket/.test(name)));
    expect([...hers.faults, ...his.faults]).toEqual([]);
    for (const { context } of [hers, his]) await context.close();
  }, 90_000);

  it('keeps a vote that is cast without a network, and sends it when there is one, from another visit too', async () => {
    const ann = await aNamed(app, 'Ann', tastes.space.slice(0, 6));
    const id = await aBlend(app.url, [ann]);
    const { page, context } = await visitBlend(app, browser, ann, { place: `/player/blend/${id}` });
    await isLive(page);
    const [first = '', second = ''] = await blended(page);
    await page.route('**/graphql', (route) => route.abort());
    await place(page, first).getByRole('button', { name: 'For it' }).click();
    await place(page, second).getByRole('button', { name: 'Veto' }).click();
    await until('the veto shows', async () => !(await blended(page)).includes(second));
    expect((await seenBlend(app.url, ann, id))?.votes).toEqual([]);
    await page.close();
    const { page: next } = await openPage(context, app.url);
    await next.goto(`${app.url}/player/blend/${id}`);
    await until('both arrive', async () => {
      const votes = (await seenBlend(app.url, ann, id))?.votes ?? [];
      return votes.map(({ vote }) => vote).join() === 'UP,VETO';
    });
    await next.getByRole('region', { name: 'Vetoed' }).getByText(second).waitFor();
    await context.close();
  }, 60_000);

  it('tells who was slower what the other left, and saves the next choice', async () => {
    const [ann, ben] = [await aNamed(app, 'Ann', tastes.space.slice(0, 6)), await aNamed(app, 'Ben', tastes.love.slice(0, 6))];
    const id = await aBlend(app.url, [ann, ben]);
    const { page, context } = await visitBlend(app, browser, ann, { place: `/player/blend/${id}` });
    await isLive(page);
    // Ann's choice is held on its way until Ben's is saved.
    let isHeld = false;
    await page.route('**/graphql', async (route) => {
      if (!isHeld && route.request().postData()?.includes('SaveBlend')) {
        isHeld = true;
        await act(app.url, ben, `saveBlend(input: { id: ${id}, version: 1, seconds: 7200 })`, 'blend { id }');
      }
      await route.continue();
    });
    await page.getByLabel('Nobody suffers').check();
    await page.getByText('Somebody changed this a moment before you.').waitFor();
    expect(await page.getByLabel('Time together').inputValue()).toBe('7200');
    expect(await page.getByLabel('Best for all together').isChecked()).toBe(true);
    await page.getByLabel('Nobody suffers').check();
    await page.getByText('Saved').waitFor();
    await page.getByLabel('Fit for the youngest').selectOption('G');
    await page.getByText('Nothing fits what you agreed on.').waitFor();
    await page.getByRole('button', { name: 'Lift the limits' }).click();
    await until('the list is back', async () => (await blended(page)).length > 0);
    expect(await page.getByLabel('Nobody suffers').isChecked()).toBe(true);
    await context.close();
  }, 60_000);

  it('names to each only what that one watched, until all agree', async () => {
    const [ann, ben] = [await aNamed(app, 'Ann', tastes.space.slice(0, 6)), await aNamed(app, 'Ben', tastes.love.slice(0, 6))];
    const id = await aBlend(app.url, [ann, ben]);
    const hers = await visitBlend(app, browser, ann, { place: `/player/blend/${id}` });
    const his = await visitBlend(app, browser, ben, { place: `/player/blend/${id}` });
    for (const { page } of [hers, his]) await isLive(page);
    expect(await hers.page.getByText('Because Ben watched').count()).toBe(0);
    await hers.page.getByLabel('Name titles to each other').check();
    await hers.page.getByText('Still to agree: Ben').waitFor();
    await his.page.getByLabel('Name titles to each other').check();
    await hers.page.getByText('All agree: reasons name what you watched.').waitFor();
    await hers.page.getByText('You have seen nothing in common.').waitFor();
    await hers.page
      .getByText(/Because Ben watched Kiss/)
      .first()
      .waitFor();
    await his.page.getByLabel('Name titles to each other').uncheck();
    await until('nothing of his is named any more', async () => (await hers.page.getByText('Because Ben watched').count()) === 0);
    for (const { context } of [hers, his]) await context.close();
  }, 60_000);

  it('lets somebody without an account in, says what to do where a link does not hold, and nothing of a blend to a stranger', async () => {
    const ann = await aNamed(app, 'Ann', tastes.space.slice(0, 2));
    const id = await aBlend(app.url, [ann]);
    const { data } = await act(app.url, ann, `inviteToBlend(id: ${id})`, 'token');
    const { token } = (data as { inviteToBlend: { token: string } }).inviteToBlend;
    const context = await aBrowser(browser);
    const { page, strangers } = await openPage(context, app.url);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${app.url}/player/blend/${id}`);
    await page.getByText('There is no such blend, or you are not in it any more.').waitFor();
    await page.goto(`${app.url}/player/blend/join#no-such-token`);
    await page.getByText('This invitation does not hold any more.').waitFor();
    await page.goto(`${app.url}/player/blend/join#${token}`);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('Nothing is known of your taste yet, so you go along with the others.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'You and Ann' }).waitFor();
    await page.goto(`${app.url}/player/blend/join#${token}`);
    await page.getByText('You are in it already.').waitFor();
    expect(asked.filter((url) => url.includes(token)).length + strangers.length).toBe(0);
    await act(app.url, ann, `leaveBlend(id: ${id})`, 'left');
    await page.reload();
    await page.getByText('This invitation does not hold any more.').waitFor();
    await context.close();
  }, 60_000);

  it('is found in the menu of a phone, and an invitation waits while one signs in', async () => {
    const [ann, ben] = [await aNamed(app, 'Ann', tastes.space.slice(0, 2)), await aNamed(app, 'Ben', tastes.love.slice(0, 2))];
    const id = await aBlend(app.url, [ann]);
    const { data } = await act(app.url, ann, `inviteToBlend(id: ${id})`, 'token');
    const { token } = (data as { inviteToBlend: { token: string } }).inviteToBlend;
    const context = await aBrowser(browser, { viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = await openPage(context, app.url);
    await page.goto(`${app.url}/player/blend/join#${token}`);
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail').fill(ben.email);
    await page.getByLabel('Password', { exact: true }).fill(ben.password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Ann invites you to blend' }).waitFor();
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('heading', { name: 'Who is in it' }).waitFor();
    await page.getByRole('button', { name: 'Your menu' }).click();
    await page.getByRole('link', { name: 'Blend', exact: true }).click();
    await page.getByRole('link', { name: /^You and Ann/ }).waitFor();
    await context.close();
  }, 60_000);

  it('counts nothing of what somebody hides, many at once or one by one, until it is shown again', async () => {
    const [ann, ben] = [await aNamed(app, 'Ann', tastes.space.slice(0, 6)), await aNamed(app, 'Ben', tastes.love.slice(0, 6))];
    const id = await aBlend(app.url, [ann, ben]);
    const hers = await visitBlend(app, browser, ann, { place: `/player/blend/${id}` });
    const his = await visitBlend(app, browser, ben, { place: '/player/blend/hidden' });
    const known = hers.page.getByRole('region', { name: 'Who is in it' }).getByRole('listitem').filter({ hasText: 'Ben' });
    await known.getByText('taste from 6 titles').waitFor();
    await his.page.getByRole('button', { name: 'Hide', exact: true }).click();
    await his.page.getByText('Choose a genre, a certificate or a day first.').waitFor();
    await his.page.getByLabel('Genre').selectOption('Romance');
    await his.page.getByRole('button', { name: 'Hide', exact: true }).click();
    await his.page.getByText('6 titles are hidden now.').waitFor();
    await known.getByText('taste not known yet').waitFor();
    await his.page.getByRole('button', { name: 'Show again in blends: “Kiss 1”' }).click();
    await his.page.getByRole('button', { name: 'Hide “Kiss 1” from blends' }).waitFor();
    await known.getByText('taste from 1 title').waitFor();
    await his.page.getByRole('button', { name: 'Show again', exact: true }).click();
    await his.page.getByText('Nothing is hidden.').waitFor();
    await known.getByText('taste from 6 titles').waitFor();
    for (const { context } of [hers, his]) await context.close();
  }, 60_000);
});
