import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { publish } from '../../store/notices';
import type { TestApp } from './app';
import { aLiveModel } from './factors';
import { ask } from './graphql';
import { openPage } from './page';
import { addInteraction } from './person';
import { aDemoPerson, type DemoPerson } from './player';
import { aTitle } from './title';
import { until } from './until';

/** Films for people whose tastes are far apart, and what lies between them, best first. */
export interface Tastes {
  readonly space: readonly number[];
  readonly love: readonly number[];
  readonly both: readonly number[];
}

const FILMS = 12;

/** A catalogue with a model that knows two tastes; answers once lists hold it. */
export async function addTastes({ house, url }: TestApp): Promise<Tastes> {
  const { db } = house.database;
  const vectors = new Map<number, readonly [number, number]>();
  const add = async (name: string, genres: string[], vector: (at: number) => readonly [number, number]): Promise<number[]> => {
    const ids: number[] = [];
    for (let at = 0; at < FILMS; at++) {
      const id = await aTitle(db, { name: `${name} ${at + 1}`, genres, seconds: 6_000, year: 1990 + at, certificate: 'PG' });
      vectors.set(id, vector(at));
      ids.push(id);
    }
    return ids;
  };
  const space = await add('Rocket', ['Sci-Fi'], (at) => [1 - at / 100, 0.01]);
  const love = await add('Kiss', ['Romance'], (at) => [0.01, 1 - at / 100]);
  const both = await add('Moonlight', ['Sci-Fi', 'Romance'], (at) => [0.7 - at / 100, 0.7 - at / 100]);
  await aLiveModel(db, vectors);
  await publish(db, [{ topic: 'titles', ids: null }]);
  await until('lists hold the films', async () => (await ask(url, '{ popular(first: 1) { id } }')).text.includes('"id"'));
  return { space, love, both };
}

/** Somebody with a name, who liked these titles. */
export async function aNamed(app: TestApp, name: string, liked: readonly number[]): Promise<DemoPerson> {
  const { db } = app.house.database;
  const person = await aDemoPerson(app.url);
  await db.query('update users set name = $2 where id = $1', [person.id, name]);
  for (const titleId of liked) await addInteraction(db, person.id, titleId);
  return person;
}

/** A page of a blend, or of the list of blends, in a browser of this person. */
export async function visitBlend(
  { url }: TestApp,
  browser: Browser,
  person: DemoPerson,
  { place = '/player/blend', ...options }: BrowserContextOptions & { readonly place?: string } = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext; readonly faults: readonly string[] }> {
  const context = await person.device(browser, options);
  const { page, faults } = await openPage(context, url);
  await page.goto(`${url}${place}`);
  await page.locator('main h1').first().waitFor();
  return { page, context, faults };
}

/** The names of the list of a blend in their order. */
export const blended = (page: Page): Promise<readonly string[]> =>
  page.getByRole('article').evaluateAll((places) => places.map((place) => place.querySelector('h3 a')?.textContent ?? ''));

/** Waits until a blend's page hears of every change. */
export const isLive = (page: Page): Promise<void> =>
  page
    .getByRole('region', { name: /^What to watch/ })
    .getByText('Live')
    .waitFor();
