import { isBlocked, isSeen } from '../../core/confidence';
import { eligible, exclude } from '../../core/eligible';
import { inOrder, type Ranking, topRows, topRowsPerGroup } from '../../core/rank';
import type { ListFilter } from '../../core/recommendation';
import type { EngineList, Operations, Person } from '../engine';
import { type Reading, readPerson } from './reading';
import { keysOf, reasonsOf, scoreIn } from './score';
import type { LocalState } from './state';

type ListRequest = Parameters<Operations['recommend']>[0];
type RerankRequest = Parameters<Operations['rerank']>[0];

/** The main story of the local engine: fold-in -> filter -> score -> rank, explained when asked. */
export function listFor(state: LocalState, { person, filter, servedIds, now, count }: ListRequest): EngineList {
  const { columns } = state;
  const mask = eligible(columns, filter, now);
  exclude(mask, columns, [...leftOut(person, filter), ...filter.excludeTitleIds, ...servedIds]);
  const reading = readPerson(state, person, now);
  const keys = keysOf(state, reading, mask);
  const ranking = { keys, ids: columns.ids };
  const rows =
    filter.perKind === undefined
      ? topRows(mask, ranking, count)
      : topRowsPerGroup(mask, ranking, { group: columns.kind, perGroup: filter.perKind }).slice(0, count);
  return answerOf(state, reading, { rows, keys });
}

/** Every given title, best first; titles that the catalogue does not know come last, in the order given. */
export function reranked(state: LocalState, { person, titleIds, now }: RerankRequest): EngineList {
  const { columns } = state;
  const reading = readPerson(state, person, now);
  const distinct = [...new Set(titleIds)];
  const rows = distinct.map((id) => columns.rowOf.get(id)).filter((row) => row !== undefined);
  const mask = new Uint8Array(columns.size);
  for (const row of rows) mask[columns.listedAs[row] as number] = 1;
  const standIns = keysOf(state, reading, mask);
  const keys = new Float64Array(columns.size);
  for (const row of rows) keys[row] = standIns[columns.listedAs[row] as number] as number;
  const ranking: Ranking = { keys, ids: columns.ids };
  const answer = answerOf(state, reading, { rows: inOrder(rows, ranking), keys });
  const unknown = distinct.filter((id) => !columns.rowOf.has(id)).map((titleId) => ({ titleId, score: null }));
  return { ...answer, items: [...answer.items, ...unknown] };
}

function leftOut(person: Person, { excludeSeen }: ListFilter): number[] {
  return person.interactions
    .filter((interaction) => isBlocked(interaction) || (excludeSeen && isSeen(interaction)))
    .map(({ titleId }) => titleId);
}

function answerOf(state: LocalState, reading: Reading, { rows, keys }: { rows: readonly number[]; keys: Float64Array }): EngineList {
  const items = rows.map((row) => ({ titleId: state.columns.ids[row] as number, score: scoreIn(keys[row] as number) }));
  const byModel = items.some(({ score }) => score !== null);
  return { modelId: byModel ? state.modelId : null, items, explain: explainer(state, reading) };
}

// Apart from `answerOf`, so that a list that is kept for its reasons does not keep the keys of the whole catalogue alive.
function explainer(state: LocalState, reading: Reading): EngineList['explain'] {
  return (titleId) => {
    const row = state.columns.rowOf.get(titleId);
    return row === undefined ? [] : reasonsOf(state, reading, state.columns.listedAs[row] as number);
  };
}
