import type { ExportedTitle, ExportedUser } from '../core/personalize/rows';
import { TitleKind, TitleState } from '../core/title';
import type { Db } from './database';

/** A title as a person has met it. */
export interface Met {
  /** The title that stands for it in lists. */
  readonly listedId: number;
  readonly coveredSeconds: number;
  readonly mediaSeconds: number | null;
}

/** What each person has covered of each title by now, pair by pair; null where there is no such title (any more). */
export async function metTitles(
  db: Db,
  pairs: readonly { readonly userId: number; readonly titleId: number }[],
): Promise<readonly (Met | null)[]> {
  const rows: ({ readonly place: number } & Met)[] = await db.query(
    `select place, coalesce(standing."parentId", standing.id) as "listedId", coalesce("mediaSeconds", standing.seconds) as "mediaSeconds",
       (select coalesce(sum(upper(part) - lower(part)), 0) / 10.0 from unnest(covered) part)::float8 as "coveredSeconds"
     from unnest($1::bigint[], $2::bigint[]) with ordinality asked("userId", "titleId", place)
     join titles on titles.id = asked."titleId" join titles standing on standing.id = coalesce(titles."mergedIntoId", titles.id)
     left join interactions on interactions."userId" = asked."userId" and interactions."titleId" = standing.id`,
    [pairs.map(({ userId }) => userId), pairs.map(({ titleId }) => titleId)],
  );
  const byPlace = new Map(rows.map(({ place, ...met }) => [place, met]));
  return pairs.map((_, at) => byPlace.get(at + 1) ?? null);
}

/** Up to where changes of titles were told: the time of the newest in ISO 8601 with microseconds, and its id. */
export interface ToldUntil {
  readonly updatedAt: string;
  readonly id: number;
}

const NAME = 'personalize-told-until';

/** Null: nothing was ever told. */
export async function toldUntil(db: Db): Promise<ToldUntil | null> {
  const [row]: { value: ToldUntil }[] = await db.query('select value from settings where name = $1', [NAME]);
  return row?.value ?? null;
}

export async function saveToldUntil(db: Db, until: ToldUntil): Promise<void> {
  await db.query('insert into settings (name, value) values ($1, $2::jsonb) on conflict (name) do update set value = excluded.value', [
    NAME,
    JSON.stringify(until),
  ]);
}

type ChangedTitle = ExportedTitle & ToldUntil;

/** Titles that lists hold and that changed after `from` and not after `until`, the oldest change first. */
export async function changedTitles(
  db: Db,
  { from, until, limit }: { readonly from: ToldUntil; readonly until: Date; readonly limit: number },
): Promise<readonly ChangedTitle[]> {
  return db.query(
    `select id, kind, genres, category, year, seconds, pages, certificate, attributes, "createdAt",
       to_char("updatedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "updatedAt"
     from titles
     where (titles."updatedAt", id) > ($1::timestamptz, $2::bigint) and titles."updatedAt" <= $3
       and state = '${TitleState.LISTED}' and kind <> '${TitleKind.EPISODE}'
     order by titles."updatedAt", id limit $4`,
    [from.updatedAt, from.id, until, limit],
  );
}

/** Those of these people who are there, and who came after `since`. */
export async function toldUsers(db: Db, ids: readonly number[], since: Date): Promise<readonly ExportedUser[]> {
  return db.query(
    'select id, source, locale, "timeZone" from users where id = any($1::bigint[]) and "mergedIntoId" is null and "createdAt" > $2 order by id',
    [ids, since],
  );
}
