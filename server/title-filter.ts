import { badInput } from '../core/errors';
import { present } from '../core/present';
import { may, Right } from '../core/rights';
import { TitleState } from '../core/title';
import { checkTitleFilter, type TitleFilter } from '../core/title-filter';
import type { TitleFilter as TitleFilterType } from '../schema/title';
import { blockedKinds } from '../store/blocks';
import type { Context } from './context';
import { requireRight } from './rights';
import { rowId, titleIdOf, titleIdsOf } from './subject';

/** The filter that a client gave. Throws BAD_INPUT on its field, and FORBIDDEN where only operators may look. */
export async function titleFilterOf(context: Context, filter: TitleFilterType | null | undefined): Promise<TitleFilter> {
  const { parentId, ids, ...rest } = present(filter);
  const all = rest.states?.some((state) => state !== TitleState.LISTED) ?? false;
  if (all || rest.missing || rest.availableNow !== undefined || rest.externalIdSource !== undefined)
    requireRight(context, Right.CATALOGUE_READ_ALL);
  const wanted = { ...rest, ...(ids && { ids: ids.map((id, index) => rowId(id, `filter.ids[${index}]`)) }) };
  checkTitleFilter(wanted);
  // To front ends the catalogue is one more list; operators must find what they block.
  const unblocked = may(context.caller, Right.CATALOGUE_READ_ALL) ? [] : await blockedKinds(context.house.database.db);
  const shown = unblocked.length === 0 ? wanted : { ...wanted, unblocked };
  return parentId === undefined ? shown : { ...shown, parentId: await titleIdOf(context, parentId, 'filter.parentId') };
}

/** Which titles a bulk change is about: the ids in whatever state, or the filter. Throws BAD_INPUT where it is not one of both. */
export async function changeableFilter(
  context: Context,
  { ids, filter }: { readonly ids?: readonly string[] | null; readonly filter?: TitleFilterType | null },
): Promise<TitleFilter> {
  if (Boolean(ids) === Boolean(filter)) throw badInput('input.ids', 'The titles are not named once.', 'either ids or a filter');
  if (!ids) return titleFilterOf(context, filter);
  return { ids: await titleIdsOf(context, ids, 'input.ids'), states: [TitleState.LISTED, TitleState.HIDDEN, TitleState.REMOVED] };
}
