/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What computed a list. */
export type EngineName =
  /** Implicit ALS inside Kinograph. */
  | 'LOCAL'
  /** Amazon Personalize. */
  | 'PERSONALIZE'
  /** A model trained on Apache Spark, served by Kinograph. */
  | 'SPARK';

/** Which list to take apart: a person’s, or that of somebody who likes the titles given. */
export type InspectInput = {
  /** Titles to be told of wherever they stand, at most 20: why is it not in the list? */
  about?: Array<string> | null | undefined;
  /** How many places are taken apart, 1 to 100. */
  first?: number;
  /** What the list may hold, as a front end would ask; its userId is not read. */
  list?: RecommendationsInput | null | undefined;
  /** The model that ranks. None: the live one. */
  modelId?: string | null | undefined;
  /** A pretended past: titles that somebody likes, at most 100. */
  titleIds?: Array<string> | null | undefined;
  /** The person, by our id or an external one. None: `titleIds` are the past. */
  userId?: string | null | undefined;
  /** As if these titles were not in the past. */
  withoutHistoryOf?: Array<string> | null | undefined;
};

/** What takes titles out of a list, in the order in which it is asked. */
export type ListFilterName =
  /** Its certificate is above the bound, or unknown. */
  | 'CERTIFICATE'
  /** The person dislikes it. */
  | 'DISLIKED'
  /** The request leaves it out. */
  | 'EXCLUDED'
  /** Another genre is asked for. */
  | 'GENRE'
  /** It is hidden, removed or blocked. */
  | 'HIDDEN'
  /** Another kind is asked for. */
  | 'KIND'
  /** It is in another language. */
  | 'LANGUAGE'
  /** It is too long, or its length is unknown. */
  | 'LENGTH'
  /** It does not fit the mood. */
  | 'MOOD'
  /** Enough others of its kind stand before it. */
  | 'PER_KIND'
  /** The person knows it. */
  | 'SEEN'
  /** It was shown to the person in the last 30 days. */
  | 'SERVED'
  /** Nothing of it fits into the free time, or its length is unknown. */
  | 'TIME'
  /** 500 others stand before it. */
  | 'TOO_LOW'
  /** It is not available in the region, or not now. */
  | 'UNAVAILABLE'
  /** Its year is outside, or unknown. */
  | 'YEAR';

/** Where a model stands. */
export type ModelState =
  /** Its training failed. */
  | 'FAILED'
  /** Serving. */
  | 'LIVE'
  /** Served before; it can be rolled back to. */
  | 'RETIRED'
  /** Trained, and not serving. */
  | 'TRAINED';

/** What placed a title: whatever stands earlier here stands before the rest. */
export type RankedBy =
  /** Liked genres and popularity. */
  | 'GENRES'
  /** The model, from the past and the genres told. */
  | 'MODEL'
  /** Nothing is known of it. */
  | 'NOTHING'
  /** Popularity alone. */
  | 'POPULARITY';

/** Why a title stands in a list. */
export type ReasonCode =
  /** A title of the person’s own past speaks for it most. */
  | 'BECAUSE_WATCHED'
  /** An operator chose it. */
  | 'EDITORIAL'
  /** Shown to learn about it. */
  | 'EXPLORATION'
  /** Nothing better is known yet: any title that may be shown. */
  | 'FALLBACK'
  /** It fits the free time. */
  | 'FITS_TIME'
  /** It suits everyone in the group. */
  | 'GROUP_COMPROMISE'
  /** It is of a genre that the person likes. */
  | 'LIKED_GENRE'
  /** It fits the mood. */
  | 'MOOD_MATCH'
  /** Many people liked it. */
  | 'POPULAR'
  /** It resembles the title named. */
  | 'SIMILAR_TITLE'
  /** People with a similar past liked it. */
  | 'SIMILAR_USERS'
  /** Many people watch it now. */
  | 'TRENDING';

