import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeConsole, withConsole } from '../support/console';
import { aTitle } from '../support/title';

const BUILT = join(__dirname, '..', '..', 'dist', 'admin');
/** Issue 5's bars: what sign-in and dashboard load before anything lazy, compressed; and what a list page may ask. */
const MOST_SHELL_BYTES = 400_000;
const MOST_REQUESTS = 3;
const LISTS = ['titles', 'imports', 'people', 'models', 'jobs', 'placements', 'keys', 'operators', 'audit'];

/** What the first page names: its scripts, with all that they import at once, and its style sheets; in bytes as they travel by gzip. */
function shellBytes(): number {
  const named = [...readFileSync(join(BUILT, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/admin\/(assets\/[^"]+\.(?:js|css))"/g)];
  const files = new Set(named.map(([, file]) => String(file)));
  for (const file of files)
    for (const [, other] of readFileSync(join(BUILT, file), 'utf8').matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g))
      files.add(`assets/${other}`);
  return [...files].map(sizeOf).reduce((sum, size) => sum + size, 0);
}

/** As it travels: what fits into one packet is not compressed. */
function sizeOf(file: string): number {
  const path = join(BUILT, file);
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;
}

/** What the page asks the server by GraphQL until it is quiet. */
async function questionsOf(page: Page, at: string): Promise<readonly string[]> {
  const questions: string[] = [];
  const count = (request: { url(): string; postData(): string | null }): void => {
    if (request.url().endsWith('/graphql')) questions.push(/query (\w+)/.exec(request.postData() ?? '')?.[1] ?? 'something');
  };
  page.on('request', count);
  await page.goto(at);
  await page.waitForLoadState('networkidle');
  page.off('request', count);
  return questions;
}

describeConsole('the console as a whole', () => {
  const console = withConsole();

  it('loads sign-in and dashboard with less than 400 kB, charts and wizard not among them', () => {
    expect(shellBytes()).toBeGreaterThan(0);
    expect(shellBytes()).toBeLessThan(MOST_SHELL_BYTES);
    const chunks = readdirSync(join(BUILT, 'assets')).filter((name) => name.endsWith('.js'));
    expect(chunks.length).toBeGreaterThan(10);
  });

  it('asks at most three times for any page that is a list', async () => {
    for (const name of ['Alien', 'Brazil', 'Casablanca']) await aTitle(console.db, { name });
    const { page } = await console.open();
    await page.waitForLoadState('networkidle');
    const questions: Record<string, readonly string[]> = {};
    for (const list of LISTS) questions[list] = await questionsOf(page, `${console.app.url}/admin/${list}`);
    expect(Object.entries(questions).filter(([, asked]) => asked.length > MOST_REQUESTS)).toEqual([]);
  }, 60_000);

  it('calls nobody but its own server, at any place, for any role', async () => {
    for (const list of LISTS) {
      const { page, strangers } = await console.open({ at: `/${list}` });
      await page.waitForLoadState('networkidle');
      expect(strangers).toEqual([]);
    }
  }, 60_000);
});
