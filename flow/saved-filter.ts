import type { Actor } from '../core/audit';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { checkFilterColumns } from '../core/personalize/filter-columns';
import { parseFilter } from '../core/personalize/filter-language';
import { FILTER_NAME, type SavedFilter } from '../core/personalize/saved-filter';
import { isText } from '../core/text';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { addFilter, changeFilter, deleteFilter, filterForUpdate } from '../store/saved-filters';

/** A filter to be saved: `version` is the one it was read at, null for a new one. */
export interface FilterInput extends Pick<SavedFilter, 'name' | 'expression'> {
  readonly version: number | null;
}

/** Throws BAD_INPUT on `field` for an expression that cannot be read, with the character at which its fault is, or that asks for an unknown column. */
export function checkExpression(expression: string, field: string): void {
  try {
    checkFilterColumns(parseFilter(expression));
  } catch (error) {
    if (error instanceof AppError) throw badInput(field, error.message, error.expected ?? '');
    throw error;
  }
  if (!isText(expression, expression.length)) throw badInput(field, 'The expression cannot be kept as it came.', 'text without NUL');
}

/**
 * Saves a filter, its audit and its notice together; every process answers by it from the commit on. Throws BAD_INPUT, and CONFLICT when
 * it was changed, made or not there since it was read.
 */
export async function saveFilter(db: Db, actor: Actor, input: FilterInput): Promise<SavedFilter> {
  if (!FILTER_NAME.test(input.name))
    throw badInput('input.name', 'This cannot name a filter.', '1 to 63 letters, digits, hyphens and underscores, a letter or digit first');
  checkExpression(input.expression, 'input.expression');
  return db.transaction(async (db) => {
    const before = await filterForUpdate(db, input.name);
    const write = input.version === null ? addFilter : changeFilter;
    const after = (before?.version ?? null) === input.version ? await write(db, input) : null;
    if (after === null) throw conflict('input.version', before ? `version ${before.version}` : 'no version: there was no such filter');
    await writeAudit(db, { actor, action: 'filter.save', entity: 'filter', entityId: after.name, before, after });
    await publish(db, [{ topic: 'filters' }]);
    return after;
  });
}

/** Takes a filter out: whoever asks by it afterwards is told that there is none. Throws NOT_FOUND, and CONFLICT where it was changed since it was read. */
export async function removeFilter(db: Db, actor: Actor, { name, version }: Pick<SavedFilter, 'name' | 'version'>): Promise<void> {
  await db.transaction(async (db) => {
    const before = FILTER_NAME.test(name) ? await filterForUpdate(db, name) : null;
    if (before === null) throw notFound('name', 'filter');
    if (before.version !== version) throw conflict('version', `version ${before.version}`);
    await deleteFilter(db, name);
    await writeAudit(db, { actor, action: 'filter.remove', entity: 'filter', entityId: name, before, after: null });
    await publish(db, [{ topic: 'filters' }]);
  });
}

function conflict(field: string, expected: string): AppError {
  return new AppError(ErrorCode.CONFLICT, 'The filter was changed since it was read.', { field, expected });
}
