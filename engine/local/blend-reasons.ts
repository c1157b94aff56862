import type { BlendSettings } from '../../core/blend/blend';
import { goesByTags } from '../../core/blend/blend';
import { type Reason, ReasonCode } from '../../core/recommendation';
import type { Person } from '../engine';
import { pastAsRead, readPerson } from './reading';
import { reasonsOf } from './score';
import type { LocalState } from './state';
import type { TagSpace } from './tag-space';

/** What a person's own past says for a title of a blend: at most one title of it is named, and nobody else's. */
export function personalReasons(
  state: LocalState,
  tags: TagSpace | null,
  {
    person,
    titleId,
    settings,
    now,
  }: { readonly person: Person; readonly titleId: number; readonly settings: BlendSettings; readonly now: Date },
): readonly Reason[] {
  const found = state.columns.rowOf.get(titleId);
  if (found === undefined) return [];
  const row = state.columns.listedAs[found] as number;
  if (!goesByTags(settings) || tags === null) return reasonsOf(state, readPerson(state, person, now), row);
  const nearest = nearestLiked(state, tags, { person, row, now });
  if (nearest === null) return [];
  return [{ code: ReasonCode.BECAUSE_WATCHED, titleId: state.columns.ids[nearest] as number, genre: null, contribution: null }];
}

/** The title that the person liked whose tags are nearest to those of `row`; null where none of either is known. */
function nearestLiked(
  state: LocalState,
  { vectors, placeOf }: TagSpace,
  { person, row, now }: { readonly person: Person; readonly row: number; readonly now: Date },
): number | null {
  const { values, stride } = vectors.kernel;
  const place = placeOf[row] as number;
  if (place === -1) return null;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { row: other, liked } of pastAsRead(state, person, now)) {
    const near = placeOf[other] as number;
    if (!liked || near === -1 || other === row || state.columns.listed[other] !== 1) continue;
    let square = 0;
    for (let tag = 0; tag < stride; tag++)
      square += ((values[place * stride + tag] as number) - (values[near * stride + tag] as number)) ** 2;
    if (square < least) [best, least] = [other, square];
  }
  return best;
}
