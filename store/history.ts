import type { Interaction } from '../core/interaction';
import type { TitleKind } from '../core/title';
import type { Db } from './database';
import type { Pair } from './interactions';

/** Which of a person's interactions; a field that is left out allows all. */
export interface PastFilter {
  readonly kinds?: readonly TitleKind[] | null;
  readonly titleIds?: readonly number[] | null;
  /** Last touched at this time or later, and before that one. */
  readonly since?: Date | null;
  readonly until?: Date | null;
}

/** A person's interactions, last touched first: one read along the key of that person, which every recommendation makes too. */
export async function pastOf(db: Db, userId: number, { kinds, titleIds, since, until }: PastFilter): Promise<readonly Interaction[]> {
  return db.query(
    `select interactions.* from interactions
     where "userId" = $1 and ($2::bigint[] is null or "titleId" = any($2)) and ($3::timestamptz is null or "lastAt" >= $3)
       and ($4::timestamptz is null or "lastAt" < $4)
       and ($5::text[] is null or exists (select 1 from titles where titles.id = "titleId" and titles.kind = any($5)))
     order by "lastAt" desc, "titleId" desc`,
    [userId, titleIds ?? null, since ?? null, until ?? null, kinds ?? null],
  );
}

/** Which of a person's events: those with these ids, of these titles and what was merged into them, of a time, or all. */
export interface EventFilter {
  readonly eventIds?: readonly string[] | null;
  readonly titleIds?: readonly number[] | null;
  /** Happened at this time or later, and before that one. */
  readonly since?: Date | null;
  readonly until?: Date | null;
}

/** Takes events out of the log and answers what each was; their ids stay known, so that no retry brings them back. */
export async function removeEvents(db: Db, userId: number, { eventIds, titleIds, since, until }: EventFilter): Promise<readonly Removed[]> {
  const [rows]: [Removed[], number] = await db.query(
    `with recursive named as (
       select id from unnest($3::bigint[]) given(id)
       union
       select titles.id from named join titles on titles."mergedIntoId" = named.id
     )
     delete from events
     where "userId" = $1 and ($2::text[] is null or id = any($2)) and ($3::bigint[] is null or "titleId" in (select id from named))
       and ($4::timestamptz is null or "occurredAt" >= $4) and ($5::timestamptz is null or "occurredAt" < $5)
     returning id, "titleId"`,
    [userId, eventIds ?? null, titleIds ?? null, since ?? null, until ?? null],
  );
  return rows;
}

interface Removed {
  readonly id: string;
  readonly titleId: number | null;
}

/** Gives all events of one person to another and answers the titles of both; the users must be locked. */
export async function moveEvents(db: Db, fromId: number, intoId: number): Promise<readonly Pair[]> {
  const pairs: Pair[] = await db.query(`select $2::bigint as "userId", "titleId" from interactions where "userId" = $1`, [fromId, intoId]);
  await db.query('update events set "userId" = $2 where "userId" = $1', [fromId, intoId]);
  await db.query('delete from interactions where "userId" = $1', [fromId]);
  return pairs;
}

/** Lets one owner's event ids count as another's too, so that what was sent under the one is a retry under the other. */
export async function shareEventIds(db: Db, fromId: number, intoId: number): Promise<void> {
  await db.query('insert into event_ids (owner, id) select $2, id from event_ids where owner = $1 order by id on conflict do nothing', [
    fromId,
    intoId,
  ]);
}
