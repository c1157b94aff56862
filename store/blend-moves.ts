import type { Db } from './database';

/** Gives one person's places in blends, votes, invitations and hidden titles to another, where that one has none of the same; both must be locked. */
export async function moveBlends(db: Db, fromId: number, intoId: number): Promise<void> {
  for (const [table, rest] of Object.entries(MOVED)) {
    await db.query(`insert into ${table} ("userId", ${rest}) select $2, ${rest} from ${table} where "userId" = $1 on conflict do nothing`, [
      fromId,
      intoId,
    ]);
    await db.query(`delete from ${table} where "userId" = $1`, [fromId]);
  }
  await db.query('update blend_invitations set "userId" = $2 where "userId" = $1', [fromId, intoId]);
}

/** What each row tells beside the person. */
const MOVED = {
  blend_members: '"blendId", "joinedAt", agrees',
  blend_votes: '"blendId", "titleId", vote, at',
  hidden_titles: '"titleId"',
} as const;
