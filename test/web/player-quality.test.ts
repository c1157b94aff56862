import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { browserPath, openBrowser } from '../support/browser';
import { startDemoApp } from '../support/demo-app';
import { ask, fieldOf } from '../support/graphql';
import { comeToRest, openPage, shoot, type WatchedPage } from '../support/page';
import { aBrowser, shelf } from '../support/player';
import { colourFaults, overflowOf, seriousFaults } from '../support/serious-faults';
import { until } from '../support/until';

const path = browserPath();
const WIDTHS = [1920, 1280, 768, 390];
const MOST_KB = 250;
const DEMO_PERSON = 'mutation { demoSignIn(userId: "movielens:1") { token expiresAt } }';
let app: TestApp;
let browser: Browser;
let account: string;
let places: Readonly<Record<string, string>>;

(path === null ? describe.skip : describe)('every page of the player', () => {
  beforeAll(async () => {
    app = await startDemoApp(undefined, { DEMO: 'true' });
    browser = await openBrowser(path ?? '');
    account = JSON.stringify(fieldOf(await ask(app.url, DEMO_PERSON), 'demoSignIn'));
    places = await placesOf();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('can be read in dark and light and heard by a screen reader, fits every width, calls its own server alone, and no script of it fails', async () => {
    const context = await signedIn({ colorScheme: 'dark' });
    for (const [name, place] of Object.entries(places)) {
      const { page, strangers, faults } = await visit(context, place);
      await shoot(page, `${name}-dark`);
      expect({ [name]: await seriousFaults(page) }).toEqual({ [name]: [] });
      // Not every page turns light: one that plays a film stays dark.
      await page.emulateMedia({ colorScheme: 'light' });
      await comeToRest(page);
      await shoot(page, `${name}-light`);
      expect({ [name]: await colourFaults(page) }).toEqual({ [name]: [] });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        expect({ name, width, overflow: await overflowOf(page) }).toEqual({ name, width, overflow: 0 });
      }
      expect({ name, strangers, faults }).toEqual({ name, strangers: [], faults: [] });
      await page.close();
    }
    await context.close();
  }, 180_000);

  it('speaks Russian from the same catalogue, says no English word of its own, and fits a phone with its longer words', async () => {
    const context = await signedIn({ locale: 'ru-RU', viewport: { width: 390, height: 844 }, hasTouch: true });
    for (const [name, place] of Object.entries(places)) {
      const { page } = await visit(context, place);
      await shoot(page, `${name}-phone`);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
      const words = await page.evaluate(() => document.querySelector('header')?.innerText ?? '');
      expect(words).not.toMatch(/Sign|Search|Home/);
      expect({ [name]: await overflowOf(page) }).toEqual({ [name]: 0 });
      if (name === 'home') await page.getByRole('heading', { name: 'Для вас' }).waitFor();
      await page.close();
    }
    await context.close();
  }, 120_000);

  it('comes with less than 250 KB of page, scripts, styles and fonts the first time', async () => {
    for (const place of ['/player/', '/player/welcome']) {
      const context = await aBrowser(browser);
      const { page } = await openPage(context, app.url);
      const wire = await context.newCDPSession(page);
      await wire.send('Network.enable');
      const kinds = new Map<string, string>();
      let bytes = 0;
      wire.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
      wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (['Document', 'Script', 'Stylesheet', 'Font'].includes(kinds.get(requestId) ?? '')) bytes += encodedDataLength;
      });
      await page.goto(`${app.url}${place}`);
      await settled(page);
      expect(bytes / 1024).toBeLessThan(MOST_KB);
      expect(bytes).toBeGreaterThan(0);
      await context.close();
    }
  });

  it('can be walked through by keys alone: past the header, along a row, into a title and to its play button', async () => {
    const context = await signedIn({});
    const { page } = await visit(context, '/player/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await shelf(page, 'Recommended for you').getByRole('link').first().focus();
    await page.keyboard.press('ArrowRight');
    const second = await shelf(page, 'Recommended for you').getByRole('link').nth(1).getAttribute('href');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^(Watch|Continue)$/ }).waitFor();
    await context.close();
  });

  it('does not move for those who ask for no motion', async () => {
    const context = await signedIn({ reducedMotion: 'reduce' });
    const { page } = await visit(context, '/player/');
    const longest = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('*')].map((each) => Number.parseFloat(getComputedStyle(each).transitionDuration) || 0)),
    );
    expect(longest).toBeLessThan(0.001);
    await context.close();
  });

  it('says so where something fails to load, and loads when asked again', async () => {
    const context = await signedIn({});
    const { page } = await openPage(context, app.url);
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 503, contentType: 'application/json', body: '{"errors":[{"message":"Away"}]}' }),
    );
    await page.goto(`${app.url}${places.title}`);
    await page.getByText('This could not be loaded.').first().waitFor();
    await shoot(page, 'title-failed');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Toy Story' }).waitFor();
    await page.goto(`${app.url}/player/no/such/page`);
    await page.getByText('There is nothing at this address.').waitFor();
    await context.close();
  });

  it('waits for the network where a page cannot be fetched without one, and comes by itself', async () => {
    const context = await signedIn({});
    const { page } = await visit(context, '/player/');
    await context.setOffline(true);
    await page.evaluate(() => history.pushState(null, '', '/player/me'));
    await page.getByText('You are offline. It loads by itself when you are back.').waitFor();
    await page.getByRole('link', { name: /Kinograph/ }).click();
    await shelf(page, 'Recommended for you').getByRole('link').first().waitFor();
    await page.evaluate(() => history.pushState(null, '', '/player/me'));
    await page.getByText('You are offline. It loads by itself when you are back.').waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'My page' }).waitFor();
    await context.close();
  });
});

/** Every page with something on it. */
async function placesOf(): Promise<Readonly<Record<string, string>>> {
  const query =
    '{ film: title(id: "movielens:1") { id } titles(filter: { kinds: [SHOW], search: "breaking bad" }, first: 1) { nodes { id } } }';
  const { data } = await ask(app.url, query);
  const { film, titles } = data as { film: { id: string }; titles: { nodes: { id: string }[] } };
  const headers = { authorization: `Bearer ${JSON.parse(account).token}` };
  const sample = await ask(app.url, 'mutation { sampleHistory { historyImport { id } } }', { headers });
  const { historyImport } = fieldOf<{ historyImport: { id: string } }>(sample, 'sampleHistory');
  return {
    welcome: '/player/welcome',
    home: '/player/',
    search: '/player/search?q=matrix',
    'search-nothing': '/player/search?q=zzzzqqqq',
    title: `/player/title/${film.id}`,
    show: `/player/title/${titles.nodes[0]?.id}`,
    watch: `/player/watch/${film.id}`,
    me: '/player/me',
    history: '/player/history',
    'history-import': `/player/history/${historyImport.id}`,
    insights: '/player/insights',
    'sign-in': '/player/sign-in',
    'sign-up': '/player/sign-up',
  };
}

async function signedIn(options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await aBrowser(browser, options);
  await context.addInitScript((kept) => localStorage.setItem('kinograph:account', kept), account);
  return context;
}

async function visit(context: BrowserContext, place: string): Promise<WatchedPage> {
  const watched = await openPage(context, app.url);
  await watched.page.goto(`${app.url}${place}`);
  await settled(watched.page);
  return watched;
}

/** Waits until nothing of the page loads any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await until('nothing loads any more', () => page.evaluate(() => document.querySelector('[aria-busy="true"]') === null));
}
