import type { EventType } from '../core/event';
import type { Db } from './database';

/** How far the roll-up has come in the log: everything up to this event is counted. `receivedAt` is PostgreSQL's text, with its microseconds. */
export interface Watermark {
  readonly receivedAt: string;
  readonly sequence: number;
}

const NAME = 'roll-up';
const START: Watermark = { receivedAt: '-infinity', sequence: 0 };

/** Where the last roll-up ended, locked until the transaction ends so that two cannot count the same events. */
export async function lockWatermark(db: Db): Promise<Watermark> {
  await db.query('insert into settings (name, value) values ($1, $2::jsonb) on conflict do nothing', [NAME, JSON.stringify(START)]);
  const [row]: { value: Watermark }[] = await db.query('select value from settings where name = $1 for update', [NAME]);
  return row?.value ?? START;
}

/** Keeps where this roll-up ended. */
export async function saveWatermark(db: Db, watermark: Watermark): Promise<void> {
  await db.query('update settings set value = $2::jsonb where name = $1', [NAME, JSON.stringify(watermark)]);
}

/**
 * The time before which no event can appear any more: an event bears the time at which its transaction began, so none is older
 * than the oldest transaction that is open now. The lag covers those that begin while this is read.
 */
export async function safeTime(db: Db, lagSeconds: number): Promise<string> {
  const [row]: { safe: string }[] = await db.query(
    `select least(now() - $1 * interval '1 second',
       (select min(xact_start) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()))::text as safe`,
    [lagSeconds],
  );
  return row?.safe ?? START.receivedAt;
}

/** What each type of event weighs for the activity of a title; an interval weighs the share of the title that it played. */
export type TypeWeights = Readonly<Partial<Record<EventType, number>>>;

/**
 * Where the next events after the watermark and before `until` end; null when there are none. They are at most `most`, and an impression
 * counts as many as it names titles.
 */
export async function nextWatermark(
  db: Db,
  { after, until, most }: { readonly after: Watermark; readonly until: string; readonly most: number },
): Promise<Watermark | null> {
  const [row]: Watermark[] = await db.query(
    `select "receivedAt"::text as "receivedAt", sequence from (
       select "receivedAt", sequence, row_number() over running as number,
         sum(1 + coalesce(cardinality("titleIds"), 0)) over running as load
       from (
         select "receivedAt", sequence, "titleIds" from events
         where ("receivedAt", sequence) > ($1::timestamptz, $2) and "receivedAt" < $3::timestamptz
         order by "receivedAt", sequence limit $4
       ) next window running as (order by "receivedAt", sequence)
     ) batch where load <= $4 or number = 1 order by batch."receivedAt" desc, sequence desc limit 1`,
    [after.receivedAt, after.sequence, until, most],
  );
  return row ?? null;
}

/** Adds the events after one watermark up to another to the hours in which they happened; an episode counts for its show. */
export async function addActivity(
  db: Db,
  { after, upTo, weights, wholeSeconds }: { after: Watermark; upTo: Watermark; weights: TypeWeights; wholeSeconds: number },
): Promise<void> {
  await db.query(ADD, [after.receivedAt, after.sequence, upTo.receivedAt, upTo.sequence, JSON.stringify(weights), wholeSeconds]);
}

const ADD = `
  insert into title_activity ("titleId", hour, weight)
  select coalesce(standing."parentId", standing.id), date_trunc('hour', "occurredAt", 'UTC') as hour,
    sum(case when type = 'WATCH_INTERVAL'
      then least(1, ("toSeconds" - "fromSeconds") / coalesce("mediaSeconds", standing.seconds, $6)) else 1 end
      * ($5::jsonb ->> type)::float8)
  from events
  join titles on titles.id = events."titleId"
  join titles standing on standing.id = coalesce(titles."mergedIntoId", titles.id)
  where ("receivedAt", sequence) > ($1::timestamptz, $2) and ("receivedAt", sequence) <= ($3::timestamptz, $4) and $5::jsonb ? type
  group by 1, 2
  order by 2, 1
  on conflict (hour, "titleId") do update set weight = title_activity.weight + excluded.weight`;
