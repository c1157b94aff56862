import type { ClientBase } from 'pg';
import { EventType } from '../core/event';
import type { LoggedEvent } from '../core/personalize/plays';
import type { ExportedTitle, ExportedUser } from '../core/personalize/rows';
import { TitleKind, TitleState } from '../core/title';
import { copyRows } from './copy-rows';

type Told<Row> = (row: Row) => Promise<void> | void;

/** Events that say what somebody did with a title. */
const COUNTED = [EventType.CLICK, EventType.WATCH_INTERVAL, EventType.COMPLETED, EventType.RATING, EventType.LIKE, EventType.DISLIKE];
const OF_THEM = `type in (${COUNTED.map((type) => `'${type}'`).join(', ')}) and "titleId" is not null`;

/** How many events `readLoggedEvents` will tell. */
export async function countLoggedEvents(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*) as count from events where ${OF_THEM}`);
  return rows[0]?.count ?? 0;
}

/** The length of a play that tells none is that of the title that stands now. */
const EVENTS = `copy (
  select "userId", "titleId", sequence, array_position(array[${COUNTED.map((type) => `'${type}'`).join(', ')}], type), "occurredAt", "playId",
    case when "importId" is null then 0 else 1 end, "fromSeconds", "toSeconds", coalesce("mediaSeconds", standing.seconds, titles.seconds), value
  from events join titles on titles.id = "titleId" left join titles standing on standing.id = titles."mergedIntoId"
  where ${OF_THEM} order by "userId", "titleId", sequence
) to stdout (format binary)`;

/**
 * Tells the log by person, title and sequence, one event after another in the same place: take what is to last before the next comes.
 * `listedAs` leads from a title to the one that stands for it in lists.
 */
export function readLoggedEvents(client: ClientBase, listedAs: ReadonlyMap<number, number>, told: Told<LoggedEvent>): Promise<void> {
  const event: { -readonly [Name in keyof LoggedEvent]: LoggedEvent[Name] } = {
    ...{ userId: 0, titleId: 0, listedId: 0, sequence: 0, type: EventType.CLICK, at: 0, playId: null },
    ...{ imported: false, fromSeconds: null, toSeconds: null, mediaSeconds: null, value: null },
  };
  return copyRows(client, EVENTS, (row) => {
    event.userId = row.int8() ?? 0;
    event.titleId = row.int8() ?? 0;
    event.listedId = listedAs.get(event.titleId) ?? event.titleId;
    event.sequence = row.int8() ?? 0;
    event.type = COUNTED[(row.int4() ?? 1) - 1] ?? EventType.CLICK;
    event.at = row.time() ?? 0;
    event.playId = row.text();
    event.imported = row.int4() === 1;
    event.fromSeconds = row.float8();
    event.toSeconds = row.float8();
    event.mediaSeconds = row.float8();
    event.value = row.float8();
    return told(event);
  });
}

const TITLES = `copy (
  select id, kind, to_json(genres)::text, category, year, seconds, pages, certificate, "createdAt",
    attributes ->> 'language', (attributes ->> 'ratingCount')::float8
  from titles where state = '${TitleState.LISTED}' and kind <> '${TitleKind.EPISODE}' order by id
) to stdout (format binary)`;

/** Tells every title that lists hold, by id. */
export function readListedTitles(client: ClientBase, told: Told<ExportedTitle>): Promise<void> {
  return copyRows(client, TITLES, (row) => {
    const title = {
      ...{ id: row.int8() ?? 0, kind: row.text() as TitleKind, genres: JSON.parse(row.text() ?? '[]') as readonly string[] },
      ...{ category: row.text(), year: row.int4(), seconds: row.int4(), pages: row.int4(), certificate: row.text() },
      createdAt: new Date(row.time() ?? 0),
    };
    const [language, ratingCount] = [row.text(), row.float8()];
    return told({ ...title, attributes: { ...(language !== null && { language }), ...(ratingCount !== null && { ratingCount }) } });
  });
}

const PEOPLE = `copy (
  select id, source, locale, "timeZone" from users
  where "mergedIntoId" is null and exists (select from interactions where "userId" = users.id) order by id
) to stdout (format binary)`;

/** Tells everybody who did anything with a title, by id. */
export function readActivePeople(client: ClientBase, told: Told<ExportedUser>): Promise<void> {
  return copyRows(client, PEOPLE, (row) =>
    told({ id: row.int8() ?? 0, source: row.text() ?? '', locale: row.text(), timeZone: row.text() }),
  );
}
