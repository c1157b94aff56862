import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from '../support/app';
import { browserPath, openBrowser } from '../support/browser';
import { startDemoApp } from '../support/demo-app';
import { ask } from '../support/graphql';
import { openPage } from '../support/page';
import { aBrowser, aDemoPerson, addFilms, type DemoPerson, namesOf, position, shelf } from '../support/player';
import { until } from '../support/until';

const path = browserPath();
const RECOMMENDED = 'Recommended for you';
const PAST = '{ history { nodes { title { name } rating } } }';
let app: TestApp;
let browser: Browser;
let films: Readonly<Record<string, readonly number[]>>;

(path === null ? describe.skip : describe)('a person in the player', () => {
  beforeAll(async () => {
    app = await startDemoApp();
    films = await addFilms(app, 12, 'Comedy', 'Western');
    browser = await openBrowser(path ?? '');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('is welcomed, watches without a name, makes an account, keeps the past, and is signed in and out in all tabs', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const { page } = await openPage(context, app.url);
    await page.goto(`${app.url}/player/`);
    await page.getByRole('button', { name: 'Start watching' }).click();
    await shelf(page, RECOMMENDED).getByText('Live').waitFor();
    await page.goto(`${app.url}/player/watch/${films.Western?.[0]}`);
    await until('it plays for a while', async () => (await position(page)) > 2);
    const other = await openHome(context);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Create account' }).click();
    await page.getByLabel('E-mail').fill('not an address');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('Please write an address like name@place.').waitFor();
    await page.getByLabel('E-mail').fill('jane@example.com');
    await page.getByLabel('Password', { exact: true }).fill('a good password');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('What you watched before is now yours.').waitFor();
    await until('the other tab follows', async () => (await other.getByRole('link', { name: 'Sign in' }).count()) === 0);
    await page.goto(`${app.url}/player/me`);
    await page.getByText('Western 1').first().waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
    for (const tab of [page, other]) await tab.getByRole('link', { name: 'Sign in' }).first().waitFor();
    await other.goto(`${app.url}/player/me`);
    await other.getByText('Nothing yet. What you watch will stand here.').waitFor();
    await context.close();
  });

  it('signs in with the right password only, on another device too', async () => {
    const person = await aDemoPerson(app.url);
    const context = await aBrowser(browser);
    const { page } = await openPage(context, app.url);
    await page.goto(`${app.url}/player/sign-in`);
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill('a wrong password');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This e-mail and password do not belong together.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await until('somebody is signed in', async () => (await page.getByRole('link', { name: 'Sign in' }).count()) === 0);
    await context.close();
  });

  it('says what they are called and who they are, and moves their lists by what they like', async () => {
    const { page, context, person } = await openMe();
    await page.getByLabel('Name').fill('Jane');
    await page.getByLabel('Name').press('Enter');
    await page.getByLabel('City').fill('Turku');
    await page.getByLabel('Year of birth').fill('1990');
    await page.getByRole('main').getByRole('button', { name: 'Save' }).last().click();
    const described = '{ viewer { name profile { city birthYear gender } likedGenres { genre weight } } }';
    const viewer = async () => (await ask(app.url, described, { headers: person.headers })).data?.viewer;
    await until('name and profile are kept', async () => JSON.stringify(await viewer()).includes('"name":"Jane"'));
    await until('the profile is kept', async () =>
      JSON.stringify(await viewer()).includes('"city":"Turku","birthYear":1990,"gender":null'),
    );
    await page.getByRole('slider', { name: 'Western' }).fill('50');
    await until('the genre is kept', async () => JSON.stringify(await viewer()).includes('"genre":"Western","weight":'));
    const home = await openHome(context);
    expect((await namesOf(home, RECOMMENDED))[0]).toMatch(/^Western/);
    await context.close();
  });

  it('sees what a title of their past does, takes it all along, and deletes one title and then everything', async () => {
    const { page, context, person } = await openMe('Western');
    await page.getByRole('button', { name: 'What would change without “Western 1”' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/Would leave|Nothing would change/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as CSV' }).click()]);
    expect(readFileSync(await csv.path(), 'utf8')).toContain('Western 1');
    const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as JSON' }).click()]);
    expect(JSON.stringify(JSON.parse(readFileSync(await json.path(), 'utf8')))).toContain('Western 1');
    const past = async () => (await ask(app.url, PAST, { headers: person.headers })).text;
    await page.getByRole('button', { name: 'Delete “Western 1” from your history' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await past()).toContain('Western 1');
    await page.getByRole('button', { name: 'Delete “Western 1” from your history' }).click();
    await until('it is gone', async () => !(await past()).includes('Western 1'), 20);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete all' }).click();
    await until('all of it is gone', async () => !(await past()).includes('Western'));
    await page.getByText('Nothing yet. What you watch will stand here.').waitFor();
    await context.close();
  }, 60_000);

  it('likes, dislikes and rates a title on its page, and is shown what they said', async () => {
    const person = await aDemoPerson(app.url);
    const context = await person.device(browser);
    const { page } = await openPage(context, app.url);
    await page.goto(`${app.url}/player/title/${films.Comedy?.[2]}`);
    await page.getByRole('button', { name: 'Like', exact: true }).click();
    await page.getByRole('slider', { name: 'Your rating' }).fill('4');
    // Gone on at once: the rating is meant all the same.
    await page.getByRole('link', { name: /Kinograph/ }).click();
    const said = async () => (await ask(app.url, '{ history { nodes { opinion rating } } }', { headers: person.headers })).text;
    await until('both are kept', async () => (await said()).includes('"opinion":"LIKE","rating":4'));
    await page.goto(`${app.url}/player/title/${films.Comedy?.[2]}`);
    await page.getByRole('button', { name: 'Like', exact: true, pressed: true }).waitFor();
    expect(await page.getByRole('slider', { name: 'Your rating' }).inputValue()).toBe('4');
    await context.close();
  });
});

/** The page of somebody new, who has watched two films of a genre where one is named. */
async function openMe(genre?: string): Promise<{ page: Page; context: BrowserContext; person: DemoPerson }> {
  const person = await aDemoPerson(app.url);
  if (genre) {
    const events = (films[genre] ?? []).slice(0, 2).map((id) => ({
      id: `of-${person.id}-${id}`,
      type: 'COMPLETED',
      occurredAt: new Date(),
      titleId: String(id),
    }));
    await ask(app.url, 'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }', {
      headers: person.headers,
      variables: { events },
    });
  }
  const context = await person.device(browser);
  const { page } = await openPage(context, app.url);
  await page.goto(`${app.url}/player/me`);
  await page.getByRole('heading', { name: 'My page' }).waitFor();
  return { page, context, person };
}

async function openHome(context: BrowserContext): Promise<Page> {
  const { page } = await openPage(context, app.url);
  await page.goto(`${app.url}/player/`);
  await shelf(page, RECOMMENDED).getByText('Live').waitFor();
  return page;
}
