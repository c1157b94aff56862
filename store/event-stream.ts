import type { EventType } from '../core/event';
import type { Db } from './database';

/** An event as the live stream shows it. */
export interface StreamedEvent {
  readonly sequence: number;
  readonly type: EventType;
  readonly userId: number;
  readonly titleId: number | null;
  /** Of an impression: how many titles were seen. */
  readonly titles: number;
  /** Of the title. */
  readonly kind: string | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  readonly value: number | null;
  readonly recommendationId: string | null;
}

/** The newest events, at most `most`, received within the last seconds, the newest first: read along the log's own index, however long it is. */
export async function newestEvents(
  db: Db,
  { most, seconds }: { readonly most: number; readonly seconds: number },
): Promise<readonly StreamedEvent[]> {
  return db.query(
    `select newest.*, titles.kind from (
       select sequence, type, "userId", coalesce("titleId", "titleIds"[1]) as "titleId", greatest(1, coalesce(cardinality("titleIds"), 1)) as titles,
         "occurredAt", "receivedAt", "fromSeconds", "toSeconds", value, "recommendationId"
       from events where "receivedAt" > now() - make_interval(secs => $2) order by "receivedAt" desc, sequence desc limit $1
     ) newest left join titles on titles.id = newest."titleId"
     order by "receivedAt" desc, sequence desc`,
    [most, seconds],
  );
}
