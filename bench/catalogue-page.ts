import { Scope } from '../core/caller';
import type { Database } from '../store/database';
import { startApp, type TestApp } from '../test/support/app';
import { aKey, type Headers } from '../test/support/callers';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { ask } from '../test/support/graphql';
import { generatedTitles } from './generated-titles';
import { commit, machine, percentile } from './machine';

const SIZES = [100, 100_000] as const;
const ROUNDS = 150;
const BAR = 1.3;

/** What the console's list of titles asks for a page. */
const PAGE = `query ($filter: TitleFilter, $sort: TitleSort, $first: Int!, $offset: Int) {
  titles(filter: $filter, sort: $sort, first: $first, offset: $offset) {
    nodes { id kind name year genres state seconds pages posterUrl category certificate version updatedAt } pageInfo { hasNextPage } } }`;
/** The count comes by itself, so that no page waits for it. */
const COUNT = 'query ($filter: TitleFilter) { titles(filter: $filter, first: 0) { totalCount } }';
const SEEN = ['LISTED', 'HIDDEN'];
const BY_NAME = { by: 'NAME', descending: false };
/** What is asked of both; of a hundred titles, page 100 is the last one. */
type Asked = (side: Side, at: number) => Readonly<Record<string, unknown>>;
const ASKED: Readonly<Record<string, Asked>> = {
  'first page by name': () => ({ filter: { states: SEEN }, sort: BY_NAME, first: 25 }),
  'first page, newest change first': () => ({ filter: { states: SEEN }, sort: { by: 'UPDATED', descending: true }, first: 25 }),
  'filtered by kind, genre and years': () => ({
    filter: { states: SEEN, kinds: ['MOVIE'], genres: ['Crime'], yearFrom: 1950 },
    sort: { by: 'YEAR', descending: true },
    first: 25,
  }),
  'a search for a name of its own with a typing error': ({ typed }, at) => ({
    filter: { states: SEEN, search: typed[at % typed.length] },
    first: 25,
  }),
  'page 100': ({ size }) => ({ filter: { states: SEEN }, sort: BY_NAME, first: 25, offset: size > 100 ? 2_475 : 75 }),
};

interface Side {
  readonly size: number;
  readonly typed: readonly string[];
  readonly database: Database;
  readonly app: TestApp;
  readonly key: Headers;
}

/** Asks two servers in turn, one with a hundred titles and one with a hundred thousand, and prints how much longer the large one takes. */
async function benchCataloguePage(url: string, print: (line: string) => void): Promise<void> {
  print(`a page of the catalogue at ${commit()} on ${machine()}; command: npm run bench -- catalogue-page`);
  print(
    `  medians of ${ROUNDS} requests each over HTTP, both servers in turn; 25 rows; the count comes beside the page, as in the console`,
  );
  const sides: Side[] = [];
  try {
    for (const size of SIZES) sides.push(await open(url, size));
    for (const [what, asked] of Object.entries(ASKED)) {
      await measure(sides, PAGE, asked);
      print(`  ${what}: ${told(await measure(sides, PAGE, asked))} (bar ${BAR})`);
      print(
        `    its exact count: ${told(await measure(sides, COUNT, asked))}; the first time after a change: ${told(await measure(sides, COUNT, asked, { forget: true }))}`,
      );
    }
  } finally {
    for (const { app, database } of sides) {
      await app.stop();
      await database.close();
    }
  }
}

const told = ([small = 0, large = 0]: readonly number[]): string =>
  `${small.toFixed(2)} and ${large.toFixed(2)} ms, ${(large / small).toFixed(2)} times`;

/** Medians of both sides, asked in turn; with `forget`, what was counted before is forgotten first. */
async function measure(sides: readonly Side[], query: string, asked: Asked, { forget = false } = {}): Promise<readonly number[]> {
  const times = sides.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [side, each] of sides.entries()) {
      const { app, key } = each;
      if (forget) app.house.titleCounts.forget();
      const began = performance.now();
      const { errors, text } = await ask(app.url, query, { variables: asked(each, round), headers: key });
      times[side]?.push(performance.now() - began);
      if (errors.length > 0) throw new Error(text);
    }
  }
  return times.map((each) => percentile(each, 0.5));
}

/** Names of two words and more that there are, the last letter but one of the first word left out. */
async function typedNames({ db }: Database): Promise<readonly string[]> {
  const rows: { name: string }[] = await db.query(
    `select name from titles where name ~ '^\\w{5,} \\w{5,}' order by md5(name), id limit 40`,
  );
  return rows.map(({ name }) => name.replace(/^(\w+)\w(\w)\b/, '$1$2'));
}

async function open(url: string, size: number): Promise<Side> {
  const made = await generatedTitles(url, size);
  const app = await startApp(made.url);
  return { size, typed: await typedNames(made.database), database: made.database, app, key: await aKey(made.database.db, Scope.ADMIN) };
}

/** On TEST_DATABASE_URL where it is set, else on an embedded server of its own. */
async function main(): Promise<void> {
  try {
    await benchCataloguePage(await startTestServer(), console.log);
  } finally {
    await stopTestServer();
  }
}

void main();
