import type { EventCount, MetricsReading, ServedCount } from '../core/metrics-report';
import { LISTED_KINDS, type TitleKind } from '../core/title';
import type { Db } from './database';
import { sketchesIn } from './sketches';

/** Everything that a dashboard shows of the time between these edges (in order), from the roll-ups only; bucket n lies between edge n and n + 1. */
export async function readSlots(db: Db, bounds: readonly Date[], kind: TitleKind | null): Promise<MetricsReading> {
  const span = [bounds, bounds[0], bounds.at(-1)];
  const [events, served, people, titles, latencies, sockets, listed, countedUntil] = await Promise.all([
    db.query<EventCount[]>(EVENTS, span),
    db.query<ServedCount[]>(SERVED, span),
    sketchesIn(db, { name: 'people', kind, bounds }),
    sketchesIn(db, { name: 'titles', kind, bounds }),
    latenciesIn(db, span),
    db.query<{ bucket: number; most: number }[]>(SOCKETS, span),
    listedTitles(db),
    readCountedUntil(db),
  ]);
  return {
    events,
    served,
    people,
    titles,
    latencies,
    sockets: new Map(sockets.map((row) => [row.bucket, row.most])),
    listed,
    countedUntil,
  };
}

const BUCKET = 'width_bucket(slot, $1::timestamptz[]) - 1 as bucket';
const SPAN = 'slot >= $2 and slot < $3';

const EVENTS = `select ${BUCKET}, type, kind, sum(events)::float8 as events, sum(seconds) as seconds
  from event_slots where ${SPAN} group by 1, 2, 3`;
const SERVED = `select ${BUCKET}, placement, engine, "modelId", kind, sum(lists)::float8 as lists, sum(titles)::float8 as titles,
    sum(seen)::float8 as seen, sum(clicked)::float8 as clicked, sum(watched)::float8 as watched
  from served_slots where ${SPAN} group by 1, 2, 3, 4, 5`;
const LATENCIES = `select ${BUCKET}, name, bin, sum(count)::float8 as count
  from latency_slots, unnest(bins) with ordinality as each(count, bin) where ${SPAN} and count > 0 group by 1, 2, 3 order by 1, 2, 3`;
const SOCKETS = `select ${BUCKET}, max(most) as most from gauge_slots where name = 'sockets' and ${SPAN} group by 1`;

async function latenciesIn(db: Db, span: readonly unknown[]): Promise<MetricsReading['latencies']> {
  const rows: { bucket: number; name: string; bin: number; count: number }[] = await db.query(LATENCIES, [...span]);
  const found = new Map<string, { readonly bucket: number; readonly name: string; readonly bins: number[] }>();
  for (const { bucket, name, bin, count } of rows) {
    const entry = found.get(`${bucket} ${name}`) ?? { bucket, name, bins: [] };
    entry.bins[bin - 1] = count;
    found.set(`${bucket} ${name}`, entry);
  }
  return [...found.values()].map((entry) => ({ ...entry, bins: Array.from(entry.bins, (count) => count ?? 0) }));
}

/** Titles that lists may name, by kind, as they were last counted. */
async function listedTitles(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows: { name: string; last: number }[] = await db.query(
    `select kind as name, (select last from gauge_slots where name = 'titles:' || kind order by slot desc limit 1) as last
     from unnest($1::text[]) as kind`,
    [LISTED_KINDS],
  );
  return new Map(rows.map(({ name, last }) => [name, last ?? 0]));
}

const COUNTED_UNTIL = 'counted-until';

/** Up to when events and lists are counted; null: the roll-up never ran. */
export async function readCountedUntil(db: Db): Promise<Date | null> {
  const [row]: { at: Date }[] = await db.query(`select (value #>> '{}')::timestamptz as at from settings where name = $1`, [COUNTED_UNTIL]);
  return row?.at ?? null;
}

/** Keeps up to when events and lists are counted. */
export async function saveCountedUntil(db: Db, until: string): Promise<void> {
  await db.query(
    `insert into settings (name, value) values ($1, to_jsonb($2::text)) on conflict (name) do update set value = excluded.value`,
    [COUNTED_UNTIL, until],
  );
}
