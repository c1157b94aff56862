import { AppError } from '../core/errors';
import type { Operator } from '../core/operator';
import { rescueOperator } from '../flow/operator-rescue';
import type { Db } from '../store/database';
import { everyOperator } from '../store/operators';

export const OPERATOR_USAGE = `npm run operator -- list              shows who may run this installation
npm run operator -- reset [email]     makes a link to choose a password by; where no admin can sign in, makes one
`;

interface Asked {
  /** What follows `operator` on the command line. */
  readonly args: readonly string[];
  /** Where the console is, as far as this machine knows. */
  readonly url: string;
  readonly now: Date;
  readonly print: (line: string) => void;
}

/** Whether these are arguments of `runOperator`. */
export function isOperatorCommand([command, email, ...rest]: readonly string[]): boolean {
  return rest.length === 0 && ((command === 'list' && email === undefined) || command === 'reset');
}

/** What the owner can do for operators at the machine itself. Answers the exit code. */
export async function runOperator(db: Db, { args: [command, email], url, now, print }: Asked): Promise<number> {
  try {
    if (command === 'list') await list(db, print);
    else await reset(db, { email: email ?? null, url, now, print });
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    print(`${error.message}${error.expected ? ` Expected: ${error.expected}.` : ''}`);
    return 1;
  }
}

async function list(db: Db, print: (line: string) => void): Promise<void> {
  const operators = await everyOperator(db);
  const width = Math.max(...operators.map(({ email }) => email.length), 0);
  for (const operator of operators) print(`${operator.email.padEnd(width)}  ${operator.role.padEnd(7)}  ${stateOf(operator)}`);
  if (operators.length === 0) print('There is no operator yet: npm run operator -- reset makes one.');
}

function stateOf({ disabledAt, lastSignInAt }: Operator): string {
  if (disabledAt) return `disabled since ${disabledAt.toISOString()}`;
  return lastSignInAt ? `last signed in ${lastSignInAt.toISOString()}` : 'has not signed in yet';
}

async function reset(db: Db, { email, url, now, print }: Omit<Asked, 'args'> & { readonly email: string | null }): Promise<void> {
  const { operator, link, did } = await rescueOperator(db, email, now);
  if (did === 'made') print(`No admin could sign in, so ${operator.email} was made.`);
  if (did === 'let in') print(`No admin could sign in, so ${operator.email} is one now.`);
  print(`\nChoose a password for ${operator.email} (${operator.role}) within an hour, once:`);
  print(`  ${url}${link.url}`);
  print('The server must be running; behind a proxy, put its address in front instead.\n');
}
