import type { Ballot } from '../core/blend/ballot';
import type { Blend, BlendMember, BlendSettings } from '../core/blend/blend';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const COLUMNS = 'id, name, strategy, taste, power, kinds, seconds, certificate, rewatch, version, "createdAt"';
const MOST_BLENDS = 100;

/** Keeps a new blend; nobody is in it yet. */
export async function insertBlend(db: Db, settings: BlendSettings): Promise<Blend> {
  const { name, strategy, taste, power, kinds, seconds, certificate, rewatch } = settings;
  const [row] = await db.query<Blend[]>(
    `insert into blends (name, strategy, taste, power, kinds, seconds, certificate, rewatch)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
    [name, strategy, taste, power, kinds, seconds, certificate, rewatch],
  );
  if (row === undefined) throw new Error('The new blend was not returned.');
  return row;
}

/** Changes what is agreed on, if nobody has since `version`; null when somebody has, or there is no such blend. */
export async function updateBlend(
  db: Db,
  { id, version, ...settings }: BlendSettings & Pick<Blend, 'id' | 'version'>,
): Promise<Blend | null> {
  const { name, strategy, taste, power, kinds, seconds, certificate, rewatch } = settings;
  const [rows] = await db.query<[Blend[], number]>(
    `update blends set name = $3, strategy = $4, taste = $5, power = $6, kinds = $7, seconds = $8, certificate = $9, rewatch = $10, version = version + 1
     where id = $1 and version = $2 returning ${COLUMNS}`,
    [id, version, name, strategy, taste, power, kinds, seconds, certificate, rewatch],
  );
  return rows[0] ?? null;
}

/** One blend, or null. */
export async function blendById(db: Db, id: number): Promise<Blend | null> {
  const [row] = await db.query<Blend[]>(`select ${COLUMNS} from blends where id = $1`, [id]);
  return row ?? null;
}

/** Locks a blend until the transaction ends: whoever joins or leaves takes it first. Null for one that is not there. */
export async function lockBlend(db: Db, id: number): Promise<Blend | null> {
  const [row] = await db.query<Blend[]>(`select ${COLUMNS} from blends where id = $1 for update`, [id]);
  return row ?? null;
}

/** Who is in these blends, by blend, who joined first first. Who was forgotten is gone at once, whatever rows are left of them. */
export async function membersOfBlends(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, readonly BlendMember[]>> {
  const rows = await db.query<(BlendMember & { blendId: number })[]>(
    `select "blendId", "userId", "joinedAt", agrees from blend_members join users on users.id = "userId"
     where "blendId" = any($1::bigint[]) order by "blendId", "joinedAt", "userId"`,
    [ids],
  );
  const members = new Map<number, BlendMember[]>();
  for (const { blendId, ...member } of rows) members.set(blendId, [...(members.get(blendId) ?? []), member]);
  return members;
}

/** Who is in a blend, who joined first first. */
export async function membersOfBlend(db: Db, id: number): Promise<readonly BlendMember[]> {
  return (await membersOfBlends(db, [id])).get(id) ?? [];
}

/** Lets somebody in; whoever is in already stays as they are. */
export async function insertMember(
  db: Db,
  blendId: number,
  { userId, agrees, now }: { userId: number; agrees: boolean; now: Date },
): Promise<void> {
  await db.query(
    'insert into blend_members ("blendId", "userId", agrees, "joinedAt") values ($1, $2, $3, $4) on conflict ("blendId", "userId") do nothing',
    [blendId, userId, agrees, now],
  );
}

/** Whether reasons may name what a member watched. */
export async function setAgrees(db: Db, blendId: number, userId: number, agrees: boolean): Promise<void> {
  await db.query('update blend_members set agrees = $3 where "blendId" = $1 and "userId" = $2', [blendId, userId, agrees]);
}

/** Takes somebody out with all that they said and whom they invited; a blend that nobody is left in goes too. */
export async function removeMember(db: Db, blendId: number, userId: number): Promise<void> {
  for (const table of ['blend_votes', 'blend_invitations', 'blend_members'])
    await db.query(`delete from ${table} where "blendId" = $1 and "userId" = $2`, [blendId, userId]);
  await db.query('delete from blends where id = $1 and not exists (select 1 from blend_members where "blendId" = $1)', [blendId]);
}

/** What members say of titles; who was forgotten says nothing. */
export async function ballotsOf(db: Db, blendId: number): Promise<readonly Ballot[]> {
  return db.query(
    `select blend_votes."userId", "titleId", vote from blend_votes join blend_members using ("blendId", "userId") join users on users.id = "userId"
     where "blendId" = $1 order by at, "titleId"`,
    [blendId],
  );
}

/** Keeps a vote in the place of an earlier one of that title; null takes it back. */
export async function writeBallot(
  db: Db,
  blendId: number,
  { userId, titleId, vote, now }: Omit<Ballot, 'vote'> & { readonly vote: Ballot['vote'] | null; readonly now: Date },
): Promise<void> {
  if (vote === null) {
    await db.query('delete from blend_votes where "blendId" = $1 and "userId" = $2 and "titleId" = $3', [blendId, userId, titleId]);
    return;
  }
  await db.query(
    `insert into blend_votes ("blendId", "userId", "titleId", vote, at) values ($1, $2, $3, $4, $5)
     on conflict ("blendId", "userId", "titleId") do update set vote = excluded.vote, at = excluded.at`,
    [blendId, userId, titleId, vote, now],
  );
}

/** How many votes somebody has given in a blend. */
export async function countBallots(db: Db, blendId: number, userId: number): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from blend_votes where "blendId" = $1 and "userId" = $2', [
    blendId,
    userId,
  ]);
  return row?.count ?? 0;
}

/** A page of the blends that somebody is in, the newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function blendsPage(db: Db, userId: number, page: Page): Promise<Paged<Blend>> {
  const first = pageSize(page.first, MOST_BLENDS);
  const [before] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows = await db.query<Blend[]>(
    `select ${COLUMNS} from blends join blend_members on "blendId" = id where "userId" = $1 and ($2::bigint is null or id < $2)
     order by id desc limit $3 offset $4`,
    [userId, before, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** All blends that somebody is in. */
export async function blendIdsOf(db: Db, userId: number): Promise<readonly number[]> {
  const rows = await db.query<{ blendId: number }[]>('select "blendId" from blend_members where "userId" = $1', [userId]);
  return rows.map(({ blendId }) => blendId);
}

/** How many blends somebody is in. */
export async function countBlends(db: Db, userId: number): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*) as count from blend_members where "userId" = $1', [userId]);
  return row?.count ?? 0;
}
