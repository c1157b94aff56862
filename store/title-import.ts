import { searchName } from '../core/search';
import type { Credit, ExternalId, Tag } from '../core/title';
import type { ImportedTitle } from '../core/title-merge-draft';
import { replaceAliases } from './aliases';
import type { Db } from './database';
import { addCredits, addExternalIds, replaceCredits, replaceTags, writeTags } from './title-facts';

/** A title that an import makes or changes. */
export interface WrittenTitle {
  readonly id: number;
  readonly title: ImportedTitle;
  readonly isNew: boolean;
  /** What of it changed; of a new one, everything. */
  readonly changed: ReadonlySet<keyof ImportedTitle>;
}

const TYPES: Readonly<Record<string, string>> = {
  id: 'bigint',
  kind: 'text',
  name: 'text',
  searchName: 'text',
  year: 'integer',
  description: 'text',
  genres: 'text[]',
  category: 'text',
  certificate: 'text',
  seconds: 'integer',
  pages: 'integer',
  parentId: 'bigint',
  season: 'integer',
  number: 'integer',
  availability: 'jsonb',
  attributes: 'jsonb',
  posterSource: 'text',
  mediaUrl: 'text',
  state: 'text',
};
const NAMES = Object.keys(TYPES);
const COLUMNS = NAMES.map((name) => `"${name}"`).join(', ');
const RECORD = NAMES.map((name) => `"${name}" ${TYPES[name]}`).join(', ');
const SET = NAMES.filter((name) => name !== 'id')
  .map((name) => `"${name}" = given."${name}"`)
  .join(', ');

const recordsOf = (titles: readonly WrittenTitle[]): string =>
  JSON.stringify(
    titles.map(({ id, title: { externalIds: _, tags: __, credits: ___, aliases: ____, ...columns } }) => ({
      ...columns,
      id,
      searchName: searchName(columns.name),
    })),
  );

/** Ids for titles that are about to be made. */
export async function freshTitleIds(db: Db, count: number): Promise<readonly number[]> {
  if (count === 0) return [];
  const rows = await db.query<{ id: number }[]>(
    `select nextval(pg_get_serial_sequence('titles', 'id')) as id from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ id }) => id);
}

/** Writes titles whole, new ones and changed ones, a version up: a fixed number of statements, however many. */
export async function writeTitles(db: Db, titles: readonly WrittenTitle[], now: Date): Promise<void> {
  const made = titles.filter(({ isNew }) => isNew);
  const changed = titles.filter(({ isNew }) => !isNew);
  if (made.length > 0)
    await db.query(
      `insert into titles (${COLUMNS}, "createdAt", "updatedAt") select ${COLUMNS}, $2, $2 from json_to_recordset($1) as given(${RECORD})`,
      [recordsOf(made), now],
    );
  if (changed.length > 0)
    await db.query(
      `update titles set ${SET}, version = titles.version + 1, "updatedAt" = $2 from json_to_recordset($1) as given(${RECORD})
       where titles.id = given.id`,
      [recordsOf(changed), now],
    );
  await addExternalIds(db, factsOf<ExternalId>(titles, 'externalIds'));
  // What is new has nothing to be replaced.
  await writeTags(db, factsOf<Tag>(made, 'tags'));
  await addCredits(db, factsOf<Credit>(made, 'credits'));
  await replaceAliases(db, factsOf<string>(titles, 'aliases'));
  const [tags, credits] = [factsOf<Tag>(changed, 'tags'), factsOf<Credit>(changed, 'credits')];
  if (tags.length > 0) await replaceTags(db, tags);
  if (credits.length > 0) await replaceCredits(db, credits);
}

/** What was changed of titles, by title. */
function factsOf<Fact>(titles: readonly WrittenTitle[], field: 'externalIds' | 'tags' | 'aliases' | 'credits') {
  const told = titles.filter(({ changed, title, isNew }) => changed.has(field) && (!isNew || title[field].length > 0));
  return told.map(({ id, title }) => ({ titleId: id, facts: title[field] as unknown as readonly Fact[] }));
}

/** From here on the transaction's titles leave the words of searches alone, until `countWords`. */
export async function countWordsLater(db: Db): Promise<void> {
  await db.query(`select set_config('kinograph.words', 'later', true)`);
}

/** Adds the words of titles to those that `countWords` will count. */
export function gatherWords(words: Map<string, number>, titles: readonly WrittenTitle[]): void {
  for (const { title, changed } of titles)
    if (changed.has('name'))
      for (const word of new Set(searchName(title.name).split(' '))) if (word !== '') words.set(word, (words.get(word) ?? 0) + 1);
}

/** Counts words of the transaction's titles, in their order and at once. */
export async function countWords(db: Db, words: ReadonlyMap<string, number>): Promise<void> {
  await db.query(
    `insert into title_words (word, titles) select word, titles from unnest($1::text[], $2::integer[]) counted(word, titles) order by word
     on conflict (word) do update set titles = title_words.titles + excluded.titles`,
    [[...words.keys()], [...words.values()]],
  );
}
