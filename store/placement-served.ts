import type { EngineName } from '../core/recommendation';
import type { Db } from './database';

/** What one engine and model served in a placement. */
export interface PlacementServed {
  readonly placement: string;
  readonly engine: EngineName;
  /** Null: without a model. */
  readonly modelId: number | null;
  readonly lists: number;
  readonly titles: number;
  /** To a quarter of an hour. */
  readonly lastAt: Date;
}

/** What was served in these placements since a time, by engine and model, the most first; from quarters of an hour, counted a minute later. */
export async function placementsServed(db: Db, placements: readonly string[], since: Date): Promise<readonly PlacementServed[]> {
  return db.query(
    `select placement, engine, nullif("modelId", 0) as "modelId", sum(lists)::bigint as lists, sum(titles)::bigint as titles, max(slot) as "lastAt"
     from served_slots where slot > $2::timestamptz - interval '15 minutes' and placement = any($1::text[]) and titles > 0
     group by 1, 2, 3 order by lists desc, titles desc, engine, "modelId" desc`,
    [placements, since],
  );
}
