import { randomUUID } from 'node:crypto';
import { Role } from '../../core/caller';
import { hashPassword } from '../../flow/password';
import type { Db } from '../../store/database';
import { insertOperator } from '../../store/operators';
import { type Answer, ask } from './graphql';

/** An operator who can sign in, with the password to do it by. */
export interface Staff {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** Makes an operator of a role, an admin unless told. */
export async function aStaff(db: Db, role: Role = Role.ADMIN): Promise<Staff> {
  const [email, password] = [`${randomUUID()}@example.com`, `the password of ${randomUUID()}`];
  const { id } = await insertOperator(db, { email, name: null, role, passwordHash: await hashPassword(password) });
  return { id: String(id), email, password };
}

/** Tries to sign in as the console does. */
export function trySignIn(url: string, { email, password }: Pick<Staff, 'email' | 'password'>, from = randomAddress()): Promise<Answer> {
  const query = `mutation ($email: String!, $password: String!) {
    signIn(email: $email, password: $password) { operator { id role } userErrors { code } } }`;
  return ask(url, query, { variables: { email, password }, headers: { 'x-forwarded-for': from } });
}

/** The headers of a console that has signed in. Throws where it cannot. */
export async function signedIn(url: string, staff: Pick<Staff, 'email' | 'password'>): Promise<Readonly<Record<string, string>>> {
  const answer = await trySignIn(url, staff);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  if (cookie === '') throw new Error(`Nobody signed in: ${answer.text}`);
  return { cookie, 'x-kinograph-console': '1', 'x-forwarded-for': randomAddress() };
}

/** Each from a place of its own, so that no bound on tries stands between; believed where TRUST_PROXY is set. */
export function randomAddress(): string {
  return Array.from({ length: 4 }, () => 1 + Math.floor(Math.random() * 250)).join('.');
}
