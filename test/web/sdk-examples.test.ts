import type { Browser, Page } from 'playwright-core';
import { ApiKeyKind } from '../../core/api-key';
import { createApiKey } from '../../flow/api-key';
import { startApp, type TestApp } from '../support/app';
import { browserPath, openBrowser } from '../support/browser';
import { withDatabase } from '../support/database';
import { bundle, exampleOf, type Site, startSite } from '../support/sdk-page';
import { aTitle } from '../support/title';
import { until } from '../support/until';

const path = browserPath();
const fixture = withDatabase();
const MOST_LINES = 20;
let app: TestApp;
let site: Site;
let key: string;
let browser: Browser;

/** What each example needs around it, as any project has it. */
const PAGES: readonly {
  readonly language: string;
  readonly page: (example: string) => readonly [html: string, script?: string];
}[] = [
  { language: 'html', page: (example) => [`<!doctype html><meta charset="utf-8">${example}`] },
  {
    language: 'jsx',
    page: (example) => {
      const main = `import { createElement as h } from 'react';
        import { createRoot } from 'react-dom/client';
        import { Film, Recommended } from './example.jsx';
        createRoot(document.querySelector('#root')).render([h(Film, { key: 1, titleId: 'movielens:318', src: 'film.webm' }), h(Recommended, { key: 2 })]);`;
      return [ROOT, bundle({ 'example.jsx': example }, main)];
    },
  },
  {
    language: 'vue',
    page: (example) => {
      const main = "import { createApp } from 'vue';\nimport Example from './example.vue';\ncreateApp(Example).mount('#root');";
      return [ROOT, bundle({ 'example.vue': example }, main)];
    },
  },
];
const ROOT = '<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="/page.js"></script>';

(path === null ? describe.skip : describe)('the examples of docs/sdk.md, in a browser', () => {
  beforeAll(async () => {
    for (let film = 0; film < 30; film++) await aTitle(fixture.db, { name: `Film ${film}`, genres: ['Drama'], seconds: 6_000 });
    app = await startApp(fixture.url);
    site = await startSite();
    const input = { kind: ApiKeyKind.BROWSER, name: 'Examples', origins: [site.origin] };
    key = (await createApiKey(fixture.db, input, { actor: 'system', now: new Date() })).secret;
    browser = await openBrowser(path ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await app?.stop();
  });

  it.each(PAGES)('the one in $language is short, and its list moves after an event', async ({ language, page: build }) => {
    const example = exampleOf(language, { url: app.url, key });
    expect(example.trimEnd().split('\n').length).toBeLessThan(MOST_LINES);
    site.publish(...build(example));
    const { page, faults, rows } = await open();
    await until('the list is drawn', async () => (await rows()).length === 20);
    const [first = '', ...rest] = await rows();
    await page.click(`li:has-text("${first}")`);
    await until('the list has moved', async () => (await rows()).length === 20 && !(await rows()).includes(first));
    expect((await rows()).slice(0, 5)).toEqual(rest.slice(0, 5));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('what was seen for a second is told, and a click on a page that closes at once is not lost', async () => {
    const events = async (type: string): Promise<{ titleIds: string[] | null; recommendationId: string | null }[]> =>
      fixture.db.query(`select "titleIds", "recommendationId" from events where type = $1 order by sequence`, [type]);
    const before = { shown: (await events('IMPRESSION')).length, liked: (await events('LIKE')).length };
    site.publish(`<!doctype html><meta charset="utf-8"><style>li { height: 120px }</style>${exampleOf('html', { url: app.url, key })}`);
    const { page, rows } = await open();
    await until('the list is drawn', async () => (await rows()).length === 20);
    const impression = await until('an impression is told', async () => (await events('IMPRESSION'))[before.shown]);
    expect(impression.recommendationId).not.toBeNull();
    expect(impression.titleIds?.length).toBeGreaterThan(1);
    expect(impression.titleIds?.length).toBeLessThan(10);
    await page.context().newPage();
    await page.evaluate(() => document.querySelectorAll('li')[1]?.click());
    await page.close({ runBeforeUnload: true });
    await until('the click is told', async () => (await events('LIKE')).length === before.liked + 1);
    await browser.contexts()[0]?.close();
  });
});

/** A page of a person nobody has seen before; `rows` are the names in the list. */
async function open(): Promise<{ page: Page; faults: string[]; rows: () => Promise<string[]> }> {
  const page = await (await browser.newContext()).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !/404/.test(message.text()) && faults.push(message.text()));
  await page.goto(site.origin);
  return { page, faults, rows: () => page.locator('li').allTextContents() };
}
