import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { seeded } from '../core/random';
import { searchName } from '../core/search';
import { TitleSortBy } from '../core/title-filter';
import { type Database, migrate, openDatabase, openPool } from '../store/database';
import { titlesPage } from '../store/titles';
import { startTestServer, stopTestServer } from '../test/support/database-server';
import { machine, percentile } from './machine';

const TITLES = 1_000_000;
const WORDS = 200_000;
const QUERIES = 500;

const ONSETS = 'b bl br c ch cl cr d dr f fl g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w'.split(' ');
const VOWELS = 'a a e e i o o u ai ea ee ie oo ou'.split(' ');
const ENDS = ', n r l s t m nd rt ck st ll ng x y ed er'.split(' ').map((end) => (end === ',' ? '' : end));
const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Words that look English, the commonest first, as short as common words are. */
function vocabulary(random: () => number): readonly string[] {
  const words = new Set('the of a and in to man love night day last house girl life world dead black story war one'.split(' '));
  while (words.size < WORDS) {
    const syllables = 1 + Math.floor(random() * (words.size < 2_000 ? 2 : 3.5));
    let word = '';
    for (let i = 0; i < syllables; i++)
      word += pick(random, ONSETS) + pick(random, VOWELS) + (i === syllables - 1 ? pick(random, ENDS) : '');
    words.add(word);
  }
  return [...words];
}

/** Zipf by inversion: rank r with probability about 1 / r. */
const zipf = (random: () => number, ranks: number): number => Math.min(ranks - 1, Math.floor(ranks ** random()) - 1);

function nameOf(random: () => number, words: readonly string[]): string {
  const length = 1 + Math.floor(random() * 2 + random() * 3);
  const chosen = Array.from({ length }, () => words[zipf(random, words.length)] ?? '');
  return chosen.map((word) => word[0]?.toUpperCase() + word.slice(1)).join(' ');
}

async function fill(database: Database, words: readonly string[], random: () => number): Promise<void> {
  const pool = openPool(database.url, 1);
  const client = await pool.connect();
  try {
    await client.query('set synchronous_commit = off');
    function* lines(): Generator<string> {
      for (let i = 0; i < TITLES; i++) {
        const name = nameOf(random, words);
        yield `MOVIE\t${name}\t${searchName(name)}\t${1920 + Math.floor(random() * 105)}\t{"ratingCount": ${Math.floor(1 / (random() + 1e-6))}}\n`;
      }
    }
    const copy = client.query(copyFrom('copy titles (kind, name, "searchName", year, attributes) from stdin'));
    await pipeline(Readable.from(lines()), copy);
    await client.query('vacuum analyze titles');
    await client.query('vacuum analyze title_words');
  } finally {
    client.release();
    await pool.end();
  }
}

/** One letter of a word of four and more replaced, left out, put in or swapped with the next. */
function mistype(random: () => number, word: string): string {
  const at = Math.floor(random() * (word.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, one, two, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  return pick(random, [
    before + letter + two + after,
    before + two + after,
    before + letter + one + two + after,
    before + two + one + after,
  ]);
}

/** Names with a typing error in every second word of four letters and more, at least in one. */
async function queriesOf(database: Database, random: () => number): Promise<readonly { name: string; typed: string }[]> {
  const ids = Array.from({ length: QUERIES * 4 }, () => 1 + Math.floor(random() * TITLES));
  const rows: { name: string }[] = await database.db.query('select "searchName" as name from titles where id = any($1) order by id', [ids]);
  return rows
    .map(({ name }) => ({ name, words: name.split(' ') }))
    .filter(({ words }) => words.every((word) => word.length >= 4))
    .slice(0, QUERIES)
    .map(({ name, words }) => {
      const always = Math.floor(random() * words.length);
      return { name, typed: words.map((word, i) => (i === always || random() < 0.5 ? mistype(random, word) : word)).join(' ') };
    });
}

/** Fills a scratch database with a million generated names, searches 500 of them with typing errors, and prints p50, p95 and the hit rate. */
export async function benchSearch({
  url,
  print,
}: {
  readonly url: string;
  readonly print: (line: string) => void;
}): Promise<{ p95: number }> {
  const scratch = `bench_${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase(url, { connections: 1 });
  await admin.db.query(`create database ${scratch}`);
  const database = await openDatabase(url.replace(/\/[^/]*$/, `/${scratch}`), { connections: 2 });
  try {
    await migrate(database);
    const random = seeded(1);
    const started = performance.now();
    await fill(database, vocabulary(random), random);
    print(`search: filled ${TITLES} titles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const queries = await queriesOf(database, random);
    for (const query of queries.slice(0, 50)) await search(database, query);
    const times: number[] = [];
    let hits = 0;
    for (const query of queries) {
      const begun = performance.now();
      if (await search(database, query)) hits++;
      times.push(performance.now() - begun);
    }
    const p95 = percentile(times, 0.95);
    const [words] = await database.db.query('select count(*) from title_words');
    print(`search: node --import tsx bench/search.ts on ${machine()}; data ${TITLES} generated names of ${words.count} distinct words`);
    print(`search: ${queries.length} queries of words of 4 letters and more, a typing error in half of them, first 10, no totalCount`);
    print(
      `search: p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms; found among the first 10: ${((100 * hits) / queries.length).toFixed(1)} %`,
    );
    return { p95 };
  } finally {
    await database.close();
    await admin.db.query(`drop database ${scratch} with (force)`);
    await admin.close();
  }
}

async function search(database: Database, { name, typed }: { readonly name: string; readonly typed: string }): Promise<boolean> {
  const page = { first: 10, after: null, offset: null };
  const found = await titlesPage(database.db, { filter: { search: typed }, sort: { by: TitleSortBy.RELEVANCE, descending: false }, page });
  return found.edges.some(({ node }) => searchName(node.name) === name);
}

/** On TEST_DATABASE_URL where it is set, else on an embedded server of its own. */
async function main(): Promise<void> {
  try {
    await benchSearch({ url: await startTestServer(), print: console.log });
  } finally {
    await stopTestServer();
  }
}

if (require.main === module) void main();
