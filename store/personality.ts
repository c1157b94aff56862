import { type PersonalityGroup, personalityOf, type RatedGenres } from '../core/personality';
import type { Db } from './database';

/** A group as it was counted. */
export interface CountedGroup extends PersonalityGroup {
  /** Its part of all people that were counted, 0 to 1. */
  readonly share: number;
  readonly groupedAt: Date;
}

/** A person's own group: `people` is as of the last count, null where none knew of such a group. */
export interface Personality {
  readonly key: string;
  readonly people: number | null;
}

/** What these people rated: an episode has its show's genres, a merged title those of the one that stands for it. People who rated nothing are left out. */
export async function ratedGenresOf(db: Db, userIds: readonly number[]): Promise<ReadonlyMap<number, readonly RatedGenres[]>> {
  const rows: { userId: number; ratings: readonly RatedGenres[] }[] = await db.query(
    `select "userId", json_agg(json_build_object('rating', rating, 'genres', coalesce(standing.genres, titles.genres))) as ratings
     from interactions join titles on titles.id = "titleId"
     left join titles standing on standing.id = coalesce(titles."mergedIntoId", titles."parentId")
     where "userId" = any($1::bigint[]) and rating is not null group by 1`,
    [userIds],
  );
  return new Map(rows.map(({ userId, ratings }) => [userId, ratings]));
}

/** The personality of each of these people, in their order; null for who rated too little. */
export async function personalitiesOf(db: Db, userIds: readonly number[]): Promise<readonly (Personality | null)[]> {
  const ratings = await ratedGenresOf(db, userIds);
  const keys = userIds.map((id) => personalityOf(ratings.get(id) ?? []));
  const rows: PersonalityGroup[] = await db.query('select key, people from personality_groups where key = any($1::text[])', [keys]);
  const people = new Map(rows.map((group) => [group.key, group.people]));
  return keys.map((key) => (key === null ? null : { key, people: people.get(key) ?? null }));
}

/** Lets these groups stand in the place of all before. */
export async function replacePersonalityGroups(db: Db, groups: readonly PersonalityGroup[], groupedAt: Date): Promise<void> {
  await db.transaction(async (db) => {
    // Two runs that end at once come one after the other.
    await db.query('lock table personality_groups in exclusive mode');
    await db.query('delete from personality_groups');
    await db.query(
      `insert into personality_groups (key, people, "groupedAt")
       select key, people, $3 from unnest($1::text[], $2::integer[]) counted(key, people)`,
      [groups.map(({ key }) => key), groups.map(({ people }) => people), groupedAt],
    );
  });
}

/** The groups of most people; equal ones by name. */
export async function largestGroups(db: Db, most: number): Promise<readonly CountedGroup[]> {
  return db.query(
    `select key, people, people::float8 / sum(people) over () as share, "groupedAt" from personality_groups
     order by people desc, key collate "C" limit $1`,
    [most],
  );
}
