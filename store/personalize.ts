import type { PersonalizeSync } from '../core/personalize/sync';
import { FIRST_BUDGET, FIRST_SETTINGS, type SyncBudget, type SyncSettings } from '../core/personalize/sync-settings';
import type { Db } from './database';

/** There is one wanted state; its id is fixed, so that two first writers meet on it. */
const THE_ONE = 1;

/** What is wanted of Personalize; null while nobody has said anything. */
export async function personalizeSync(db: Db): Promise<PersonalizeSync | null> {
  const [row] = await db.query<PersonalizeSync[]>('select * from personalize_syncs where id = $1', [THE_ONE]);
  return row ?? null;
}

/** What is wanted, held against other writers until the transaction ends; made with the standard settings where nobody has said anything. */
export async function personalizeSyncForUpdate(db: Db): Promise<PersonalizeSync> {
  await db.query(
    `insert into personalize_syncs (id, settings, budget, state) values ($1, $2::jsonb, $3::jsonb, 'OFF') on conflict (id) do nothing`,
    [THE_ONE, JSON.stringify(FIRST_SETTINGS), JSON.stringify(FIRST_BUDGET)],
  );
  const [row] = await db.query<PersonalizeSync[]>('select * from personalize_syncs where id = $1 for update', [THE_ONE]);
  if (row === undefined) throw new Error('PostgreSQL returned no row for the sync with Personalize.');
  return row;
}

/** Writes what an operator wants; answers it as it is now. */
export async function writePersonalizeSettings(
  db: Db,
  { settings, budget }: { readonly settings: SyncSettings; readonly budget: SyncBudget },
): Promise<void> {
  await db.query(
    'update personalize_syncs set settings = $2::jsonb, budget = $3::jsonb, version = version + 1, "updatedAt" = now() where id = $1',
    [THE_ONE, JSON.stringify(settings), JSON.stringify(budget)],
  );
}

type SyncChange = Partial<
  Pick<PersonalizeSync, 'enabled' | 'state' | 'snapshot' | 'generation' | 'lastError' | 'exportedAt' | 'lastSyncAt' | 'nextAt'>
>;

/** Changes how far it is; the version stays, since that is of what an operator said. */
export async function changePersonalizeSync(db: Db, change: SyncChange): Promise<void> {
  const names = Object.keys(change) as (keyof SyncChange)[];
  if (names.length === 0) return;
  const values = names.map((name) => (name === 'snapshot' && change.snapshot ? JSON.stringify(change.snapshot) : change[name]));
  const set = names.map((name, at) => `"${name}" = $${at + 2}${name === 'snapshot' ? '::jsonb' : ''}`);
  await db.query(`update personalize_syncs set ${set.join(', ')} where id = $1`, [THE_ONE, ...values]);
}
