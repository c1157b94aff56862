import type { ThemeRows } from '../../core/scene/chain';
import type { ThemeBook } from '../../core/scene/theme-book';
import { choiceOf, type ListRequest } from './choice';
import { rankerOf } from './ranker';
import { readPerson } from './reading';
import type { LocalState } from './state';

/** The title that stands in lists for a title: itself, an episode's show, whom it was merged into; null for what no list may hold. */
export function listedAs({ columns }: LocalState, titleId: number): number | null {
  const row = columns.rowOf.get(titleId);
  const standIn = row === undefined ? undefined : columns.listedAs[row];
  return standIn === undefined || columns.listed[standIn] !== 1 ? null : (columns.ids[standIn] as number);
}

/** 1 for every row that may stand in the list that a request asks for, by every filter of it. */
export function standingIn(state: LocalState, request: ListRequest): Uint8Array {
  return choiceOf(state, readPerson(state, request.person, request.now), request)
    .mask()
    .slice();
}

/** The best titles with 1 in `mask`, in the person's order. */
export function bestAmong(state: LocalState, { person, now }: ListRequest, among: { mask: Uint8Array; count: number }): readonly number[] {
  const { mask, count } = among;
  state.workspace.mask.set(mask);
  return rankerOf(state, readPerson(state, person, now))
    .best(state.workspace.mask, count)
    .map((row) => state.columns.ids[row] as number);
}

interface Known extends ThemeRows {
  readonly version: number;
}

const known = new WeakMap<LocalState['columns'], Map<string, Known>>();

/** The rows of listed titles that are in a theme, an episode speaking for its show; found once a catalogue and book. */
export function themeRows({ columns }: LocalState, book: ThemeBook, themeId: string): ThemeRows {
  const ofCatalogue = known.get(columns) ?? new Map<string, Known>();
  known.set(columns, ofCatalogue);
  const before = ofCatalogue.get(themeId);
  if (before?.version === book.version) return before;
  const mask = new Uint8Array(columns.size);
  for (const id of book.titlesIn(themeId)) {
    const row = columns.rowOf.get(id);
    if (row !== undefined) mask[columns.listedAs[row] as number] = columns.listed[columns.listedAs[row] as number] as number;
  }
  const rows = { mask, count: mask.reduce((sum, one) => sum + one, 0), version: book.version };
  ofCatalogue.set(themeId, rows);
  return rows;
}
