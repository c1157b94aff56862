import type { Role } from '../core/caller';
import type { Operator } from '../core/operator';
import type { Db } from './database';

const COLUMNS = 'id, email, name, role, "createdAt", "disabledAt"';

/** An operator with what a password is checked against. */
export type OperatorWithPassword = Operator & { readonly passwordHash: string };

/** E-mail addresses are kept and compared in lower case. */
export async function operatorByEmail(db: Db, email: string): Promise<OperatorWithPassword | null> {
  const rows: OperatorWithPassword[] = await db.query(`select ${COLUMNS}, "passwordHash" from operators where email = lower($1)`, [email]);
  return rows[0] ?? null;
}

export async function operatorById(db: Db, id: number): Promise<Operator | null> {
  const rows: Operator[] = await db.query(`select ${COLUMNS} from operators where id = $1`, [id]);
  return rows[0] ?? null;
}

export async function countOperators(db: Db): Promise<number> {
  const rows: { count: number }[] = await db.query('select count(*) from operators');
  return rows[0]?.count ?? 0;
}

export interface NewOperator {
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Adds an operator; throws the driver's unique violation when the address is taken. */
export async function insertOperator(db: Db, { email, name, role, passwordHash }: NewOperator): Promise<Operator> {
  const rows: Operator[] = await db.query(
    `insert into operators (email, name, role, "passwordHash") values (lower($1), $2, $3, $4) returning ${COLUMNS}`,
    [email, name, role, passwordHash],
  );
  const [made] = rows;
  if (!made) throw new Error('The new operator was not returned.');
  return made;
}

/** A signed-in console: who, and until when. */
export interface OperatorSession {
  readonly id: number;
  readonly operatorId: number;
  readonly role: Role;
  readonly expiresAt: Date;
}

/** Keeps a session by the hash of its token, and drops those that have ended. */
export async function insertSession(
  db: Db,
  { operatorId, hash, now, expiresAt }: { operatorId: number; hash: string; now: Date; expiresAt: Date },
): Promise<number> {
  await db.query('delete from operator_sessions where "expiresAt" < $1', [now]);
  const rows: { id: number }[] = await db.query(
    'insert into operator_sessions ("operatorId", hash, "createdAt", "expiresAt") values ($1, $2, $3, $4) returning id',
    [operatorId, hash, now, expiresAt],
  );
  return rows[0]?.id ?? 0;
}

/** The session with this hash, while its operator is not disabled. */
export async function sessionByHash(db: Db, hash: string): Promise<OperatorSession | null> {
  const rows: OperatorSession[] = await db.query(
    `select session.id, session."operatorId", operator.role, session."expiresAt"
     from operator_sessions session join operators operator on operator.id = session."operatorId"
     where session.hash = $1 and operator."disabledAt" is null`,
    [hash],
  );
  return rows[0] ?? null;
}

export async function deleteSession(db: Db, id: number): Promise<void> {
  await db.query('delete from operator_sessions where id = $1', [id]);
}
