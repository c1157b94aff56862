import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { publish } from '../../store/notices';
import type { TestApp } from './app';
import { ask, fieldOf } from './graphql';
import { aTitle } from './title';
import { until } from './until';

/** Somebody with an account of the demo, in as many browsers as they like. */
export interface DemoPerson {
  readonly id: number;
  readonly token: string;
  readonly email: string;
  readonly password: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A browser of theirs, signed in. */
  device(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext>;
}

const SIGN_UP = 'mutation ($input: DemoSignUpInput!) { demoSignUp(input: $input) { token expiresAt user { id } } }';

/** Makes an account on a server in demo mode. */
export async function aDemoPerson(url: string): Promise<DemoPerson> {
  const [email, password] = [`${randomUUID()}@example.com`, 'a good password'];
  // Each from an address of their own: of one only so many accounts are made in a while.
  const headers = { 'x-forwarded-for': randomUUID() };
  const answer = await ask(url, SIGN_UP, { variables: { input: { email, password } }, headers });
  const { token, expiresAt, user } = fieldOf<{ token: string; expiresAt: string; user: { id: string } }>(answer, 'demoSignUp');
  return {
    id: Number(user.id),
    token,
    email,
    password,
    headers: { authorization: `Bearer ${token}` },
    async device(browser, options = {}) {
      const context = await aBrowser(browser, options);
      await context.addInitScript((kept) => localStorage.setItem('kinograph:account', kept), JSON.stringify({ token, expiresAt }));
      return context;
    },
  };
}

/** A browser of somebody who has been here before, without an account. */
export async function aBrowser(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
  await context.addInitScript(() => localStorage.setItem('kinograph:visited', '1'));
  return context;
}

/** A small catalogue: so many films an hour long of each genre. Answers their ids by genre, once lists hold them. */
export async function addFilms(
  { house, url }: TestApp,
  count: number,
  ...genres: readonly string[]
): Promise<Readonly<Record<string, readonly number[]>>> {
  const { db } = house.database;
  const ids: Record<string, number[]> = {};
  for (const genre of genres) {
    const names = Array.from({ length: count }, (_, index) => `${genre} ${index + 1}`);
    ids[genre] = await Promise.all(names.map((name) => aTitle(db, { name, genres: [genre], seconds: 3_600, year: 2001, category: genre })));
  }
  await publish(db, [{ topic: 'titles', ids: null }]);
  await until('the catalogue was read', async () => (await ask(url, '{ popular { id } }')).text.includes('"id"'));
  return ids;
}

/** The part of a page under a heading. */
export const shelf = (page: Page, heading: string): Locator => page.getByRole('region', { name: heading });

/** The names of the titles of a shelf in their order. */
export function namesOf(page: Page, heading: string): Promise<readonly string[]> {
  return shelf(page, heading)
    .locator('a[href*="/title/"], a[href*="/watch/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).innerText.split('\n')[0] ?? ''));
}

/** Where what plays stands, in seconds. */
export const position = (page: Page): Promise<number> =>
  page.getByRole('slider', { name: 'Position' }).evaluate((slider) => (slider as HTMLInputElement).valueAsNumber);
