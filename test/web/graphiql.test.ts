import type { Browser, Page } from 'playwright-core';
import { browserPath, openBrowser } from '../support/browser';
import { withDatabase } from '../support/database';
import { startFront, type TestFront } from '../support/front';
import { openPage, shoot, type WatchedPage } from '../support/page';
import { until } from '../support/until';

const path = browserPath();
const fixture = withDatabase();
let front: TestFront;
let browser: Browser;

(path === null ? describe.skip : describe)('GraphiQL', () => {
  beforeAll(async () => {
    front = await startFront(fixture.database);
    browser = await openBrowser(path ?? '');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await front?.stop();
  });

  it('asks, with the headers of its tab, and calls nobody but its own server', async () => {
    const { page, strangers, faults } = await open();
    const { token } = await front.tokens.startSession();
    await write(page, 'Headers', JSON.stringify({ authorization: `Bearer ${token}` }));
    await write(page, 'Query', 'query Who { who }');
    await operationIs(page, 'Who');
    await page.click('.graphiql-execute-button');
    await until('the answer shows the viewer', async () => /viewer \d+/.test(await answerOf(page)));
    await shoot(page, 'graphiql-query');
    expect(strangers).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('subscribes over a socket and shows what is pushed', async () => {
    const { page, faults } = await open();
    await page.click('.graphiql-tab-button:has-text("Live")');
    await write(page, 'Query', 'subscription Ticks { ticks }');
    await operationIs(page, 'Ticks');
    await page.click('.graphiql-execute-button');
    await until('the subscription waits', () => front.waiting.count === 1);
    front.tick();
    await until('the push shows', async () => (await answerOf(page)).includes('"ticks"'));
    expect(faults).toEqual([]);
    await page.close();
    await until('the subscription ends', () => front.waiting.count === 0);
  });
});

async function open(): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const watched = await openPage(context, front.url);
  await watched.page.goto(`${front.url}/graphiql/`);
  await watched.page.waitForSelector('.graphiql-query-editor .CodeMirror');
  return watched;
}

/** Replaces what stands in one of GraphiQL's editors. */
async function write(page: Page, editor: 'Query' | 'Headers', text: string): Promise<void> {
  const selector =
    editor === 'Query' ? '.graphiql-query-editor .CodeMirror' : '.graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror';
  await page.locator(selector).first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** GraphiQL reads a changed document a moment later; until then it would ask for the operation that stood there before. */
async function operationIs(page: Page, name: string): Promise<void> {
  const known = () => page.evaluate(() => localStorage.getItem('graphiql:operationName'));
  await until(`GraphiQL knows the operation ${name}`, async () => (await known()) === name);
}

async function answerOf(page: Page): Promise<string> {
  return (await page.locator('.graphiql-response').textContent()) ?? '';
}
