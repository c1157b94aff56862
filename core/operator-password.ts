import { emailKey } from './email';
import { badInput } from './errors';

const SHORTEST = 12;
/** The longest password that anyone may have or try: hashing more costs work for nothing. */
export const LONGEST_PASSWORD = 1_000;
const EXPECTED = `${SHORTEST} to ${LONGEST_PASSWORD.toLocaleString('en')} characters: a few words that belong to nobody but you do well`;

/** Judges a password that an operator chooses. Throws BAD_INPUT on `field`, kindly, and never repeats it. */
export function checkPassword(password: string, { email, field }: { readonly email: string; readonly field: string }): void {
  if (password.length < SHORTEST) throw badInput(field, `This password is a little short: ${password.length} characters.`, EXPECTED);
  if (password.length > LONGEST_PASSWORD) throw badInput(field, 'This password is longer than we can keep.', EXPECTED);
  if (emailKey(password) === emailKey(email)) throw badInput(field, 'This is the e-mail address, which others know.', EXPECTED);
}
