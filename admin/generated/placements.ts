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

/** A placement to be made or changed. */
export type SavePlacementInput = {
  /** What it is for. */
  description?: string | null | undefined;
  /** The engine that serves it; none: LOCAL. */
  engine?: EngineName | null | undefined;
  /** Defaults for the fields of RecommendationsInput. */
  input?: Record<string, unknown> | null | undefined;
  /** Its name: lower-case words joined by hyphens. */
  name: string;
  /** An engine to be asked beside it for some lists and compared with it; another than the one that serves. None: no engine. */
  shadow?: EngineName | null | undefined;
  /** For which share of its lists the second engine is asked, 0 to 1; none: 0.1. */
  shadowShare?: number | null | undefined;
  /** The version it was read at; none: it must be new. */
  version?: number | null | undefined;
};

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

export type PlacementRowFragment = { name: string, description: string, input: Record<string, unknown>, engine: EngineName, shadow: EngineName | null, shadowShare: number, version: number, updatedAt: string };

export type PlacementsQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacementsQuery = { placements: Array<{ name: string, description: string, input: Record<string, unknown>, engine: EngineName, shadow: EngineName | null, shadowShare: number, version: number, updatedAt: string, day: Array<{ engine: EngineName, modelId: string | null, lists: number, titles: number, lastAt: string }> | null, week: Array<{ engine: EngineName, modelId: string | null, lists: number, titles: number, lastAt: string }> | null, comparisons: Array<{ served: EngineName, shadow: EngineName, lists: number, failures: number, overlapAt10: number | null, overlapAt20: number | null, servedMs: number | null, shadowMs: number | null, servedMostMs: number, shadowMostMs: number }> | null }> };

export type SavePlacementMutationVariables = Exact<{
  input: SavePlacementInput;
}>;


export type SavePlacementMutation = { savePlacement: { placement: { name: string, description: string, input: Record<string, unknown>, engine: EngineName, shadow: EngineName | null, shadowShare: number, version: number, updatedAt: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RemovePlacementMutationVariables = Exact<{
  name: string;
  version: number;
  force?: boolean;
}>;


export type RemovePlacementMutation = { removePlacement: { removed: boolean, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type PlacementPreviewQueryVariables = Exact<{
  input: RecommendationsInput;
  first?: number;
}>;


export type PlacementPreviewQuery = { recommendations: { servedAt: string, items: { totalCount: number | null, nodes: Array<{ rank: number, score: number | null, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string }, reasons: Array<{ code: ReasonCode, text: string }> }> } } };

export type PreviewPeopleQueryVariables = Exact<{
  search: string;
}>;


export type PreviewPeopleQuery = { users: { nodes: Array<{ id: string, source: string, externalId: string, name: string | null }> } };

export type PlacementEnginesQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacementEnginesQuery = { engines: Array<{ name: EngineName, ready: boolean, resting: boolean }> };

export type PlacementGenresQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacementGenresQuery = { genres: Array<{ genre: string, titles: number }> };

export type PlacementMoodsQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacementMoodsQuery = { moods: Array<{ id: string, names: { en: string } }> };

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
export const PlacementRowFragmentDoc = new TypedDocumentString(`
    fragment PlacementRow on Placement {
  name
  description
  input
  engine
  shadow
  shadowShare
  version
  updatedAt
}
    `, {"fragmentName":"PlacementRow"}) as unknown as TypedDocumentString<PlacementRowFragment, unknown>;
export const PlacementsDocument = new TypedDocumentString(`
    query Placements {
  placements {
    ...PlacementRow
    day: served {
      engine
      modelId
      lists
      titles
      lastAt
    }
    week: served(days: 7) {
      engine
      modelId
      lists
      titles
      lastAt
    }
    comparisons(days: 7) {
      served
      shadow
      lists
      failures
      overlapAt10
      overlapAt20
      servedMs
      shadowMs
      servedMostMs
      shadowMostMs
    }
  }
}
    fragment PlacementRow on Placement {
  name
  description
  input
  engine
  shadow
  shadowShare
  version
  updatedAt
}`) as unknown as TypedDocumentString<PlacementsQuery, PlacementsQueryVariables>;
export const SavePlacementDocument = new TypedDocumentString(`
    mutation SavePlacement($input: SavePlacementInput!) {
  savePlacement(input: $input) {
    placement {
      ...PlacementRow
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment PlacementRow on Placement {
  name
  description
  input
  engine
  shadow
  shadowShare
  version
  updatedAt
}`) as unknown as TypedDocumentString<SavePlacementMutation, SavePlacementMutationVariables>;
export const RemovePlacementDocument = new TypedDocumentString(`
    mutation RemovePlacement($name: String!, $version: Int!, $force: Boolean! = false) {
  removePlacement(name: $name, version: $version, force: $force) {
    removed
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<RemovePlacementMutation, RemovePlacementMutationVariables>;
export const PlacementPreviewDocument = new TypedDocumentString(`
    query PlacementPreview($input: RecommendationsInput!, $first: Int! = 12) {
  recommendations(input: $input) {
    servedAt
    items(first: $first) {
      totalCount
      nodes {
        rank
        score
        title {
          id
          name
          kind
          year
          posterUrl
        }
        reasons {
          code
          text
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlacementPreviewQuery, PlacementPreviewQueryVariables>;
export const PreviewPeopleDocument = new TypedDocumentString(`
    query PreviewPeople($search: String!) {
  users(search: $search, first: 10) {
    nodes {
      id
      source
      externalId
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewPeopleQuery, PreviewPeopleQueryVariables>;
export const PlacementEnginesDocument = new TypedDocumentString(`
    query PlacementEngines {
  engines {
    name
    ready
    resting
  }
}
    `) as unknown as TypedDocumentString<PlacementEnginesQuery, PlacementEnginesQueryVariables>;
export const PlacementGenresDocument = new TypedDocumentString(`
    query PlacementGenres {
  genres {
    genre
    titles
  }
}
    `) as unknown as TypedDocumentString<PlacementGenresQuery, PlacementGenresQueryVariables>;
export const PlacementMoodsDocument = new TypedDocumentString(`
    query PlacementMoods {
  moods {
    id
    names {
      en
    }
  }
}
    `) as unknown as TypedDocumentString<PlacementMoodsQuery, PlacementMoodsQueryVariables>;