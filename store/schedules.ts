import type { SavedSchedule } from '../core/schedule';
import type { Db } from './database';

const PREFIX = 'schedule:';

/** What operators have said of when work runs by itself, by the name of the work. */
export async function savedSchedules(db: Db): Promise<ReadonlyMap<string, SavedSchedule>> {
  const rows: { name: string; value: SavedSchedule }[] = await db.query('select name, value from settings where starts_with(name, $1)', [
    PREFIX,
  ]);
  return new Map(rows.map(({ name, value }) => [name.slice(PREFIX.length), value]));
}

/** What an operator has said of one kind of work, held against other writers until the transaction ends; null when nobody has. */
export async function scheduleForUpdate(db: Db, name: string): Promise<SavedSchedule | null> {
  // There may be no row yet to lock.
  await db.query('select pg_advisory_xact_lock(hashtext($1))', [`${PREFIX}${name}`]);
  const rows: { value: SavedSchedule }[] = await db.query('select value from settings where name = $1', [`${PREFIX}${name}`]);
  return rows[0]?.value ?? null;
}

/** Writes what an operator says over what was said before. */
export async function writeSchedule(db: Db, name: string, { crontab, enabled, version }: SavedSchedule): Promise<void> {
  await db.query('insert into settings (name, value) values ($1, $2::jsonb) on conflict (name) do update set value = excluded.value', [
    `${PREFIX}${name}`,
    JSON.stringify({ crontab, enabled, version }),
  ]);
}
