/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a member says of a title. */
export type BlendVote =
  /** Rather not: it suits them as badly as anything. */
  | 'DOWN'
  /** They would like to: it suits them as well as anything. */
  | 'UP'
  /** Under no circumstances: it leaves the list. */
  | 'VETO';

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

/** Something that a person did. Sent again with the same id, it is not counted again. */
export type EventInput = {
  /** Position at the beginning of the interval, in seconds. */
  fromSeconds?: number | null | undefined;
  /** Made by the client, 1 to 200 characters; best a time-ordered UUID. Keep it on a retry. */
  id: string;
  /** Length of the media that was played, in seconds; none: the title’s own. */
  mediaSeconds?: number | null | undefined;
  /** When, by the client’s clock; `sentAt` corrects a wrong one. */
  occurredAt: string;
  /** The same for all intervals of one play. */
  playId?: string | null | undefined;
  /** The title’s rank in that list. */
  rank?: number | null | undefined;
  /** The list that led here: `recommendationId` of a RecommendationList. */
  recommendationId?: string | null | undefined;
  /** The title, by our id or an external one such as movielens:318. Needed by all types but IMPRESSION. */
  titleId?: string | null | undefined;
  /** The titles of an IMPRESSION, at most 200. */
  titleIds?: Array<string> | null | undefined;
  /** Position at its end, before any seek, in seconds. */
  toSeconds?: number | null | undefined;
  /** What happened. */
  type: EventType;
  /** The person, by our id or as app:<your id>; only for callers who may name others. None: the viewer. */
  userId?: string | null | undefined;
  /** The rating of a RATING, 0.5 to 5. */
  value?: number | null | undefined;
};

/** What became of an event. */
export type EventStatus =
  /** Stored for good. */
  | 'ACCEPTED'
  /** Stored before under the same id: nothing was done. */
  | 'DUPLICATE'
  /** Not stored; `code`, `field` and `message` say why. */
  | 'REJECTED';

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

/** How much a person likes a genre. */
export type GenrePreferenceInput = {
  /** The genre, as the catalogue names it. */
  genre: string;
  /** Of which kind of title. */
  kind: TitleKind;
  /** From 0, not at all, to 1, very much. */
  weight: number;
};

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

