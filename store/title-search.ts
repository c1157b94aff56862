import { type Match, type Reading, rankMatches, readingsOf, searchName, searchWords, type WordCandidate } from '../core/search';
import type { TitleFilter } from '../core/title-filter';
import type { Db } from './database';
import { POPULARITY, parameters, titleConditions } from './title-filter';

/** What a search found: the readings that it went by, and the best titles of at most five hundred looked at, best first. */
export interface Found {
  readonly readings: readonly (readonly Reading[])[];
  readonly ids: readonly number[];
}

const MOST_MATCHES = 500;
/** With fewer titles than this that hold the words as typed, those that hold corrected words join them. */
const ENOUGH_MATCHES = 20;

/** Finds titles by the words of their name, typing errors forgiven. At most three statements, whatever the length of the list. */
export async function searchTitles(db: Db, filter: TitleFilter): Promise<Found> {
  const text = filter.search ?? '';
  const words = searchWords(text);
  const readings = await readWords(db, words);
  if (readings.length === 0) return { readings, ids: [] };
  const asTyped = readings.map((word) => word.filter(({ cost }) => cost < 1));
  const close = asTyped.every((word) => word.length > 0) ? await matching(db, filter, asTyped) : [];
  if (close.length >= ENOUGH_MATCHES) return { readings: asTyped, ids: rankMatches(text, asTyped, close) };
  return { readings, ids: rankMatches(text, readings, await matching(db, filter, readings)) };
}

/** The meant words for each typed one. A word that the catalogue does not know in any way is left out, unless all are. */
async function readWords(db: Db, words: readonly string[]): Promise<readonly (readonly Reading[])[]> {
  if (words.length === 0) return [];
  const rows: (WordCandidate & { typed: string })[] = await db.query(
    `select typed.word as typed, near.word, near.titles
     from unnest($1::text[]) typed(word), lateral (
       select word, titles from title_words where near_words(word) && near_words(typed.word)
       union (select word, titles from title_words where length(typed.word) >= 8 and word % typed.word)
       union (select word, titles from title_words
              where typed.word = $2 and word like $2 || '%' order by titles desc, word limit 50)
     ) near`,
    [words, words.at(-1)],
  );
  const candidatesOf = (word: string): readonly WordCandidate[] => rows.filter(({ typed }) => typed === word);
  return words.map((word) => readingsOf(word, candidatesOf(word), word === words.at(-1))).filter((readings) => readings.length > 0);
}

/** The most rated titles that hold a reading of every word, and the one that is named exactly so however little it is rated. */
async function matching(db: Db, filter: TitleFilter, readings: readonly (readonly Reading[])[]): Promise<readonly Match[]> {
  const { values, bind } = parameters();
  const columns = `id, "searchName", coalesce((attributes->>'ratingCount')::float8, 0) as "ratingCount"`;
  const allowed = titleConditions(filter, readings, bind);
  return db.query(
    `(select ${columns} from titles where ${allowed} order by ${POPULARITY}, id limit ${MOST_MATCHES})
     union
     (select ${columns} from titles where "searchName" = ${bind(searchName(filter.search ?? ''))} and ${allowed} limit 10)`,
    values,
  );
}
