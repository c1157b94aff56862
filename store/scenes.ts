import { addScenes, type Played } from '../core/scenes';
import type { Db } from './database';
import type { Watermark } from './roll-up';

/** A title and what was played of it. */
interface PlayedTitle extends Played {
  readonly titleId: number;
}

/** What was played between two watermarks, of whatever has a known length. */
export async function playedBetween(db: Db, after: Watermark, upTo: Watermark): Promise<readonly PlayedTitle[]> {
  return db.query(PLAYED, [after.receivedAt, after.sequence, upTo.receivedAt, upTo.sequence]);
}

const PLAYED = `
  select * from (
    select "titleId", "fromSeconds", "toSeconds", coalesce("mediaSeconds", titles.seconds) as "mediaSeconds"
    from events join titles on titles.id = events."titleId"
    where ("receivedAt", sequence) > ($1::timestamptz, $2) and ("receivedAt", sequence) <= ($3::timestamptz, $4) and type = 'WATCH_INTERVAL'
  ) played where "mediaSeconds" > 0`;

/** Adds to how often each scene of these titles was played. */
export async function savePlayed(db: Db, played: readonly PlayedTitle[]): Promise<void> {
  const counts = new Map<number, readonly number[]>();
  for (const each of played) counts.set(each.titleId, addScenes(counts.get(each.titleId), each));
  const rows = [...counts].sort(([a], [b]) => a - b);
  await db.query(ADD, [rows.map(([titleId]) => titleId), rows.map(([, bins]) => `{${bins.join()}}`)]);
}

const ADD = `
  insert into title_scenes ("titleId", bins)
  select "titleId", bins::bigint[] from unnest($1::bigint[], $2::text[]) as added("titleId", bins)
  on conflict ("titleId") do update set bins = array(
    select before + added from unnest(title_scenes.bins, excluded.bins) with ordinality as pair(before, added, scene) order by scene)`;

/** How often each scene of the titles was played, those merged into them included; titles that nobody played are left out. */
export async function scenesOf(db: Db, titleIds: readonly number[]): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows: { titleId: number; counts: readonly number[] }[] = await db.query(SCENES_OF, [titleIds]);
  return new Map(rows.map(({ titleId, counts }) => [titleId, counts]));
}

const SCENES_OF = `
  with asked as (
    select id, id as played from unnest($1::bigint[]) as ids(id)
    union all select "mergedIntoId", id from titles where "mergedIntoId" = any($1::bigint[])
  ), summed as (
    select asked.id, scene, sum(plays) as plays
    from asked join title_scenes on "titleId" = asked.played, unnest(bins) with ordinality as bin(plays, scene) group by 1, 2
  )
  select id as "titleId", array_agg(plays::float8 order by scene) as counts from summed group by 1`;
