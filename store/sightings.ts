import { type Serving, type Sighting, type TouchEvent, WINDOW_MS } from '../core/attribution';
import { formatRanges, parseRanges } from '../core/ranges';
import type { Db } from './database';
import { type Stretch, stretchOf } from './event-slots';
import { prepare } from './prepared';
import { unnested } from './unnest';

/** An event that names a list nobody has written yet is tried again for so long. */
const PATIENCE_MS = 3_600_000;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The events of a stretch by which a title in a list is seen, opened or watched; one a title. */
export async function touchEvents(db: Db, stretch: Stretch): Promise<readonly TouchEvent[]> {
  const rows: TouchEvent[] = await db.query(TOUCHES, stretchOf(stretch));
  return rows.map((row) => {
    const recommendationId = row.recommendationId && UUID.test(row.recommendationId) ? row.recommendationId.toLowerCase() : null;
    return { ...row, recommendationId, mayWait: true };
  });
}

const TOUCHES = `
  select sequence, type, "userId", listed.id as "titleId", listed.kind, standing.id as "playedId",
    coalesce("mediaSeconds", standing.seconds) as "mediaSeconds", "fromSeconds", "toSeconds",
    extract(epoch from "occurredAt")::float8 * 1000 as at, "recommendationId"
  from events
  cross join lateral unnest(case when type = 'IMPRESSION' then coalesce("titleIds", array["titleId"]) else array["titleId"] end) as shown(id)
  join titles on titles.id = shown.id
  join titles standing on standing.id = coalesce(titles."mergedIntoId", titles.id)
  join titles listed on listed.id = coalesce(standing."parentId", standing.id)
  where ("receivedAt", sequence) > ($1::timestamptz, $2) and ("receivedAt", sequence) <= ($3::timestamptz, $4)
    and type in ('IMPRESSION', 'CLICK', 'WATCH_INTERVAL', 'COMPLETED') and "importId" is null`;

/** Takes out the events that waited for a list: whoever asks gives each to a list or puts it back. */
export async function takeUnjoined(db: Db, now: Date): Promise<readonly TouchEvent[]> {
  const [rows] = await db.query<[{ event: TouchEvent; until: Date }[], number]>('delete from unjoined_events returning event, until');
  return rows.map(({ event, until }) => ({ ...event, mayWait: until > now }));
}

/** Puts events down that name a list which is not written yet; one that was here before keeps its time. */
export async function saveUnjoined(db: Db, events: readonly TouchEvent[], now: Date): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ ...event, event, until: new Date(Math.min(now.getTime(), event.at) + PATIENCE_MS) }));
  await db.query(
    `insert into unjoined_events ("userId", "titleId", sequence, event, until)
     select "userId", "titleId", sequence, event, until
     from jsonb_to_recordset($1::jsonb) as given("userId" bigint, "titleId" bigint, sequence bigint, event jsonb, until timestamptz)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

type Touched = Pick<TouchEvent, 'userId' | 'titleId' | 'at'>;

interface Pair {
  readonly userId: number;
  readonly titleId: number;
  from: number;
  until: number;
}

/** What the people of these events were answered with these titles, from a day before; also under the names that they merged into one. */
export async function servingsOf(db: Db, events: readonly Touched[]): Promise<readonly Serving[]> {
  const pairs = pairsOf(events);
  const rows: Serving[] = await db.query(SERVINGS, [
    pairs.map(({ userId }) => userId),
    pairs.map(({ titleId }) => titleId),
    pairs.map(({ from }) => new Date(from - WINDOW_MS)),
    pairs.map(({ until }) => new Date(until + CLOCKS_MS)),
  ]);
  return rows;
}

/** How far the clocks of a client and a server may differ when the client names a list. */
const CLOCKS_MS = 300_000;

const SERVINGS = `
  with pair as (
    select * from unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::timestamptz[]) given("userId", "titleId", "from", until)
  ), named as (
    select pair.*, "userId" as "servedTo" from pair
    union all select pair.*, users.id from pair join users on users."mergedIntoId" = pair."userId"
  )
  select served."recommendationId", named."userId", named."titleId", coalesce(served.placement, '') as placement, served.engine,
    coalesce(served."modelId", 0) as "modelId", extract(epoch from served."servedAt")::float8 * 1000 as "servedAt"
  from named join lateral (
    select * from served where served."userId" = named."servedTo" and served."titleId" = named."titleId"
      and served."servedAt" >= named."from" and served."servedAt" <= named.until
  ) served on true`;

/** What is known of these people having seen these titles. */
export async function sightingsOf(db: Db, events: readonly Touched[]): Promise<readonly Sighting[]> {
  const pairs = pairsOf(events);
  const rows: (Sighting & { covered: string })[] = await db.query(SIGHTINGS, [
    pairs.map(({ userId }) => userId),
    pairs.map(({ titleId }) => titleId),
  ]);
  return rows.map((row) => ({ ...row, covered: parseRanges(row.covered as unknown as string) }));
}

const SIGHTINGS = `
  select "userId", "titleId", "recommendationId", extract(epoch from at)::float8 * 1000 as at, placement, engine, "modelId", kind,
    extract(epoch from "clickedAt")::float8 * 1000 as "clickedAt", extract(epoch from "watchedAt")::float8 * 1000 as "watchedAt",
    "playedId", covered::text as covered
  from unnest($1::bigint[], $2::bigint[]) given("userId", "titleId") join sightings using ("userId", "titleId")`;

const BATCH = unnested<Record<keyof Sighting, unknown>>({
  userId: 'bigint',
  titleId: 'bigint',
  recommendationId: 'uuid',
  at: 'timestamptz',
  placement: 'text',
  engine: 'text',
  modelId: 'bigint',
  kind: 'text',
  clickedAt: 'timestamptz',
  watchedAt: 'timestamptz',
  playedId: 'bigint',
  covered: 'int4multirange',
});

/** Keeps what became of these sightings. */
export async function saveSightings(db: Db, sightings: readonly Sighting[]): Promise<void> {
  if (sightings.length === 0) return;
  const timeOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
  const rows = sightings.map((one) => ({
    ...one,
    ...{ at: new Date(one.at), clickedAt: timeOf(one.clickedAt), watchedAt: timeOf(one.watchedAt), covered: formatRanges(one.covered) },
  }));
  await save(db, BATCH.parameters(rows));
}

const save = prepare(
  'save-sightings',
  `insert into sightings (${BATCH.columns}) select ${BATCH.columns} from ${BATCH.from}
   on conflict ("userId", "titleId", "recommendationId") do update set "clickedAt" = excluded."clickedAt",
     "watchedAt" = excluded."watchedAt", "playedId" = excluded."playedId", covered = excluded.covered`,
);

function pairsOf(events: readonly Touched[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { userId, titleId, at } of events) {
    const key = `${userId} ${titleId}`;
    const pair = pairs.get(key) ?? { userId, titleId, from: at, until: at };
    pairs.set(key, { ...pair, from: Math.min(pair.from, at), until: Math.max(pair.until, at) });
  }
  return [...pairs.values()];
}
