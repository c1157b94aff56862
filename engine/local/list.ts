import { KINDS } from '../../core/columns';
import { inOrder } from '../../core/rank';
import { TitleKind } from '../../core/title';
import type { EngineList, Operations, Ranked } from '../engine';
import { type Choice, choiceOf, type ListRequest } from './choice';
import { candidatesPerKind, diversified, MOST_CANDIDATES } from './diversify';
import { explored, newTitles } from './explore';
import type { Ranker } from './ranker';
import { readPerson } from './reading';
import { keysOf, reasonsOf, scoreIn } from './score';
import type { LocalState } from './state';

type RerankRequest = Parameters<Operations['rerank']>[0];

/** As many as most screens ask for: putting 500 of 10,000 in order takes 0.5 ms, as long as scoring them all. */
const FIRST = 50;
/** Each place of a varied list costs as much as scoring 200 titles. */
const FIRST_VARIED = 20;

/** The main story of the local engine: fold-in -> filter -> score -> rank -> vary -> explore, explained when asked. */
export function listFor(state: LocalState, request: ListRequest): EngineList {
  const { person, filter, now, count } = request;
  const reading = readPerson(state, person, now);
  const choice = choiceOf(state, reading, request);
  const { perKind, explorationShare: share = 0, seed = 0 } = filter;
  const ready = filter.diversity ? FIRST_VARIED : FIRST;
  const first = bestOf(state, choice, { filter, count: perKind === undefined ? Math.min(ready, count) : count });
  const fresh = newTitles(state, choice.ranker, state.workspace.mask, { share, seed, ranked: first.items });
  return {
    modelId: modelOf(state, first.items),
    length: perKind === undefined ? Math.min(first.passing, count) : first.items.length,
    top(asked) {
      const most = Math.min(asked, count);
      // Whoever wants more than the first has them scored again: keeping the scores of the whole catalogue would cost every list memory.
      const { items } = most <= ready || perKind !== undefined ? first : bestOf(state, choice, { filter, count: most });
      return fresh === null ? items.slice(0, most) : explored(state, items, fresh, { count: most, perKind });
    },
    explain: explainer(state, choice.reasons),
    fit: fitter(state, choice),
  };
}

/** Playlists are made of the best tracks that may stand in the list, however few of them do. */
const MOST_TRACKS = 500;
const TRACK = KINDS.indexOf(TitleKind.TRACK);

function fitter(state: LocalState, { time, mask, ranker }: Choice): EngineList['fit'] {
  if (time === null) return () => null;
  const { rowOf, listedAs, kind } = state.columns;
  let tracks: readonly number[] | null = null;
  const best = (): readonly number[] => {
    if (tracks !== null) return tracks;
    const passing = mask();
    for (let row = 0; row < passing.length; row++) if (kind[row] !== TRACK) passing[row] = 0;
    tracks = ranker.best(passing, MOST_TRACKS);
    return tracks;
  };
  return (titleId) => {
    const row = rowOf.get(titleId);
    return row === undefined ? null : time.fit(listedAs[row] as number, best);
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
    explain: explainer(state, (row) => reasonsOf(state, reading, row)),
    fit: () => null,
  };
}

interface Best {
  readonly items: readonly Ranked[];
  /** How many titles pass the filter. */
  readonly passing: number;
}

type BestRequest = Pick<ListRequest, 'filter' | 'count'>;

function bestOf(state: LocalState, choice: Choice, request: BestRequest): Best {
  const mask = choice.mask();
  const rows = rowsOf(state, choice.ranker, mask, request);
  return { items: itemsOf(state, rows, state.workspace.keys), passing: onesIn(mask) };
}

function rowsOf(state: LocalState, ranker: Ranker, mask: Uint8Array, { filter: { perKind, diversity = 0 }, count }: BestRequest): number[] {
  const { keys } = state.workspace;
  const varied = diversity > 0;
  if (perKind !== undefined) {
    const rows = ranker.bestPerKind(mask, varied ? candidatesPerKind(perKind) : perKind);
    return varied ? diversified(state, rows, keys, { diversity, count, perKind }) : rows.slice(0, count);
  }
  if (!varied) return ranker.best(mask, count);
  return diversified(state, ranker.best(mask, Math.max(count, MOST_CANDIDATES)), keys, { diversity, count });
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

function explainer({ columns }: LocalState, reasons: Choice['reasons']): EngineList['explain'] {
  return (titleId) => {
    const row = columns.rowOf.get(titleId);
    return row === undefined ? [] : reasons(columns.listedAs[row] as number);
  };
}