/** For whom a list is, and what it may hold. Fields left out take the placement’s value, then the default. */
export type RecommendationsInput = {
  /** The time that there is, in seconds, up to a week: a hard limit on a film, a clip, a track, the next episode of a show, or a page of a book; an unknown length never fits. `fit` says what does. */
  availableSeconds?: number | null | undefined;
  /** How much the list avoids titles that are like each other: 0, the default, not at all; 1, whatever they score. */
  diversity?: number | null | undefined;
  /** The engine to ask, in place of the placement’s; where it has no answer in time, LOCAL has, and says FALLBACK. */
  engine?: EngineName | null | undefined;
  /** Leave out what the person has watched, rated or judged. Default: true. */
  excludeSeen?: boolean | null | undefined;
  /** Leave out what was shown to the person in the last 30 days. Default: false. */
  excludeServed?: boolean | null | undefined;
  /** Leave out these titles. */
  excludeTitleIds?: Array<string> | null | undefined;
  /** The share of places, 0 to 1, for new titles, which few people met so far; they have EXPLORATION as a reason. Default: 0.1; 0: none. */
  explorationShare?: number | null | undefined;
  /** Only titles with at least one of these genres. */
  genres?: Array<string> | null | undefined;
  /** Only these kinds. */
  kinds?: Array<TitleKind> | null | undefined;
  /** Only titles in this language where the language is known. */
  locale?: string | null | undefined;
  /** Only titles with this age certificate or a milder one. */
  maxCertificate?: string | null | undefined;
  /** Only titles of at most this length; an unknown length never fits. */
  maxTitleSeconds?: number | null | undefined;
  /** A mood by its id; see `moods`. The list holds titles that fit it; where none does, it is made without, and says FALLBACK. With a mood or a time, and without kinds or perKind, it holds the best three of each kind. */
  mood?: string | null | undefined;
  /** At most so many of each kind, 1 or more. */
  perKind?: number | null | undefined;
  /** A placement by name, for example home; see `placements`. */
  placement?: string | null | undefined;
  /** Only titles that may be shown in this region now. */
  region?: string | null | undefined;
  /** Makes whatever is random repeatable; without one it changes from person to person and from day to day. */
  seed?: number | null | undefined;
  /** For whom, by our id or an external one; only for callers who may name others. None: the viewer. */
  userId?: string | null | undefined;
  /** Answer as if the person had never met these titles. */
  withoutHistoryOf?: Array<string> | null | undefined;
  /** Only titles of this year or later. */
  yearFrom?: number | null | undefined;
  /** Only titles of this year or earlier. */
  yearTo?: number | null | undefined;
};

/** What a part of a score comes from. */
export type ScorePartKind =
  /** A genre that the person told or showed to like, where no model ranks. */
  | 'LIKED_GENRE'
  /** How well it fits the mood that was asked for. */
  | 'MOOD'
  /** A title of the past that speaks for it (Hu, Koren, Volinsky 2008, section 5). */
  | 'PAST_TITLE'
  /** That many people like it, where no model ranks. */
  | 'POPULARITY'
  /** Genres that the person said they like. */
  | 'TOLD_GENRES';

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

export type InspectorTitleFragment = { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string };

export type InspectorPartFragment = { kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null };

export type InspectorListFragment = { version: number, length: number, catalogue: number, pastTitles: number, model: { id: string, state: ModelState, createdAt: string } | null, filteredOut: Array<{ filter: ListFilterName, titles: number }>, past: Array<{ liked: boolean, weight: number, known: boolean, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null }>, items: Array<{ rank: number, scoreRank: number, rankedBy: RankedBy, score: number, explored: boolean, propensity: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }>, variety: { relevance: number, likeness: number, gain: number, like: { id: string, name: string } | null } | null, reasons: Array<{ code: ReasonCode, text: string }> }>, about: Array<{ rank: number | null, filter: ListFilterName | null, rankedBy: RankedBy, score: number, scoreRank: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }> }> };

export type InspectQueryVariables = Exact<{
  input: InspectInput;
}>;


export type InspectQuery = { inspect: { version: number, length: number, catalogue: number, pastTitles: number, model: { id: string, state: ModelState, createdAt: string } | null, filteredOut: Array<{ filter: ListFilterName, titles: number }>, past: Array<{ liked: boolean, weight: number, known: boolean, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null }>, items: Array<{ rank: number, scoreRank: number, rankedBy: RankedBy, score: number, explored: boolean, propensity: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }>, variety: { relevance: number, likeness: number, gain: number, like: { id: string, name: string } | null } | null, reasons: Array<{ code: ReasonCode, text: string }> }>, about: Array<{ rank: number | null, filter: ListFilterName | null, rankedBy: RankedBy, score: number, scoreRank: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }> }> } };

export type InspectBesideQueryVariables = Exact<{
  input: InspectInput;
  modelId?: string | null | undefined;
  without?: Array<string> | string | null | undefined;
}>;


