import type { ErasureRowFragment } from '../generated/erasures';

/** How many rows were removed so far, of all tables. */
export function rowsOf({ counts }: Pick<ErasureRowFragment, 'counts'>): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

/** What a table holds, for people who do not know tables. */
export function tableName(table: string): string {
  return TABLES[table] ?? table.replaceAll('_', ' ');
}

const TABLES: Readonly<Record<string, string>> = {
  users: 'Who they are',
  interactions: 'Titles of their past',
  events: 'Events',
  event_ids: 'Ids of events',
  served: 'Places shown to them',
  list_snapshots: 'Lists kept for paging',
  demo_accounts: 'Demo account',
  audit: 'Mentions in the audit, cleared',
  job_runs: 'Mentions in jobs, cleared',
  sightings: 'Titles they saw in lists',
  unjoined_events: 'Events waiting to be counted',
};
