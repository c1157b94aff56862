/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A window in which a title may be shown. */
export type AvailabilityInput = {
  /** ISO-8601 time from which; null: always was. */
  from?: string | null | undefined;
  /** Region code, for example FI; null: everywhere. */
  region?: string | null | undefined;
  /** ISO-8601 time until which; null: no end. */
  until?: string | null | undefined;
};

/** What changed many titles. */
export type ChangeSetKind =
  /** One change to many titles. */
  | 'BULK'
  /** An import. */
  | 'IMPORT'
  /** The undoing of another. */
  | 'UNDO';

/** One change to many titles: give `ids` or a `filter`; merged titles stay as they are. */
export type ChangeTitlesInput = {
  /** What is done to each. */
  change: TitleChange;
  /** Only count and show a sample: nothing is changed. */
  dryRun?: boolean;
  /** How many titles there were in the dry run; needed for a change, which is refused where they are not as many. */
  expectedCount?: number | null | undefined;
  /** All titles that it holds, also those that no page shows yet. */
  filter?: TitleFilter | null | undefined;
  /** The titles, at most 1,000, in whatever state. */
  ids?: Array<string> | null | undefined;
};

/** A file that is about to be sent. */
export type CreateUploadInput = {
  /** How many bytes it has, exactly: catalogue 512 MB, offers 256 MB, history 50 MB, poster 5 MB at most. */
  bytes: number;
  /** Its name, with folders where it stands in some: `ml-latest-small/movies.csv`. */
  name: string;
  /** What it is for. */
  purpose: UploadPurpose;
  /** Its media type, which the PUT must name too; left out: `application/octet-stream`. */
  type?: string | null | undefined;
};

/** Who did what for a title. */
export type CreditInput = {
  /** The part, for actors. */
  character?: string | null | undefined;
  /** Their name. */
  name: string;
  /** Order of billing within the role, from 0. */
  position: number;
  /** What they did. */
  role: CreditRole;
};

/** What a person did for a title. */
export type CreditRole =
  /** Played a part. */
  | 'ACTOR'
  /** Performed the track. */
  | 'ARTIST'
  /** Wrote the book. */
  | 'AUTHOR'
  /** Created the show. */
  | 'CREATOR'
  /** Directed it. */
  | 'DIRECTOR';

/** Why two titles may be one work. */
export type DuplicateReason =
  /** They have the same id, with letters in it, in two catalogues. */
  | 'EXTERNAL_ID'
  /** They bear the same name, and their years are at most one apart. */
  | 'NAME';

/** What went wrong. */
export type ErrorCode =
  /** The GraphQL document does not parse or does not fit the schema. */
  | 'BAD_DOCUMENT'
  /** A value is missing, malformed or out of range. */
  | 'BAD_INPUT'
  /** The row was changed since it was read, or its state does not allow the change. */
  | 'CONFLICT'
  /** The credential does not carry this right. */
  | 'FORBIDDEN'
  /** A fault of the server; the message holds the id under which it was logged. */
  | 'INTERNAL'
  /** There is no such row, or it is not the caller’s to see. */
  | 'NOT_FOUND'
  /** Too many requests, sockets or subscriptions; try again later. */
  | 'RATE_LIMITED'
  /** The request is larger, deeper or dearer than this server answers. */
  | 'TOO_LARGE'
  /** No credential, or one that is expired, revoked or wrong. */
  | 'UNAUTHENTICATED'
  /** Something that the answer needs is not there right now. */
  | 'UNAVAILABLE';

/** The name of a title in another catalogue. */
export type ExternalIdInput = {
  /** The catalogue, in lower case: imdb, tmdb, movielens, goodreads, spotify. */
  source: string;
  /** Its id there, for example tt0111161. */
  value: string;
};

/** Where a job stands. */
export type JobState =
  /** Stopped by an operator. */
  | 'CANCELLED'
  /** Ended with an error. */
  | 'FAILED'
  /** Waiting for a worker. */
  | 'QUEUED'
  /** At work. */
  | 'RUNNING'
  /** Done. */
  | 'SUCCEEDED';

