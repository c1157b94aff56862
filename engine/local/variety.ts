import type { Variety } from '../../core/inspection';
import type { ListFilter } from '../../core/recommendation';
import type { Ranked } from '../engine';
import { candidatesOf, candidatesPerKind, MOST_CANDIDATES } from './diversify';
import type { Ranker } from './ranker';
import type { LocalState } from './state';

interface Varied {
  readonly mask: Uint8Array;
  readonly shown: readonly Ranked[];
  readonly filter: Pick<ListFilter, 'diversity' | 'perKind'>;
}

/** How `diverseOrder` weighed each title that it placed, by id; null where no more varied order was asked for. */
export function varietyOf(state: LocalState, ranker: Ranker, { mask, shown, filter }: Varied): ReadonlyMap<number, Variety> | null {
  const { diversity = 0, perKind } = filter;
  if (diversity === 0) return null;
  const rows = perKind === undefined ? ranker.best(mask, MOST_CANDIDATES) : ranker.bestPerKind(mask, candidatesPerKind(perKind));
  const { ids, rowOf } = state.columns;
  const { relevance, alike } = candidatesOf(state, rows, state.workspace.keys);
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  const likeness = new Float64Array(rows.length);
  const before: number[] = [];
  const weighed = new Map<number, Variety>();
  for (const { titleId, explored } of shown) {
    const place = placeOf.get(rowOf.get(titleId) as number);
    // What was drawn by chance was mingled in afterwards.
    if (explored || place === undefined) continue;
    alike(place, likeness);
    const nearest = before.reduce(
      (best, other) => ((likeness[other] as number) > (likeness[best] as number) ? other : best),
      before[0] ?? -1,
    );
    const like = nearest < 0 ? 0 : (likeness[nearest] as number);
    const gain = (1 - diversity) * (relevance[place] as number) - diversity * like;
    const likeTitleId = nearest < 0 ? null : (ids[rows[nearest] as number] as number);
    weighed.set(titleId, { relevance: relevance[place] as number, likeness: like, likeTitleId, gain });
    before.push(place);
  }
  return weighed;
}
