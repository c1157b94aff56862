import type { Interaction } from '../../core/interaction';
import type { Db } from '../../store/database';

let made = 0;

/** Inserts a user; returns its id. */
export async function addUser(db: Db, preferences: object = {}): Promise<number> {
  made += 1;
  const rows: { id: number }[] = await db.query(
    `insert into users (source, "externalId", version, preferences) values ('app', $1, 7, $2) returning id`,
    [`person-${made}`, preferences],
  );
  return rows[0]?.id ?? 0;
}

/** Inserts what a person did with a title, a rating of 5 unless `facts` says otherwise, and counts up their version as every writer does. */
export async function addInteraction(db: Db, userId: number, titleId: number, facts: Partial<Interaction> = {}): Promise<void> {
  const done = { rating: 5, opinion: null, plays: 0, completions: 0, clicks: 0, at: '2026-01-01T00:00:00Z', ...facts };
  await db.query(
    `insert into interactions ("userId", "titleId", rating, "ratedAt", opinion, "opinionAt", plays, completions, clicks, "firstAt", "lastAt")
     values ($1, $2, $3::double precision, case when $3::double precision is not null then $4::timestamptz end, $5::text,
       case when $5::text is not null then $4::timestamptz end, $6, $7, $8, $4, $4)`,
    [userId, titleId, done.rating, done.at, done.opinion, done.plays, done.completions, done.clicks],
  );
  await db.query('update users set version = version + 1 where id = $1', [userId]);
}
