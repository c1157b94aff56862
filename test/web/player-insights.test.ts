import type { Browser, Page } from 'playwright-core';
import { TitleKind } from '../../core/title';
import { publish } from '../../store/notices';
import { browserPath, openBrowser } from '../support/browser';
import { type DemoApp, startDemoApp } from '../support/demo-app';
import { ask, fieldOf } from '../support/graphql';
import { bringer, fullExport, shortExport } from '../support/history';
import { openPage, shoot } from '../support/page';
import { aDemoPerson, type DemoPerson } from '../support/player';
import { overflowOf, seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const path = browserPath();
let app: DemoApp;
let browser: Browser;
/** Somebody with a full history, a friend with one film of it, and their blend. */
let reader: DemoPerson;
let friend: DemoPerson;
let blendId: string;

(path === null ? describe.skip : describe)('how somebody watches, on the player', () => {
  beforeAll(async () => {
    app = await startDemoApp(undefined, { JOBS: 'true' });
    const { db } = app.house.database;
    const film = await aTitle(db, { name: 'Harbour Lights', year: 2001, seconds: 7_200, genres: ['Drama', 'Romance'] });
    await aTitle(db, { name: 'The Quiet Key', year: 2010, seconds: 5_400, genres: ['Thriller'] });
    await aTitle(db, { name: 'Signal House', kind: TitleKind.SHOW, year: 2015, seconds: 3_000, genres: ['Drama', 'Mystery'] });
    await aTitle(db, { name: 'No Length', year: 2012, genres: ['Comedy'] });
    await db.query(`insert into credits ("titleId", role, position, name) values ($1, 'ACTOR', 0, 'Ada Reed')`, [film]);
    await publish(db, [{ topic: 'titles', ids: null }]);
    reader = await somebodyWith(FULL);
    friend = await somebodyWith(shortExport(['Harbour Lights', '2021-05-30']));
    blendId = await aBlendOf(reader, friend);
    browser = await openBrowser(path ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('is told in charts whose bars lead to the plays behind them', async () => {
    const { page, faults } = await openInsights(reader);
    await page.getByRole('heading', { name: 'Month by month' }).waitFor();
    await shoot(page, 'insights');
    await page.getByRole('heading', { name: 'Hours of the day' }).scrollIntoViewIfNeeded();
    await shoot(page, 'insights-times');
    expect(await factsOf(page)).toEqual({ Time: '4 h 30 min', Plays: '5', Titles: '3' });
    await page
      .getByRole('region', { name: 'Actors' })
      .getByRole('button', { name: /Ada Reed.*1 h/ })
      .waitFor();
    const binge = page.getByRole('region', { name: 'Binges' }).getByRole('button', { name: /Signal House/ });
    await binge.click();
    await expectPlays(page, 3, 'Signal House');
    await page
      .getByRole('region', { name: 'Genres' })
      .getByRole('button', { name: /Thriller/ })
      .click();
    await expectPlays(page, 1, 'The Quiet Key');
    const months = page.getByRole('group', { name: 'Month by month' });
    await months.getByRole('button', { name: /May 2021/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'April 2021' }).waitFor();
    await expectPlays(page, 3, 'Signal House');
    await page.getByRole('region', { name: 'Hours of the day' }).getByText('As a table').click();
    await page.getByRole('button', { name: '10:00 PM: 1 play' }).click();
    await expectPlays(page, 1, 'The Quiet Key');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Films', exact: true }).click();
    await until('only films are left', async () => (await factsOf(page)).Plays === '2');
    expect(page.url()).toContain('kind=MOVIE');
    await page.getByLabel('When').selectOption('month');
    await page.getByText('Nothing was played there.').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await until('all is back', async () => (await factsOf(page)).Plays === '5');
    expect(faults).toEqual([]);
  }, 60_000);

  it('says what has no time of day and what nobody knows the length of, and shows only one import where that is asked', async () => {
    const person = await somebodyWith(shortExport(['No Length', '2021-04-30'], ['Harbour Lights', '2021-05-30']));
    const other = await bringer(app.url, person.headers).bring(shortExport(['The Quiet Key', '2021-06-30']));
    const { page } = await openInsights(person, `?import=${other.id}`);
    await until('one import is shown', async () => (await factsOf(page)).Plays === '1');
    await page.getByRole('link', { name: 'Show everything' }).click();
    await page.getByText('Nobody knows how long 1 play was: it adds no time.').waitFor();
    await page.getByText('3 plays have a day but no time: they are in no hour.').waitFor();
    await page.getByRole('button', { name: '3', exact: true }).click();
    await page.getByRole('dialog').getByText('length not known').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: 'Row 1 of an import: The Quiet Key' }).click();
    await page.getByText('1 of 1 rows count').waitFor();
  });

  it('says what to do before there is anything, and offers no stranger’s blend', async () => {
    const { page } = await openInsights(await aDemoPerson(app.url));
    await page.getByText('Nothing to count yet. Watch something here, or bring a history from elsewhere.').waitFor();
    await shoot(page, 'insights-nothing');
    await page.goto(`${app.url}/player/insights?blend=${blendId}`);
    await page.getByText('There is no such blend, or you are not in it any more.').waitFor();
  });

  it('tells two people what they share, and the titles once both agree', async () => {
    const { page } = await openInsights(reader, `?blend=${blendId}`);
    await page.getByText('These are shown once all of you agree', { exact: false }).waitFor();
    await page.getByText('Most in common: Drama').waitFor();
    await page.getByRole('button', { name: 'Guest 1' }).click();
    await page.getByText('What Guest 1 watched, and when, is not shown until all of you agree.').waitFor();
    expect(await page.getByRole('region', { name: 'Films' }).count()).toBe(0);
    await shoot(page, 'insights-blend-hidden');
    for (const { headers } of [reader, friend])
      await ask(app.url, 'mutation ($id: ID!) { agreeInBlend(id: $id, agrees: true) { userErrors { code } } }', {
        headers,
        variables: { id: blendId },
      });
    await page.reload();
    await page.getByText('1 title that all of you watched').waitFor();
    await page.getByText('All of you watched Harbour Lights the most').waitFor();
    await page
      .getByRole('region', { name: 'Films' })
      .getByRole('button', { name: /Harbour Lights/ })
      .waitFor();
    await shoot(page, 'insights-blend');
  }, 60_000);

  it.each(['dark', 'light'] as const)(
    'can be read in %s, by a screen reader, on a phone and in Russian',
    async (colorScheme) => {
      for (const place of ['', `?blend=${blendId}`]) {
        const options = { colorScheme, locale: 'ru-RU', viewport: { width: 390, height: 844 }, hasTouch: true };
        const { page } = await openInsights(reader, place, options);
        await page.getByRole('heading', { name: 'По месяцам' }).waitFor();
        await shoot(page, `insights${place === '' ? '' : '-blend'}-phone-${colorScheme}`);
        expect(await overflowOf(page)).toBe(0);
        expect(await seriousFaults(page)).toEqual([]);
        await page.close();
      }
    },
    60_000,
  );
});

/** Three parts of a show in one evening of April, then two films in May of 2021. */
const FULL = fullExport(
  { start: '2021-04-10 18:00:00', duration: '00:30:00', title: 'Signal House: Season 1: One (Episode 1)' },
  { start: '2021-04-10 18:40:00', duration: '00:30:00', title: 'Signal House: Season 1: Two (Episode 2)' },
  { start: '2021-04-10 19:20:00', duration: '00:30:00', title: 'Signal House: Season 1: Three (Episode 3)' },
  { start: '2021-05-11 20:00:00', duration: '01:45:00', title: 'Harbour Lights' },
  { start: '2021-05-12 22:00:00', duration: '01:15:00', title: 'The Quiet Key' },
);

/** Somebody whose clocks show UTC and who has brought this file. */
async function somebodyWith(file: string): Promise<DemoPerson> {
  const person = await aDemoPerson(app.url);
  await app.house.database.db.query(`update users set "timeZone" = 'UTC' where id = $1`, [person.id]);
  await bringer(app.url, person.headers).bring(file);
  return person;
}

async function openInsights(
  person: DemoPerson,
  place = '',
  options = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const { page, faults } = await openPage(await person.device(browser, options), app.url);
  await page.goto(`${app.url}/player/insights${place}`);
  await page.locator('main h1').waitFor();
  return { page, faults };
}

/** The blend of two people. */
async function aBlendOf(one: DemoPerson, other: DemoPerson): Promise<string> {
  const call = async <Shape>({ headers }: DemoPerson, name: string, rest: string): Promise<Shape> =>
    fieldOf<Shape>(await ask(app.url, `mutation { ${name}${rest} }`, { headers }), name);
  const { blend } = await call<{ blend: { id: string } }>(one, 'createBlend', ' { blend { id } }');
  const { token } = await call<{ token: string }>(one, 'inviteToBlend', `(id: ${blend.id}) { token }`);
  await call(other, 'joinBlend', `(token: "${token}") { blend { id } }`);
  return blend.id;
}

/** The three numbers at the head of the page. */
async function factsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const texts = await page.locator('dl > div').allInnerTexts();
  return Object.fromEntries(texts.slice(0, 3).map((text) => text.split('\n')));
}

/** Expects the dialog with so many plays, one of them of this title, and closes it. */
async function expectPlays(page: Page, count: number, title: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByText(count === 1 ? '1 play' : `${count} plays`, { exact: true }).waitFor();
  await dialog.getByRole('link', { name: title, exact: false }).first().waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
}
