import type { Page, Paged } from '../core/page';
import type { SelfDescription } from '../core/preferences';
import type { Reference, User } from '../core/user';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';
import { prepare } from './prepared';

const COLUMNS = 'id, source, "externalId", version, "mergedIntoId", name, "timeZone", locale, preferences, profile, "createdAt"';

/** The most users that one page holds. */
export const MOST_USERS = 1_000;

/** The users of these ids that there are, in any order; a merged one is itself. */
export async function usersByIds(db: Db, ids: readonly number[]): Promise<readonly User[]> {
  if (ids.length === 0) return [];
  return db.query(`select ${COLUMNS} from users where id = any($1::bigint[])`, [ids]);
}

/** Our id of a person, and from when on what they did counts: null for everyone but those of a name that was forgotten before. */
export interface Resolved {
  readonly id: number;
  readonly eventsFrom: Date | null;
}

/**
 * Who each reference names, in that order; a merged user leads to the one that stands for it; null where there is none.
 * `create` makes users of unknown external ids on first sight.
 */
export async function resolvePeople(
  db: Db,
  references: readonly Reference[],
  { create }: { readonly create: boolean },
): Promise<readonly (Resolved | null)[]> {
  const found = await lookUp(db, references);
  const unknown = references.filter((reference, index) => found[index] === null && 'source' in reference);
  if (!create || unknown.length === 0) return found;
  await createUsers(db, unknown);
  // Another transaction may have made some of them in between: read again what now stands there.
  return lookUp(db, references);
}

/** As `resolvePeople`, their ids alone. */
export async function resolveUsers(
  db: Db,
  references: readonly Reference[],
  options: { readonly create: boolean },
): Promise<readonly (number | null)[]> {
  return (await resolvePeople(db, references, options)).map((person) => person?.id ?? null);
}

async function lookUp(db: Db, references: readonly Reference[]): Promise<readonly (Resolved | null)[]> {
  if (references.length === 0) return [];
  const rows = await idsOf(db, columnsOf(references));
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return references.map((_, index) => byPosition.get(index + 1) ?? null);
}

const idsOf = prepare<Resolved & { position: number }>(
  'user-ids',
  `select position, coalesce(users."mergedIntoId", users.id) as id, users."eventsFrom"
   from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality asked(id, source, value, position)
   join users on users.id = asked.id
   union all
   select position, coalesce(users."mergedIntoId", users.id), users."eventsFrom"
   from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality asked(id, source, value, position)
   join users on users.source = asked.source and users."externalId" = asked.value`,
);

async function createUsers(db: Db, references: readonly Reference[]): Promise<void> {
  const [, sources, values] = columnsOf(references);
  // In the order of the key, so that two transactions that make the same users cannot wait for each other.
  await db.query(
    `insert into users (source, "externalId")
     select distinct source, value from unnest($1::text[], $2::text[]) asked(source, value) order by source, value
     on conflict (source, "externalId") do nothing`,
    [sources, values],
  );
}

function columnsOf(references: readonly Reference[]): unknown[][] {
  return [
    references.map((reference) => ('id' in reference ? reference.id : null)),
    references.map((reference) => ('source' in reference ? reference.source : null)),
    references.map((reference) => ('source' in reference ? reference.value : null)),
  ];
}

/** The user that stands for another, or for itself. */
export interface Standing {
  readonly askedId: number;
  readonly id: number;
  readonly version: number;
}

/** Who stands for each of these users now, in no order; what is not there is left out. */
export async function standingUsers(db: Db, ids: readonly number[]): Promise<readonly Standing[]> {
  if (ids.length === 0) return [];
  return db.query(
    `select asked.id as "askedId", standing.id, standing.version
     from users asked join users standing on standing.id = coalesce(asked."mergedIntoId", asked.id) where asked.id = any($1::bigint[])`,
    [ids],
  );
}

/** A user whose list is about to change. */
export interface Bumped {
  readonly id: number;
  readonly version: number;
  readonly mergedIntoId: number | null;
}

/**
 * Locks these users until the transaction ends, in the order of their ids, and counts up their versions. The row of a user is
 * the mutex of that person's interactions: whoever writes those takes it first.
 */
export async function bumpUsers(db: Db, ids: readonly number[]): Promise<readonly Bumped[]> {
  if (ids.length === 0) return [];
  return bump(db, [ids]);
}

const bump = prepare<Bumped>(
  'bump-users',
  `update users set version = users.version + 1
   from (select id from users where id = any($1::bigint[]) order by id for no key update) locked
   where users.id = locked.id
   returning users.id, users.version, users."mergedIntoId"`,
);

/** Locks these users until the transaction ends, in the order of their ids; answers those that there are. */
export async function lockUsers(db: Db, ids: readonly number[]): Promise<readonly User[]> {
  return db.query(`select ${COLUMNS} from users where id = any($1::bigint[]) order by id for no key update`, [ids]);
}

/** A user and all that were merged into it, in the order of their ids, locked until the transaction ends. */
export async function usersWithMerged(db: Db, id: number): Promise<readonly User[]> {
  return db.query(`select ${COLUMNS} from users where id = $1 or "mergedIntoId" = $1 order by id for update`, [id]);
}

