import { randomUUID } from 'node:crypto';
import { below, seeded } from '../core/random';
import { searchName } from '../core/search';
import { type Database, migrate, openDatabase } from '../store/database';

const GENRES = ['Drama', 'Comedy', 'Crime', 'Horror', 'Romance', 'War', 'Western', 'Noir'];

const ONSETS = 'b br c cl d f g gr h k l m n p r s st t tr v'.split(' ');
const VOWELS = 'a e i o u ea oo'.split(' ');

function wordsOf(random: () => number): readonly string[] {
  const syllable = (): string => `${ONSETS[below(random, ONSETS.length)]}${VOWELS[below(random, VOWELS.length)]}`;
  return Array.from({ length: 5_000 }, () => Array.from({ length: 2 + below(random, 3) }, syllable).join(''));
}

/** Five thousand words that look English, the commonest first. */
const WORDS = wordsOf(seeded(1));
/** A scratch database of its own on a server, with so many titles of made-up names; the same for the same size. */
export async function generatedTitles(server: string, size: number): Promise<{ readonly url: string; readonly database: Database }> {
  const scratch = `bench_${randomUUID().replaceAll('-', '')}`;
  const admin = await openDatabase(server, { connections: 1 });
  await admin.db.query(`create database ${scratch}`);
  await admin.close();
  const url = server.replace(/\/[^/]*$/, `/${scratch}`);
  const database = await openDatabase(url, { connections: 4 });
  await migrate(database);
  await fill(database, size);
  return { url, database };
}

async function fill({ db }: Database, size: number): Promise<void> {
  const random = seeded(size);
  // Rank r with probability about 1 / r, as words of names are.
  const word = (): string => WORDS[Math.min(WORDS.length, Math.floor(WORDS.length ** random())) - 1] ?? '';
  for (let start = 0; start < size; start += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, size - start) }, () => {
      const name = Array.from({ length: 1 + below(random, 4) }, word).join(' ');
      const genres = [GENRES[below(random, GENRES.length)], GENRES[below(random, GENRES.length)]];
      const kind = ['MOVIE', 'MOVIE', 'SHOW', 'BOOK'][below(random, 4)];
      const attributes = { ratingCount: Math.floor(1 / (random() + 1e-5)) };
      return {
        kind,
        name,
        searchName: searchName(name),
        year: 1920 + below(random, 105),
        genres: [...new Set(genres)],
        attributes,
        state: random() < 0.05 ? 'HIDDEN' : 'LISTED',
      };
    });
    await db.query(
      `insert into titles (kind, name, "searchName", year, genres, attributes, state, "updatedAt")
       select kind, name, "searchName", year, genres, attributes, state, now() - random() * interval '1 year'
       from jsonb_to_recordset($1::jsonb) as rows(kind text, name text, "searchName" text, year integer, genres text[], attributes jsonb, state text)`,
      [JSON.stringify(rows)],
    );
  }
  await db.query('vacuum analyze titles');
  await db.query('vacuum analyze title_words');
}
