import { eligible } from '../../core/eligible';
import type { RemoteItem } from '../../core/personalize/answer';
import { remoteReason } from '../../core/personalize/answer';
import type { EngineList, Operations, Ranked } from '../engine';
import { reranked } from '../local/list';
import { similarTo } from '../local/similar';
import type { LocalState } from '../local/state';
import { standing } from './list';

/** The neighbours that Personalize names, of the same kind and such as may be listed; where they are too few, the local engine's follow, unscored. */
export function similarByAnswer(
  state: LocalState,
  request: Parameters<Operations['similar']>[0],
  items: readonly RemoteItem[],
): readonly Ranked[] {
  const { columns } = state;
  const { count, now, titleId } = request;
  const own = columns.listedAs[columns.rowOf.get(titleId) ?? -1] ?? -1;
  const mask = eligible(columns, {}, now);
  const mayStand = (id: number): boolean => {
    const row = columns.rowOf.get(id) as number;
    return mask[row] === 1 && row !== own && columns.kind[row] === columns.kind[own];
  };
  const named = [...standing(state, items).values()].filter((item) => mayStand(item.titleId)).slice(0, count);
  const isNamed = new Set(named.map((item) => item.titleId));
  const rest = named.length === count ? [] : similarTo(state, titleId, { count: count + named.length, now });
  return [
    ...named.map(({ titleId, score }) => ({ titleId, score })),
    ...rest.filter((item) => !isNamed.has(item.titleId)).map((item) => ({ titleId: item.titleId, score: null, filled: true })),
  ].slice(0, count);
}

/** All that the local engine would put in order, in the order of the answer; what Personalize did not rank follows as the local engine has it. */
export function rankedByAnswer(state: LocalState, request: Parameters<Operations['rerank']>[0], answer: readonly RemoteItem[]): EngineList {
  const { columns } = state;
  const local = reranked(state, request);
  const ranked = standing(state, answer);
  const places = new Map([...ranked.keys()].map((titleId, place) => [titleId, place]));
  const standIn = (titleId: number): number => {
    const row = columns.rowOf.get(titleId);
    return row === undefined ? titleId : (columns.ids[columns.listedAs[row] as number] as number);
  };
  const placeOf = (titleId: number): number => places.get(standIn(titleId)) ?? places.size;
  const items = local
    .top(local.length)
    .map(({ titleId }) => ({ titleId, score: ranked.get(standIn(titleId))?.score ?? null }))
    .sort((one, other) => placeOf(one.titleId) - placeOf(other.titleId));
  return {
    modelId: null,
    own: items.filter(({ titleId }) => placeOf(titleId) < places.size).length,
    length: items.length,
    top: (count) => items.slice(0, count),
    explain(titleId) {
      const item = ranked.get(standIn(titleId));
      return item ? [remoteReason(item, 'RANKING')] : local.explain(titleId);
    },
    fit: () => null,
  };
}
