import {
  type InspectedTitle,
  type Inspection,
  ListFilterName,
  type ReadTitle,
  type Scored,
  type TitleVerdict,
} from '../../core/inspection';
import type { Ranked } from '../engine';
import { choiceOf, type ListRequest } from './choice';
import { FILTERS, filteredOut, NO_ROW } from './filtered-out';
import { listFor } from './list';
import type { Ranker } from './ranker';
import { pastAsRead, readPerson } from './reading';
import { STEP, tierIn } from './score';
import { partsOf } from './score-parts';
import type { LocalState } from './state';
import { varietyOf } from './variety';

/** What is to be taken apart: the first places of a list, and single titles wherever they stand. */
export interface InspectRequest extends ListRequest {
  readonly first: number;
  readonly about: readonly number[];
}

/**
 * Makes the very list that `listFor` makes, and tells of each place what was added up, what moved it, and of every title that is missing what
 * took it out. Scores the whole catalogue, so it is for people who ask why and not for every request.
 */
export function inspectList(state: LocalState, request: InspectRequest): Inspection {
  const { columns } = state;
  const reading = readPerson(state, request.person, request.now);
  const list = listFor(state, request);
  const shown = list.top(request.count);
  const choice = choiceOf(state, reading, request);
  const { ranker } = choice;
  const codes = filteredOut(state, choice, request);
  const mask = codes.map((code) => (code === 0 ? 1 : 0));
  const ranking = rankingOf(state, ranker, mask);
  const rankOf = new Map(shown.map(({ titleId }, at) => [titleId, at + 1]));
  const scored = (row: number): Scored => ({
    titleId: columns.ids[row] as number,
    ...ranking(row),
    ...partsOf(state, reading, row, ranker),
  });
  const variety = varietyOf(state, ranker, { mask, shown, filter: request.filter });

  const inspected = (place: Ranked, at: number): InspectedTitle => ({
    ...scored(columns.rowOf.get(place.titleId) as number),
    rank: at + 1,
    reasons: list.explain(place.titleId),
    explored: place.explored ?? false,
    propensity: place.propensity ?? 1,
    variety: variety?.get(place.titleId) ?? null,
  });
  const verdict = (titleId: number): readonly TitleVerdict[] => {
    const known = columns.rowOf.get(titleId);
    if (known === undefined) return [];
    const row = columns.listedAs[known] as number;
    const rank = rankOf.get(columns.ids[row] as number) ?? null;
    return [{ ...scored(row), rank, filter: rank === null ? filterOf(codes[row] as number, request) : null }];
  };
  return {
    modelId: list.modelId,
    items: shown.slice(0, request.first).map(inspected),
    length: shown.length,
    past: pastAsRead(state, request.person, request.now).map(
      ({ row, ...read }): ReadTitle => ({ ...read, titleId: columns.ids[row] as number }),
    ),
    catalogue: codes.reduce((sum, code) => sum + (code === NO_ROW ? 0 : 1), 0),
    filteredOut: countsOf(codes, { shown, request }),
    about: request.about.flatMap(verdict),
  };
}

type Place = Pick<Scored, 'score' | 'scoreRank'>;

/** Score and place by score of any row, whether it passes or not; equal ones share their place. */
function rankingOf(state: LocalState, ranker: Ranker, mask: Uint8Array): (row: number) => Place {
  const keys = ranker.keys(new Uint8Array(state.columns.size).fill(1)).slice();
  const passing = keys.filter((_, row) => mask[row] === 1).sort();
  return (row) => {
    const key = keys[row] as number;
    return { score: key - tierIn(key) * STEP, scoreRank: passing.length - upTo(passing, key) + 1 };
  };
}

/** How many of the sorted keys are not above `key`. */
function upTo(sorted: Float64Array, key: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function filterOf(code: number, { filter }: InspectRequest): ListFilterName {
  if (code > 0 && code !== NO_ROW) return FILTERS[code - 1] as ListFilterName;
  return filter.perKind === undefined ? ListFilterName.TOO_LOW : ListFilterName.PER_KIND;
}

/** How many titles each filter took out; what passed all and is not in the list was too low, or over the bound of its kind. */
function countsOf(codes: Uint8Array, { shown, request }: { shown: readonly Ranked[]; request: InspectRequest }): Inspection['filteredOut'] {
  const counts = new Float64Array(FILTERS.length + 1);
  for (const code of codes) if (code !== NO_ROW) counts[code] = (counts[code] as number) + 1;
  const missing = (counts[0] as number) - shown.length;
  const last = { filter: filterOf(0, request), titles: missing };
  return [...FILTERS.map((filter, at) => ({ filter, titles: counts[at + 1] as number })), last].filter(({ titles }) => titles > 0);
}
