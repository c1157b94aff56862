import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { browserPath, openBrowser } from '../test/support/browser';
import { commit, machine, percentile } from './machine';
import { type Load, loadPage } from './page-load';
import { type BenchServer, startServer } from './server';

const LOADS = 7;
const SLOWDOWN = 4;
const EVENTS = 30;

/** Measures the player's first load on a processor slowed down four times, and how soon two tabs show what an event changed. */
export async function benchPlayer(print: (line: string) => void): Promise<void> {
  const path = browserPath();
  if (path === null) return print('SKIPPED: there is no Chromium on this machine.');
  execFileSync(process.execPath, ['build.mjs']);
  const server = await startServer();
  const browser = await openBrowser(path);
  try {
    print(`The player at ${commit()} on ${machine()}`);
    print(`  ${LOADS} cold loads each, processor slowed down ${SLOWDOWN} times; demo catalogue; command: npm run bench -- player`);
    await loads(browser, server, print);
    await pushes(browser, server, print);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function loads(browser: Browser, { url }: BenchServer, print: (line: string) => void): Promise<void> {
  for (const [name, address, content] of [
    ['landing', '/player/welcome', 'main h1'],
    ['home', '/player/', 'main a[href*="/title/"]'],
  ] as const) {
    const measured: Load[] = [];
    const options = { slowdown: SLOWDOWN, open: openAgain };
    for (let run = 0; run < LOADS; run++) measured.push(await loadPage(browser, `${url}${address}`, { content, ...options }));
    const median = (of: (load: Load) => number): string => percentile(measured.map(of), 0.5).toFixed(0);
    const kinds = Object.entries(measured[0]?.bytes ?? {}).map(([kind, bytes]) => `${kind} ${(bytes / 1024).toFixed(1)}`);
    const page = (bytes: Load['bytes']): number =>
      ['Document', 'Script', 'Stylesheet', 'Font'].reduce((sum, kind) => sum + (bytes[kind] ?? 0), 0) / 1024;
    print(
      `  ${name}: first paint ${median(({ paintMs }) => paintMs)} ms, interactive ${median(({ interactiveMs }) => interactiveMs)} ms (bar 1,500)`,
    );
    print(
      `  ${name}: page, scripts, styles and fonts ${median(({ bytes }) => page(bytes))} KB compressed (bar 250); by kind in KB: ${kinds.join(', ')}`,
    );
  }
}

/** Somebody who comes again: the home page, not the landing. */
async function openAgain(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => localStorage.setItem('kinograph:visited', '1'));
  return context;
}

/** An event of one person: how long until two tabs and another browser of that person have the new list. */
async function pushes(browser: Browser, server: BenchServer, print: (line: string) => void): Promise<void> {
  const { demoSignIn } = await server.ask<{ demoSignIn: { token: string; expiresAt: string } }>(
    'mutation { demoSignIn(userId: "movielens:1") { token expiresAt } }',
  );
  const devices = [await device(browser, demoSignIn), await device(browser, demoSignIn)];
  const pages = await Promise.all([devices[0], devices[0], devices[1]].map((context) => openHome(context as BrowserContext, server.url)));
  const titles = await server.ask<{ popular: readonly { id: string }[] }>(
    `{ popular(filter: { kinds: [MOVIE] }, first: ${EVENTS}) { id } }`,
  );
  const waits: number[] = [];
  for (const [index, { id }] of titles.popular.entries()) {
    const before = await Promise.all(pages.map(pushed));
    const began = performance.now();
    const events = [
      { id: `bench-${index}`, type: 'WATCH_INTERVAL', occurredAt: new Date(), titleId: id, fromSeconds: 0, toSeconds: 4_000 },
    ];
    await server.ask(
      'mutation ($events: [EventInput!]!) { trackEvents(events: $events) { results { status } } }',
      { events },
      demoSignIn.token,
    );
    await Promise.all(
      pages.map((page, at) =>
        page.waitForFunction((count) => (window as unknown as { pushes: number }).pushes > count, before[at] as number, { polling: 5 }),
      ),
    );
    waits.push(performance.now() - began);
  }
  print(
    `  event to push in two tabs and a second device, acknowledgement included: p50 ${percentile(waits, 0.5).toFixed(0)} ms, worst ${Math.max(...waits).toFixed(0)} ms (bar 500)`,
  );
}

async function device(browser: Browser, account: object): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addInitScript((kept) => localStorage.setItem('kinograph:account', kept), JSON.stringify(account));
  // Counts lists as they come in by the socket.
  await context.addInitScript(() => {
    const counted = Object.assign(window, { pushes: 0 });
    const Native = window.WebSocket;
    window.WebSocket = class extends Native {
      constructor(...args: ConstructorParameters<typeof Native>) {
        super(...args);
        this.addEventListener('message', ({ data }) => {
          if (String(data).includes('recommendationsChanged')) counted.pushes += 1;
        });
      }
    };
  });
  return context;
}

async function openHome(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/player/`);
  await page.waitForFunction(() => (window as unknown as { pushes: number }).pushes > 0);
  return page;
}

const pushed = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { pushes: number }).pushes);

if (require.main === module) void benchPlayer(console.log);
