import type { Db } from './database';

/** Adds how many answers took how long to the hour that holds `at`, by name; see core/latency.ts for the bins. */
export async function addLatencies(db: Db, latencies: ReadonlyMap<string, readonly number[]>, at: Date): Promise<void> {
  const names = [...latencies.keys()].sort();
  if (names.length === 0) return;
  await db.query(
    `insert into latency_slots (slot, name, bins)
     select date_trunc('hour', $1::timestamptz, 'UTC'), name, bins::bigint[] from unnest($2::text[], $3::text[]) as given(name, bins)
     on conflict (slot, name) do update set bins = array(
       select coalesce(before, 0) + coalesce(added, 0)
       from unnest(latency_slots.bins, excluded.bins) with ordinality as pair(before, added, bin) order by bin)`,
    [at, names, names.map((name) => `{${latencies.get(name)?.join() ?? ''}}`)],
  );
}
