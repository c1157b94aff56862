import type { Role } from './caller';
import { isEmail } from './email';
import { badInput } from './errors';
import { isText } from './text';

/** Somebody who runs this installation from the console. */
export interface Operator {
  readonly id: number;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  /** Grows with every change; a save takes the version it was read at. */
  readonly version: number;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
  /** Of role SHOP: the one shop that they see and change; null: none, and then they see nothing. */
  readonly shopId: number | null;
}

/** A signed-in browser of an operator. */
export interface OperatorSession {
  readonly id: number;
  readonly createdAt: Date;
  /** To the minute: written lazily. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

const LONGEST_NAME = 100;

/** Judges an operator's address. Throws BAD_INPUT on `input.email`. */
export function checkEmail(email: string): void {
  if (!isEmail(email)) throw badInput('input.email', 'This is not an e-mail address.', 'name@place, at most 320 characters');
}

/** A name without spaces around it; null for none. Throws BAD_INPUT on `input.name`. */
export function operatorName(name: string | null | undefined): string | null {
  const trimmed = (name ?? '').trim();
  if (!isText(trimmed, LONGEST_NAME))
    throw badInput('input.name', `The name has ${trimmed.length} characters.`, `at most ${LONGEST_NAME} characters without NUL`);
  return trimmed === '' ? null : trimmed;
}
