import { types } from 'pg';
import type { EventType } from '../core/event';
import { foldEvent } from '../core/fold-event';
import type { Interaction } from '../core/interaction';
import { formatRanges, parseRanges } from '../core/ranges';
import type { Db } from './database';
import { prepare } from './prepared';
import { unnested } from './unnest';

const INT4MULTIRANGE: number = 4451;
types.setTypeParser(INT4MULTIRANGE, parseRanges);

/** A person and a title. */
export interface Pair {
  readonly userId: number;
  readonly titleId: number;
}

const BATCH = unnested<Record<keyof Interaction, unknown>>({
  userId: 'bigint',
  titleId: 'bigint',
  covered: 'int4multirange',
  mediaSeconds: 'double precision',
  secondsPlayed: 'double precision',
  plays: 'integer',
  lastPlayId: 'text',
  clicks: 'integer',
  completions: 'integer',
  rating: 'double precision',
  ratedAt: 'timestamptz',
  opinion: 'text',
  opinionAt: 'timestamptz',
  classicScore: 'double precision',
  firstAt: 'timestamptz',
  lastAt: 'timestamptz',
});
const KEY = new Set(['"userId"', '"titleId"']);
const REPLACED = BATCH.columns
  .split(', ')
  .filter((column) => !KEY.has(column))
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Everything that a person did, one row a title, in the order of the titles' ids. */
export async function interactionsOf(db: Db, userId: number): Promise<readonly Interaction[]> {
  return db.query(`select ${BATCH.columns} from interactions where "userId" = $1 order by "titleId"`, [userId]);
}

/** The interactions of these pairs that there are. */
export async function interactionsOfPairs(db: Db, pairs: readonly Pair[]): Promise<readonly Interaction[]> {
  if (pairs.length === 0) return [];
  return ofPairs(db, [pairs.map(({ userId }) => userId), pairs.map(({ titleId }) => titleId)]);
}

const ofPairs = prepare<Interaction>(
  'interactions-of-pairs',
  `select ${BATCH.columns} from unnest($1::bigint[], $2::bigint[]) pair("userId", "titleId") join interactions using ("userId", "titleId")`,
);

/** Writes whole rows, in the order of their keys; the users must be locked. */
export async function saveInteractions(db: Db, interactions: readonly Interaction[]): Promise<void> {
  if (interactions.length === 0) return;
  const rows = [...interactions]
    .sort((a, b) => a.userId - b.userId || a.titleId - b.titleId)
    .map((row) => ({ ...row, covered: formatRanges(row.covered) }));
  await save(db, BATCH.parameters(rows));
}

const save = prepare(
  'save-interactions',
  `insert into interactions (${BATCH.columns}) select ${BATCH.columns} from ${BATCH.from}
   on conflict ("userId", "titleId") do update set ${REPLACED}`,
);

const PAIRS_AT_ONCE = 500;

/**
 * Makes these interactions anew from the log; a pair without events is gone. A pair may name a merged title or user: the one
 * that stands for it is rebuilt, and the other's row goes. The users must be locked.
 */
export async function rebuildInteractions(db: Db, pairs: readonly Pair[]): Promise<void> {
  for (let at = 0; at < pairs.length; at += PAIRS_AT_ONCE) await rebuildSome(db, pairs.slice(at, at + PAIRS_AT_ONCE));
}

/** An event of the log as it folds, with the length of the title that stands for it. */
interface Logged extends Pair {
  readonly type: EventType;
  readonly occurredAt: Date;
  readonly playId: string | null;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  readonly mediaSeconds: number | null;
  readonly value: number | null;
  readonly titleSeconds: number | null;
}

async function rebuildSome(db: Db, pairs: readonly Pair[]): Promise<void> {
  const keys = [pairs.map(({ userId }) => userId), pairs.map(({ titleId }) => titleId)];
  await db.query(FORGET, keys);
  const events: Logged[] = await db.query(READ_LOG, keys);
  const rows = new Map<string, Interaction>();
  for (const event of events) {
    const key = `${event.userId} ${event.titleId}`;
    const folded = foldEvent(rows.get(key) ?? null, event, event.titleSeconds);
    if (folded !== null) rows.set(key, folded);
  }
  await saveInteractions(db, [...rows.values()]);
}

/** `pair` as given, and `target`: the same people with the titles that stand for the given ones. */
const TARGETS = `
  with recursive pair as (
    select distinct "userId", "titleId" from unnest($1::bigint[], $2::bigint[]) given("userId", "titleId")
  ), standing as (
    select "titleId" as given, "titleId" as id from (select distinct "titleId" from pair) named
    union
    select standing.given, titles."mergedIntoId" from standing join titles on titles.id = standing.id where titles."mergedIntoId" is not null
  ), target as (
    select distinct pair."userId", standing.id as "titleId", titles.seconds
    from pair join standing on standing.given = pair."titleId"
    left join titles on titles.id = standing.id where titles."mergedIntoId" is null
  )`;

const FORGET = `${TARGETS}
  delete from interactions using (select "userId", "titleId" from pair union select "userId", "titleId" from target) gone
  where interactions."userId" = gone."userId" and interactions."titleId" = gone."titleId"`;

// Down from each target to every title merged into it, so that the log is read along its index.
const READ_LOG = `${TARGETS}, merged as (
    select "titleId" as target, "titleId" as id from (select distinct "titleId" from target) named
    union
    select merged.target, titles.id from merged join titles on titles."mergedIntoId" = merged.id
  )
  select target."userId", target."titleId", target.seconds as "titleSeconds", events.type, events."occurredAt", events."playId",
    events."fromSeconds", events."toSeconds", events."mediaSeconds", events.value
  from target
  join merged on merged.target = target."titleId"
  join events on events."userId" = target."userId" and events."titleId" = merged.id
  order by events.sequence`;

/** Every pair of these people that the log or the interactions know. */
export async function pairsOf(db: Db, userIds: readonly number[]): Promise<readonly Pair[]> {
  return db.query(
    `select "userId", "titleId" from interactions where "userId" = any($1::bigint[])
     union
     select "userId", "titleId" from events where "userId" = any($1::bigint[]) and "titleId" is not null`,
    [userIds],
  );
}
