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

/** What happened. */
export type EventType =
  /** The title was opened. */
  | 'CLICK'
  /** One whole play or read, told without seconds, as a history export tells it. */
  | 'COMPLETED'
  /** The title was disliked: it is never listed again for this person. */
  | 'DISLIKE'
  /** The person does not know the title: no opinion. */
  | 'DONT_KNOW'
  /** The titles of `titleIds` were seen on screen. */
  | 'IMPRESSION'
  /** The title was liked. */
  | 'LIKE'
  /** A rating: `value` from 0.5 to 5. */
  | 'RATING'
  /** The seconds from `fromSeconds` to `toSeconds` were played, at any speed, without a seek between. */
  | 'WATCH_INTERVAL';

/** Which part of a history; every field that is given must hold. */
export type HistoryFilter = {
  /** Titles of these kinds. */
  kinds?: Array<TitleKind> | null | undefined;
  /** Last touched at this time or later. */
  since?: string | null | undefined;
  /** These titles. */
  titleIds?: Array<string> | null | undefined;
  /** Last touched before this time. */
  until?: string | null | undefined;
  /** Watched, or only begun. */
  watchClass?: WatchClass | null | undefined;
};

/** Which events of a person; every field that is given must hold. */
export type LoggedEventFilter = {
  /** Happened at this time or later. */
  since?: string | null | undefined;
  /** With these titles, and what was merged into them. */
  titleIds?: Array<string> | null | undefined;
  /** Of these types. */
  types?: Array<EventType> | null | undefined;
  /** Happened before this time. */
  until?: string | null | undefined;
};

/** What a person said of a title. */
export type Opinion =
  /** Disliked it. */
  | 'DISLIKE'
  /** Liked it. */
  | 'LIKE';

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

/** How much of a title was covered. */
export type WatchClass =
  /** Some of it, but less than half. */
  | 'CLICKED'
  /** At least half of it. */
  | 'WATCHED';

export type PersonRowFragment = { id: string, source: string, externalId: string, name: string | null, createdAt: string };

export type PeopleQueryVariables = Exact<{
  search?: string | null | undefined;
  source?: string | null | undefined;
  first: number;
  offset?: number | null | undefined;
}>;


export type PeopleQuery = { users: { totalCount: number | null, nodes: Array<{ id: string, source: string, externalId: string, name: string | null, createdAt: string }>, pageInfo: { hasNextPage: boolean } } };

export type PersonSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonSourcesQuery = { userSources: Array<string> };

export type PersonQueryVariables = Exact<{
  id: string;
}>;


export type PersonQuery = { user: { version: number, timeZone: string | null, locale: string | null, id: string, source: string, externalId: string, name: string | null, createdAt: string, likedGenres: Array<{ kind: TitleKind, genre: string, weight: number }>, profile: { gender: string | null, maritalStatus: string | null, country: string | null, state: string | null, city: string | null, birthYear: number | null }, personality: { key: string, genres: Array<string>, people: number | null } | null, stats: { titles: number, plays: number, hours: number, ratings: number, opinions: number, firstSeen: string | null, lastSeen: string | null } } | null };

export type PersonTitleFragment = { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string };