/** One change of a title that is taken back. */
export type RevertTitleInput = {
  /** The change, from `Title.history`. */
  auditId: string;
  /** The version of the title as it was read. */
  version: number;
};

/** A title to be made, or changed when `id` is given; fields left out keep their value. */
export type SaveTitleInput = {
  /** Its other names, as in other languages, at most 100 of 1 to 500 characters; replaces all. */
  aliases?: Array<string> | null | undefined;
  /** When and where it may be shown. */
  availability?: Array<AvailabilityInput> | null | undefined;
  /** Its shelf. */
  category?: string | null | undefined;
  /** Its age certificate. */
  certificate?: string | null | undefined;
  /** Its credits; replaces all. */
  credits?: Array<CreditInput> | null | undefined;
  /** A few sentences about it. */
  description?: string | null | undefined;
  /** Its names elsewhere; replaces all. */
  externalIds?: Array<ExternalIdInput> | null | undefined;
  /** Its genres. */
  genres?: Array<string> | null | undefined;
  /** The title to change; none: a new one. */
  id?: string | null | undefined;
  /** What it is; needed for a new one. */
  kind?: TitleKind | null | undefined;
  /** Where its media can be played: an http(s) address. */
  mediaUrl?: string | null | undefined;
  /** Its name, 1 to 500 characters; needed for a new one. */
  name?: string | null | undefined;
  /** Number within the season, for an episode. */
  number?: number | null | undefined;
  /** Length in pages. */
  pages?: number | null | undefined;
  /** The show, for an episode. */
  parentId?: string | null | undefined;
  /** A picture that was uploaded for POSTER: PNG, JPEG, WebP or AVIF, at most 5 MB, 16 to 8,000 pixels a side; null: the drawn one. */
  posterUploadId?: string | null | undefined;
  /** Season, for an episode. */
  season?: number | null | undefined;
  /** Playing time in seconds. */
  seconds?: number | null | undefined;
  /** LISTED or HIDDEN. */
  state?: TitleState | null | undefined;
  /** Its tags; replaces all. */
  tags?: Array<TagInput> | null | undefined;
  /** The version it was read at; needed for a change. */
  version?: number | null | undefined;
  /** Year of release. */
  year?: number | null | undefined;
};

/** A word that describes a title. */
export type TagInput = {
  /** How well it fits, 0 to 1. */
  relevance: number;
  /** The word or phrase. */
  tag: string;
};

/** What is done to many titles; what is left out stays as it is. */
export type TitleChange = {
  /** Genres that every title gets. */
  addGenres?: Array<string> | null | undefined;
  /** Tags that every title gets; one that it has gets this relevance. */
  addTags?: Array<TagInput> | null | undefined;
  /** When and where they may be shown; empty: always and everywhere. */
  availability?: Array<AvailabilityInput> | null | undefined;
  /** The shelf; null: none. */
  category?: string | null | undefined;
  /** The age certificate; null: none. */
  certificate?: string | null | undefined;
  /** Genres that every title loses. */
  removeGenres?: Array<string> | null | undefined;
  /** Tags that every title loses. */
  removeTags?: Array<string> | null | undefined;
  /** LISTED, HIDDEN or REMOVED. */
  state?: TitleState | null | undefined;
};

