import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { may, Right } from '../core/rights';
import { parseReference, type Reference } from '../core/user';
import { resolveTitles } from '../store/titles';
import type { Context } from './context';
import { requireRight } from './rights';

/** The right that naming another person needs, and the field that named them. */
interface Naming {
  readonly right: Right;
  readonly field?: string;
}

/**
 * Whose data a request is about: the viewer's own where no user is named. Throws UNAUTHENTICATED without a credential, BAD_INPUT where a
 * key names nobody, and FORBIDDEN where another person is named without the right, before anything is told of that person.
 */
export async function subjectOf(context: Context, userId: string | null | undefined, { right, field = 'userId' }: Naming): Promise<number> {
  const id = await namedUser(context, userId, { right, field });
  if (id === null) throw notFound(field, 'user');
  return id;
}

/** As `subjectOf`, but null for a user that is not there, where the caller may know that. */
export async function namedUser(
  context: Context,
  userId: string | null | undefined,
  { right, field = 'userId' }: Naming,
): Promise<number | null> {
  const { caller } = context;
  if (userId === null || userId === undefined) return viewerOf(context, { right, field });
  const mayName = may(caller, right);
  if (!mayName && caller.kind !== 'viewer') throw forbidden(field);
  // Whoever may write events for others makes people by naming them; whoever only reads does not.
  const create = mayName && may(caller, Right.EVENTS_WRITE);
  const id = await context.house.named.idOf(readReference(userId, field), { create });
  // A stranger and nobody get the same answer, so that ids cannot be probed.
  if (!mayName && (caller.kind !== 'viewer' || id !== caller.userId)) throw forbidden(field);
  return id;
}

function viewerOf(context: Context, { right, field }: Required<Naming>): number {
  if (context.caller.kind === 'viewer') return context.caller.userId;
  requireRight(context, right);
  throw badInput(field, 'A key and an operator are no viewers: name the user.', 'a user, by our id or an external one such as app:42');
}

/** Reads our id or an external one. Throws BAD_INPUT on `field`. */
export function readReference(text: string, field: string): Reference {
  const reference = parseReference(text);
  if (reference) return reference;
  throw badInput(field, `${field} is not an id.`, 'our id, or an external one such as movielens:318');
}

/** The customer's own name of a person, `app:<name>`. Throws BAD_INPUT on `field` for any other id: a number may be anybody's. */
export function ownName(text: string, field: string): string {
  const reference = readReference(text, field);
  if ('source' in reference && reference.source === 'app') return reference.value;
  throw badInput(field, `${field} is not a person of your own.`, 'app:<your id>');
}

const MOST_TITLES = 1_000;

/** The titles that these ids name, in their order. Throws BAD_INPUT on too many, BAD_INPUT or NOT_FOUND on the field of the first that is none. */
export async function titleIdsOf(context: Context, ids: readonly string[], field: string): Promise<readonly number[]> {
  if (ids.length > MOST_TITLES) throw badInput(field, `There are ${ids.length} ids.`, `at most ${MOST_TITLES} ids`);
  const references = ids.map((id, index) => readReference(id, `${field}[${index}]`));
  const found = await resolveTitles(context.house.database.db, references);
  return found.map((id, index) => {
    if (id === null) throw notFound(`${field}[${index}]`, 'title');
    return id;
  });
}

/** The title that this id names. Throws BAD_INPUT or NOT_FOUND on `field`. */
export async function titleIdOf({ house }: Context, id: string, field: string): Promise<number> {
  const [found = null] = await resolveTitles(house.database.db, [readReference(id, field)]);
  if (found === null) throw notFound(field, 'title');
  return found;
}

function forbidden(field: string): AppError {
  return new AppError(ErrorCode.FORBIDDEN, 'Only a server key or an operator may name another user.', {
    field,
    expected: 'no user, or your own',
  });
}

/** Reads one of our own ids, of rows that have no external ones. Throws BAD_INPUT on `field`. */
export function rowId(text: string, field: string): number {
  const reference = parseReference(text);
  if (reference && 'id' in reference) return reference.id;
  throw badInput(field, `${field} is not an id.`, 'a whole number from 1');
}

/** As `rowId`, where none may be named: what is left out stays undefined. */
export function optionalRowId(text: string | null | undefined, field: string): number | null | undefined {
  return typeof text === 'string' ? rowId(text, field) : text;
}
