import { badInput } from './errors';
import { isText } from './text';

/** What an account of the demo is made from. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** RFC 5321: 64 characters before the @, 255 after it. */
const LONGEST_EMAIL = 320;
const EMAIL = /^[^\s@]+@[^\s@]+$/u;
const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 1_000;

/** An address as it is kept and compared: two ways to type the same letters are one address. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

/** Judges an e-mail address and a password. Throws BAD_INPUT on the one at fault, and repeats neither. */
export function checkCredentials({ email, password }: Credentials): void {
  if (!isEmail(email)) throw badInput('input.email', 'email is no address.', `name@place, at most ${LONGEST_EMAIL} characters`);
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw badInput(
      'input.password',
      `password has ${password.length} characters.`,
      `${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD.toLocaleString('en')} characters`,
    );
}

/** Whether an account could have these: what could not need not be looked for. */
export function mayFit({ email, password }: Credentials): boolean {
  return isEmail(email) && password.length <= LONGEST_PASSWORD;
}

function isEmail(email: string): boolean {
  return isText(email, LONGEST_EMAIL) && EMAIL.test(email) && emailKey(email).length <= LONGEST_EMAIL;
}