export type InspectBesideQuery = { inspect: { version: number, length: number, catalogue: number, pastTitles: number, against: { places: number, overlap: number, moves: Array<{ from: number | null, to: number | null, title: { id: string, name: string } | null }>, inspection: { version: number, length: number, catalogue: number, pastTitles: number, model: { id: string, state: ModelState, createdAt: string } | null, filteredOut: Array<{ filter: ListFilterName, titles: number }>, past: Array<{ liked: boolean, weight: number, known: boolean, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null }>, items: Array<{ rank: number, scoreRank: number, rankedBy: RankedBy, score: number, explored: boolean, propensity: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }>, variety: { relevance: number, likeness: number, gain: number, like: { id: string, name: string } | null } | null, reasons: Array<{ code: ReasonCode, text: string }> }>, about: Array<{ rank: number | null, filter: ListFilterName | null, rankedBy: RankedBy, score: number, scoreRank: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }> }> } }, model: { id: string, state: ModelState, createdAt: string } | null, filteredOut: Array<{ filter: ListFilterName, titles: number }>, past: Array<{ liked: boolean, weight: number, known: boolean, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null }>, items: Array<{ rank: number, scoreRank: number, rankedBy: RankedBy, score: number, explored: boolean, propensity: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }>, variety: { relevance: number, likeness: number, gain: number, like: { id: string, name: string } | null } | null, reasons: Array<{ code: ReasonCode, text: string }> }>, about: Array<{ rank: number | null, filter: ListFilterName | null, rankedBy: RankedBy, score: number, scoreRank: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, parts: Array<{ kind: ScorePartKind, genre: string | null, titles: number, value: number, title: { id: string, name: string } | null }> }> } };

export type FindPeopleQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindPeopleQuery = { users: { nodes: Array<{ id: string, source: string, externalId: string, name: string | null }> } };

export type FindTitlesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FindTitlesQuery = { titles: { nodes: Array<{ id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string }> } };

export type NamedPersonQueryVariables = Exact<{
  id: string;
}>;


export type NamedPersonQuery = { user: { id: string, source: string, externalId: string, name: string | null } | null };

export type NamedTitlesQueryVariables = Exact<{
  ids: Array<string> | string;
  first: number;
}>;


export type NamedTitlesQuery = { titles: { nodes: Array<{ id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string }> } };

export type InspectorChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type InspectorChoicesQuery = { models: Array<{ id: string, state: ModelState, createdAt: string, bytes: number }>, placements: Array<{ name: string }>, genres: Array<{ genre: string }>, moods: Array<{ id: string, names: { en: string } }> };

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
export const InspectorTitleFragmentDoc = new TypedDocumentString(`
    fragment InspectorTitle on Title {
  id
  name
  kind
  year
  posterUrl
}
    `, {"fragmentName":"InspectorTitle"}) as unknown as TypedDocumentString<InspectorTitleFragment, unknown>;
export const InspectorPartFragmentDoc = new TypedDocumentString(`
    fragment InspectorPart on ScorePart {
  kind
  genre
  titles
  value
  title {
    id
    name
  }
}
    `, {"fragmentName":"InspectorPart"}) as unknown as TypedDocumentString<InspectorPartFragment, unknown>;
