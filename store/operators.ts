import type { Role } from '../core/caller';
import { emailKey } from '../core/email';
import type { Operator } from '../core/operator';
import type { Page, Paged } from '../core/page';
import type { Db } from './database';
import { decodeCursor, paged, pageOffset, pageSize } from './page';

const COLUMNS = 'id, email, name, role, version, "createdAt", "disabledAt", "lastSignInAt", "shopId"';

/** An operator with what a password is checked against. */
export type OperatorWithPassword = Operator & { readonly passwordHash: string };

/** E-mail addresses are kept and compared in lower case, however their letters were typed. */
export async function operatorByEmail(db: Db, email: string): Promise<OperatorWithPassword | null> {
  const rows: OperatorWithPassword[] = await db.query(`select ${COLUMNS}, "passwordHash" from operators where email = lower($1)`, [
    emailKey(email),
  ]);
  return rows[0] ?? null;
}

export async function operatorById(db: Db, id: number): Promise<Operator | null> {
  const rows: Operator[] = await db.query(`select ${COLUMNS} from operators where id = $1`, [id]);
  return rows[0] ?? null;
}

/** The operator, held against other writers until the transaction ends; null when there is none. */
export async function operatorForUpdate(db: Db, id: number): Promise<OperatorWithPassword | null> {
  const rows: OperatorWithPassword[] = await db.query(`select ${COLUMNS}, "passwordHash" from operators where id = $1 for update`, [id]);
  return rows[0] ?? null;
}

/** The admins who may sign in, held until the transaction ends: of two who would remove each other, the second sees what the first did. */
export async function adminsForUpdate(db: Db): Promise<readonly Operator[]> {
  return db.query(`select ${COLUMNS} from operators where role = 'ADMIN' and "disabledAt" is null order by id for update`);
}

export async function countOperators(db: Db): Promise<number> {
  const rows: { count: number }[] = await db.query('select count(*) from operators');
  return rows[0]?.count ?? 0;
}

/** Which operators: whose name or address holds `search`, of one role. */
export interface OperatorFilter {
  readonly search?: string | null;
  readonly role?: Role | null;
}

const MOST_OPERATORS = 1_000;
const MATCHES = `(strpos(lower(coalesce(name, '') || ' ' || email), lower($1)) > 0) and ($2::text is null or role = $2)`;

/** Operators, newest first. Throws BAD_INPUT on `first`, `after` and `offset`. */
export async function operatorsPage(
  db: Db,
  { search, role = null, page }: OperatorFilter & { readonly page: Page },
): Promise<Paged<Operator>> {
  const first = pageSize(page.first, MOST_OPERATORS);
  const [after] = page.after === null ? [null] : decodeCursor(page.after, 'after', ['integer']);
  const rows: Operator[] = await db.query(
    `select ${COLUMNS} from operators where ${MATCHES} and ($3::bigint is null or id < $3) order by id desc limit $4 offset $5`,
    [search ?? '', role, after, first + 1, pageOffset(page.offset)],
  );
  return paged(rows, first, ({ id }) => [id]);
}

/** How many operators a filter lets through. */
export async function countMatching(db: Db, { search, role = null }: OperatorFilter): Promise<number> {
  const [row]: { count: number }[] = await db.query(`select count(*) as count from operators where ${MATCHES}`, [search ?? '', role]);
  return row?.count ?? 0;
}

/** Every operator, admins first: for the terminal of a small house. */
export async function everyOperator(db: Db): Promise<readonly Operator[]> {
  return db.query(`select ${COLUMNS} from operators order by role <> 'ADMIN', "disabledAt" is not null, id`);
}

export interface NewOperator {
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly passwordHash: string;
  readonly shopId?: number | null;
}

/** Adds an operator. Throws when the address is taken. */
export async function insertOperator(db: Db, operator: NewOperator): Promise<Operator> {
  const made = await addOperator(db, operator);
  if (made !== null) return made;
  throw new Error('There is an operator with this address already.');
}

/** Adds an operator; null when the address is taken. */
export async function addOperator(db: Db, { email, name, role, passwordHash, shopId = null }: NewOperator): Promise<Operator | null> {
  const rows: Operator[] = await db.query(
    `insert into operators (email, name, role, "passwordHash", "shopId") values (lower($1), $2, $3, $4, $5)
     on conflict (email) do nothing returning ${COLUMNS}`,
    [emailKey(email), name, role, passwordHash, shopId],
  );
  return rows[0] ?? null;
}

/** Writes over an operator whom this transaction holds, as the next version. */
export async function changeOperator(
  db: Db,
  { id, name, role, disabledAt, shopId }: Pick<Operator, 'id' | 'name' | 'role' | 'disabledAt' | 'shopId'>,
): Promise<Operator> {
  const [rows]: [Operator[], number] = await db.query(
    `update operators set name = $2, role = $3, "disabledAt" = $4, "shopId" = $5, version = version + 1 where id = $1 returning ${COLUMNS}`,
    [id, name, role, disabledAt, shopId],
  );
  return rows[0] as Operator;
}

/** Gives an operator another password. */
export async function setPassword(db: Db, id: number, passwordHash: string): Promise<void> {
  await db.query('update operators set "passwordHash" = $2 where id = $1', [id, passwordHash]);
}

/** Notes that an operator signed in. */
export async function touchOperator(db: Db, id: number, now: Date): Promise<void> {
  await db.query('update operators set "lastSignInAt" = $2 where id = $1', [id, now]);
}
