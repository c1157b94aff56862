import type { Db } from './database';

// Expiry is judged by the database's clock alone: those of several machines never quite agree.
const EXPIRES = `now() + make_interval(secs => $3)`;

/**
 * Takes what only one may hold for so many seconds. Returns the fencing token, which grows with every holder, or null while
 * somebody holds it.
 */
export async function takeLease(db: Db, name: string, holder: string, seconds: number): Promise<number | null> {
  const [lease] = await db.query<{ token: number }[]>(
    `insert into leases (name, holder, "expiresAt") values ($1, $2, ${EXPIRES})
     on conflict (name) do update set holder = excluded.holder, token = leases.token + 1, "expiresAt" = excluded."expiresAt"
     where leases."expiresAt" <= now()
     returning token`,
    [name, holder, seconds],
  );
  return lease?.token ?? null;
}

/** Holds it for so many seconds more. False when it expired or another took it: whoever held it must stop. */
export async function renewLease(db: Db, name: string, token: number, seconds: number): Promise<boolean> {
  const [, renewed] = await db.query<[unknown, number]>(
    `update leases set "expiresAt" = ${EXPIRES} where name = $1 and token = $2 and "expiresAt" > now()`,
    [name, token, seconds],
  );
  return renewed > 0;
}

/** Gives it back; the row stays, so that tokens never repeat. Nothing happens when another holds it by now. */
export async function releaseLease(db: Db, name: string, token: number): Promise<void> {
  await db.query('update leases set "expiresAt" = now() where name = $1 and token = $2', [name, token]);
}

/** Throws when the token is no longer the current one; inside a transaction nobody can take the lease before it ends. */
export async function requireLease(db: Db, name: string, token: number): Promise<void> {
  const held = await db.query('select 1 from leases where name = $1 and token = $2 for update', [name, token]);
  if (held.length === 0) throw new Error(`The lease of ${name} has passed to another holder.`);
}
