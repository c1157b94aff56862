import type { UnknownTitle } from '../core/metrics';
import type { Db } from './database';

/** A day remembers so many references; the rarest make room. */
const MOST_A_DAY = 1_000;

/** Adds how often events named titles that the catalogue does not hold. */
export async function addUnknownTitles(db: Db, counts: ReadonlyMap<string, number>, now: Date): Promise<void> {
  if (counts.size === 0) return;
  const references = [...counts.keys()].sort();
  await db.query(
    `insert into unknown_titles (day, reference, events, "lastAt")
     select date_trunc('day', $1::timestamptz, 'UTC'), reference, events, $1 from unnest($2::text[], $3::bigint[]) given(reference, events)
     on conflict (day, reference) do update set events = unknown_titles.events + excluded.events, "lastAt" = excluded."lastAt"`,
    [now, references, references.map((reference) => counts.get(reference))],
  );
  await db.query(
    `delete from unknown_titles where day = date_trunc('day', $1::timestamptz, 'UTC') and reference in (
       select reference from unknown_titles where day = date_trunc('day', $1::timestamptz, 'UTC')
       order by events desc, "lastAt" desc, reference offset ${MOST_A_DAY})`,
    [now],
  );
}

/** What was named most often since a time, of today and yesterday at most. */
export async function unknownTitlesSince(db: Db, since: Date, most: number): Promise<readonly UnknownTitle[]> {
  return db.query(
    `select reference, sum(events)::float8 as events, max("lastAt") as "lastAt" from unknown_titles
     where day >= date_trunc('day', $1::timestamptz, 'UTC') and "lastAt" >= $1
     group by reference order by events desc, reference limit $2`,
    [since, most],
  );
}

/** How many events named any of them since then. */
export async function countUnknownSince(db: Db, since: Date): Promise<number> {
  const [row]: { events: number }[] = await db.query(
    `select coalesce(sum(events), 0)::float8 as events from unknown_titles
     where day >= date_trunc('day', $1::timestamptz, 'UTC') and "lastAt" >= $1`,
    [since],
  );
  return row?.events ?? 0;
}
