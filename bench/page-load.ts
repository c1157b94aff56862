import type { Browser, BrowserContext } from 'playwright-core';
import { until } from '../test/support/until';

/** A page is interactive once its content is there and nothing keeps it busy for more than 50 ms at a time, for this long. */
const QUIET_MS = 500;

/** What one load of a page took. */
export interface Load {
  /** Bytes on the wire by kind of file, headers included. */
  readonly bytes: Readonly<Record<string, number>>;
  /** GraphQL requests. */
  readonly questions: number;
  readonly paintMs: number;
  readonly interactiveMs: number;
}

interface Timed {
  readonly busyUntil: number;
  /** When what one came for stood there; 0: not yet. */
  readonly shownAt: number;
}

interface Loading {
  /** Selector of what somebody came for. */
  readonly content: string;
  /** How many times the processor is slowed down; 1: not. */
  readonly slowdown: number;
  /** Opens an empty browser, as whoever comes. */
  readonly open: (browser: Browser) => Promise<BrowserContext>;
}

/** Loads a page into a browser that has nothing of it yet, and closes that. */
export async function loadPage(browser: Browser, address: string, { content, slowdown, open }: Loading): Promise<Load> {
  const context = await open(browser);
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const timed = Object.assign(window, { busyUntil: 0, shownAt: 0 });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) timed.busyUntil = startTime + duration;
    }).observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => {
      if (timed.shownAt === 0 && document.querySelector(selector)) timed.shownAt = performance.now();
    }).observe(document, { childList: true, subtree: true });
  }, content);
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  wire.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  let questions = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/graphql') questions += 1;
  });
  await page.goto(address, { waitUntil: 'commit' });
  await until('it is shown, and nothing keeps the page busy', () =>
    page.evaluate((quietMs) => {
      const { shownAt, busyUntil } = window as unknown as Timed;
      return shownAt > 0 && performance.now() - Math.max(shownAt, busyUntil) > quietMs;
    }, QUIET_MS),
  );
  const [paintMs = Number.NaN, shownMs = Number.NaN, busyMs = Number.NaN] = await page.evaluate(() => {
    const { shownAt, busyUntil } = window as unknown as Timed;
    return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime, shownAt, busyUntil];
  });
  await context.close();
  return { bytes, questions, paintMs, interactiveMs: Math.max(shownMs, busyMs) };
}
