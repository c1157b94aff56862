import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ApiKeyKind } from '../../core/api-key';
import { createApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { browserPath, openBrowser } from '../support/browser';
import { type ClipSite, startClipSite } from '../support/clip';
import { withDatabase } from '../support/database';
import { type Reported, reportedOf } from '../support/intervals';
import { type Played, played, startRecorder } from '../support/recorder';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const path = browserPath();
const fixture = withDatabase();
let app: TestApp;
let site: ClipSite;
let key: string;
let browser: Browser;
let titleId: number;

/** How far the seconds in the database may be from those that were played. */
const TOLERANCE_SECONDS = 0.3;

(path === null ? describe.skip : describe)('what the SDK reports of a video on somebody else’s page', () => {
  beforeAll(async () => {
    app = await startApp(fixture.url);
    site = await startClipSite();
    const input = { kind: ApiKeyKind.BROWSER, name: 'Clips', origins: [site.origin] };
    key = (await createApiKey(fixture.db, input, { actor: 'system', now: new Date() })).secret;
    browser = await openBrowser(path ?? '');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await app?.stop();
  });
  beforeEach(async () => {
    titleId = await aTitle(fixture.db, { name: 'Clip', seconds: site.seconds });
  });

  it('is what was played between seeks forward and back, pauses and changes of speed, to its end', async () => {
    const { page, context } = await openClip();
    await playTo(page, 2);
    await seek(page, 60);
    await playTo(page, 62);
    await seek(page, 30);
    await playTo(page, 31.5);
    await page.evaluate(() => video().pause());
    await seek(page, 90);
    await page.evaluate(() => {
      video().playbackRate = 2;
      return video().play();
    });
    await playTo(page, 92);
    await page.evaluate(() => {
      video().playbackRate = 0.5;
    });
    await playTo(page, 93);
    await page.evaluate(() => {
      video().playbackRate = 16;
    });
    await playTo(page, 105);
    await seek(page, 1);
    await playTo(page, 3);
    await page.evaluate(() => {
      video().playbackRate = 1;
    });
    await seek(page, 118.6);
    await until('the clip ends', () => page.evaluate(() => video().ended));
    await expectReported(await played(page));
    await context.close();
  });

  it('is whole when the tab is hidden for a while, and what came before was sent at once', async () => {
    const { page, context } = await openClip();
    await playTo(page, 1.5);
    await setHidden(page, true);
    const { total } = await played(page);
    await until('what was played before is there', async () => Math.abs((await reported()).total - total) < 1);
    await playTo(page, 3.5);
    await setHidden(page, false);
    await playTo(page, 5);
    await page.evaluate(() => video().pause());
    await expectReported(await played(page));
    await context.close();
  });

  it('is whole when the tab is closed in the middle', async () => {
    const { page, context } = await openClip();
    await playTo(page, 1);
    await seek(page, 40);
    await playTo(page, 43);
    const before = await played(page);
    await leave(page);
    await expectReported(before);
    await context.close();
  });

  it('is whole when the page is left for another one', async () => {
    const { page, context } = await openClip();
    await playTo(page, 2.5);
    const before = await played(page);
    await page.goto('about:blank');
    await expectReported(before);
    await context.close();
  });

  it('is kept while there is no network, and comes once when it is back', async () => {
    const { page, context } = await openClip();
    await playTo(page, 1);
    await page.evaluate(() => video().pause());
    const online = await played(page);
    await expectReported(online);
    await context.setOffline(true);
    await page.evaluate(() => video().play());
    await playTo(page, 4);
    await seek(page, 20);
    await playTo(page, 22);
    await page.evaluate(() => video().pause());
    const offline = await played(page);
    expect((await reported()).total).toBeLessThan(online.total + TOLERANCE_SECONDS);
    await context.setOffline(false);
    await expectReported(offline);
    await context.close();
  });

  it('is sent by the next page when the one that watched was closed without a network', async () => {
    const { page, context } = await openClip();
    await playTo(page, 1);
    await context.setOffline(true);
    await playTo(page, 3);
    const before = await played(page);
    await leave(page);
    await context.setOffline(false);
    await openWatch(context);
    await expectReported(before);
    await context.close();
  });
});

declare function video(): HTMLVideoElement;

/** A page of a front end that plays the clip and lets the SDK follow it. */
function pageOf(): string {
  return `<!doctype html><title>Clip</title><video src="${site.clip}" preload="auto" width="320"></video>
    <script type="module">
      import { createKinograph } from '${app.url}/sdk/kinograph.js';
      const kinograph = createKinograph({ url: '${app.url}', key: '${key}', onError: (error) => console.error(error.kind, error.message) });
      kinograph.watchMedia(document.querySelector('video'), { titleId: '${titleId}' });
      window.ready = true;
    </script>
    <script>window.video = () => document.querySelector('video')</script>`;
}

async function openWatch(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();

  site.publish(pageOf());
  await page.goto(`${site.origin}/watch`);
  await until('the clip can be played', () =>
    page.evaluate(() => video().readyState === HTMLMediaElement.HAVE_ENOUGH_DATA && 'ready' in window),
  );
  return page;
}

async function openClip(): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext();
  // A browser without any tab may end: the one that a test closes is not the last.
  await context.newPage();
  const page = await openWatch(context);
  await startRecorder(page);
  await page.evaluate(() => video().play());
  return { page, context };
}

/** Closes a tab as a person does, and waits until it is gone. */
async function leave(page: Page): Promise<void> {
  const gone = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await gone;
}

async function playTo(page: Page, seconds: number): Promise<void> {
  await until(`the clip plays to ${seconds} s`, () => page.evaluate((end) => video().currentTime >= end, seconds), 20);
}

async function seek(page: Page, seconds: number): Promise<void> {
  await page.evaluate(async (to) => {
    const arrived = new Promise((resolve) => video().addEventListener('seeked', resolve, { once: true }));
    video().currentTime = to;
    await arrived;
  }, seconds);
}

/** What Chromium tells a page whose tab goes to the back; a browser without a window has none to put in front. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);
}

const reported = (): Promise<Reported> => reportedOf(fixture.db, titleId);

/** Waits until the log holds all that was played, then looks that it holds no more. */
async function expectReported(truth: Played): Promise<void> {
  await until(`the log holds ${truth.total.toFixed(2)} s`, async () => (await reported()).total > truth.total - TOLERANCE_SECONDS).catch(
    async (error: Error) => {
      throw new Error(`${error.message} It holds ${JSON.stringify(await reported())}.`);
    },
  );
  const { total, union, twice } = await reported();
  expect(Math.abs(total - truth.total)).toBeLessThan(TOLERANCE_SECONDS);
  expect(Math.abs(union - truth.union)).toBeLessThan(TOLERANCE_SECONDS);
  expect(twice).toBe(0);
}