export const InspectorListFragmentDoc = new TypedDocumentString(`
    fragment InspectorList on Inspection {
  version
  length
  catalogue
  model {
    id
    state
    createdAt
  }
  filteredOut {
    filter
    titles
  }
  pastTitles
  past(first: 100) {
    liked
    weight
    known
    title {
      ...InspectorTitle
    }
  }
  items {
    rank
    scoreRank
    rankedBy
    score
    explored
    propensity
    title {
      ...InspectorTitle
    }
    parts(most: 6) {
      ...InspectorPart
    }
    variety {
      relevance
      likeness
      gain
      like {
        id
        name
      }
    }
    reasons {
      code
      text
    }
  }
  about {
    rank
    filter
    rankedBy
    score
    scoreRank
    title {
      ...InspectorTitle
    }
    parts(most: 6) {
      ...InspectorPart
    }
  }
}
    fragment InspectorTitle on Title {
  id
  name
  kind
  year
  posterUrl
}
fragment InspectorPart on ScorePart {
  kind
  genre
  titles
  value
  title {
    id
    name
  }
}`, {"fragmentName":"InspectorList"}) as unknown as TypedDocumentString<InspectorListFragment, unknown>;
export const InspectDocument = new TypedDocumentString(`
    query Inspect($input: InspectInput!) {
  inspect(input: $input) {
    ...InspectorList
  }
}
    fragment InspectorTitle on Title {
  id
  name
  kind
  year
  posterUrl
}
fragment InspectorPart on ScorePart {
  kind
  genre
  titles
  value
  title {
    id
    name
  }
}
fragment InspectorList on Inspection {
  version
  length
  catalogue
  model {
    id
    state
    createdAt
  }
  filteredOut {
    filter
    titles
  }
  pastTitles
  past(first: 100) {
    liked
    weight
    known
    title {
      ...InspectorTitle
    }
  }
  items {
    rank
    scoreRank
    rankedBy
    score
    explored
    propensity
    title {
      ...InspectorTitle
    }
    parts(most: 6) {
      ...InspectorPart
    }
    variety {
      relevance
      likeness
      gain
      like {
        id
        name
      }
    }
    reasons {
      code
      text
    }
  }
  about {
    rank
    filter
    rankedBy
    score
    scoreRank
    title {
      ...InspectorTitle
    }
    parts(most: 6) {
      ...InspectorPart
    }
  }
}`) as unknown as TypedDocumentString<InspectQuery, InspectQueryVariables>;
export const InspectBesideDocument = new TypedDocumentString(`
    query InspectBeside($input: InspectInput!, $modelId: ID, $without: [ID!]) {
  inspect(input: $input) {
    ...InspectorList
    against(modelId: $modelId, withoutHistoryOf: $without) {
      places
      overlap
      moves {
        from
        to
        title {
          id
          name
        }
      }
      inspection {
        ...InspectorList
      }
    }
  }
}
    fragment InspectorTitle on Title {
  id
  name
  kind
  year
  posterUrl
}
fragment InspectorPart on ScorePart {
  kind
  genre
  titles
  value
  title {
    id
    name
  }
}
fragment InspectorList on Inspection {
  version
  length
  catalogue
  model {
    id
    state
    createdAt
  }
  filteredOut {
    filter
    titles
  }
  pastTitles
  past(first: 100) {
    liked
    weight
    known
    title {
      ...InspectorTitle
    }
  }
  items {
    rank
    scoreRank
    rankedBy
    score
    explored
    propensity
    title {
      ...InspectorTitle
    }
    parts(most: 6) {
      ...InspectorPart
    }
    variety {
      relevance
      likeness
      gain
      like {
        id
        name
      }
    }
    reasons {
      code
      text
    }
  }
  about {
    rank
    filter
    rankedBy
    score
    scoreRank
    title {
      ...InspectorTitle
    }
    parts(most: 6) {
      ...InspectorPart
    }
  }
}`) as unknown as TypedDocumentString<InspectBesideQuery, InspectBesideQueryVariables>;
export const FindPeopleDocument = new TypedDocumentString(`
    query FindPeople($search: String) {
  users(search: $search, first: 8) {
    nodes {
      id
      source
      externalId
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindPeopleQuery, FindPeopleQueryVariables>;
export const FindTitlesDocument = new TypedDocumentString(`
    query FindTitles($search: String) {
  titles(filter: {search: $search}, first: 8) {
    nodes {
      ...InspectorTitle
    }
  }
}
    fragment InspectorTitle on Title {
  id
  name
  kind
  year
  posterUrl
}`) as unknown as TypedDocumentString<FindTitlesQuery, FindTitlesQueryVariables>;
export const NamedPersonDocument = new TypedDocumentString(`
    query NamedPerson($id: ID!) {
  user(id: $id) {
    id
    source
    externalId
    name
  }
}
    `) as unknown as TypedDocumentString<NamedPersonQuery, NamedPersonQueryVariables>;
export const NamedTitlesDocument = new TypedDocumentString(`
    query NamedTitles($ids: [ID!]!, $first: Int!) {
  titles(filter: {ids: $ids}, first: $first) {
    nodes {
      ...InspectorTitle
    }
  }
}
    fragment InspectorTitle on Title {
  id
  name
  kind
  year
  posterUrl
}`) as unknown as TypedDocumentString<NamedTitlesQuery, NamedTitlesQueryVariables>;
export const InspectorChoicesDocument = new TypedDocumentString(`
    query InspectorChoices {
  models {
    id
    state
    createdAt
    bytes
  }
  placements {
    name
  }
  genres {
    genre
  }
  moods {
    id
    names {
      en
    }
  }
}
    `) as unknown as TypedDocumentString<InspectorChoicesQuery, InspectorChoicesQueryVariables>;