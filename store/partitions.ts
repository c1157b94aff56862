import type { Db } from './database';

const MONTHS_AHEAD = 3;
const DAYS_AHEAD = 7;
const SERVED_DAYS_KEPT = 30;
const PARTITION_LOCK = 0x70617274;

interface Partition {
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Makes the partitions that `now` needs (events: this month and 3 more, served: today and 7 more days) and drops what was served
 * more than 30 days ago. Any number of processes may call it at once. Returns the names of what it made and dropped.
 */
export async function keepPartitions(
  db: Db,
  now: Date,
): Promise<{ readonly made: readonly string[]; readonly dropped: readonly string[] }> {
  const made = await alone(db, async (db) => [
    ...(await make(db, 'events', monthsFrom(now))),
    ...(await make(db, 'served', daysFrom(now))),
  ]);
  return { made, dropped: await alone(db, (db) => dropServed(db, now)) };
}

/** Partitions that should stand by now and do not: those of this moment, of the next day (`served`) and of the next week (`events`). */
export async function missingPartitions(db: Db, now: Date): Promise<readonly string[]> {
  const standing = new Set([...(await partitionsOf(db, 'events')), ...(await partitionsOf(db, 'served'))]);
  const needed = [
    ...[now, dayAfter(now, DAYS_AHEAD)].map((day) => nameOf('events', day, 'month')),
    ...[now, dayAfter(now, 1)].map((day) => nameOf('served', day, 'day')),
  ];
  return [...new Set(needed)].filter((name) => !standing.has(name));
}

async function alone(db: Db, change: (db: Db) => Promise<string[]>): Promise<string[]> {
  return db.transaction(async (db) => {
    await db.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK]);
    // Whoever waits for a lock makes every later statement on the table wait as well: rather fail, and try again in an hour.
    await db.query(`set local lock_timeout = '5s'`);
    return change(db);
  });
}

async function make(db: Db, table: string, wanted: readonly Partition[]): Promise<string[]> {
  const standing = new Set(await partitionsOf(db, table));
  const missing = wanted.filter((partition) => !standing.has(partition.name));
  for (const { name, from, until } of missing) {
    // Attaching takes a lock that lets reads and writes go on; `create table ... partition of` would stop both.
    await db.query(`create table ${name} (like ${table} including all)`);
    await db.query(`alter table ${table} attach partition ${name} for values from ('${from.toISOString()}') to ('${until.toISOString()}')`);
  }
  return missing.map((partition) => partition.name);
}

async function dropServed(db: Db, now: Date): Promise<string[]> {
  const oldest = nameOf('served', dayAfter(now, -SERVED_DAYS_KEPT), 'day');
  // Names sort as their days do.
  const old = (await partitionsOf(db, 'served')).filter((name) => name < oldest);
  if (old.length > 0) await db.query(`drop table ${old.join(', ')}`);
  return old;
}

async function partitionsOf(db: Db, table: string): Promise<string[]> {
  const rows = await db.query<{ name: string }[]>(
    'select relname as name from pg_inherits join pg_class on oid = inhrelid where inhparent = $1::regclass order by relname',
    [table],
  );
  return rows.map((row) => row.name);
}

/** What a partition holds: from `from` on, before `until`. */
export type PartitionSpan = Pick<Partition, 'from' | 'until'>;

/** The spans of a table's partitions, the newest first: for reading no further back than needed. */
export async function partitionSpans(db: Db, table: 'events' | 'served'): Promise<readonly PartitionSpan[]> {
  return db.query(
    `select bounds[1]::timestamptz as from, bounds[2]::timestamptz as until
     from pg_inherits join pg_class on oid = inhrelid,
       regexp_match(pg_get_expr(relpartbound, oid), $$FROM [(]'(.+)'[)] TO [(]'(.+)'[)]$$) bounds
     where inhparent = $1::regclass and bounds is not null order by 1 desc`,
    [table],
  );
}

function monthsFrom(now: Date): Partition[] {
  return Array.from({ length: MONTHS_AHEAD + 1 }, (_, ahead) => {
    const from = monthAfter(now, ahead);
    return { name: nameOf('events', from, 'month'), from, until: monthAfter(now, ahead + 1) };
  });
}

function daysFrom(now: Date): Partition[] {
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => {
    const from = dayAfter(now, ahead);
    return { name: nameOf('served', from, 'day'), from, until: dayAfter(now, ahead + 1) };
  });
}

function monthAfter(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}

function dayAfter(now: Date, days: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days));
}

/** `events_2026_11` or `served_2026_11_23`. */
function nameOf(table: string, from: Date, unit: 'month' | 'day'): string {
  return `${table}_${from
    .toISOString()
    .slice(0, unit === 'month' ? 7 : 10)
    .replaceAll('-', '_')}`;
}
