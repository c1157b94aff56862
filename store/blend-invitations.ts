import type { Db } from './database';

/** A way into a blend. */
export interface OpenInvitation {
  readonly blendId: number;
  /** Who made it. */
  readonly userId: number;
  readonly expiresAt: Date;
}

/** Keeps an invitation by the hash of its token; one that is out of date goes. */
export async function insertInvitation(
  db: Db,
  { hash, blendId, userId, now, expiresAt }: { hash: string; blendId: number; userId: number; now: Date; expiresAt: Date },
): Promise<void> {
  await db.query('delete from blend_invitations where "blendId" = $1 and "expiresAt" <= $2', [blendId, now]);
  await db.query('insert into blend_invitations (hash, "blendId", "userId", "createdAt", "expiresAt") values ($1, $2, $3, $4, $5)', [
    hash,
    blendId,
    userId,
    now,
    expiresAt,
  ]);
}

/** The invitation of a token that holds now; null for any other. It holds as long as whoever made it is in the blend. */
export async function invitationOf(db: Db, hash: string, now: Date): Promise<OpenInvitation | null> {
  const [row] = await db.query<OpenInvitation[]>(
    `select "blendId", "userId", "expiresAt" from blend_invitations join blend_members using ("blendId", "userId") join users on users.id = "userId"
     where hash = $1 and "expiresAt" > $2`,
    [hash, now],
  );
  return row ?? null;
}

/** How many invitations of a blend are open. */
export async function countInvitations(db: Db, blendId: number, now: Date): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    'select count(*) as count from blend_invitations where "blendId" = $1 and "expiresAt" > $2',
    [blendId, now],
  );
  return row?.count ?? 0;
}
