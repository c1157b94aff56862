import { randomUUID } from 'node:crypto';
import { EngineName } from '../../core/recommendation';
import { rollUp } from '../../jobs/roll-up';
import type { Database, Db } from '../../store/database';
import { aJobContext } from './job-context';

/** A title that was answered to someone. */
interface ServedTitle {
  readonly userId: number | null;
  readonly titleId: number;
  readonly servedAt?: Date;
  readonly recommendationId?: string;
  readonly placement?: string | null;
  readonly modelId?: number | null;
  readonly rank?: number;
}

/** Titles of lists, straight into the table, as written half a minute ago. Answers the id of the first one's list. */
export async function serve(db: Db, ...titles: readonly ServedTitle[]): Promise<string> {
  const first = titles[0]?.recommendationId ?? randomUUID();
  for (const [at, given] of titles.entries()) {
    const { userId, titleId, servedAt = new Date(), recommendationId = first, placement = 'home', modelId = null, rank = at + 1 } = given;
    await db.query(
      `insert into served ("servedAt", "recommendationId", rank, "userId", "titleId", placement, engine, "modelId", propensity, "writtenAt")
       values ($1, $2, $3, $4, $5, $6, $7, $8, 1, now() - interval '30 seconds')`,
      [servedAt, recommendationId, rank, userId, titleId, placement, EngineName.LOCAL, modelId],
    );
  }
  return first;
}

/** As if all events and lists so far had come half a minute ago: the roll-up leaves out the last seconds. */
export async function letTimePass(db: Db): Promise<void> {
  await db.query(
    `update events set "receivedAt" = "receivedAt" - interval '30 seconds' where "receivedAt" > now() - interval '20 seconds'`,
  );
  // Counting of lists begins with the migration, which may have been a moment ago.
  await db.query(
    `update settings set value = to_jsonb((now() - interval '1 day')::text)
     where name = 'roll-up-served' and (value #>> '{}')::timestamptz > now() - interval '30 seconds'`,
  );
  await db.query(`update served set "writtenAt" = "writtenAt" - interval '30 seconds' where "writtenAt" > now() - interval '20 seconds'`);
}

/** Counts everything that has come so far. */
export async function countAll(database: Database): Promise<void> {
  await letTimePass(database.db);
  await rollUp.run(aJobContext<'roll-up'>(database, {}));
}
