import { filterNamed } from '../../core/aws/campaign';
import { AwsError } from '../../core/aws/error';
import { factsOf } from '../../core/personalize/filter-columns';
import { type FilterPass, filterPass } from '../../core/personalize/filter-evaluate';
import type { FilterTree } from '../../core/personalize/filter-tree';
import { parseFilterValues } from '../../core/personalize/filter-values';
import { interactionsOf } from '../../store/interactions';
import { usersByIds } from '../../store/users';
import type { AwsCall } from './call';

/** A filter as a request names it, and the list that it is for. */
interface Filtering {
  readonly filterArn: string | undefined;
  readonly filterValues: Readonly<Record<string, string>> | undefined;
  readonly userId: number | null;
  readonly currentTitleId: number | null;
}

/** Whether a title of ours passes; null where the request names no filter. Throws AwsError and BAD_INPUT for a filter that there is not, or that this list cannot have. */
export async function titlePass(call: AwsCall, filtering: Filtering): Promise<FilterPass<number> | null> {
  const { filterArn, filterValues = {}, userId, currentTitleId } = filtering;
  if (filterArn === undefined) {
    if (Object.keys(filterValues).length > 0) throw new AwsError('InvalidInputException', 'filterValues: They need a filterArn.');
    return null;
  }
  const tree = await call.house.savedFilters.get(filterNamed(filterArn, 'filterArn'));
  if (tree === null) throw new AwsError('ResourceNotFoundException', 'filterArn: There is no such filter.');
  const { db } = call.house.database;
  const [[user = null], interactions] = await Promise.all([
    userId === null || !asksPerson(tree) ? [] : usersByIds(db, [userId]),
    userId === null || !asksPast(tree) ? [] : interactionsOf(db, userId),
  ]);
  const { columns } = call.house.recommender.local.state();
  const passes = filterPass(tree, parseFilterValues(filterValues), factsOf(columns, { user, interactions, currentTitleId }));
  return (titleId) => {
    const row = columns.rowOf.get(titleId);
    return row !== undefined && passes(columns.listedAs[row] as number);
  };
}

/** The listed titles that do not pass. */
export function leftOut(call: AwsCall, pass: FilterPass<number> | null): readonly number[] {
  if (pass === null) return [];
  const { ids, listed } = call.house.recommender.local.state().columns;
  return Array.from(ids).filter((id, row) => listed[row] === 1 && !pass(id));
}

function asksPerson({ rules }: FilterTree): boolean {
  return rules.some(({ onlyIf }) => onlyIf.length > 0);
}

function asksPast({ rules }: FilterTree): boolean {
  return rules.some(({ anyOf }) => anyOf.flat().some(({ dataset }) => dataset === 'Interactions'));
}
