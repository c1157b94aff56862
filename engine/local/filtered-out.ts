import { isBlocked } from '../../core/confidence';
import { hideUnavailable, testsOf } from '../../core/eligible';
import { ListFilterName } from '../../core/inspection';
import { type Choice, isLeftOut, type ListRequest } from './choice';
import { fitsMood } from './moods';
import type { LocalState } from './state';

/** Every filter by its code in `filteredOut`, from 1; 0 is none. */
export const FILTERS = Object.values(ListFilterName);

/** The first filter that takes each row out of a list, by its code; 0 for those that pass. A row that another one stands for has the code NO_ROW. */
export function filteredOut(
  state: LocalState,
  { time, mood }: Pick<Choice, 'time' | 'mood'>,
  { person, filter, servedIds, now }: ListRequest,
): Uint8Array {
  const { columns } = state;
  const codes = new Uint8Array(columns.size);
  for (let row = 0; row < columns.size; row++) {
    if (columns.listedAs[row] !== row) codes[row] = NO_ROW;
    else if (columns.listed[row] !== 1) codes[row] = codeOf(ListFilterName.HIDDEN);
  }
  const takeOut = (row: number, name: ListFilterName): void => {
    if (codes[row] === 0) codes[row] = codeOf(name);
  };
  for (const { filter: name, passes } of testsOf(columns, filter))
    for (let row = 0; row < codes.length; row++) if (codes[row] === 0 && !passes(row)) takeOut(row, name);
  if (time !== null)
    for (let row = 0; row < codes.length; row++) if (codes[row] === 0 && !time.fits(row)) takeOut(row, ListFilterName.TIME);
  const open = new Uint8Array(columns.size).fill(1);
  hideUnavailable(open, columns, { region: filter.region ?? null, now });
  for (const row of columns.windows.keys()) if (open[row] === 0) takeOut(row, ListFilterName.UNAVAILABLE);

  const takeOutIds = (ids: readonly number[], name: ListFilterName): void => {
    for (const id of ids) {
      const row = columns.rowOf.get(id);
      if (row !== undefined) takeOut(columns.listedAs[row] as number, name);
    }
  };
  takeOutIds(person.interactions.filter(isBlocked).map(idOf), ListFilterName.DISLIKED);
  const { excludeSeen } = filter;
  takeOutIds(person.interactions.filter((each) => isLeftOut(state, each, { time, excludeSeen })).map(idOf), ListFilterName.SEEN);
  takeOutIds(filter.excludeTitleIds, ListFilterName.EXCLUDED);
  takeOutIds(servedIds, ListFilterName.SERVED);
  if (mood !== null)
    for (let row = 0; row < codes.length; row++) if (codes[row] === 0 && !fitsMood(mood, row)) takeOut(row, ListFilterName.MOOD);
  return codes;
}

/** Of an episode or a merged title. */
export const NO_ROW = 255;

const idOf = ({ titleId }: { readonly titleId: number }): number => titleId;

function codeOf(name: ListFilterName): number {
  return FILTERS.indexOf(name) + 1;
}
