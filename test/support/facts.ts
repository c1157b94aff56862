import type { TitleFacts } from '../../core/columns';
import { TitleKind, TitleState } from '../../core/title';

/** A listed film of which nothing else is known. */
export function someFacts(id: number, given: Partial<TitleFacts> = {}): TitleFacts {
  return {
    id,
    kind: TitleKind.MOVIE,
    year: null,
    genres: [],
    category: null,
    certificate: null,
    seconds: null,
    parentId: null,
    availability: [],
    attributes: {},
    state: TitleState.LISTED,
    mergedIntoId: null,
    ...given,
  };
}
