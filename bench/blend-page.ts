import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { below, seeded } from '../core/random';
import { aBlend } from '../test/support/blend';
import { browserPath, openBrowser } from '../test/support/browser';
import { bringer, shortExport } from '../test/support/history';
import { aDemoPerson } from '../test/support/player';
import { commit, machine, percentile } from './machine';
import { type BenchServer, startServer } from './server';

const PAIRS = 7;
const ROWS = 200;
const MOST_MS = 1_000;

/** Times the first list on the page of two people's blend, from the moment at which both of their histories count. */
async function benchBlendPage(print: (line: string) => void): Promise<void> {
  const path = browserPath();
  if (path === null) return print('SKIPPED: there is no Chromium on this machine.');
  execFileSync(process.execPath, ['build.mjs']);
  // Accounts come from addresses of their own, as from so many people.
  const server = await startServer({ TRUST_PROXY: 'true' });
  const browser = await openBrowser(path);
  try {
    print(`The first list of a blend at ${commit()} on ${machine()}; command: npm run bench -- blend-page`);
    print(`  ${PAIRS} pairs, ${ROWS} rows of history each, demo catalogue, browsers that have nothing of the page yet`);
    const [first = Number.NaN, ...others] = await waitsOf(browser, server);
    print(`  the first pair after the start: ${first.toFixed(0)} ms (bar ${MOST_MS})`);
    print(`  the others: median ${percentile(others, 0.5).toFixed(0)} ms, worst ${Math.max(...others).toFixed(0)} ms (bar ${MOST_MS})`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function waitsOf(browser: Browser, server: BenchServer): Promise<readonly number[]> {
  const films = await server.ask<{ popular: readonly { name: string }[] }>('{ popular(filter: { kinds: [MOVIE] }, first: 100) { name } }');
  const names = films.popular.map(({ name }) => name);
  const waits: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) waits.push(await firstList(browser, server, { names, random: seeded(pair + 1) }));
  return waits;
}

/** Milliseconds from the moment at which the page is asked for, right after the second import, to the first title of its list. */
async function firstList(
  browser: Browser,
  { url }: BenchServer,
  { names, random }: { readonly names: readonly string[]; readonly random: () => number },
): Promise<number> {
  const [ann, ben] = [await aDemoPerson(url), await aDemoPerson(url)];
  const id = await aBlend(url, [ann, ben]);
  for (const { headers } of [ann, ben]) {
    const day = (row: number): string => new Date(Date.UTC(2026, 5, 30) - row * 86_400_000).toISOString().slice(0, 10);
    const rows = Array.from({ length: ROWS }, (_, row) => [names[below(random, names.length)] ?? '', day(row)] as const);
    await bringer(url, headers).bring(shortExport(...rows));
  }
  const context = await ann.device(browser);
  const page = await context.newPage();
  await page.goto(`${url}/player/blend/${id}`, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(() => document.querySelector('article') !== null && performance.now());
  const wait = Number(await shown.jsonValue());
  await context.close();
  return wait;
}

void benchBlendPage(console.log);