/** Removes users for good; answers how many there were. */
export async function deleteUsers(db: Db, ids: readonly number[]): Promise<number> {
  const [, removed] = await db.query<[unknown, number]>('delete from users where id = any($1::bigint[])', [ids]);
  return removed;
}

/** Keeps what a person says of themselves and counts up their version; null for an unknown user. Fields left out keep their value. */
export async function describeUser(db: Db, id: number, description: SelfDescription): Promise<User | null> {
  const { name, timeZone, locale, preferences, profile } = description;
  const [[row]]: [User[], number] = await db.query(
    `update users set version = version + 1,
       name = case when $2 then $3 else name end,
       "timeZone" = case when $4 then $5 else "timeZone" end,
       locale = case when $6 then $7 else locale end,
       preferences = case when $8 then coalesce($9::jsonb, '{}') else preferences end,
       profile = case when $10 then coalesce($11::jsonb, '{}') else profile end
     where id = $1 returning ${COLUMNS}`,
    [id, ...given(name), ...given(timeZone), ...given(locale), ...given(asJson(preferences)), ...given(asJson(profile))],
  );
  return row ?? null;
}

const asJson = <T extends object>(value: T | null | undefined): string | null | undefined => value && JSON.stringify(value);

function given<T>(value: T | undefined): [isGiven: boolean, value: T | null] {
  return [value !== undefined, value ?? null];
}

/**
 * Lets one user, and all that were merged into it before, stand for another; what that one never said of itself is taken over. Versions go
 * on from the higher of the two: whoever watched the one that gave way drops lists that are older than what they have.
 */
export async function markMerged(db: Db, { from, into }: { readonly from: User; readonly into: User }): Promise<void> {
  await db.query('update users set "mergedIntoId" = $2 where id = $1 or "mergedIntoId" = $1', [from.id, into.id]);
  await db.query(
    `update users set version = greatest(version, $6), name = coalesce(name, $2), "timeZone" = coalesce("timeZone", $3), locale = coalesce(locale, $4),
       preferences = case when preferences = '{}' then $5::jsonb else preferences end, profile = $7::jsonb || profile
     where id = $1`,
    [into.id, from.name, from.timeZone, from.locale, asJson(from.preferences), from.version, asJson(from.profile)],
  );
}

/** The ids after one, in their order: for walking over everyone in batches. */
export async function userIdsAfter(db: Db, id: number, most: number): Promise<readonly number[]> {
  const rows: { id: number }[] = await db.query('select id from users where id > $1 order by id limit $2', [id, most]);
  return rows.map((row) => row.id);
}

/** The largest id of a user; 0 where there is none. */
export async function lastUserId(db: Db): Promise<number> {
  const [row]: { id: number | null }[] = await db.query('select max(id) as id from users');
  return row?.id ?? 0;
}

/** Which users: of one source, and how an external id or a name begins; `source:beginning` as `search` names a source as well. */
export interface UserFilter {
  readonly search: string | null;
  readonly source?: string | null;
}

/** A page of the users that were not merged away, the newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function usersPage(db: Db, { page, ...filter }: UserFilter & { readonly page: Page }): Promise<Paged<User>> {
  const first = pageSize(page.first, MOST_USERS);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows: User[] = await db.query(
    `select ${COLUMNS} from users where ${FOUND} and ($3::bigint is null or id < $3) order by id desc limit $4 offset $5`,
    [...searched(filter), before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, (user) => [user.id]);
}

/** Nobody turns so many pages: counting ends there, so that it takes no longer with a million people. */
const MOST_COUNTED = 10_001;

/** How many users a search finds; 10,001 stands for more than 10,000. */
export async function countUsers(db: Db, filter: UserFilter): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `select count(*) as count from (select 1 from users where ${FOUND} limit ${MOST_COUNTED}) found`,
    [...searched(filter)],
  );
  return row?.count ?? 0;
}

/** Every source that names people, found by skipping along the key from one to the next. */
export async function userSources(db: Db): Promise<readonly string[]> {
  const rows: { source: string }[] = await db.query(
    `with recursive found as (
       (select source from users order by source limit 1)
       union all
       select (select source from users where source > found.source order by source limit 1) from found where found.source is not null
     )
     select source from found where source is not null`,
  );
  return rows.map(({ source }) => source);
}

const FOUND = `"mergedIntoId" is null and ($1::text is null or source = $1)
  and ($2::text is null or "externalId" like $2 or lower(name) like lower($2))`;

/** The source and the pattern that a search asks for. */
function searched({ search, source = null }: UserFilter): readonly [source: string | null, pattern: string | null] {
  const asked = source && withoutNul(source);
  if (!search) return [asked, null];
  const [, named = null, rest = search] = source === null ? (/^([a-z][a-z0-9-]{0,31}):(.*)$/su.exec(search) ?? []) : [];
  return [asked ?? named, `${withoutNul(rest).replace(/[\\%_]/g, '\\$&')}%`];
}

/** PostgreSQL keeps no text with NUL, so nobody is called that. */
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