/** A chat to be kept, whole. */
export type SaveChatSessionInput = {
  /** What to call it, 1 to 200 characters. Each key has its own. */
  id: string;
  /** What to keep, up to 8,192 bytes of JSON. */
  state: Record<string, unknown>;
  /** The person whose chat it is, app:<your id>: it goes when they are forgotten. */
  userId?: string | null | undefined;
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

export type BotActAsMutationVariables = Exact<{
  userId: string;
}>;


export type BotActAsMutation = { startSession: { token: string | null, expiresAt: string | null, userErrors: Array<{ message: string }> } };

export type BotChatQueryVariables = Exact<{
  id: string;
}>;


export type BotChatQuery = { chatSession: { state: Record<string, unknown>, version: number } | null };

export type BotGroupsQueryVariables = Exact<{
  since: string;
  after?: string | null | undefined;
}>;


export type BotGroupsQuery = { chatSessions: { nodes: Array<{ id: string, state: Record<string, unknown> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BotSaveChatMutationVariables = Exact<{
  input: SaveChatSessionInput;
}>;


export type BotSaveChatMutation = { saveChatSession: { session: { version: number } | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type BotGenresQueryVariables = Exact<{ [key: string]: never; }>;


export type BotGenresQuery = { genres: Array<{ genre: string, kind: TitleKind, titles: number }> };

export type BotLikedGenresQueryVariables = Exact<{ [key: string]: never; }>;


export type BotLikedGenresQuery = { viewer: { likedGenres: Array<{ kind: TitleKind, genre: string, weight: number }> } | null };

export type BotLikeGenresMutationVariables = Exact<{
  genres: Array<GenrePreferenceInput> | GenrePreferenceInput;
}>;


export type BotLikeGenresMutation = { setPreferences: { userErrors: Array<{ message: string }> } };

export type BotMoodsQueryVariables = Exact<{ [key: string]: never; }>;


export type BotMoodsQuery = { moods: Array<{ id: string, names: { en: string, ru: string } }> };

export type BotTasteCardQueryVariables = Exact<{
  kinds: Array<TitleKind> | TitleKind;
}>;


export type BotTasteCardQuery = { tasteCards: Array<{ title: { id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, posterUrl: string, posterIsDrawn: boolean } }> };

export type BotAnswerMutationVariables = Exact<{
  events: Array<EventInput> | EventInput;
}>;


export type BotAnswerMutation = { trackEvents: { results: Array<{ status: EventStatus, message: string | null }>, userErrors: Array<{ message: string }> } };

export type BotListQueryVariables = Exact<{
  input: RecommendationsInput;
}>;


export type BotListQuery = { recommendations: { recommendationId: string, items: { nodes: Array<{ rank: number, title: { id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, posterUrl: string, posterIsDrawn: boolean, offers: Array<{ id: string }> }, fit: { seconds: number, pages: number | null, episode: { name: string, season: number | null, number: number | null } | null, playlist: Array<{ name: string }> | null } | null, reasons: Array<{ code: ReasonCode, genre: string | null, title: { name: string } | null }> }> } } };

export type BotOfferQueryVariables = Exact<{
  titleId: string;
  recommendationId: string;
  mood?: string | null | undefined;
}>;


export type BotOfferQuery = { title: { offers: Array<{ price: number, currency: string, shopName: string, link: string | null }> } | null };

export type BotCreateBlendMutationVariables = Exact<{ [key: string]: never; }>;


export type BotCreateBlendMutation = { createBlend: { blend: { id: string } | null, userErrors: Array<{ message: string }> } };

export type BotInviteMutationVariables = Exact<{
  id: string;
}>;


export type BotInviteMutation = { inviteToBlend: { token: string | null, userErrors: Array<{ message: string }> } };

export type BotJoinBlendMutationVariables = Exact<{
  token: string;
}>;


export type BotJoinBlendMutation = { joinBlend: { blend: { id: string, byTaste: boolean, members: Array<{ userId: string }>, titles: Array<{ rank: number, title: { id: string, kind: TitleKind, name: string, year: number | null }, votes: Array<{ vote: BlendVote }> }> } | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type BotLeaveBlendMutationVariables = Exact<{
  id: string;
}>;


export type BotLeaveBlendMutation = { leaveBlend: { left: boolean, userErrors: Array<{ code: ErrorCode }> } };

export type BotVoteMutationVariables = Exact<{
  id: string;
  titleId: string;
  vote: BlendVote;
}>;


export type BotVoteMutation = { voteInBlend: { blend: { id: string, byTaste: boolean, members: Array<{ userId: string }>, titles: Array<{ rank: number, title: { id: string, kind: TitleKind, name: string, year: number | null }, votes: Array<{ vote: BlendVote }> }> } | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type BotReadBlendQueryVariables = Exact<{
  id: string;
}>;


export type BotReadBlendQuery = { blend: { id: string, byTaste: boolean, members: Array<{ userId: string }>, titles: Array<{ rank: number, title: { id: string, kind: TitleKind, name: string, year: number | null }, votes: Array<{ vote: BlendVote }> }> } | null };

export type BotBlendChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type BotBlendChangedSubscription = { blendChanged: { id: string, byTaste: boolean, members: Array<{ userId: string }>, titles: Array<{ rank: number, title: { id: string, kind: TitleKind, name: string, year: number | null }, votes: Array<{ vote: BlendVote }> }> } };

export type BotTitleFragment = { id: string, kind: TitleKind, name: string, year: number | null, genres: Array<string>, seconds: number | null, pages: number | null, posterUrl: string, posterIsDrawn: boolean };

export type BotBlendFragment = { id: string, byTaste: boolean, members: Array<{ userId: string }>, titles: Array<{ rank: number, title: { id: string, kind: TitleKind, name: string, year: number | null }, votes: Array<{ vote: BlendVote }> }> };

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
export const BotTitleFragmentDoc = new TypedDocumentString(`
    fragment BotTitle on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  posterUrl
  posterIsDrawn
}
    `, {"fragmentName":"BotTitle"}) as unknown as TypedDocumentString<BotTitleFragment, unknown>;
export const BotBlendFragmentDoc = new TypedDocumentString(`
    fragment BotBlend on Blend {
  id
  byTaste
  members {
    userId
  }
  titles(first: 5) {
    rank
    title {
      id
      kind
      name
      year
    }
    votes {
      vote
    }
  }
}
    `, {"fragmentName":"BotBlend"}) as unknown as TypedDocumentString<BotBlendFragment, unknown>;
export const BotActAsDocument = new TypedDocumentString(`
    mutation BotActAs($userId: ID!) {
  startSession(userId: $userId) {
    token
    expiresAt
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BotActAsMutation, BotActAsMutationVariables>;
export const BotChatDocument = new TypedDocumentString(`
    query BotChat($id: ID!) {
  chatSession(id: $id) {
    state
    version
  }
}
    `) as unknown as TypedDocumentString<BotChatQuery, BotChatQueryVariables>;
export const BotGroupsDocument = new TypedDocumentString(`
    query BotGroups($since: DateTime!, $after: String) {
  chatSessions(startsWith: "-", since: $since, first: 200, after: $after) {
    nodes {
      id
      state
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BotGroupsQuery, BotGroupsQueryVariables>;
export const BotSaveChatDocument = new TypedDocumentString(`
    mutation BotSaveChat($input: SaveChatSessionInput!) {
  saveChatSession(input: $input) {
    session {
      version
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BotSaveChatMutation, BotSaveChatMutationVariables>;
export const BotGenresDocument = new TypedDocumentString(`
    query BotGenres {
  genres(kinds: [MOVIE, SHOW, BOOK, TRACK]) {
    genre
    kind
    titles
  }
}
    `) as unknown as TypedDocumentString<BotGenresQuery, BotGenresQueryVariables>;
export const BotLikedGenresDocument = new TypedDocumentString(`
    query BotLikedGenres {
  viewer {
    likedGenres {
      kind
      genre
      weight
    }
  }
}
    `) as unknown as TypedDocumentString<BotLikedGenresQuery, BotLikedGenresQueryVariables>;
export const BotLikeGenresDocument = new TypedDocumentString(`
    mutation BotLikeGenres($genres: [GenrePreferenceInput!]!) {
  setPreferences(input: {genres: $genres}) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BotLikeGenresMutation, BotLikeGenresMutationVariables>;
export const BotMoodsDocument = new TypedDocumentString(`
    query BotMoods {
  moods {
    id
    names {
      en
      ru
    }
  }
}
    `) as unknown as TypedDocumentString<BotMoodsQuery, BotMoodsQueryVariables>;
export const BotTasteCardDocument = new TypedDocumentString(`
    query BotTasteCard($kinds: [TitleKind!]!) {
  tasteCards(input: {first: 1, kinds: $kinds}) {
    title {
      ...BotTitle
    }
  }
}
    fragment BotTitle on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  posterUrl
  posterIsDrawn
}`) as unknown as TypedDocumentString<BotTasteCardQuery, BotTasteCardQueryVariables>;
export const BotAnswerDocument = new TypedDocumentString(`
    mutation BotAnswer($events: [EventInput!]!) {
  trackEvents(events: $events) {
    results {
      status
      message
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BotAnswerMutation, BotAnswerMutationVariables>;
export const BotListDocument = new TypedDocumentString(`
    query BotList($input: RecommendationsInput!) {
  recommendations(input: $input) {
    recommendationId
    items(first: 50) {
      nodes {
        rank
        title {
          ...BotTitle
          offers(first: 1) {
            id
          }
        }
        fit {
          seconds
          pages
          episode {
            name
            season
            number
          }
          playlist {
            name
          }
        }
        reasons {
          code
          genre
          title {
            name
          }
        }
      }
    }
  }
}
    fragment BotTitle on Title {
  id
  kind
  name
  year
  genres
  seconds
  pages
  posterUrl
  posterIsDrawn
}`) as unknown as TypedDocumentString<BotListQuery, BotListQueryVariables>;
export const BotOfferDocument = new TypedDocumentString(`
    query BotOffer($titleId: ID!, $recommendationId: ID!, $mood: ID) {
  title(id: $titleId) {
    offers(first: 1) {
      price
      currency
      shopName
      link(recommendationId: $recommendationId, mood: $mood)
    }
  }
}
    `) as unknown as TypedDocumentString<BotOfferQuery, BotOfferQueryVariables>;
export const BotCreateBlendDocument = new TypedDocumentString(`
    mutation BotCreateBlend {
  createBlend {
    blend {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BotCreateBlendMutation, BotCreateBlendMutationVariables>;
export const BotInviteDocument = new TypedDocumentString(`
    mutation BotInvite($id: ID!) {
  inviteToBlend(id: $id) {
    token
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BotInviteMutation, BotInviteMutationVariables>;
export const BotJoinBlendDocument = new TypedDocumentString(`
    mutation BotJoinBlend($token: String!) {
  joinBlend(token: $token) {
    blend {
      ...BotBlend
    }
    userErrors {
      code
      message
    }
  }
}
    fragment BotBlend on Blend {
  id
  byTaste
  members {
    userId
  }
  titles(first: 5) {
    rank
    title {
      id
      kind
      name
      year
    }
    votes {
      vote
    }
  }
}`) as unknown as TypedDocumentString<BotJoinBlendMutation, BotJoinBlendMutationVariables>;
export const BotLeaveBlendDocument = new TypedDocumentString(`
    mutation BotLeaveBlend($id: ID!) {
  leaveBlend(id: $id) {
    left
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<BotLeaveBlendMutation, BotLeaveBlendMutationVariables>;
export const BotVoteDocument = new TypedDocumentString(`
    mutation BotVote($id: ID!, $titleId: ID!, $vote: BlendVote!) {
  voteInBlend(id: $id, titleId: $titleId, vote: $vote) {
    blend {
      ...BotBlend
    }
    userErrors {
      code
      message
    }
  }
}
    fragment BotBlend on Blend {
  id
  byTaste
  members {
    userId
  }
  titles(first: 5) {
    rank
    title {
      id
      kind
      name
      year
    }
    votes {
      vote
    }
  }
}`) as unknown as TypedDocumentString<BotVoteMutation, BotVoteMutationVariables>;
export const BotReadBlendDocument = new TypedDocumentString(`
    query BotReadBlend($id: ID!) {
  blend(id: $id) {
    ...BotBlend
  }
}
    fragment BotBlend on Blend {
  id
  byTaste
  members {
    userId
  }
  titles(first: 5) {
    rank
    title {
      id
      kind
      name
      year
    }
    votes {
      vote
    }
  }
}`) as unknown as TypedDocumentString<BotReadBlendQuery, BotReadBlendQueryVariables>;
export const BotBlendChangedDocument = new TypedDocumentString(`
    subscription BotBlendChanged($id: ID!) {
  blendChanged(id: $id) {
    ...BotBlend
  }
}
    fragment BotBlend on Blend {
  id
  byTaste
  members {
    userId
  }
  titles(first: 5) {
    rank
    title {
      id
      kind
      name
      year
    }
    votes {
      vote
    }
  }
}`) as unknown as TypedDocumentString<BotBlendChangedSubscription, BotBlendChangedSubscriptionVariables>;