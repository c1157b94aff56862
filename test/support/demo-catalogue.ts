import { columnsOf, type TitleFacts } from '../../core/columns';
import { type MoodBook, tagsNamedBy } from '../../core/mood/mood';
import { SHIPPED_MOODS } from '../../core/mood/shipped';
import type { TitleDraft } from '../../core/title-draft';
import { movieDrafts } from '../../demo/movies';
import { readRatings } from '../../demo/ratings';
import { bookDrafts, trackDrafts } from '../../demo/shelf';
import { showDrafts } from '../../demo/shows';
import { type LocalState, stateOf } from '../../engine/local/state';
import { someFacts } from './facts';

/** The demo's catalogue without a database or a model: what somebody without a past is answered from. */
export interface DemoCatalogue {
  readonly state: LocalState;
  /** Our id of each external one, `movielens:1`. */
  readonly idOf: ReadonlyMap<string, number>;
}

const LIKED_FROM = 2.5;

/** Reads the demo's films, books, tracks and shows, with what people of MovieLens liked, and the shipped moods. */
export function demoCatalogue(): DemoCatalogue {
  const ratings = readRatings();
  const { shows } = showDrafts();
  const showIds = new Set(shows.flatMap(({ externalIds }) => externalIds.map(({ value }) => value)));
  const drafts = [...movieDrafts(ratings, showIds), ...bookDrafts(), ...trackDrafts(), ...shows];
  const idOf = new Map(drafts.flatMap(({ externalIds }, at) => externalIds.map(({ source, value }) => [`${source}:${value}`, at + 1])));
  const likes = new Map<number, number>();
  for (const { movieId, value } of ratings) {
    const id = idOf.get(`movielens:${movieId}`);
    if (id !== undefined && value >= LIKED_FROM) likes.set(id, (likes.get(id) ?? 0) + 1);
  }
  const columns = columnsOf(drafts.map((draft, at) => factsOf(draft, at + 1)));
  return { state: { ...stateOf(columns, null, likes), moods: shippedBook(drafts) }, idOf };
}

function factsOf({ kind, year, genres, seconds, pages, attributes }: TitleDraft, id: number): TitleFacts {
  return someFacts(id, {
    ...(kind && { kind }),
    year: year ?? null,
    genres: genres ?? [],
    seconds: seconds ?? null,
    pages: pages ?? null,
    attributes: attributes ?? {},
  });
}

function shippedBook(drafts: readonly TitleDraft[]): MoodBook {
  const named = new Set(tagsNamedBy(SHIPPED_MOODS));
  const own = drafts.map(({ tags = [] }, at) => [at + 1, tags?.filter(({ tag }) => named.has(tag)) ?? []] as const);
  const at = new Date(0);
  return {
    moods: new Map(SHIPPED_MOODS.map((mood) => [mood.id, { ...mood, version: 1, updatedAt: at }])),
    tags: new Map(
      own.filter(([, tags]) => tags.length > 0).map(([id, tags]) => [id, new Map(tags.map(({ tag, relevance }) => [tag, relevance]))]),
    ),
  };
}
