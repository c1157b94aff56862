import type { Actor } from '../core/audit';
import type { Columns } from '../core/columns';
import { AppError, badInput, ErrorCode, notFound } from '../core/errors';
import { checkFilterColumns, factsOf } from '../core/personalize/filter-columns';
import { filterPass } from '../core/personalize/filter-evaluate';
import { parseFilter } from '../core/personalize/filter-language';
import { type FilterTree, parametersOf } from '../core/personalize/filter-tree';
import { FILTER_NAME, type SavedFilter } from '../core/personalize/saved-filter';
import { isText } from '../core/text';
import { writeAudit } from '../store/audit';
import type { Db } from '../store/database';
import { publish } from '../store/notices';
import { addFilter, changeFilter, deleteFilter, filterForUpdate } from '../store/saved-filters';
import type { Recommending } from './recommend';

/** A filter to be saved: `version` is the one it was read at, null for a new one. */
export interface FilterInput extends Pick<SavedFilter, 'name' | 'expression'> {
  readonly version: number | null;
}

/** What an expression is found to be before it is saved. */
export interface FilterCheck {
  /** What is wrong with it, and at which character; null: nothing. */
  readonly fault: string | null;
  readonly expected: string | null;
  readonly parameters: readonly string[];
  /** How many listed titles pass for somebody without a past; null where that needs parameters, or the title that similar ones are asked for. */
  readonly titles: number | null;
}

/** Reads an expression as a save would, and tries it on the catalogue. */
export function checkedFilter({ local }: Recommending, expression: string): FilterCheck {
  const tree = treeOf(expression);
  if (tree instanceof AppError) return { fault: tree.message, expected: tree.expected, parameters: [], titles: null };
  const parameters = parametersOf(tree.rules);
  const asksMore =
    parameters.length > 0 ||
    tree.rules.some(({ anyOf }) => anyOf.flat().some(({ values }) => values.some(({ kind }) => kind === 'currentItem')));
  return { fault: null, expected: null, parameters, titles: asksMore ? null : passing(local.state().columns, tree) };
}

function passing(columns: Columns, tree: FilterTree): number {
  const pass = filterPass(tree, new Map(), factsOf(columns, { user: null, interactions: [], currentTitleId: null }));
  let titles = 0;
  for (let row = 0; row < columns.size; row++) if (columns.listed[row] === 1 && pass(row)) titles++;
  return titles;
}

/** The tree of an expression, or what is wrong with it. */
function treeOf(expression: string): FilterTree | AppError {
  try {
    if (!isText(expression, expression.length))
      throw badInput('filterExpression', 'It holds a character that cannot be kept.', 'text without NUL');
    const tree = parseFilter(expression);
    checkFilterColumns(tree);
    return tree;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/**
 * Saves a filter, its audit and its notice together; every process answers by it from the commit on. Throws BAD_INPUT, and CONFLICT when
 * it was changed, made or not there since it was read.
 */
export async function saveFilter(db: Db, actor: Actor, input: FilterInput): Promise<SavedFilter> {
  if (!FILTER_NAME.test(input.name))
    throw badInput('input.name', 'This cannot name a filter.', '1 to 63 letters, digits, hyphens and underscores, a letter or digit first');
  const tree = treeOf(input.expression);
  if (tree instanceof AppError) throw badInput('input.expression', tree.message, tree.expected ?? '');
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
