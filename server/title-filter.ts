import { present } from '../core/present';
import { Right } from '../core/rights';
import { TitleState } from '../core/title';
import { checkTitleFilter, type TitleFilter } from '../core/title-filter';
import type { TitleFilter as TitleFilterType } from '../schema/title';
import type { Context } from './context';
import { requireRight } from './rights';
import { rowId, titleIdOf } from './subject';

/** The filter that a client gave. Throws BAD_INPUT on its field, and FORBIDDEN where only operators may look. */
export async function titleFilterOf(context: Context, filter: TitleFilterType | null | undefined): Promise<TitleFilter> {
  const { parentId, ids, ...rest } = present(filter);
  const all = rest.states?.some((state) => state !== TitleState.LISTED) ?? false;
  if (all || rest.missing || rest.availableNow !== undefined || rest.externalIdSource !== undefined)
    requireRight(context, Right.CATALOGUE_READ_ALL);
  const wanted = { ...rest, ...(ids && { ids: ids.map((id, index) => rowId(id, `filter.ids[${index}]`)) }) };
  checkTitleFilter(wanted);
  return parentId === undefined ? wanted : { ...wanted, parentId: await titleIdOf(context, parentId, 'filter.parentId') };
}
