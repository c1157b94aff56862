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

/**
 * Our id of each reference, in that order; a merged user leads to the one that stands for it; null where there is none.
 * `create` makes users of unknown external ids on first sight.
 */
export async function resolveUsers(
  db: Db,
  references: readonly Reference[],
  { create }: { readonly create: boolean },
): Promise<readonly (number | null)[]> {
  const found = await lookUp(db, references);
  const unknown = references.filter((reference, index) => found[index] === null && 'source' in reference);
  if (!create || unknown.length === 0) return found;
  await createUsers(db, unknown);
  // Another transaction may have made some of them in between: read again what now stands there.
  return lookUp(db, references);
}

async function lookUp(db: Db, references: readonly Reference[]): Promise<readonly (number | null)[]> {
  if (references.length === 0) return [];
  const rows = await idsOf(db, columnsOf(references));
  const byPosition = new Map(rows.map(({ position, id }) => [position, id]));
  return references.map((_, index) => byPosition.get(index + 1) ?? null);
}

const idsOf = prepare<{ position: number; id: number }>(
  'user-ids',
  `select position, coalesce(users."mergedIntoId", users.id) as id
   from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality asked(id, source, value, position)
   join users on users.id = asked.id
   union all
   select position, coalesce(users."mergedIntoId", users.id)
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

/**
 * A page of the users that were not merged away, the newest first. `search` is how an external id or a name begins;
 * `source:beginning` looks among the users of one source. Throws BAD_INPUT on `first`, `after` and `offset`.
 */
export async function usersPage(db: Db, { search, page }: { search: string | null; page: Page }): Promise<Paged<User>> {
  const first = pageSize(page.first, MOST_USERS);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows: User[] = await db.query(
    `select ${COLUMNS} from users where ${FOUND} and ($3::bigint is null or id < $3) order by id desc limit $4 offset $5`,
    [...searched(search), before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, (user) => [user.id]);
}

/** How many users a search finds; it counts them, so only where somebody asked. */
export async function countUsers(db: Db, search: string | null): Promise<number> {
  const [row]: { count: number }[] = await db.query(`select count(*) as count from users where ${FOUND}`, [...searched(search)]);
  return row?.count ?? 0;
}

const FOUND = `"mergedIntoId" is null and ($1::text is null or source = $1)
  and ($2::text is null or "externalId" like $2 or lower(name) like lower($2))`;

/** The source and the pattern that a search asks for. */
function searched(search: string | null): readonly [source: string | null, pattern: string | null] {
  if (!search) return [null, null];
  const [, source = null, rest = search] = /^([a-z][a-z0-9-]{0,31}):(.*)$/su.exec(search) ?? [];
  return [source, `${rest.replaceAll('\u0000', '').replace(/[\\%_]/g, '\\$&')}%`];
}
