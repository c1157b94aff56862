import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { browserPath, openBrowser } from '../support/browser';
import { startDemoApp } from '../support/demo-app';
import { anEvent } from '../support/event';
import { ask } from '../support/graphql';
import { openPage } from '../support/page';
import { aDemoPerson, addFilms, type DemoPerson, namesOf, shelf } from '../support/player';
import { until } from '../support/until';

const path = browserPath();
const RECOMMENDED = 'Recommended for you';
const TRACK = 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }';
let app: TestApp;
let browser: Browser;
let films: Readonly<Record<string, readonly number[]>>;

(path === null ? describe.skip : describe)('lists in the player', () => {
  beforeAll(async () => {
    app = await startDemoApp();
    films = await addFilms(app, 12, 'Comedy', 'Drama', 'Western');
    browser = await openBrowser(path ?? '');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('move in two tabs and on a second device of the person who watches, and not for anybody else', async () => {
    const person = await aDemoPerson(app.url);
    const stranger = await aDemoPerson(app.url);
    const [first, second] = [await person.device(browser), await person.device(browser)];
    const elsewhere = await stranger.device(browser);
    const [tab, otherTab, device, other] = [await home(first), await home(first), await home(second), await home(elsewhere)];
    const before = await namesOf(other, RECOMMENDED);
    const unmoved = await namesOf(tab, RECOMMENDED);
    await watch(person, 'Western', 0);
    for (const page of [tab, otherTab, device]) {
      await until('the list says why it moved', () => shelf(page, RECOMMENDED).getByText('Moved because of “Western 1”').isVisible());
      expect((await namesOf(page, RECOMMENDED))[0]).toMatch(/^Western/);
      expect(await namesOf(page, RECOMMENDED)).not.toEqual(unmoved);
    }
    expect(await namesOf(other, RECOMMENDED)).toEqual(before);
    expect(await shelf(other, RECOMMENDED).getByText('Moved').count()).toBe(0);
    await Promise.all([first, second, elsewhere].map((context) => context.close()));
  });

  it('hold still under a pointer, say what is new, and move when it is asked for', async () => {
    const person = await aDemoPerson(app.url);
    const context = await person.device(browser);
    const page = await home(context);
    const before = await namesOf(page, RECOMMENDED);
    await shelf(page, RECOMMENDED).getByRole('link').first().hover();
    await watch(person, 'Drama', 3);
    const news = shelf(page, RECOMMENDED).getByRole('button', { name: /new|New order/ });
    await news.waitFor();
    expect(await namesOf(page, RECOMMENDED)).toEqual(before);
    await news.click();
    await until('the list moves', async () => (await namesOf(page, RECOMMENDED))[0]?.startsWith('Drama'));
    await context.close();
  });

  it('hold still while a key is in them, and move by themselves when focus and pointer have left', async () => {
    const person = await aDemoPerson(app.url);
    const context = await person.device(browser);
    const page = await home(context);
    const before = await namesOf(page, RECOMMENDED);
    await shelf(page, RECOMMENDED).getByRole('link').nth(1).focus();
    await watch(person, 'Western', 5);
    await shelf(page, RECOMMENDED)
      .getByRole('button', { name: /new|New order/ })
      .waitFor();
    expect(await namesOf(page, RECOMMENDED)).toEqual(before);
    await page.getByRole('searchbox').focus();
    await until('the list moves', async () => (await namesOf(page, RECOMMENDED))[0]?.startsWith('Western'));
    await context.close();
  });

  it('go on after the connection was lost, with what happened meanwhile', async () => {
    const person = await aDemoPerson(app.url);
    const context = await person.device(browser);
    const page = await home(context);
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await watch(person, 'Comedy', 4);
    await context.setOffline(false);
    await until('the list has moved', async () => (await namesOf(page, RECOMMENDED))[0]?.startsWith('Comedy'), 40);
    await context.close();
  }, 60_000);

  it('count what was seen: half of a card for a second, once a list', async () => {
    const person = await aDemoPerson(app.url);
    const context = await person.device(browser);
    const page = await home(context);
    const impressions = (): Promise<{ titleIds: readonly number[] }[]> =>
      app.house.database.db.query(
        `select "titleIds" from events where type = 'IMPRESSION' and "recommendationId" is not null and "userId" = $1`,
        [person.id],
      );
    await until('impressions are in the log', async () => (await impressions()).length > 0);
    const titles = (await impressions()).flatMap(({ titleIds }) => titleIds);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeLessThan((await namesOf(page, RECOMMENDED)).length);
    await context.close();
  });
});

async function home(context: Awaited<ReturnType<DemoPerson['device']>>): Promise<Page> {
  const { page } = await openPage(context, app.url);
  await page.goto(`${app.url}/player/`);
  await shelf(page, RECOMMENDED).getByText('Live').waitFor();
  return page;
}

/** The person watches most of a film on something that is no browser of ours. */
async function watch(person: DemoPerson, genre: string, index: number): Promise<void> {
  const titleId = String(films[genre]?.[index]);
  const events = [anEvent({ id: randomUUID(), titleId, fromSeconds: 0, toSeconds: 3_000 })];
  const answer = await ask(app.url, TRACK, { headers: person.headers, variables: { events } });
  expect(answer.text).toContain('ACCEPTED');
}
