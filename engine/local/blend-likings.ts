import { TagSource } from '../../core/blend/blend';
import { tagDistances, tagTaste } from '../../core/blend/tag-taste';
import { unitVector } from '../../core/blend/tag-vectors';
import type { BlendPerson } from './blend';
import { pastAsRead, readPerson } from './reading';
import { keysOf, STEP, Tier } from './score';
import type { LocalState } from './state';
import type { TagSpace } from './tag-space';
import { unhurried } from './unhurried';

/** How much a member likes each row of the catalogue. */
export interface MemberLikings {
  /** Higher is better, -Infinity for a row that could not be scored; null: nothing is known of their taste. */
  readonly keys: Float64Array | null;
  /** Titles that the taste was read from. */
  readonly titles: number;
  readonly unscoredIds: readonly number[];
}

interface Asked {
  readonly people: readonly BlendPerson[];
  readonly now: Date;
}

/** By the model that ranks everyone's lists: the scores of their own lists, row by row. */
export function likingsByModel(state: LocalState, { people, now }: Asked): readonly MemberLikings[] {
  const { columns, scored } = state;
  return people.map(({ person }) => {
    const reading = readPerson(state, person, now);
    const unscoredIds = idsOf(
      state,
      pastAsRead(state, person, now).filter(({ known }) => !known),
    );
    if (reading.taste === null) return { keys: null, titles: 0, unscoredIds };
    const keys = keysOf(state, reading, columns.listed).map((key, row) =>
      columns.listed[row] === 1 && scored[row] === 1 ? key - Tier.MODEL * STEP : Number.NEGATIVE_INFINITY,
    );
    return { keys, titles: reading.ownTitles, unscoredIds };
  });
}

/** By tags, as the original did: the distance from the mean of what they liked, turned round. */
export async function likingsByTags(
  state: LocalState,
  { source, vectors, placeOf }: TagSpace,
  { people, now, power }: Asked & { readonly power: number },
): Promise<readonly MemberLikings[]> {
  const { columns } = state;
  const liked = people.map(({ person }) => pastAsRead(state, person, now).filter((row) => row.liked));
  const tastes = liked.map((rows) =>
    tagTaste(
      vectors,
      rows.map(({ row }) => placeOf[row] as number),
      power,
    ),
  );
  const rows = Int32Array.from(columns.listed.keys()).filter((row) => columns.listed[row] === 1 && placeOf[row] !== -1);
  const places = rows.map((row) => placeOf[row] as number);
  // Vectors of attributes have one length, and so has the taste that is held beside them.
  const known = tastes.filter((taste) => taste !== null).map((taste) => (source === TagSource.ATTRIBUTES ? unitVector(taste) : taste));
  const distances = [...(await unhurried(tagDistances(vectors, places, known)))];
  return liked.map((past, member) => {
    const unscoredIds = idsOf(
      state,
      past.filter(({ row }) => placeOf[row] === -1),
    );
    const found = tastes[member] === null ? undefined : distances.shift();
    if (found === undefined) return { keys: null, titles: 0, unscoredIds };
    const keys = new Float64Array(columns.size).fill(Number.NEGATIVE_INFINITY);
    for (const [at, row] of rows.entries()) keys[row] = -(found[at] as number);
    return { keys, titles: past.length - unscoredIds.length, unscoredIds };
  });
}

function idsOf({ columns }: LocalState, rows: readonly { readonly row: number }[]): readonly number[] {
  return rows.map(({ row }) => columns.ids[row] as number);
}
