import { choiceOf, type ListRequest } from './choice';
import { readPerson } from './reading';
import type { LocalState } from './state';

/** The title that stands in lists for a title: itself, an episode's show, whom it was merged into; null for what no list may hold. */
export function listedAs({ columns }: LocalState, titleId: number): number | null {
  const row = columns.rowOf.get(titleId);
  const standIn = row === undefined ? undefined : columns.listedAs[row];
  return standIn === undefined || columns.listed[standIn] !== 1 ? null : (columns.ids[standIn] as number);
}

/** Whether a title may stand in the list that a request asks for, by every filter of it; says the same however long it is asked. */
export function standingIn(state: LocalState, request: ListRequest): (titleId: number) => boolean {
  const mask = choiceOf(state, readPerson(state, request.person, request.now), request)
    .mask()
    .slice();
  return (titleId) => mask[state.columns.rowOf.get(titleId) ?? -1] === 1;
}
