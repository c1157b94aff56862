import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { aBlend, act } from '../support/blend';
import { browserPath, openBrowser } from '../support/browser';
import { startDemoApp } from '../support/demo-app';
import { ask, fieldOf } from '../support/graphql';
import { openPage, shoot } from '../support/page';
import type { DemoPerson } from '../support/player';
import { addTastes, aNamed, blended, isLive } from '../support/player-blend';
import { overflowOf, seriousFaults } from '../support/serious-faults';
import { until } from '../support/until';

const path = browserPath();
const LONG = `Люди & <b>friends</b> ${'of a name without end'.repeat(3)}`;
const NO_BLEND = '987654321';
let app: TestApp;
let browser: Browser;
let ann: DemoPerson;
let places: Readonly<Record<string, string>>;

(path === null ? describe.skip : describe)('the pages of blends', () => {
  beforeAll(async () => {
    app = await startDemoApp();
    const tastes = await addTastes(app);
    ann = await aNamed(app, 'Ann', tastes.space.slice(0, 6));
    const ben = await aNamed(app, 'Ben', tastes.love.slice(0, 6));
    const newcomer = await aNamed(app, LONG, []);
    const id = await aBlend(app.url, [ann, ben, newcomer], `name: "Friday", strategy: LEAST_MISERY`);
    for (const [person, at, vote] of [
      [ann, 0, 'UP'],
      [ben, 0, 'UP'],
      [ben, 1, 'DOWN'],
      [ben, 3, 'VETO'],
      [ann, 4, 'VETO'],
    ] as const)
      await act(app.url, person, `voteInBlend(id: ${id}, titleId: ${tastes.both[at]}, vote: ${vote})`, 'blend { id }');
    const hide = '{ changed userErrors { code } }';
    await ask(app.url, `mutation { hideFromBlends(input: { titleIds: [${tastes.space[5]}] }) ${hide} }`, { headers: ann.headers });
    const alone = await aBlend(app.url, [ann]);
    const tight = await aBlend(app.url, [ann], 'certificate: "G", strategy: ORIGINAL');
    const invited = await aBlend(app.url, [ben], `name: ${JSON.stringify(LONG)}`);
    const { token } = fieldOf<{ token: string }>(await act(app.url, ben, `inviteToBlend(id: ${invited})`, 'token'), 'inviteToBlend');
    places = {
      blends: '/player/blend',
      blend: `/player/blend/${id}`,
      'blend-alone': `/player/blend/${alone}`,
      'blend-tight': `/player/blend/${tight}`,
      'blend-none': `/player/blend/${NO_BLEND}`,
      hidden: '/player/blend/hidden',
      join: `/player/blend/join#${token}`,
      'join-gone': '/player/blend/join#nothing',
    };
    browser = await openBrowser(path ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it.each(['dark', 'light'] as const)(
    'can be used with a screen reader and read in %s, large and on a phone: axe finds nothing serious, and nothing is wider than the screen',
    async (colorScheme) => {
      for (const [name, place] of Object.entries(places)) {
        const page = await visit({ colorScheme, viewport: { width: 1440, height: 900 } }, place);
        await isLiveAt(page, place);
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await shootWhole(page, `${name}-${colorScheme}-${width}`);
          const overflow = await overflowOf(page);
          expect({ name, width, overflow, faults: await seriousFaults(page) }).toEqual({ name, width, overflow: 0, faults: [] });
        }
        await page.context().close();
      }
    },
    180_000,
  );

  it('speak Russian, and call a guest a guest', async () => {
    const page = await visit({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } }, places.blend ?? '');
    await page.getByRole('heading', { name: 'Что посмотреть вместе' }).waitFor();
    await page.getByRole('heading', { name: 'Участники' }).waitFor();
    await page
      .getByText(/Потому что вы смотрели «Rocket/)
      .first()
      .waitFor();
    await shootWhole(page, 'blend-russian');
    await page.context().close();
  });

  it('are voted on by keys alone; who goes by keys keeps the list still, and stays in it after a veto', async () => {
    const page = await visit({ reducedMotion: 'reduce' }, places['blend-alone'] ?? '');
    const [first = ''] = await blended(page);
    await page
      .getByRole('article', { name: new RegExp(`${first}$`) })
      .getByRole('link', { name: first })
      .focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('it is gone', async () => !(await blended(page)).includes(first));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('blend-list');
    const longest = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('*')].map((each) => Number.parseFloat(getComputedStyle(each).transitionDuration) || 0)),
    );
    expect(longest).toBeLessThan(0.001);
    await page.context().close();
  });

  it('say so where a blend cannot be had, and show it when asked again', async () => {
    const context = await ann.device(browser, {});
    const { page } = await openPage(context, app.url);
    await page.routeWebSocket('**/graphql', (socket) => socket.close());
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 503, contentType: 'application/json', body: '{"errors":[{"message":"Away"}]}' }),
    );
    await page.goto(`${app.url}${places.blend}`);
    await page.getByText('This could not be loaded.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Friday' }).waitFor();
    await page.getByText('Reconnecting').waitFor();
    const [first = ''] = await blended(page);
    await page
      .getByRole('article', { name: new RegExp(`${first}$`) })
      .getByRole('button', { name: 'Veto' })
      .click();
    await page.getByRole('region', { name: 'Vetoed' }).getByText(first).waitFor();
    await context.close();
  }, 60_000);
});

async function visit(options: BrowserContextOptions, place: string): Promise<Page> {
  const context = await ann.device(browser, options);
  const { page } = await openPage(context, app.url);
  await page.goto(`${app.url}${place}`);
  await page.locator('main h1, main p').first().waitFor();
  await until('nothing loads any more', () => page.evaluate(() => document.querySelector('[aria-busy="true"]') === null));
  return page;
}

/** Waits for the line of a blend, where the place is one. */
async function isLiveAt(page: Page, place: string): Promise<void> {
  if (/blend\/\d+$/.test(place) && !place.endsWith(NO_BLEND)) await isLive(page);
}

/** Keeps a picture of all of a page, not of its first screen alone. */
async function shootWhole(page: Page, name: string): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  if (process.env.SCREENSHOTS) await page.setViewportSize({ width, height: Math.min(whole, 3_000) });
  await shoot(page, name);
  if (process.env.SCREENSHOTS) await page.setViewportSize({ width, height });
}
