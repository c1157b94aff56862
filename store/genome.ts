import type { Db } from './database';

/** One title of the genome: a byte a tag, 0 to 255, in the order of the tags. */
export interface TitleGenome {
  readonly titleId: number;
  readonly relevances: Buffer;
}

const PAGE = 5_000;

/** The tags in the order of the bytes of a title's genome; empty where no genome was imported. */
export async function genomeTags(db: Db): Promise<readonly string[]> {
  const rows = await db.query<{ tag: string }[]>('select tag from genome_tags order by place');
  return rows.map(({ tag }) => tag);
}

/** How many titles have a genome. */
export async function countGenomes(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from title_genomes');
  return row?.count ?? 0;
}

/** Our id of each film of MovieLens that the catalogue knows. */
export async function movieLensTitles(db: Db): Promise<ReadonlyMap<number, number>> {
  const rows = await db.query<{ movieId: number; titleId: number }[]>(
    `select value::integer as "movieId", "titleId" from external_ids where source = 'movielens' and value ~ '^[0-9]{1,9}$'`,
  );
  return new Map(rows.map(({ movieId, titleId }) => [movieId, titleId]));
}

/** Every title's genome, in the order of ids, page by page. */
export async function* titleGenomes(db: Db): AsyncGenerator<readonly TitleGenome[]> {
  for (let after = 0; ; ) {
    const rows = await db.query<TitleGenome[]>(
      'select "titleId", relevances from title_genomes where "titleId" > $1 order by "titleId" limit $2',
      [after, PAGE],
    );
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.titleId;
  }
}

/** Puts a genome in the place of the one before, whole. */
export async function replaceGenome(
  db: Db,
  { tags, titles }: { readonly tags: readonly string[]; readonly titles: readonly TitleGenome[] },
): Promise<void> {
  await db.transaction(async (db) => {
    await db.query('lock table genome_tags in exclusive mode');
    await db.query('delete from genome_tags');
    await db.query('delete from title_genomes');
    await db.query('insert into genome_tags (place, tag) select place - 1, tag from unnest($1::text[]) with ordinality tags(tag, place)', [
      tags,
    ]);
    for (let from = 0; from < titles.length; from += PAGE) {
      const some = titles.slice(from, from + PAGE);
      await db.query('insert into title_genomes ("titleId", relevances) select * from unnest($1::bigint[], $2::bytea[])', [
        some.map(({ titleId }) => titleId),
        some.map(({ relevances }) => relevances),
      ]);
    }
  });
}

/** The tags that most titles have, with how many have each. */
export async function commonTags(db: Db, most: number): Promise<readonly string[]> {
  const rows = await db.query<{ tag: string }[]>('select tag from title_tags group by tag order by count(*) desc, tag limit $1', [most]);
  return rows.map(({ tag }) => tag);
}

/** How these tags fit titles: every pair that there is. */
export async function relevancesOf(
  db: Db,
  tags: readonly string[],
): Promise<readonly { readonly titleId: number; readonly place: number; readonly relevance: number }[]> {
  return db.query(
    `select "titleId", place - 1 as place, relevance from unnest($1::text[]) with ordinality asked(tag, place) join title_tags using (tag)`,
    [tags],
  );
}
