import { isEmail, LONGEST_EMAIL } from './email';
import { badInput } from './errors';

/** What an account of the demo is made from. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 1_000;

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
