import type { Db } from './database';
import { slotOfSql } from './event-slots';

/** Numbers that go up and down, by name. */
export type Gauges = Readonly<Record<string, number>>;

/** Keeps the most and the last of each number in the slot of `now`. */
export async function saveGauges(db: Db, gauges: Gauges, now: Date): Promise<void> {
  const names = Object.keys(gauges).sort();
  await db.query(
    `insert into gauge_slots (slot, name, most, last)
     select ${slotOfSql('$1::timestamptz')}, name, value, value from unnest($2::text[], $3::float8[]) as given(name, value)
     on conflict (slot, name) do update set most = greatest(gauge_slots.most, excluded.most), last = excluded.last`,
    [now, names, names.map((name) => gauges[name])],
  );
}

/** The last of each number within an hour before `now`; one that nobody tells any more is left out. */
export async function gaugesAt(db: Db, names: readonly string[], now: Date): Promise<Gauges> {
  const rows: { name: string; last: number }[] = await db.query(
    `select distinct on (name) name, last from gauge_slots
     where name = any($1) and slot > $2::timestamptz - interval '1 hour' and slot <= $2 order by name, slot desc`,
    [names, now],
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** What the database tells of itself. */
export async function databaseGauges(db: Db): Promise<Gauges> {
  const [row]: { bytes: number; connections: number }[] = await db.query(
    `select pg_database_size(current_database()) as bytes,
       (select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend') as connections`,
  );
  return { databaseBytes: row?.bytes ?? 0, databaseConnections: row?.connections ?? 0 };
}

/** How many titles lists may name, by kind: `titles:MOVIE` and so on. Counts the catalogue, so ask once a quarter of an hour at most. */
export async function titleGauges(db: Db, kinds: readonly string[]): Promise<Gauges> {
  const rows: { kind: string; titles: number }[] = await db.query(
    `select kind, count(titles.id) as titles from unnest($1::text[]) as kind
     left join titles using (kind) where titles.id is null or titles.state = 'LISTED' group by 1`,
    [kinds],
  );
  return Object.fromEntries(kinds.map((kind) => [`titles:${kind}`, rows.find((row) => row.kind === kind)?.titles ?? 0]));
}

/** Whether this number was kept in the slot of `now`. */
export async function hasGauge(db: Db, name: string, now: Date): Promise<boolean> {
  const rows = await db.query(`select 1 from gauge_slots where slot = ${slotOfSql('$1::timestamptz')} and name = $2`, [now, name]);
  return rows.length > 0;
}