/** Which titles; every field that is given must hold. */
export type TitleFilter = {
  /** True: may be shown somewhere now; false: nowhere now. For whoever may see every title. */
  availableNow?: boolean | null | undefined;
  /** On this shelf. */
  category?: string | null | undefined;
  /** With this certificate. */
  certificate?: string | null | undefined;
  /** Known by an id of this catalogue, for example imdb; for whoever may see every title. */
  externalIdSource?: string | null | undefined;
  /** At least one of these genres. */
  genres?: Array<string> | null | undefined;
  /** One of these titles, at most 1,000, by our id. */
  ids?: Array<string> | null | undefined;
  /** One of these kinds. */
  kinds?: Array<TitleKind> | null | undefined;
  /** Lacking all of these; for whoever may see every title. */
  missing?: Array<TitleGap> | null | undefined;
  /** Episodes of this show. */
  parentId?: string | null | undefined;
  /** Words of the name; typing errors are forgiven, and the last word may be unfinished. */
  search?: string | null | undefined;
  /** In one of these states; others than LISTED are for operators and for keys that may change the catalogue. */
  states?: Array<TitleState> | null | undefined;
  /** Changed after this time. */
  updatedAfter?: string | null | undefined;
  /** This year or later. */
  yearFrom?: number | null | undefined;
  /** This year or earlier. */
  yearTo?: number | null | undefined;
};

/** What a title may lack. */
export type TitleGap =
  /** Genres. */
  | 'GENRES'
  /** Seconds or pages. */
  | 'LENGTH'
  /** A picture; a drawn one stands in. */
  | 'POSTER'
  /** Tags. */
  | 'TAGS';

/** What a title is. */
export type TitleKind =
  /** A book, measured in pages. */
  | 'BOOK'
  /** One episode of a show; events go to the episode. */
  | 'EPISODE'
  /** A film. */
  | 'MOVIE'
  /** A series; lists name the show, never its episodes. */
  | 'SHOW'
  /** A piece of music. */
  | 'TRACK'
  /** A clip or any other video. */
  | 'VIDEO';

/** The order of titles. */
export type TitleSort = {
  /** What to sort by. */
  by: TitleSortBy;
  /** Turn the order round; RELEVANCE stays as it is. */
  descending?: boolean;
};

/** What titles are sorted by. */
export type TitleSortBy =
  /** In the order in which they were added. */
  | 'ID'
  /** By name. */
  | 'NAME'
  /** Closest to the search text first; without one, the most rated first. */
  | 'RELEVANCE'
  /** By the time of the last change. */
  | 'UPDATED'
  /** By year; unknown years stand before all others. */
  | 'YEAR';

/** Where a title may appear. */
export type TitleState =
  /** Kept in the past of whoever watched it, absent from every list. */
  | 'HIDDEN'
  /** In lists, searches and histories. */
  | 'LISTED'
  /** Another row of the same work stands for it. */
  | 'MERGED'
  /** Taken out by an operator: also absent from searches. */
  | 'REMOVED';

/** What a file is sent for. */
export type UploadPurpose =
  /** Titles to import: CSV, JSON Lines or the files of a MovieLens folder. */
  | 'CATALOGUE'
  /** What a person has watched elsewhere. */
  | 'HISTORY'
  /** What a shop offers: CSV or JSON Lines. */
  | 'OFFERS'
  /** The picture of a title: JPEG, PNG or WebP. */
  | 'POSTER';

export type TitleRowFragment = { id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string };

export type TitleWholeFragment = { aliases: Array<string>, description: string | null, season: number | null, number: number | null, mediaUrl: string | null, posterIsDrawn: boolean, createdAt: string, id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string, availability: Array<{ region: string | null, from: string | null, until: string | null }>, externalIds: Array<{ source: string, value: string }>, tags: Array<{ tag: string, relevance: number }>, credits: Array<{ role: CreditRole, name: string, character: string | null, position: number }>, parent: { id: string, name: string } | null, mergedFrom: Array<{ id: string, name: string, year: number | null }> | null };

