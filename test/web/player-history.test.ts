import { strToU8, zipSync } from 'fflate';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { TitleKind } from '../../core/title';
import { publish } from '../../store/notices';
import { browserPath, openBrowser } from '../support/browser';
import { type DemoApp, startDemoApp } from '../support/demo-app';
import { ask, fieldOf } from '../support/graphql';
import { fullExport, shortExport } from '../support/history';
import { openPage, shoot } from '../support/page';
import { aDemoPerson, type DemoPerson } from '../support/player';
import { overflowOf, seriousFaults } from '../support/serious-faults';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const path = browserPath();
const PASTS = '{ history(first: 100) { nodes { title { name year } firstAt } } }';
let app: DemoApp;
let browser: Browser;

(path === null ? describe.skip : describe)('a history that somebody brings to the player', () => {
  beforeAll(async () => {
    app = await startDemoApp(undefined, { JOBS: 'true' });
    const { db } = app.house.database;
    for (const [name, year] of [
      ['Harbour Lights', 2001],
      ['Dune Sea', 1984],
      ['Dune Sea', 2021],
      ['The Quiet Key', 2010],
    ] as const)
      await aTitle(db, { name, year, seconds: 7_200, genres: ['Drama'] });
    await aTitle(db, { name: 'Signal House', kind: TitleKind.SHOW, year: 2015, seconds: 3_000, genres: ['Mystery'] });
    await publish(db, [{ topic: 'titles', ids: null }]);
    browser = await openBrowser(path ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('is dropped on the page, asked about its dates, corrected name by name, and taken out again', async () => {
    const { page, person, past } = await openHistory();
    await shoot(page, 'history-empty');
    await drop(
      page,
      'netflix.csv',
      shortExport(['Harbour Lights', '03/04/2021'], ['Dune Sea', '05/06/2021'], ['Zzyx Vwqk', '07/08/2021'], ...SEASON),
    );
    await page.getByRole('heading', { name: 'How are the dates meant?' }).waitFor();
    await shoot(page, 'history-dates');
    await page.getByRole('button', { name: /The month comes first.*March 4, 2021/ }).waitFor();
    await page.getByRole('button', { name: /The day comes first.*April 3, 2021/ }).click();
    await page.getByRole('heading', { name: 'Which one?' }).waitFor();
    expect(await basketsOf(page)).toEqual({ Sure: 4, 'Which one?': 1, 'Not found': 1, Dropped: 0, 'Left out': 0 });
    await shoot(page, 'history-ask');
    await page.getByRole('button', { name: /Dune Sea.*2021/ }).click();
    await page.getByText('“Dune Sea” counts as Dune Sea now.').waitFor();
    await page.getByText('Nothing in here.').waitFor();
    expect(await past()).toEqual(['Dune Sea 2021 2021-06-05', 'Harbour Lights 2001 2021-04-03', 'Signal House 2015 2021-01-01']);

    await page.getByRole('button', { name: /^Not found/ }).click();
    await page.getByRole('button', { name: 'Find the title' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('quiet key');
    await shoot(page, 'history-other');
    await dialog.getByRole('button', { name: /The Quiet Key/ }).click();
    await page.getByText('“Zzyx Vwqk” counts as The Quiet Key now.').waitFor();
    await page.getByRole('button', { name: /^Sure/ }).click();
    await page.getByRole('listitem', { name: 'Signal House' }).getByRole('button', { name: 'Leave out' }).click();
    await page.getByText('“Signal House” does not count any more.').waitFor();
    await shoot(page, 'history-sure');
    expect(await basketsOf(page)).toEqual({ Sure: 3, 'Which one?': 0, 'Not found': 0, Dropped: 0, 'Left out': 3 });
    await page.getByRole('button', { name: /^Left out/ }).click();
    await page.getByRole('button', { name: 'Count it again' }).click();
    await page.getByText('“Signal House” is back.').waitFor();
    await page.reload();
    await page.getByText('6 of 6 rows count').waitFor();

    await page.getByRole('button', { name: 'Take this import out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take this import out' }).click();
    await page.getByText('Nothing yet.').waitFor();
    expect(await past()).toEqual([]);
    expect((await ask(app.url, '{ historyImports { nodes { id } } }', { headers: person.headers })).text).toContain('"nodes":[]');
  }, 90_000);

  it('says what is wrong with a file, and what to do', async () => {
    const { page } = await openHistory();
    await choose(page, 'picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    await page.getByText('This is no CSV and no ZIP. Bring the file as Netflix gives it.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await choose(page, 'empty.csv', '');
    await page.getByText('The file is empty. Download it once more.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await choose(page, 'shopping.csv', 'Title,Date\nmilk,two\nbread,one\n');
    await page.getByText('No row has a date: this is no viewing history. Bring the file as Netflix gives it.').waitFor();
    await shoot(page, 'history-failed');
    await page.getByRole('link', { name: 'Bring another file' }).click();
    await page.getByText('Did not work').waitFor();
  });

  it('waits where the connection breaks half-way, says so, and goes on by itself, on whatever page one is', async () => {
    const { page, past } = await openHistory();
    const line = await lineOf(page);
    await line({ uploadThroughput: 400_000 });
    const padding = Array.from({ length: 30_000 }, (_, at) => [`Zzyx Vwqk ${at % 100} ${'x'.repeat(60)}`, '2021-04-30'] as const);
    await choose(page, 'netflix.csv', shortExport(['Harbour Lights', '2021-04-30'], ...padding));
    const bar = page.getByRole('progressbar', { name: 'Sending netflix.csv' });
    await until('a part of it has gone', async () => Number(await bar.getAttribute('value')) > 0.05);
    await line({ offline: true });
    await page.getByText('The connection broke. It goes on by itself when it is back.').waitFor();
    await shoot(page, 'history-broken-off');
    await page.getByRole('link', { name: /Kinograph/ }).click();
    await line({});
    await until('it has arrived', async () => (await past()).length === 1, 60);
    await page.goBack();
    await page.getByText('1 of 30,001 rows count').waitFor();
    expect(await past()).toEqual(['Harbour Lights 2001 2021-04-30']);
  }, 120_000);

  it('comes as the ZIP of a whole account, and is asked whose it is where there are several profiles', async () => {
    const { page, past } = await openHistory();
    await choose(page, 'account.zip', zipOf('CONTENT_INTERACTION/ViewingActivity.csv', TWO_PROFILES));
    await page.getByRole('button', { name: /Bea/ }).click();
    await page.getByText('1 of 2 rows count').waitFor();
    await page.getByRole('button', { name: /^Dropped/ }).click();
    await page.getByText('Of another profile').waitFor();
    expect(await past()).toEqual(['The Quiet Key 2010 2021-05-01']);
    await page.goto(`${app.url}/player/history`);
    await choose(page, 'photos.zip', zipOf('photo.jpg', 'nothing'));
    await page.getByText('There is no viewing history in this ZIP. Bring the one that holds ViewingActivity.csv.').waitFor();
  });

  it('is gone through by keys where it has hundreds of names, on a phone and in Russian too', async () => {
    const names = Array.from({ length: 90 }, (_, at) => [`Qzw${at} Vxk`, '2021-04-30'] as const);
    const { page } = await openHistory({ locale: 'ru-RU', colorScheme: 'dark', viewport: { width: 390, height: 844 } });
    await choose(page, 'netflix.csv', shortExport(['Dune Sea', '2021-04-30'], ...names));
    await page.getByRole('heading', { name: 'Какой именно?' }).waitFor();
    await shoot(page, 'history-ask-phone');
    expect(await overflowOf(page)).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Не нашли/ }).click();
    await page.getByText('Названий: 36 из 90').waitFor();
    for (const shown of [72, 90]) {
      await page.getByRole('button', { name: 'Показать ещё' }).click();
      await page.getByText(`Названий: ${shown} из 90`).waitFor();
    }
    await page.getByRole('listitem', { name: 'Qzw40 Vxk' }).getByRole('button', { name: 'Убрать' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('«Qzw40 Vxk» больше не учитывается.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Qzw41 Vxk');
    await page.getByText('Названий: 89 из 89').waitFor();
    await page.getByRole('searchbox', { name: 'Найти по названию' }).fill('qzw7');
    await page.getByText('Названий: 11 из 11').waitFor();
    await shoot(page, 'history-unknown-phone');
    expect(await seriousFaults(page)).toEqual([]);
  }, 60_000);

  it('can be tried with a sample, and shows nothing of it to somebody else who knows its address', async () => {
    const { page, past } = await openHistory();
    await page.getByRole('button', { name: 'Take a sample' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sample' }).waitFor();
    expect((await past()).length).toBeGreaterThan(0);
    const { page: other } = await openHistory();
    await other.goto(page.url());
    await other.getByText('There is no such import, or it was taken out.').waitFor();
  });
});

const SEASON = [1, 2, 3].map((number) => [`Signal House: Season 1: Part ${number}`, `01/0${number}/2021`] as const);

const TWO_PROFILES = fullExport(
  { profile: 'Ann', start: '2021-05-01 18:00:00', duration: '01:10:00', title: 'Harbour Lights' },
  { profile: 'Bea', start: '2021-05-01 18:00:00', duration: '01:10:00', title: 'The Quiet Key' },
);

const zipOf = (name: string, content: string): Buffer => Buffer.from(zipSync({ [name]: strToU8(content) }));

interface Opened {
  readonly page: Page;
  readonly person: DemoPerson;
  /** What counts for them: name, year and day. */
  past(): Promise<readonly string[]>;
}

/** The page for histories, before somebody who has brought none. */
async function openHistory(options: BrowserContextOptions = {}): Promise<Opened> {
  const person = await aDemoPerson(app.url);
  const { page } = await openPage(await person.device(browser, options), app.url);
  await page.goto(`${app.url}/player/history`);
  await page.locator('main h2').first().waitFor();
  interface Row {
    readonly title: { readonly name: string; readonly year: number };
    readonly firstAt: string;
  }
  return {
    page,
    person,
    async past() {
      const { nodes } = fieldOf<{ nodes: readonly Row[] }>(await ask(app.url, PASTS, { headers: person.headers }), 'history');
      return nodes.map(({ title, firstAt }) => `${title.name} ${title.year} ${firstAt.slice(0, 10)}`).sort();
    },
  };
}

const choose = (page: Page, name: string, content: string | Buffer): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

/** Drops a file on the page as from a folder beside it. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([name = '', content = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], name, { type: 'text/csv' }));
      return transfer;
    },
    [name, content],
  );
  await page.getByRole('region', { name: 'A Netflix history' }).dispatchEvent('drop', { dataTransfer: files });
}

/** How many rows the page says are in each basket. */
async function basketsOf(page: Page): Promise<Readonly<Record<string, number>>> {
  const texts = await page.getByRole('group', { name: 'What became of the rows' }).getByRole('button').allInnerTexts();
  return Object.fromEntries(texts.map((text) => text.split('\n')).map(([name = '', count = '']) => [name, Number(count)]));
}

/** Makes a page's line slow, or cuts it, in the midst of what goes over it. */
async function lineOf(page: Page): Promise<(as: { readonly offline?: boolean; readonly uploadThroughput?: number }) => Promise<void>> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const open = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  return async (as) => void (await wire.send('Network.emulateNetworkConditions', { ...open, ...as }));
}
