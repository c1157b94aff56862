import type { OutcomeCount } from '../core/attribution';
import type { Db } from './database';
import { type MetIds, slotOfSql } from './event-slots';

const NAME = 'roll-up-served';

/** Until when what was written is counted, as PostgreSQL's text; locked until the transaction ends. */
export async function lockServedWatermark(db: Db): Promise<string> {
  const [row]: { value: string }[] = await db.query('select value from settings where name = $1 for update', [NAME]);
  return row?.value ?? '-infinity';
}

/** Keeps until when what was written is counted. */
export async function saveServedWatermark(db: Db, writtenAt: string): Promise<void> {
  await db.query('update settings set value = to_jsonb($2::text) where name = $1', [NAME, writtenAt]);
}

/** When the next rows after the watermark and before `until` were written, about `most` of them: whole transactions only. Null when there are none. */
export async function nextServedWatermark(
  db: Db,
  { after, until, most }: { readonly after: string; readonly until: string; readonly most: number },
): Promise<string | null> {
  const [row]: { upTo: string | null }[] = await db.query(
    `select max("writtenAt")::text as "upTo" from (
       select "writtenAt" from served where "writtenAt" > $1::timestamptz and "writtenAt" < $2::timestamptz
       order by "writtenAt" limit $3) next`,
    [after, until, most],
  );
  return row?.upTo ?? null;
}

/** What was written after one time up to and with another. */
export interface WrittenStretch {
  readonly after: string;
  readonly upTo: string;
}

const WRITTEN = `served."writtenAt" > $1::timestamptz and served."writtenAt" <= $2::timestamptz`;

/** Adds lists and the titles in them to the slots in which they were answered. */
export async function addServedSlots(db: Db, { after, upTo }: WrittenStretch): Promise<void> {
  await db.query(ADD, [after, upTo]);
}

// The first place of a list stands for the list.
const ADD = `
  insert into served_slots (slot, placement, engine, "modelId", kind, lists, titles)
  select ${slotOfSql('"servedAt"')}, coalesce(placement, ''), engine, coalesce("modelId", 0), titles.kind,
    count(*) filter (where rank = 1), count(*)
  from served join titles on titles.id = served."titleId" where ${WRITTEN}
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (slot, placement, engine, "modelId", kind) do update
    set lists = served_slots.lists + excluded.lists, titles = served_slots.titles + excluded.titles`;

/** Which titles were served. */
export function titlesWritten(db: Db, { after, upTo }: WrittenStretch): Promise<readonly MetIds[]> {
  return db.query(TITLES, [after, upTo]);
}

const TITLES = `
  select ${slotOfSql('"servedAt"')} as slot, titles.kind, array_agg(distinct titles.id) as ids
  from served join titles on titles.id = served."titleId" where ${WRITTEN} group by 1, 2`;

/** Adds what was seen, opened and watched to its slots. */
export async function addOutcomes(db: Db, counts: readonly OutcomeCount[]): Promise<void> {
  if (counts.length === 0) return;
  await db.query(OUTCOMES, [JSON.stringify(counts.map((count) => ({ ...count, slot: new Date(count.slot) })))]);
}

const OUTCOMES = `
  insert into served_slots (slot, placement, engine, "modelId", kind, seen, clicked, watched)
  select slot, placement, engine, "modelId", kind, seen, clicked, watched
  from jsonb_to_recordset($1::jsonb) as given(slot timestamptz, placement text, engine text, "modelId" bigint, kind text,
    seen bigint, clicked bigint, watched bigint)
  order by 1, 2, 3, 4, 5
  on conflict (slot, placement, engine, "modelId", kind) do update
    set seen = served_slots.seen + excluded.seen, clicked = served_slots.clicked + excluded.clicked,
      watched = served_slots.watched + excluded.watched`;
