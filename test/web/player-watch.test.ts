import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { browserPath, openBrowser } from '../support/browser';
import { type ClipSite, startClipSite } from '../support/clip';
import { startDemoApp } from '../support/demo-app';
import { reportedOf } from '../support/intervals';
import { openPage, type WatchedPage } from '../support/page';
import { aBrowser, aDemoPerson, addFilms, position } from '../support/player';
import { played, startRecorder } from '../support/recorder';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const path = browserPath();
const TOLERANCE_SECONDS = 0.3;
const HOUR = 3_600;
let app: TestApp;
let site: ClipSite;
let browser: Browser;

(path === null ? describe.skip : describe)('the player', () => {
  beforeAll(async () => {
    app = await startDemoApp();
    site = await startClipSite();
    await addFilms(app, 8, 'Comedy');
    browser = await openBrowser(path ?? '');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await app?.stop();
  });

  it('plays media of a title with keys and controls, and the log holds the seconds that were played', async () => {
    const titleId = await aTitle(db(), { name: 'Two minutes', seconds: site.seconds, mediaUrl: site.clip });
    const { page, context } = await open(titleId);
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await startRecorder(page);
    await playTo(page, 2);
    await page.keyboard.press('l');
    await playTo(page, 14);
    await page.keyboard.press('ArrowLeft');
    await playTo(page, 11);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).first().waitFor();
    await choose(page, '4×');
    await page.getByRole('slider', { name: 'Position' }).fill('60');
    await page.keyboard.press('k');
    await playTo(page, 66);
    await page.keyboard.press('k');
    const truth = await played(page);
    await page.goto(`${app.url}/player/`);
    await until('the log holds it all', async () => (await reportedOf(db(), titleId)).total > truth.total - TOLERANCE_SECONDS);
    const { total, union, twice } = await reportedOf(db(), titleId);
    // The recorder began a moment after the film: the browser's own ranges are whole.
    expect(Math.abs(union - truth.union)).toBeLessThan(TOLERANCE_SECONDS);
    expect(total).toBeGreaterThanOrEqual(truth.total - TOLERANCE_SECONDS);
    expect(twice).toBe(0);
    await context.close();
  });

  it('lets an hour be watched in a minute where there is no media, and tells every second of it', async () => {
    const titleId = await aTitle(db(), { name: 'An hour', seconds: HOUR });
    const { page, context } = await open(titleId);
    await page.getByText('Sample', { exact: true }).waitFor();
    await choose(page, '60×');
    await until('ten minutes have passed', async () => (await position(page)) > 600, 20);
    // Moved while it stands: filling in tells of a move twice, and what plays between the two at 60× was played twice.
    await page.keyboard.press('k');
    await page.getByRole('slider', { name: 'Position' }).fill('3000');
    await page.keyboard.press('k');
    await until('it goes on from there', async () => (await position(page)) > 3_120, 20);
    await page.keyboard.press('k');
    const stopped = await position(page);
    await until('the log holds the last piece', async () => (await reportedOf(db(), titleId)).union > 600 + stopped - 3_000);
    const rows: { to: number }[] = await db().query(
      `select max("toSeconds") as to from events where type = 'WATCH_INTERVAL' and "titleId" = $1`,
      [titleId],
    );
    expect(Math.abs((rows[0]?.to ?? 0) - stopped)).toBeLessThan(TOLERANCE_SECONDS);
    const { total, union } = await reportedOf(db(), titleId);
    expect(Math.abs(total - union)).toBeLessThan(TOLERANCE_SECONDS);
    await context.close();
  });

  it('goes on where one left, and begins anew when asked to', async () => {
    const titleId = await aTitle(db(), { name: 'Left in the middle', seconds: HOUR });
    const { page, context } = await open(titleId);
    await page.getByRole('slider', { name: 'Position' }).fill('1200');
    await until('it goes on from there', async () => (await position(page)) > 1_203, 20);
    await page.goto(`${app.url}/player/`);
    await until('the log knows', async () => (await reportedOf(db(), titleId)).union > 2);
    await page.goto(`${app.url}/player/watch/${titleId}`);
    await page.getByText(/Continuing from 20:0/).waitFor();
    expect(await position(page)).toBeGreaterThan(1_200);
    await page.getByRole('button', { name: 'From the beginning' }).click();
    await until('it begins anew', async () => (await position(page)) < 60);
    await context.close();
  });

  it('asks an anonymous person once whether to keep the list, and takes no for an answer', async () => {
    const titleId = await aTitle(db(), { name: 'Long enough', seconds: HOUR });
    const context = await aBrowser(browser);
    await context.addInitScript(() => {
      if (!localStorage.getItem('kinograph:gate')) localStorage.setItem('kinograph:gate', '{"playedSeconds":59,"notBeforeMs":0}');
    });
    const { page } = await watchIn(context, titleId);
    await page.getByRole('heading', { name: 'Keep your list?' }).waitFor();
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.reload();
    const before = await position(page);
    await until('it plays for a while', async () => (await position(page)) > before + 3);
    expect(await page.getByRole('heading', { name: 'Keep your list?' }).count()).toBe(0);
    await context.close();
  });

  it('never asks whoever is signed in', async () => {
    const titleId = await aTitle(db(), { name: 'Of somebody', seconds: HOUR });
    const context = await (await aDemoPerson(app.url)).device(browser);
    await context.addInitScript(() => localStorage.setItem('kinograph:gate', '{"playedSeconds":500,"notBeforeMs":0}'));
    const { page } = await watchIn(context, titleId);
    await until('it plays for a while', async () => (await position(page)) > 3);
    expect(await page.getByRole('heading', { name: 'Keep your list?' }).count()).toBe(0);
    await context.close();
  });

  it('says so when media cannot be played, and when there is no such title', async () => {
    const titleId = await aTitle(db(), { name: 'Broken', seconds: 60, mediaUrl: `${site.origin}/nothing.webm` });
    const { page, context } = await open(titleId);
    await page.getByText('This cannot be played right now.').waitFor();
    await page.goto(`${app.url}/player/watch/999999999`);
    await page.getByText('There is no such title.').waitFor();
    await context.close();
  });
});

const db = () => app.house.database.db;

async function open(titleId: number): Promise<WatchedPage & { readonly context: BrowserContext }> {
  const context = await aBrowser(browser);
  return { context, ...(await watchIn(context, titleId)) };
}

async function watchIn(context: BrowserContext, titleId: number): Promise<WatchedPage> {
  const watched = await openPage(context, app.url);
  await watched.page.goto(`${app.url}/player/watch/${titleId}`);
  return watched;
}

async function choose(page: Page, speed: string): Promise<void> {
  await page.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: speed, exact: true }).click();
}

async function playTo(page: Page, seconds: number): Promise<void> {
  await until(`the film plays to ${seconds} s`, async () => (await position(page)) >= seconds, 20);
}