export type TitlesQueryVariables = Exact<{
  filter?: TitleFilter | null | undefined;
  sort?: TitleSort | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type TitlesQuery = { titles: { nodes: Array<{ id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string }>, pageInfo: { hasNextPage: boolean } } };

export type TitleCountQueryVariables = Exact<{
  filter?: TitleFilter | null | undefined;
}>;


export type TitleCountQuery = { titles: { totalCount: number | null } };

export type OneTitleQueryVariables = Exact<{
  id: string;
}>;


export type OneTitleQuery = { title: { aliases: Array<string>, description: string | null, season: number | null, number: number | null, mediaUrl: string | null, posterIsDrawn: boolean, createdAt: string, id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string, availability: Array<{ region: string | null, from: string | null, until: string | null }>, externalIds: Array<{ source: string, value: string }>, tags: Array<{ tag: string, relevance: number }>, credits: Array<{ role: CreditRole, name: string, character: string | null, position: number }>, parent: { id: string, name: string } | null, mergedFrom: Array<{ id: string, name: string, year: number | null }> | null } | null };

export type GenresQueryVariables = Exact<{ [key: string]: never; }>;


export type GenresQuery = { genres: Array<{ genre: string, titles: number }> };

export type EpisodesQueryVariables = Exact<{
  id: string;
}>;


export type EpisodesQuery = { title: { id: string, episodes: Array<{ id: string, name: string, season: number | null, number: number | null, state: TitleState, seconds: number | null }> } | null };

export type SimilarTitlesQueryVariables = Exact<{
  id: string;
}>;


export type SimilarTitlesQuery = { title: { id: string, similar: Array<{ score: number | null, title: { id: string, name: string, year: number | null, posterUrl: string }, shared: { genres: Array<string>, tags: Array<string>, people: Array<string>, audience: number | null } }> | null } | null };

export type AudienceQueryVariables = Exact<{
  id: string;
}>;


export type AudienceQuery = { title: { id: string, audience: { people: number, isSample: boolean, players: number, watchers: number, completion: number | null, plays: number, secondsPlayed: number, clicks: number, ratings: number, meanRating: number | null, likes: number, dislikes: number, retention: Array<number> | null, mostWatched: Array<{ from: number, to: number, plays: number }>, activity: Array<{ day: string, weight: number }> } | null } | null };

export type TitleHistoryQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type TitleHistoryQuery = { title: { id: string, version: number, history: { nodes: Array<{ id: string, actor: string, actorName: string | null, action: string, before: unknown, after: unknown, at: string, changeSetId: string | null }>, pageInfo: { hasNextPage: boolean } } | null } | null };

export type ChangeSetsQueryVariables = Exact<{
  first: number;
  offset?: number | null | undefined;
}>;


export type ChangeSetsQuery = { changeSets: { totalCount: number | null, nodes: Array<{ id: string, kind: ChangeSetKind, actor: string, actorName: string | null, at: string, titles: number, details: Record<string, unknown>, undoneAt: string | null, undoneBy: string | null }>, pageInfo: { hasNextPage: boolean } } };

export type DuplicatesQueryVariables = Exact<{
  first: number;
  offset?: number | null | undefined;
}>;


export type DuplicatesQuery = { duplicateTitles: { totalCount: number | null, nodes: Array<{ reasons: Array<DuplicateReason>, title: { aliases: Array<string>, description: string | null, season: number | null, number: number | null, mediaUrl: string | null, posterIsDrawn: boolean, createdAt: string, id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string, availability: Array<{ region: string | null, from: string | null, until: string | null }>, externalIds: Array<{ source: string, value: string }>, tags: Array<{ tag: string, relevance: number }>, credits: Array<{ role: CreditRole, name: string, character: string | null, position: number }>, parent: { id: string, name: string } | null, mergedFrom: Array<{ id: string, name: string, year: number | null }> | null } | null, other: { aliases: Array<string>, description: string | null, season: number | null, number: number | null, mediaUrl: string | null, posterIsDrawn: boolean, createdAt: string, id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string, availability: Array<{ region: string | null, from: string | null, until: string | null }>, externalIds: Array<{ source: string, value: string }>, tags: Array<{ tag: string, relevance: number }>, credits: Array<{ role: CreditRole, name: string, character: string | null, position: number }>, parent: { id: string, name: string } | null, mergedFrom: Array<{ id: string, name: string, year: number | null }> | null } | null }>, pageInfo: { hasNextPage: boolean } } };

export type SaveTitleMutationVariables = Exact<{
  input: SaveTitleInput;
}>;


export type SaveTitleMutation = { saveTitle: { title: { aliases: Array<string>, description: string | null, season: number | null, number: number | null, mediaUrl: string | null, posterIsDrawn: boolean, createdAt: string, id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string, availability: Array<{ region: string | null, from: string | null, until: string | null }>, externalIds: Array<{ source: string, value: string }>, tags: Array<{ tag: string, relevance: number }>, credits: Array<{ role: CreditRole, name: string, character: string | null, position: number }>, parent: { id: string, name: string } | null, mergedFrom: Array<{ id: string, name: string, year: number | null }> | null } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ChangeTitlesMutationVariables = Exact<{
  input: ChangeTitlesInput;
}>;


export type ChangeTitlesMutation = { changeTitles: { count: number | null, sample: Array<{ id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string }>, changeSet: { id: string, titles: number } | null, job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type UndoChangeSetMutationVariables = Exact<{
  id: string;
}>;


export type UndoChangeSetMutation = { undoChangeSet: { restored: number, kept: Array<{ titleId: string, why: string }>, changeSet: { id: string } | null, job: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type TitleJobSubscriptionVariables = Exact<{
  id: string;
}>;


export type TitleJobSubscription = { jobProgress: { id: string, state: JobState, progress: number, message: string | null, result: Record<string, unknown> | null, error: string | null } };

export type RevertTitleMutationVariables = Exact<{
  input: RevertTitleInput;
}>;


export type RevertTitleMutation = { revertTitle: { title: { aliases: Array<string>, description: string | null, season: number | null, number: number | null, mediaUrl: string | null, posterIsDrawn: boolean, createdAt: string, id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, category: string | null, certificate: string | null, state: TitleState, version: number, posterUrl: string, updatedAt: string, availability: Array<{ region: string | null, from: string | null, until: string | null }>, externalIds: Array<{ source: string, value: string }>, tags: Array<{ tag: string, relevance: number }>, credits: Array<{ role: CreditRole, name: string, character: string | null, position: number }>, parent: { id: string, name: string } | null, mergedFrom: Array<{ id: string, name: string, year: number | null }> | null } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type MergeTitlesMutationVariables = Exact<{
  fromId: string;
  intoId: string;
}>;


export type MergeTitlesMutation = { mergeTitles: { title: { id: string, name: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type UnmergeTitlesMutationVariables = Exact<{
  fromId: string;
}>;


export type UnmergeTitlesMutation = { unmergeTitles: { title: { id: string, name: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type KeepTitlesApartMutationVariables = Exact<{
  titleId: string;
  otherId: string;
}>;


export type KeepTitlesApartMutation = { keepTitlesApart: { apart: boolean, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ExportTitlesMutationVariables = Exact<{
  filter?: TitleFilter | null | undefined;
}>;


export type ExportTitlesMutation = { exportTitles: { download: { url: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type CreatePosterUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreatePosterUploadMutation = { createUpload: { url: string | null, upload: { id: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TitleRowFragmentDoc = new TypedDocumentString(`
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}
    `, {"fragmentName":"TitleRow"}) as unknown as TypedDocumentString<TitleRowFragment, unknown>;
export const TitleWholeFragmentDoc = new TypedDocumentString(`
    fragment TitleWhole on Title {
  ...TitleRow
  aliases
  description
  season
  number
  mediaUrl
  posterIsDrawn
  createdAt
  availability {
    region
    from
    until
  }
  externalIds {
    source
    value
  }
  tags {
    tag
    relevance
  }
  credits {
    role
    name
    character
    position
  }
  parent {
    id
    name
  }
  mergedFrom {
    id
    name
    year
  }
}
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}`, {"fragmentName":"TitleWhole"}) as unknown as TypedDocumentString<TitleWholeFragment, unknown>;
export const TitlesDocument = new TypedDocumentString(`
    query Titles($filter: TitleFilter, $sort: TitleSort, $first: Int!, $offset: Int) {
  titles(filter: $filter, sort: $sort, first: $first, offset: $offset) {
    nodes {
      ...TitleRow
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}`) as unknown as TypedDocumentString<TitlesQuery, TitlesQueryVariables>;
export const TitleCountDocument = new TypedDocumentString(`
    query TitleCount($filter: TitleFilter) {
  titles(filter: $filter, first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<TitleCountQuery, TitleCountQueryVariables>;
export const OneTitleDocument = new TypedDocumentString(`
    query OneTitle($id: ID!) {
  title(id: $id) {
    ...TitleWhole
  }
}
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}
fragment TitleWhole on Title {
  ...TitleRow
  aliases
  description
  season
  number
  mediaUrl
  posterIsDrawn
  createdAt
  availability {
    region
    from
    until
  }
  externalIds {
    source
    value
  }
  tags {
    tag
    relevance
  }
  credits {
    role
    name
    character
    position
  }
  parent {
    id
    name
  }
  mergedFrom {
    id
    name
    year
  }
}`) as unknown as TypedDocumentString<OneTitleQuery, OneTitleQueryVariables>;
export const GenresDocument = new TypedDocumentString(`
    query Genres {
  genres {
    genre
    titles
  }
}
    `) as unknown as TypedDocumentString<GenresQuery, GenresQueryVariables>;
export const EpisodesDocument = new TypedDocumentString(`
    query Episodes($id: ID!) {
  title(id: $id) {
    id
    episodes {
      id
      name
      season
      number
      state
      seconds
    }
  }
}
    `) as unknown as TypedDocumentString<EpisodesQuery, EpisodesQueryVariables>;
export const SimilarTitlesDocument = new TypedDocumentString(`
    query SimilarTitles($id: ID!) {
  title(id: $id) {
    id
    similar(first: 12) {
      score
      title {
        id
        name
        year
        posterUrl
      }
      shared {
        genres
        tags
        people
        audience
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SimilarTitlesQuery, SimilarTitlesQueryVariables>;
export const AudienceDocument = new TypedDocumentString(`
    query Audience($id: ID!) {
  title(id: $id) {
    id
    audience {
      people
      isSample
      players
      watchers
      completion
      plays
      secondsPlayed
      clicks
      ratings
      meanRating
      likes
      dislikes
      retention
      mostWatched {
        from
        to
        plays
      }
      activity {
        day
        weight
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AudienceQuery, AudienceQueryVariables>;
export const TitleHistoryDocument = new TypedDocumentString(`
    query TitleHistory($id: ID!, $first: Int!) {
  title(id: $id) {
    id
    version
    history(first: $first) {
      nodes {
        id
        actor
        actorName
        action
        before
        after
        at
        changeSetId
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TitleHistoryQuery, TitleHistoryQueryVariables>;
export const ChangeSetsDocument = new TypedDocumentString(`
    query ChangeSets($first: Int!, $offset: Int) {
  changeSets(first: $first, offset: $offset) {
    nodes {
      id
      kind
      actor
      actorName
      at
      titles
      details
      undoneAt
      undoneBy
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ChangeSetsQuery, ChangeSetsQueryVariables>;
export const DuplicatesDocument = new TypedDocumentString(`
    query Duplicates($first: Int!, $offset: Int) {
  duplicateTitles(first: $first, offset: $offset) {
    nodes {
      reasons
      title {
        ...TitleWhole
      }
      other {
        ...TitleWhole
      }
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}
fragment TitleWhole on Title {
  ...TitleRow
  aliases
  description
  season
  number
  mediaUrl
  posterIsDrawn
  createdAt
  availability {
    region
    from
    until
  }
  externalIds {
    source
    value
  }
  tags {
    tag
    relevance
  }
  credits {
    role
    name
    character
    position
  }
  parent {
    id
    name
  }
  mergedFrom {
    id
    name
    year
  }
}`) as unknown as TypedDocumentString<DuplicatesQuery, DuplicatesQueryVariables>;
export const SaveTitleDocument = new TypedDocumentString(`
    mutation SaveTitle($input: SaveTitleInput!) {
  saveTitle(input: $input) {
    title {
      ...TitleWhole
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}
fragment TitleWhole on Title {
  ...TitleRow
  aliases
  description
  season
  number
  mediaUrl
  posterIsDrawn
  createdAt
  availability {
    region
    from
    until
  }
  externalIds {
    source
    value
  }
  tags {
    tag
    relevance
  }
  credits {
    role
    name
    character
    position
  }
  parent {
    id
    name
  }
  mergedFrom {
    id
    name
    year
  }
}`) as unknown as TypedDocumentString<SaveTitleMutation, SaveTitleMutationVariables>;
export const ChangeTitlesDocument = new TypedDocumentString(`
    mutation ChangeTitles($input: ChangeTitlesInput!) {
  changeTitles(input: $input) {
    count
    sample {
      ...TitleRow
    }
    changeSet {
      id
      titles
    }
    job {
      id
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}`) as unknown as TypedDocumentString<ChangeTitlesMutation, ChangeTitlesMutationVariables>;
export const UndoChangeSetDocument = new TypedDocumentString(`
    mutation UndoChangeSet($id: ID!) {
  undoChangeSet(id: $id) {
    restored
    kept {
      titleId
      why
    }
    changeSet {
      id
    }
    job {
      id
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<UndoChangeSetMutation, UndoChangeSetMutationVariables>;
export const TitleJobDocument = new TypedDocumentString(`
    subscription TitleJob($id: ID!) {
  jobProgress(id: $id) {
    id
    state
    progress
    message
    result
    error
  }
}
    `) as unknown as TypedDocumentString<TitleJobSubscription, TitleJobSubscriptionVariables>;
export const RevertTitleDocument = new TypedDocumentString(`
    mutation RevertTitle($input: RevertTitleInput!) {
  revertTitle(input: $input) {
    title {
      ...TitleWhole
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment TitleRow on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  category
  certificate
  state
  version
  posterUrl
  updatedAt
}
fragment TitleWhole on Title {
  ...TitleRow
  aliases
  description
  season
  number
  mediaUrl
  posterIsDrawn
  createdAt
  availability {
    region
    from
    until
  }
  externalIds {
    source
    value
  }
  tags {
    tag
    relevance
  }
  credits {
    role
    name
    character
    position
  }
  parent {
    id
    name
  }
  mergedFrom {
    id
    name
    year
  }
}`) as unknown as TypedDocumentString<RevertTitleMutation, RevertTitleMutationVariables>;
export const MergeTitlesDocument = new TypedDocumentString(`
    mutation MergeTitles($fromId: ID!, $intoId: ID!) {
  mergeTitles(fromId: $fromId, intoId: $intoId) {
    title {
      id
      name
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<MergeTitlesMutation, MergeTitlesMutationVariables>;
export const UnmergeTitlesDocument = new TypedDocumentString(`
    mutation UnmergeTitles($fromId: ID!) {
  unmergeTitles(fromId: $fromId) {
    title {
      id
      name
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<UnmergeTitlesMutation, UnmergeTitlesMutationVariables>;
export const KeepTitlesApartDocument = new TypedDocumentString(`
    mutation KeepTitlesApart($titleId: ID!, $otherId: ID!) {
  keepTitlesApart(titleId: $titleId, otherId: $otherId) {
    apart
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<KeepTitlesApartMutation, KeepTitlesApartMutationVariables>;
export const ExportTitlesDocument = new TypedDocumentString(`
    mutation ExportTitles($filter: TitleFilter) {
  exportTitles(filter: $filter) {
    download {
      url
      expiresAt
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ExportTitlesMutation, ExportTitlesMutationVariables>;
export const CreatePosterUploadDocument = new TypedDocumentString(`
    mutation CreatePosterUpload($input: CreateUploadInput!) {
  createUpload(input: $input) {
    upload {
      id
    }
    url
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePosterUploadMutation, CreatePosterUploadMutationVariables>;