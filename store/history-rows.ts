import type { EventType } from '../core/event';
import { RowFate } from '../core/history/place';
import { occurrenceOf } from '../core/history/row-fate';
import type { HistoryCounts, PlacedRow } from '../core/history-import';
import type { Db } from './database';
import { unnested } from './unnest';

const BATCH = unnested<Record<keyof PlacedRow, unknown>>({
  importId: 'bigint',
  number: 'integer',
  text: 'text',
  name: 'text',
  occurredAt: 'timestamptz',
  timed: 'boolean',
  seconds: 'double precision',
  fate: 'text',
  reason: 'text',
  titleId: 'bigint',
  score: 'real',
  candidates: 'jsonb',
  eventId: 'text',
});
const ROWS_AT_ONCE = 10_000;
const REPLACED = ['fate', 'reason', 'titleId', 'score', 'candidates', 'eventId'].map((name) => `"${name}" = excluded."${name}"`).join(', ');

/** Keeps rows of a person's import; what is there already gets the new fate. */
export async function saveHistoryRows(db: Db, userId: number, rows: readonly PlacedRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const batch = rows.slice(at, at + ROWS_AT_ONCE).map((row) => ({ ...row, candidates: JSON.stringify(row.candidates) }));
    const parameters = BATCH.parameters(batch);
    await db.query(
      `insert into history_rows ("userId", ${BATCH.columns}) select $${parameters.length + 1}::bigint, ${BATCH.columns} from ${BATCH.from}
       on conflict ("importId", number) do update set ${REPLACED}`,
      [...parameters, userId],
    );
  }
}

/** Rows of an import by their numbers, or by their name, in their order. */
export async function historyRowsOf(
  db: Db,
  importId: number,
  { numbers = null, name = null }: { readonly numbers?: readonly number[] | null; readonly name?: string | null },
): Promise<readonly PlacedRow[]> {
  return db.query(
    `select ${BATCH.columns} from history_rows
     where "importId" = $1 and ($2::integer[] is null or number = any($2)) and ($3::text is null or name = $3) order by number`,
    [importId, numbers, name],
  );
}

/** How often what a person brought before holds each string and time; what was dropped holds nothing. */
export async function heldOccurrences(db: Db, userId: number): Promise<ReadonlyMap<string, number>> {
  // Times as numbers: making a Date of each took a third of the time.
  const rows = await db.query<{ text: string; at: number | null; timed: boolean; count: number }[]>(
    `select text, (extract(epoch from "occurredAt") * 1000)::double precision as at, timed, count(*) as count from history_rows
     where "userId" = $1 and fate <> '${RowFate.DROPPED}' group by text, "occurredAt", timed`,
    [userId],
  );
  return new Map(rows.map((row) => [occurrenceOf(row), row.count]));
}

/** What became of the rows of an import, counted. */
export async function countFates(db: Db, importId: number): Promise<HistoryCounts> {
  const of = (fate: RowFate): string => `count(*) filter (where fate = '${fate}')`;
  const [row] = await db.query<HistoryCounts[]>(
    `select count(*) as rows, ${of(RowFate.SURE)} as placed, ${of(RowFate.ASK)} as asked, ${of(RowFate.UNKNOWN)} as unknown,
       ${of(RowFate.DROPPED)} as dropped, ${of(RowFate.LEFT_OUT)} as "leftOut", count(distinct "titleId") filter (where fate = '${RowFate.SURE}') as titles
     from history_rows where "importId" = $1`,
    [importId],
  );
  if (row === undefined) throw new Error('PostgreSQL returned no row for an aggregate.');
  return row;
}

/** An event that a row became. */
export interface ImportedEvent {
  readonly id: string;
  readonly type: EventType;
  readonly userId: number;
  readonly titleId: number;
  readonly occurredAt: Date;
  readonly playId: string | null;
  readonly fromSeconds: number | null;
  readonly toSeconds: number | null;
  readonly mediaSeconds: number | null;
  readonly importId: number;
}

const EVENTS = unnested<Record<keyof ImportedEvent, unknown>>({
  id: 'text',
  type: 'text',
  userId: 'bigint',
  titleId: 'bigint',
  occurredAt: 'timestamptz',
  playId: 'text',
  fromSeconds: 'double precision',
  toSeconds: 'double precision',
  mediaSeconds: 'double precision',
  importId: 'bigint',
});

/** Appends events to the log in their order; they lie where today's do, whenever they happened. */
export async function insertImportedEvents(db: Db, events: readonly ImportedEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += ROWS_AT_ONCE)
    await db.query(`insert into events (owner, ${EVENTS.columns}) select "userId", ${EVENTS.columns} from ${EVENTS.from}`, [
      ...EVENTS.parameters(events.slice(at, at + ROWS_AT_ONCE)),
    ]);
}

/** Takes events of an import out of the log, these or all; answers of which titles they were. */
export async function removeImportedEvents(
  db: Db,
  { userId, importId, eventIds }: { readonly userId: number; readonly importId: number; readonly eventIds: readonly string[] | null },
): Promise<readonly number[]> {
  const [rows] = await db.query<[{ readonly titleId: number }[], number]>(
    `delete from events where "userId" = $1 and "importId" = $2 and ($3::text[] is null or id = any($3)) returning "titleId"`,
    [userId, importId, eventIds],
  );
  return [...new Set(rows.map(({ titleId }) => titleId))];
}

/** What a person said that names mean, null: none of the titles here. */
export async function historyCorrections(db: Db, userId: number): Promise<ReadonlyMap<string, number | null>> {
  const rows = await db.query<{ name: string; titleId: number | null }[]>(
    'select name, "titleId" from history_corrections where "userId" = $1 order by at desc, name limit 10000',
    [userId],
  );
  return new Map(rows.map(({ name, titleId }) => [name, titleId]));
}

/** Remembers what a person said that a name means. */
export async function saveCorrection(
  db: Db,
  { userId, name, titleId, now }: { readonly userId: number; readonly name: string; readonly titleId: number | null; readonly now: Date },
): Promise<void> {
  await db.query(
    `insert into history_corrections ("userId", name, "titleId", at) values ($1, $2, $3, $4)
     on conflict ("userId", name) do update set "titleId" = excluded."titleId", at = excluded.at`,
    [userId, name, titleId, now],
  );
}

/** So many films and shows of the catalogue, drawn at random. */
export async function randomTitles(db: Db, most: number): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return db.query(
    `select id, left(name, 500) as name from titles where kind in ('MOVIE', 'SHOW') and state = 'LISTED' and "mergedIntoId" is null
     order by random() limit $1`,
    [most],
  );
}
