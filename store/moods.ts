import { type Mood, type MoodBook, type MoodDraft, tagsNamedBy } from '../core/mood/mood';
import type { Db } from './database';

const COLUMNS = 'id, names, words, match, genres, tags, sound, version, "updatedAt"';

/** Every mood, in the order in which they were made. */
export async function allMoods(db: Db): Promise<readonly Mood[]> {
  return db.query(`select ${COLUMNS} from moods order by place, id`);
}

/** The mood of an id, held against other writers until the transaction ends; null where there is none. */
export async function moodForUpdate(db: Db, id: string): Promise<Mood | null> {
  const [row] = await db.query<Mood[]>(`select ${COLUMNS} from moods where id = $1 for update`, [id]);
  return row ?? null;
}

/** The ids of all moods, in their order; none of them goes before the transaction ends. */
export async function moodIds(db: Db): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }[]>('select id from moods order by place, id for share');
  return rows.map(({ id }) => id);
}

/** How many moods there are. */
export async function countMoods(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from moods');
  return row?.count ?? 0;
}

/** Adds a mood as version 1; null when its id is taken. */
export async function addMood(db: Db, mood: MoodDraft): Promise<Mood | null> {
  const [row] = await db.query<Mood[]>(
    `insert into moods (id, names, words, match, genres, tags, sound, place)
     values ($1, $2, $3, $4, $5, $6, $7, (select coalesce(max(place) + 1, 0) from moods))
     on conflict (id) do nothing returning ${COLUMNS}`,
    valuesOf(mood),
  );
  return row ?? null;
}

/** Writes over a mood that this transaction holds, as its next version. */
export async function changeMood(db: Db, mood: MoodDraft): Promise<Mood> {
  const [rows]: [Mood[], number] = await db.query(
    `update moods set names = $2, words = $3, match = $4, genres = $5, tags = $6, sound = $7, version = version + 1, "updatedAt" = now()
     where id = $1 returning ${COLUMNS}`,
    valuesOf(mood),
  );
  return rows[0] as Mood;
}

/** Takes out a mood that this transaction holds. */
export async function deleteMood(db: Db, id: string): Promise<void> {
  await db.query('delete from moods where id = $1', [id]);
}

/** The names of the placements that ask for a mood. */
export async function placementsWithMood(db: Db, id: string): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }[]>(`select name from placements where input ->> 'mood' = $1 order by name`, [id]);
  return rows.map(({ name }) => name);
}

/** True once for each database, whoever asks first: the moods that are shipped were not yet offered to it. */
export async function offersMoods(db: Db): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `insert into settings (name, value) values ('moods', '{"shipped": true}') on conflict (name) do nothing returning name`,
  );
  return rows.length > 0;
}

/** All moods with the tags that they name. */
export async function moodBook(db: Db): Promise<MoodBook> {
  const moods = await allMoods(db);
  return { moods: new Map(moods.map((mood) => [mood.id, mood])), tags: await moodTags(db, moods, null) };
}

/** The tags that any of the moods names, of these titles, or of all where `titleIds` is null. */
export async function moodTags(
  db: Db,
  moods: readonly Pick<Mood, 'tags'>[],
  titleIds: readonly number[] | null,
): Promise<MoodBook['tags']> {
  const among = titleIds === null ? '' : 'and "titleId" = any($2::bigint[])';
  const rows = await db.query<{ titleId: number; tag: string; relevance: number }[]>(
    `select "titleId", lower(tag) as tag, relevance from title_tags where lower(tag) = any($1::text[]) ${among}`,
    titleIds === null ? [tagsNamedBy(moods)] : [tagsNamedBy(moods), titleIds],
  );
  const tags = new Map<number, Map<string, number>>();
  for (const { titleId, tag, relevance } of rows) tags.set(titleId, (tags.get(titleId) ?? new Map()).set(tag, relevance));
  return tags;
}

function valuesOf({ id, names, words, match, genres, tags, sound }: MoodDraft): readonly unknown[] {
  return [id, names, words, match, ...[genres, tags, sound].map((weights) => JSON.stringify(weights))];
}
