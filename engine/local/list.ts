import { isBlocked, isSeen } from '../../core/confidence';
import { exclude } from '../../core/eligible';
import { inOrder, topRowsPerGroup } from '../../core/rank';
import type { ListFilter } from '../../core/recommendation';
import type { EngineList, Operations, Person, Ranked } from '../engine';
import { candidatesPerKind, diversified, MOST_CANDIDATES } from './diversify';
import { explored, newTitles } from './explore';
import { type Reading, readPerson } from './reading';
import { bestByKey, keysOf, reasonsOf, scoreIn } from './score';
import type { LocalState } from './state';
import { eligibleIn } from './workspace';

/** What a list is made of. */
export type ListRequest = Parameters<Operations['recommend']>[0];
type RerankRequest = Parameters<Operations['rerank']>[0];

/** As many as most screens ask for: putting 500 of 10,000 in order takes 0.5 ms, as long as scoring them all. */
const FIRST = 50;
/** Each place of a varied list costs as much as scoring 200 titles. */
const FIRST_VARIED = 20;

/** The main story of the local engine: fold-in -> filter -> score -> rank -> vary -> explore, explained when asked. */
export function listFor(state: LocalState, { person, filter, servedIds, now, count }: ListRequest): EngineList {
  const reading = readPerson(state, person, now);
  const without = [...leftOut(person, filter), ...filter.excludeTitleIds, ...servedIds];
  const best = (most: number): Best => bestOf(state, reading, { filter, without, now, count: most });
  const { perKind, explorationShare: share = 0, seed = 0 } = filter;
  const ready = filter.diversity ? FIRST_VARIED : FIRST;
  const first = best(perKind === undefined ? Math.min(ready, count) : count);
  const fresh = newTitles(state, reading, state.workspace.mask, { share, seed, ranked: first.items });
  return {
    modelId: modelOf(state, first.items),
    length: perKind === undefined ? Math.min(first.passing, count) : first.items.length,
    top(asked) {
      const most = Math.min(asked, count);
      // Whoever wants more than the first has them scored again: keeping the scores of the whole catalogue would cost every list memory.
      const { items } = most <= ready || perKind !== undefined ? first : best(most);
      return fresh === null ? items.slice(0, most) : explored(state, items, fresh, { count: most, perKind });
    },
    explain: explainer(state, reading),
  };
}

/** Every given title, best first; titles that the catalogue does not know come last, in the order given. */
export function reranked(state: LocalState, { person, titleIds, now }: RerankRequest): EngineList {
  const { columns, workspace } = state;
  const reading = readPerson(state, person, now);
  const isBlocked = (id: number): boolean => {
    const row = columns.rowOf.get(id);
    return row !== undefined && columns.blocked[columns.listedAs[row] as number] === 1;
  };
  const distinct = [...new Set(titleIds)].filter((id) => !isBlocked(id));
  const rows = distinct.map((id) => columns.rowOf.get(id)).filter((row) => row !== undefined);
  const mask = workspace.mask.fill(0);
  for (const row of rows) mask[columns.listedAs[row] as number] = 1;
  const standIns = keysOf(state, reading, mask);
  const keys = new Float64Array(columns.size);
  for (const row of rows) keys[row] = standIns[columns.listedAs[row] as number] as number;
  const known = itemsOf(state, inOrder(rows, { keys, ids: columns.ids }), keys);
  const unknown = distinct.filter((id) => !columns.rowOf.has(id)).map((titleId) => ({ titleId, score: null }));
  const items = [...known, ...unknown];
  return {
    modelId: modelOf(state, items),
    length: items.length,
    top: (most) => items.slice(0, most),
    explain: explainer(state, reading),
  };
}

function leftOut(person: Person, { excludeSeen }: ListFilter): number[] {
  return person.interactions
    .filter((interaction) => isBlocked(interaction) || (excludeSeen && isSeen(interaction)))
    .map(({ titleId }) => titleId);
}

interface Best {
  readonly items: readonly Ranked[];
  /** How many titles pass the filter. */
  readonly passing: number;
}

type BestRequest = Pick<ListRequest, 'filter' | 'now' | 'count'> & { readonly without: readonly number[] };

function bestOf(state: LocalState, reading: Reading, { filter, without, now, count }: BestRequest): Best {
  const { columns, workspace } = state;
  const mask = eligibleIn(workspace, columns, { rules: filter, now });
  exclude(mask, columns, without);
  const rows = rowsOf(state, reading, mask, { ...filter, count });
  return { items: itemsOf(state, rows, workspace.keys), passing: onesIn(mask) };
}

function rowsOf(
  state: LocalState,
  reading: Reading,
  mask: Uint8Array,
  { perKind, diversity = 0, count }: Pick<ListFilter, 'perKind' | 'diversity'> & { readonly count: number },
): number[] {
  const { keys } = state.workspace;
  const varied = diversity > 0;
  if (perKind !== undefined) {
    const rows = bestPerKind(state, reading, { mask, perKind: varied ? candidatesPerKind(perKind) : perKind });
    return varied ? diversified(state, rows, keys, { diversity, count, perKind }) : rows.slice(0, count);
  }
  if (!varied) return bestByKey(state, reading, { mask, count });
  return diversified(state, bestByKey(state, reading, { mask, count: Math.max(count, MOST_CANDIDATES) }), keys, { diversity, count });
}

/** The best `perKind` rows of each kind with 1 in `mask`, best first. */
export function bestPerKind(state: LocalState, reading: Reading, { mask, perKind }: { mask: Uint8Array; perKind: number }): number[] {
  const { ids, kind } = state.columns;
  return topRowsPerGroup(mask, { keys: keysOf(state, reading, mask), ids }, { group: kind, perGroup: perKind });
}

function onesIn(mask: Uint8Array): number {
  let ones = 0;
  for (let row = 0; row < mask.length; row++) ones += mask[row] as number;
  return ones;
}

function itemsOf({ columns }: LocalState, rows: readonly number[], keys: Float64Array): readonly Ranked[] {
  return rows.map((row) => ({ titleId: columns.ids[row] as number, score: scoreIn(keys[row] as number) }));
}

function modelOf({ modelId }: LocalState, items: readonly Ranked[]): number | null {
  return items.some(({ score }) => score !== null) ? modelId : null;
}

function explainer(state: LocalState, reading: Reading): EngineList['explain'] {
  return (titleId) => {
    const row = state.columns.rowOf.get(titleId);
    return row === undefined ? [] : reasonsOf(state, reading, state.columns.listedAs[row] as number);
  };
}
