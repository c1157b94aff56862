import { SLOT_MS } from '../core/slot';
import type { Db } from './database';
import type { Watermark } from './roll-up';

/** PostgreSQL's expression of the slot that holds a time. */
export const slotOfSql = (time: string): string => `date_bin('${SLOT_MS / 1_000} seconds', ${time}, timestamptz 'epoch')`;

/** What happened longer ago than this is history, not traffic. */
const OLDEST_DAYS = 60;
/** Which events count: whatever was not imported and is not too old. An import brings a past of which the days are known, but not the hours. */
const COUNTED = `("receivedAt", sequence) > ($1::timestamptz, $2) and ("receivedAt", sequence) <= ($3::timestamptz, $4)
  and "importId" is null and "occurredAt" > "receivedAt" - interval '${OLDEST_DAYS} days'`;

/** Two places in the log: what lies after the one, up to and with the other. */
export interface Stretch {
  readonly after: Watermark;
  readonly upTo: Watermark;
}

/** The parameters $1 to $4 of a statement over a stretch. */
export function stretchOf({ after, upTo }: Stretch): unknown[] {
  return [after.receivedAt, after.sequence, upTo.receivedAt, upTo.sequence];
}

/** Adds the events of a stretch to the slots in which they happened. */
export async function addEventSlots(db: Db, stretch: Stretch): Promise<void> {
  await db.query(ADD, stretchOf(stretch));
}

const KIND = `coalesce((select kind from titles where id = coalesce(events."titleId", events."titleIds"[1])), 'NONE')`;

const ADD = `
  insert into event_slots (slot, type, kind, events, seconds)
  select ${slotOfSql('"occurredAt"')}, type, ${KIND}, count(*),
    coalesce(sum("toSeconds" - "fromSeconds") filter (where type = 'WATCH_INTERVAL'), 0)
  from events where ${COUNTED}
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (slot, type, kind) do update
    set events = event_slots.events + excluded.events, seconds = event_slots.seconds + excluded.seconds`;

/** Ids that were met in a slot, of one kind. */
export interface MetIds {
  readonly slot: Date;
  readonly kind: string;
  readonly ids: readonly number[];
}

/** Who did something in a stretch: whoever sent any event but an impression. */
export function peopleBetween(db: Db, stretch: Stretch): Promise<readonly MetIds[]> {
  return db.query(PEOPLE, stretchOf(stretch));
}

const PEOPLE = `
  select ${slotOfSql('"occurredAt"')} as slot, ${KIND} as kind, array_agg(distinct "userId") as ids
  from events where ${COUNTED} and type <> 'IMPRESSION' group by 1, 2`;
