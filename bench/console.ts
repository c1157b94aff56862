import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext } from 'playwright-core';
import { browserPath, openBrowser } from '../test/support/browser';
import { commit, machine, percentile } from './machine';
import { type Load, loadPage } from './page-load';
import { type BenchServer, startServer } from './server';

const LOADS = 7;
/** A row of a list stands there, or the number of a card. */
const PLACES = [
  ['titles', 'tbody tr td a, tbody tr'],
  ['people', 'tbody tr'],
  ['jobs', 'tbody tr, main h2'],
] as const;

/** Measures how soon lists of the console can be used, and how often they ask. */
async function benchConsole(print: (line: string) => void): Promise<void> {
  const path = browserPath();
  if (path === null) return print('SKIPPED: there is no Chromium on this machine.');
  execFileSync(process.execPath, ['build.mjs']);
  const server = await startServer();
  const browser = await openBrowser(path);
  try {
    print(`The console at ${commit()} on ${machine()}`);
    print(`  ${LOADS} cold loads each, by loopback; demo catalogue; command: npm run bench -- console`);
    const open = signedIn(server, await session(server));
    for (const [place, content] of PLACES) {
      const loads: Load[] = [];
      for (let run = 0; run < LOADS; run++)
        loads.push(await loadPage(browser, `${server.url}/admin/${place}`, { content, slowdown: 1, open }));
      const of = (read: (load: Load) => number, part: number): string => percentile(loads.map(read), part).toFixed(0);
      const sent = of(({ bytes }) => Object.values(bytes).reduce((sum, kind) => sum + kind, 0) / 1024, 0.5);
      print(
        `  ${place}: interactive ${of(({ interactiveMs }) => interactiveMs, 0.5)} ms, worst ${of(({ interactiveMs }) => interactiveMs, 1)} ms (bar 1,000); ` +
          `${of(({ questions }) => questions, 1)} GraphQL requests (bar 3); ${sent} KB over the wire, posters included`,
      );
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Signs the operator of the first run in; answers the session's cookie. */
async function session({ url, email, password }: BenchServer): Promise<string> {
  const query = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { operator { id } } }';
  const headers = { 'content-type': 'application/json', 'x-kinograph-console': '1' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables: { email, password } }),
  });
  const cookie = response.headers.get('set-cookie') ?? '';
  return cookie.split(';')[0]?.split('=')[1] ?? '';
}

function signedIn({ url }: BenchServer, value: string): (browser: Browser) => Promise<BrowserContext> {
  return async (browser) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ name: 'kinograph_operator', value, url }]);
    return context;
  };
}

void benchConsole(console.log);
