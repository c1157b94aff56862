import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { TitleKind } from '../../core/title';
import { publish } from '../../store/notices';
import type { TestApp } from '../support/app';
import { browserPath, openBrowser } from '../support/browser';
import { startDemoApp } from '../support/demo-app';
import { ask } from '../support/graphql';
import { comeToRest, openPage, shoot, type WatchedPage } from '../support/page';
import { aBrowser, aDemoPerson, type DemoPerson, shelf } from '../support/player';
import { colourFaults, overflowOf, seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const path = browserPath();
let app: TestApp;
let browser: Browser;

(path === null ? describe.skip : describe)('mood, time and cards in the player', () => {
  beforeAll(async () => {
    app = await startDemoApp();
    await addCatalogue(app);
    browser = await openBrowser(path ?? '');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('lists what fits a mood and a time, says how much of it, sells it, and moves with a like, a dislike and what is not known', async () => {
    const person = await aDemoPerson(app.url);
    const { page, faults } = await openMood(person);
    await page.getByRole('radio', { name: 'Calm' }).check();
    await page.getByRole('button', { name: '2 h' }).click();
    await until('films that are calm and short enough are listed', async () => {
      const names = await namesOf(page, 'Films');
      return names.length === 3 && names.every((name) => name.startsWith('Reef'));
    });
    expect(new URL(page.url()).search).toBe('?mood=calm&minutes=120');
    expect(await namesOf(page, 'Films')).toHaveLength(3);
    const [film] = await namesOf(page, 'Films');
    await page.getByRole('article', { name: film, exact: true }).getByText('1 h, 1 h to spare').waitFor();
    await page.getByText('Pages 1 to 115 of 300, 2 h').first().waitFor();
    await page.getByText('Season 1, episode 1 · Dawn · 30 min').waitFor();
    const offer = page.getByRole('link', { name: '€9.99 at Corner Shop' }).first();
    expect(await offer.getAttribute('href')).toMatch(/^\/go\/\d+\?t=/);

    await answer(page, film ?? '', 'Like');
    await page.getByText(`You like “${film}”: more like it comes.`).waitFor();
    await page.getByText(`Moved because of “${film}”`).waitFor();
    const [second = ''] = await namesOf(page, 'Films');
    expect(second).not.toBe(film);
    await answer(page, second, 'Dislike');
    await until('what is disliked is gone', async () => !(await namesOf(page, 'Films')).includes(second));
    const [third = ''] = await namesOf(page, 'Films');
    await answer(page, third, 'Don’t know');
    await until('what is not known makes room', async () => !(await namesOf(page, 'Films')).includes(third));
    expect(await namesOf(page, 'Films')).toHaveLength(3);
    expect(await opinionsOf(person)).toEqual(['DISLIKE', 'LIKE']);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('fills the time with a playlist, shows others, and goes by the address alone', async () => {
    const { page } = await openMood(await aDemoPerson(app.url), '?mood=calm&minutes=30&kinds=TRACK');
    expect(await page.getByRole('radio', { name: 'Calm' }).isChecked()).toBe(true);
    expect(await page.getByRole('slider', { name: 'How much time is there?' }).getAttribute('aria-valuetext')).toBe('30 min');
    expect(await page.getByRole('region', { name: 'Films' }).count()).toBe(0);
    const playlist = page.getByRole('region', { name: 'A playlist that fits' });
    await playlist.getByText('30:00 of 30:00').waitFor();
    expect(await playlist.getByRole('listitem').count()).toBe(10);
    const before = await namesOf(page, 'Music');
    await page.getByRole('button', { name: 'Show me others' }).click();
    await until('others are shown', async () => {
      const names = await namesOf(page, 'Music');
      return names.length === 3 && names.every((name) => !before.includes(name));
    });
    await page.getByRole('button', { name: 'Back to the first ones' }).click();
    await until('the first are back', async () => (await namesOf(page, 'Music')).join() === before.join());
    await page.context().close();
  });

  it('says which limit to let go of where nothing fits, and that it could not be loaded, then goes on', async () => {
    const { page } = await openMood(await aDemoPerson(app.url), '?minutes=5&kinds=MOVIE&genre=Documentary');
    await page.getByText('Nothing fits.').waitFor();
    await shoot(page, 'mood-nothing');
    await page.getByRole('button', { name: 'As long as it takes' }).click();
    await until('films are there', async () => (await namesOf(page, 'Films')).length === 3);
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: '1 h' }).click();
    await page.getByText('This could not be loaded.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Films' }).getByText('1 h').first().waitFor();
    const before = await namesOf(page, 'Films');
    await page.context().setOffline(true);
    await answer(page, before[0] ?? '', 'Don’t know');
    await page.getByText('Your answer is kept, and the list follows when you are back.').waitFor();
    expect(await namesOf(page, 'Films')).toEqual(before);
    await page.context().setOffline(false);
    await until('the list follows', async () => !(await namesOf(page, 'Films')).includes(before[0] ?? ''));
    await page.context().close();
  });

  it('asks whoever makes an account by cards, takes the last answer back, and shows at the end what changed', async () => {
    const { page, faults } = await openPage(await aBrowser(browser), app.url);
    await page.goto(`${app.url}/player/`);
    await page.getByRole('complementary').getByRole('link', { name: 'Say what you like' }).waitFor();
    await page.goto(`${app.url}/player/sign-up`);
    await page.getByLabel('E-mail').fill('newcomer@example.com');
    await page.getByLabel('Password', { exact: true }).fill('a good password');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('group', { name: 'Genres of Films' }).getByRole('button', { name: 'Documentary' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'On to the cards' }).click();
    const first = await cardIn(page, 1);
    await page.keyboard.press('3');
    const second = await cardIn(page, 2);
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    await cardIn(page, 3);
    await page.getByRole('button', { name: `Back to “${second}”` }).click();
    expect(await cardIn(page, 2)).toBe(second);
    expect(await seriousFaults(page)).toEqual([]);
    const asked = [first];
    for (let at = 2; at <= 10; at++) {
      asked.push(await cardIn(page, at));
      if (at === 4) await shoot(page, 'cards');
      await page.getByRole('button', { name: 'Like', exact: true }).click();
    }
    await page.getByRole('heading', { level: 1, name: 'Your list' }).waitFor();
    await page.getByText(/brought \d+ new titles? into the first 10/).waitFor();
    expect(new Set(asked).size).toBe(10);
    const listed = await shelf(page, 'Recommended for you').getByRole('link').allInnerTexts();
    expect(listed.filter((text) => asked.some((name) => text.startsWith(`${name}\n`)))).toEqual([]);
    await shoot(page, 'cards-end');
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('can be used by keys, on a phone, in dark and light, in Russian and by a screen reader', async () => {
    const phone = { locale: 'ru-RU', viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' as const };
    const { page } = await openMood(await aDemoPerson(app.url), '?mood=calm&minutes=30', phone);
    await page.getByText('Ничего не', { exact: false }).first().waitFor({ state: 'attached' });
    await page.getByRole('radio', { name: 'Спокойствие' }).focus();
    await page.keyboard.press('ArrowLeft');
    await until('the key before it is pressed', async () => new URL(page.url()).search.includes('mood=joyful'));
    await until('nothing is on its way', async () => (await page.locator('[aria-busy="true"]').count()) === 0);
    for (const width of [390, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await shoot(page, `mood-${width}`);
      expect(await overflowOf(page)).toBe(0);
      expect(await seriousFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await comeToRest(page);
    expect(await colourFaults(page)).toEqual([]);
    await page.context().close();
  });
});

async function openMood(person: DemoPerson, search = '', options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openPage(await person.device(browser, options), app.url);
  await watched.page.goto(`${app.url}/player/mood${search}`);
  await watched.page.getByRole('radio').first().waitFor();
  return watched;
}

/** The name of the card that is shown, once it is the one of this number. */
async function cardIn(page: Page, at: number): Promise<string> {
  await page.getByText(`Card ${at} of 10`).waitFor();
  return page.getByRole('article').getByRole('heading').innerText();
}

/** The names of what fits of one kind, in their places. */
const namesOf = (page: Page, kind: string): Promise<string[]> =>
  shelf(page, kind).getByRole('article').getByRole('heading').allInnerTexts();

const answer = (page: Page, title: string, what: string): Promise<void> =>
  page.getByRole('article', { name: title, exact: true }).getByRole('button', { name: what, exact: true }).click();

/** What somebody said of titles, as it is kept. */
async function opinionsOf({ headers }: DemoPerson): Promise<readonly string[]> {
  const { data } = await ask(app.url, '{ history { nodes { opinion } } }', { headers });
  return (data as { history: { nodes: { opinion: string }[] } }).history.nodes.map(({ opinion }) => opinion).sort();
}

/** Calm films with an offer each, loud ones, a calm series, books and tracks of three minutes. */
async function addCatalogue({ house, url }: TestApp): Promise<void> {
  const { db } = house.database;
  const [shop] = await db.query(`insert into shops (name, currency) values ('Corner Shop', 'EUR') returning id`);
  for (let at = 1; at <= 8; at++) {
    const reef = await aTitle(db, { name: `Reef ${at}`, genres: ['Documentary'], seconds: 3_600, year: 2000 + at });
    await db.query(
      `insert into offers ("shopId", sku, "titleId", url, price, currency, availability, hash)
       values ($1, $2, $3, 'https://shop.example.com/', 999, 'EUR', 'IN_STOCK', 'x')`,
      [shop.id, `reef-${at}`, reef],
    );
    await aTitle(db, { name: `Blast ${at}`, genres: ['Action'], seconds: 3_600, year: 2000 + at });
    await aTitle(db, { name: `Verse ${at}`, kind: TitleKind.BOOK, genres: ['Poetry'], pages: 300 });
    for (const half of ['a', 'b'])
      await aTitle(db, { name: `Air ${at}${half}`, kind: TitleKind.TRACK, genres: ['Classical'], seconds: 180 });
  }
  const show = await aTitle(db, { name: 'Tides', kind: TitleKind.SHOW, genres: ['Documentary'], seconds: 1_800 });
  for (const [at, name] of ['Dawn', 'Dusk'].entries())
    await aTitle(db, { name, kind: TitleKind.EPISODE, parentId: show, season: 1, number: at + 1, seconds: 1_800 });
  await publish(db, [{ topic: 'titles', ids: null }]);
  await until('the catalogue was read', async () => (await ask(url, '{ popular(first: 1) { id } }')).text.includes('"id"'));
}
