import type { EngineComparison } from '../core/engine-comparison';
import type { EngineName } from '../core/recommendation';
import type { Db } from './database';

/** One list that two engines were asked for; `shadow` null: the second had no answer. */
export interface ComparedList {
  readonly placement: string;
  readonly at: Date;
  readonly served: EngineName;
  readonly shadow: EngineName;
  readonly servedMs: number;
  readonly compared: { readonly overlapAt10: number; readonly overlapAt20: number; readonly shadowMs: number } | null;
}

/** Adds a list to those of its hour. */
export async function addComparison(db: Db, { placement, at, served, shadow, servedMs, compared }: ComparedList): Promise<void> {
  await db.query(
    `insert into engine_comparisons as kept (placement, slot, served, shadow, lists, failures, "overlapAt10", "overlapAt20",
       "servedMs", "shadowMs", "servedMostMs", "shadowMostMs")
     values ($1, date_trunc('hour', $2::timestamptz), $3, $4, $5::bigint, 1 - $5::bigint, $6, $7, $8, $9, $8, $9)
     on conflict (placement, slot, served, shadow) do update set
       lists = kept.lists + excluded.lists, failures = kept.failures + excluded.failures,
       "overlapAt10" = kept."overlapAt10" + excluded."overlapAt10", "overlapAt20" = kept."overlapAt20" + excluded."overlapAt20",
       "servedMs" = kept."servedMs" + excluded."servedMs", "shadowMs" = kept."shadowMs" + excluded."shadowMs",
       "servedMostMs" = greatest(kept."servedMostMs", excluded."servedMostMs"),
       "shadowMostMs" = greatest(kept."shadowMostMs", excluded."shadowMostMs")`,
    [
      ...[placement, at, served, shadow, compared ? 1 : 0, compared?.overlapAt10 ?? 0, compared?.overlapAt20 ?? 0],
      ...[compared ? servedMs : 0, compared?.shadowMs ?? 0],
    ],
  );
}

/** How engines compared in these placements since a time, most lists first. */
export async function engineComparisons(
  db: Db,
  placements: readonly string[],
  since: Date,
): Promise<readonly (EngineComparison & { readonly placement: string })[]> {
  const mean = (column: string): string => `(sum("${column}") / nullif(sum(lists), 0))::float8 as "${column}"`;
  return db.query(
    `select placement, served, shadow, sum(lists)::float8 as lists, sum(failures)::float8 as failures,
       ${['overlapAt10', 'overlapAt20', 'servedMs', 'shadowMs'].map(mean).join(', ')},
       max("servedMostMs") as "servedMostMs", max("shadowMostMs") as "shadowMostMs"
     from engine_comparisons where placement = any($1::text[]) and slot > $2::timestamptz - interval '1 hour'
     group by 1, 2, 3 order by lists desc, served, shadow`,
    [placements, since],
  );
}
