import type { BlockKind } from './block';
import { badInput } from './errors';
import { isText } from './text';
import type { TitleKind, TitleState } from './title';

/** Which titles a list holds; a field that is left out allows all, but only LISTED titles stand in a list by default. */
export interface TitleFilter {
  /** Words of the name, typing errors forgiven. */
  readonly search?: string;
  readonly ids?: readonly number[];
  readonly kinds?: readonly TitleKind[];
  /** Titles of any of these genres. */
  readonly genres?: readonly string[];
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly category?: string;
  readonly certificate?: string;
  /** Default: LISTED. */
  readonly states?: readonly TitleState[];
  /** Episodes of this show. */
  readonly parentId?: number;
  readonly updatedAfter?: Date;
  /** Titles that lack all of these. */
  readonly missing?: readonly TitleGap[];
  /** True: with no windows, or one that is open now in some region; false: with windows, and none open now. */
  readonly availableNow?: boolean;
  /** Titles that are known by an id of this catalogue. */
  readonly externalIdSource?: string;
  /** Leaves out what operators block by these kinds. */
  readonly unblocked?: readonly BlockKind[];
}

/** What a title may lack. */
export enum TitleGap {
  /** No picture of an operator's or a source's: a drawn one stands in. */
  POSTER = 'POSTER',
  /** Neither seconds nor pages. */
  LENGTH = 'LENGTH',
  GENRES = 'GENRES',
  TAGS = 'TAGS',
}

export enum TitleSortBy {
  /** Closest to the search text first; without one, the most rated first. `descending` does not turn it round. */
  RELEVANCE = 'RELEVANCE',
  NAME = 'NAME',
  /** Titles of unknown year stand before all others. */
  YEAR = 'YEAR',
  UPDATED = 'UPDATED',
  /** In the order in which they were added: `descending` is newest first. */
  ID = 'ID',
}

export interface TitleSort {
  readonly by: TitleSortBy;
  readonly descending: boolean;
}

const MOST_GENRES = 200;
const MOST_IDS = 1_000;
const LONGEST = 500;

/** Throws BAD_INPUT for too many genres or ids, and for the first text that no title can have. */
export function checkTitleFilter({ genres = [], category = '', certificate = '', externalIdSource = '', ids = [] }: TitleFilter): void {
  if (ids.length > MOST_IDS) throw badInput('filter.ids', `There are ${ids.length} ids.`, `at most ${MOST_IDS}`);
  if (genres.length > MOST_GENRES) throw badInput('filter.genres', `There are ${genres.length} genres.`, `at most ${MOST_GENRES}`);
  const texts = { genres, category: [category], certificate: [certificate], externalIdSource: [externalIdSource] };
  for (const [field, values] of Object.entries(texts)) {
    if (!values.every((text) => isText(text, LONGEST)))
      throw badInput(`filter.${field}`, `${field} cannot be looked for as it came.`, `at most ${LONGEST} characters without NUL`);
  }
}