export type PersonPastQueryVariables = Exact<{
  id: string;
  filter?: HistoryFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonPastQuery = { user: { id: string, history: { totalCount: number | null, nodes: Array<{ coverage: number | null, watchClass: WatchClass | null, mediaSeconds: number | null, secondsPlayed: number, plays: number, clicks: number, completions: number, rating: number | null, opinion: Opinion | null, firstAt: string, lastAt: string, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null, covered: Array<{ fromSeconds: number, toSeconds: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PersonEventsQueryVariables = Exact<{
  id: string;
  filter?: LoggedEventFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonEventsQuery = { user: { id: string, events: { nodes: Array<{ id: string, type: EventType, occurredAt: string, receivedAt: string, imported: boolean, fromSeconds: number | null, toSeconds: number | null, mediaSeconds: number | null, value: number | null, rank: number | null, recommendationId: string | null, title: { id: string, name: string, kind: TitleKind } | null, titles: Array<{ id: string, name: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PersonListQueryVariables = Exact<{
  id: string;
}>;


export type PersonListQuery = { recommendations: { model: { id: string } | null, items: { nodes: Array<{ rank: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string }, reasons: Array<{ code: ReasonCode, text: string }> }> } } };

export type PersonShownQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PersonShownQuery = { user: { id: string, served: { nodes: Array<{ recommendationId: string, servedAt: string, placement: string | null, engine: EngineName, modelId: string | null, places: Array<{ rank: number, propensity: number | null, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ExportPersonMutationVariables = Exact<{
  id: string;
}>;


export type ExportPersonMutation = { exportUser: { download: { url: string } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type DeletePersonEventsMutationVariables = Exact<{
  id: string;
  ids: Array<string> | string;
}>;


export type DeletePersonEventsMutation = { deleteEvents: { deleted: number, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type DeletePersonTitleMutationVariables = Exact<{
  id: string;
  titleIds: Array<string> | string;
}>;


export type DeletePersonTitleMutation = { deleteHistory: { deleted: number, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

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
export const PersonRowFragmentDoc = new TypedDocumentString(`
    fragment PersonRow on User {
  id
  source
  externalId
  name
  createdAt
}
    `, {"fragmentName":"PersonRow"}) as unknown as TypedDocumentString<PersonRowFragment, unknown>;
export const PersonTitleFragmentDoc = new TypedDocumentString(`
    fragment PersonTitle on Title {
  id
  name
  kind
  year
  posterUrl
}
    `, {"fragmentName":"PersonTitle"}) as unknown as TypedDocumentString<PersonTitleFragment, unknown>;
export const PeopleDocument = new TypedDocumentString(`
    query People($search: String, $source: String, $first: Int!, $offset: Int) {
  users(search: $search, source: $source, first: $first, offset: $offset) {
    nodes {
      ...PersonRow
    }
    pageInfo {
      hasNextPage
    }
    totalCount
  }
}
    fragment PersonRow on User {
  id
  source
  externalId
  name
  createdAt
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const PersonSourcesDocument = new TypedDocumentString(`
    query PersonSources {
  userSources
}
    `) as unknown as TypedDocumentString<PersonSourcesQuery, PersonSourcesQueryVariables>;
export const PersonDocument = new TypedDocumentString(`
    query Person($id: ID!) {
  user(id: $id) {
    ...PersonRow
    version
    timeZone
    locale
    likedGenres {
      kind
      genre
      weight
    }
    profile {
      gender
      maritalStatus
      country
      state
      city
      birthYear
    }
    personality {
      key
      genres
      people
    }
    stats {
      titles
      plays
      hours
      ratings
      opinions
      firstSeen
      lastSeen
    }
  }
}
    fragment PersonRow on User {
  id
  source
  externalId
  name
  createdAt
}`) as unknown as TypedDocumentString<PersonQuery, PersonQueryVariables>;
export const PersonPastDocument = new TypedDocumentString(`
    query PersonPast($id: ID!, $filter: HistoryFilter, $first: Int!, $after: String) {
  user(id: $id) {
    id
    history(filter: $filter, first: $first, after: $after) {
      nodes {
        title {
          ...PersonTitle
        }
        covered {
          fromSeconds
          toSeconds
        }
        coverage
        watchClass
        mediaSeconds
        secondsPlayed
        plays
        clicks
        completions
        rating
        opinion
        firstAt
        lastAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
}
    fragment PersonTitle on Title {
  id
  name
  kind
  year
  posterUrl
}`) as unknown as TypedDocumentString<PersonPastQuery, PersonPastQueryVariables>;
export const PersonEventsDocument = new TypedDocumentString(`
    query PersonEvents($id: ID!, $filter: LoggedEventFilter, $first: Int!, $after: String) {
  user(id: $id) {
    id
    events(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        type
        occurredAt
        receivedAt
        imported
        fromSeconds
        toSeconds
        mediaSeconds
        value
        rank
        recommendationId
        title {
          id
          name
          kind
        }
        titles {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PersonEventsQuery, PersonEventsQueryVariables>;
export const PersonListDocument = new TypedDocumentString(`
    query PersonList($id: ID!) {
  recommendations(input: {userId: $id}) {
    model {
      id
    }
    items(first: 20) {
      nodes {
        rank
        title {
          ...PersonTitle
        }
        reasons {
          code
          text
        }
      }
    }
  }
}
    fragment PersonTitle on Title {
  id
  name
  kind
  year
  posterUrl
}`) as unknown as TypedDocumentString<PersonListQuery, PersonListQueryVariables>;
export const PersonShownDocument = new TypedDocumentString(`
    query PersonShown($id: ID!, $first: Int!, $after: String) {
  user(id: $id) {
    id
    served(first: $first, after: $after) {
      nodes {
        recommendationId
        servedAt
        placement
        engine
        modelId
        places {
          rank
          propensity
          title {
            ...PersonTitle
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment PersonTitle on Title {
  id
  name
  kind
  year
  posterUrl
}`) as unknown as TypedDocumentString<PersonShownQuery, PersonShownQueryVariables>;
export const ExportPersonDocument = new TypedDocumentString(`
    mutation ExportPerson($id: ID!) {
  exportUser(userId: $id) {
    download {
      url
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<ExportPersonMutation, ExportPersonMutationVariables>;
export const DeletePersonEventsDocument = new TypedDocumentString(`
    mutation DeletePersonEvents($id: ID!, $ids: [ID!]!) {
  deleteEvents(userId: $id, ids: $ids) {
    deleted
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<DeletePersonEventsMutation, DeletePersonEventsMutationVariables>;
export const DeletePersonTitleDocument = new TypedDocumentString(`
    mutation DeletePersonTitle($id: ID!, $titleIds: [ID!]!) {
  deleteHistory(input: {userId: $id, titleIds: $titleIds}) {
    deleted
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<DeletePersonTitleMutation, DeletePersonTitleMutationVariables>;