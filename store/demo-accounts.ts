import type { Db } from './database';

/** What a password is checked against, and whom it opens. */
export interface DemoAccount {
  readonly sub: string;
  readonly passwordHash: string;
}

/** The account of an address in lower case; null where there is none. */
export async function demoAccountByEmail(db: Db, email: string): Promise<DemoAccount | null> {
  const rows: DemoAccount[] = await db.query('select sub, "passwordHash" from demo_accounts where email = $1', [email]);
  return rows[0] ?? null;
}

/** Adds an account; answers false when the address is taken, also by somebody who came a moment before. */
export async function insertDemoAccount(db: Db, { sub, email, passwordHash }: DemoAccount & { readonly email: string }): Promise<boolean> {
  const rows: unknown[] = await db.query(
    'insert into demo_accounts (email, "passwordHash", sub) values ($1, $2, $3) on conflict (email) do nothing returning id',
    [email, passwordHash, sub],
  );
  return rows.length > 0;
}
