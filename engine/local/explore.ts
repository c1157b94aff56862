import { type Exploration, exploration, mingled } from '../../core/exploration';
import type { Ranked } from '../engine';
import type { Ranker } from './ranker';
import { scoreIn } from './score';
import type { LocalState } from './state';

/** A title that fewer people liked is new: the model knows it from few of them, or from its attributes alone. */
export const LEAST_PEOPLE = 5;
/** New titles are drawn from so many that suit the person best. */
const MOST_NEW = 100;
/** Whatever ranks so high is shown anyway. */
const SHOWN_ANYWAY = 10;

/** The new titles that a list may hold, with where they are to stand. */
export interface NewTitles {
  readonly items: readonly Ranked[];
  readonly places: Exploration;
}

/** What new titles are drawn with. */
export interface Drawing {
  readonly share: number;
  readonly seed: number;
  /** The ranking without exploration, best first. */
  readonly ranked: readonly Ranked[];
}

/**
 * Draws from the new titles with 1 in `mask` for the places of a list that are theirs; null where there is none. Only kinds that the
 * model ranks are explored: elsewhere every title is new. Leaves only new titles in `mask`.
 */
export function newTitles(state: LocalState, ranker: Ranker, mask: Uint8Array, { share, seed, ranked }: Drawing): NewTitles | null {
  const fresh = newRows(state);
  if (!(share > 0) || fresh.length === 0) return null;
  const { columns, workspace } = state;
  keepOnly(mask, fresh);
  for (const { titleId } of ranked.slice(0, SHOWN_ANYWAY)) mask[columns.rowOf.get(titleId) as number] = 0;
  const pool = ranker.best(mask, MOST_NEW);
  if (pool.length === 0) return null;
  const items = pool.map((row) => ({ titleId: columns.ids[row] as number, score: scoreIn(workspace.keys[row] as number) }));
  return {
    items,
    places: exploration(
      items.map(({ titleId }) => titleId),
      share,
      seed,
    ),
  };
}

/** The first `count` places of a ranking with new titles among them; at most `perKind` of each kind. */
export function explored(
  { columns }: LocalState,
  ranked: readonly Ranked[],
  { items, places }: NewTitles,
  { count, perKind }: { readonly count: number; readonly perKind?: number | undefined },
): readonly Ranked[] {
  const scores = new Map([...items, ...ranked].map(({ titleId, score }) => [titleId, score]));
  const kindOf = (titleId: number): number => columns.kind[columns.rowOf.get(titleId) as number] as number;
  const bound = perKind === undefined ? undefined : { groupOf: kindOf, most: perKind };
  const ids = ranked.map(({ titleId }) => titleId);
  return mingled(ids, places, count, bound).map(({ id, explored, propensity }) => ({
    titleId: id,
    score: scores.get(id) ?? null,
    propensity,
    explored,
  }));
}

// Two plain loops: filtering 6,500 rows of the demo into an array took as long as all else of a list.
function keepOnly(mask: Uint8Array, rows: Int32Array): void {
  for (let at = 0; at < rows.length; at++) mask[rows[at] as number] = (mask[rows[at] as number] as number) << 1;
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) >> 1;
}

const found = new WeakMap<LocalState, Int32Array>();

/** Every new title of a kind that the model ranks, found once a state. */
function newRows(state: LocalState): Int32Array {
  const { scored, fame, columns } = state;
  // `fame` is the people here who liked a title, and a fraction below one.
  const isNew = (row: number): boolean => scored[row] === 1 && columns.listed[row] === 1 && (fame[row] as number) < LEAST_PEOPLE;
  const rows = found.get(state) ?? Int32Array.from(scored.keys()).filter(isNew);
  found.set(state, rows);
  return rows;
}
