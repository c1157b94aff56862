import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** A page with what a test looks at beside its content. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses asked for that are not the server's own. */
  readonly strangers: readonly string[];
  /** Errors of the page's scripts and its console. */
  readonly faults: readonly string[];
}

// A page of a machine that does much else at once.
const WAIT_MS = 20_000;

/** Opens an empty page that remembers whom it calls besides `home`, and what goes wrong in it. */
export async function openPage(context: BrowserContext, home: string): Promise<WatchedPage> {
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const strangers: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return { page, strangers, faults };
}

/** Keeps a picture of a page where SCREENSHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** As when the machine turns to night or day while the page is open; waits until no colour is on its way any more. */
export async function turnTo(page: Page, look: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme: look });
  await page.waitForFunction((look) => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.body)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    return red + green + blue > 384 === (look === 'light');
  }, look);
  await comeToRest(page);
}

/** Waits until nothing of a page is on its way to another colour or place, but for what always moves. */
export async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
