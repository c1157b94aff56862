import type { Db } from './database';

/** Keeps a link by the hash of its token; an earlier one of the same operator ends. */
export async function keepResetLink(
  db: Db,
  { operatorId, hash, now, expiresAt }: { operatorId: number; hash: string; now: Date; expiresAt: Date },
): Promise<void> {
  await db.query(
    `insert into reset_links ("operatorId", hash, "createdAt", "expiresAt") values ($1, $2, $3, $4)
     on conflict ("operatorId") do update set hash = excluded.hash, "createdAt" = excluded."createdAt", "expiresAt" = excluded."expiresAt"`,
    [operatorId, hash, now, expiresAt],
  );
}

/** Takes a link that is good at `now` away and answers whose it was: of two who use it at once, one gets it; null when it is not good. */
export async function takeResetLink(db: Db, hash: string, now: Date): Promise<number | null> {
  const [rows]: [{ operatorId: number }[], number] = await db.query(
    'delete from reset_links where hash = $1 and "expiresAt" > $2 returning "operatorId"',
    [hash, now],
  );
  return rows[0]?.operatorId ?? null;
}

/** Ends the link of an operator, where there is one. */
export async function dropResetLink(db: Db, operatorId: number): Promise<void> {
  await db.query('delete from reset_links where "operatorId" = $1', [operatorId]);
}
