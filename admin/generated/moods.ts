/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** How much a genre speaks for a mood. */
export type MoodGenreInput = {
  /** The genre, without regard to case. */
  genre: string;
  /** Of which kind; an episode is listed as its show. */
  kind: TitleKind;
  /** -1, against it, to 1, for it. */
  weight: number;
};

/** What a mood does with how somebody feels. */
export type MoodMatch =
  /** Titles that lead to another feeling: a playlist begins with its least lively track and rises. */
  | 'LIFT'
  /** Titles of the same feeling. */
  | 'MATCH';

/** What a mood is called: 1 to 100 characters. */
export type MoodNamesInput = {
  /** In English. */
  en: string;
  /** In Russian. */
  ru: string;
};

/** Where a fact of a track should lie; each fact once. */
export type MoodSoundInput = {
  /** Which fact. */
  fact: SoundFact;
  /** From here. */
  from: number;
  /** To here. */
  to: number;
  /** What it counts beside the other facts: above 0, up to 1. */
  weight: number;
};

/** How much a tag speaks for a mood. */
export type MoodTagInput = {
  /** The tag, without regard to case. */
  tag: string;
  /** -1, against it, to 1, for it. */
  weight: number;
};

/** A mood to be made or changed, whole: something must speak for it. */
export type SaveMoodInput = {
  /** Its genres, at most 500, each of a kind once. */
  genres?: Array<MoodGenreInput>;
  /** Lower-case words joined by hyphens. */
  id: string;
  /** What it does with how somebody feels. */
  match?: MoodMatch;
  /** What it is called. */
  names: MoodNamesInput;
  /** How its tracks sound. */
  sound?: Array<MoodSoundInput>;
  /** Its tags, at most 500, each once. */
  tags?: Array<MoodTagInput>;
  /** The version it was read at; none: it must be new. */
  version?: number | null | undefined;
  /** Other words for it, at most 50. */
  words?: Array<string>;
};

/** A fact of a track that moods go by. */
export type SoundFact =
  /** How sure it is that it is acoustic, 0 to 1. */
  | 'ACOUSTICNESS'
  /** How loud and fast it feels, 0 to 1. */
  | 'ENERGY'
  /** Beats a minute, 0 to 400. */
  | 'TEMPO'
  /** How happy it sounds, 0 to 1. */
  | 'VALENCE';

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

export type MoodRowFragment = { id: string, words: Array<string>, match: MoodMatch, version: number, updatedAt: string, names: { en: string, ru: string }, genres: Array<{ kind: TitleKind, genre: string, weight: number }>, tags: Array<{ tag: string, weight: number }>, sound: Array<{ fact: SoundFact, from: number, to: number, weight: number }>, coverage: Array<{ kind: TitleKind, titles: number, scored: number, fitting: number }> | null };

export type MoodsQueryVariables = Exact<{ [key: string]: never; }>;


export type MoodsQuery = { moods: Array<{ id: string, words: Array<string>, match: MoodMatch, version: number, updatedAt: string, names: { en: string, ru: string }, genres: Array<{ kind: TitleKind, genre: string, weight: number }>, tags: Array<{ tag: string, weight: number }>, sound: Array<{ fact: SoundFact, from: number, to: number, weight: number }>, coverage: Array<{ kind: TitleKind, titles: number, scored: number, fitting: number }> | null }> };

export type SaveMoodMutationVariables = Exact<{
  input: SaveMoodInput;
}>;


export type SaveMoodMutation = { saveMood: { mood: { id: string, words: Array<string>, match: MoodMatch, version: number, updatedAt: string, names: { en: string, ru: string }, genres: Array<{ kind: TitleKind, genre: string, weight: number }>, tags: Array<{ tag: string, weight: number }>, sound: Array<{ fact: SoundFact, from: number, to: number, weight: number }>, coverage: Array<{ kind: TitleKind, titles: number, scored: number, fitting: number }> | null } | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type RemoveMoodMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type RemoveMoodMutation = { removeMood: { removed: boolean, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type MoodPreviewQueryVariables = Exact<{
  input: SaveMoodInput;
}>;


export type MoodPreviewQuery = { moodPreview: { coverage: Array<{ kind: TitleKind, titles: number, scored: number, fitting: number }>, titles: Array<{ score: number, title: { id: string, name: string, kind: TitleKind, year: number | null, posterUrl: string } | null }> } };

export type MoodGenresQueryVariables = Exact<{ [key: string]: never; }>;


export type MoodGenresQuery = { genres: Array<{ kind: TitleKind, genre: string, titles: number }> };

export type WithoutLengthQueryVariables = Exact<{ [key: string]: never; }>;


export type WithoutLengthQuery = { titles: { totalCount: number | null } };

export type MoodHistoryQueryVariables = Exact<{
  id: string;
}>;


export type MoodHistoryQuery = { audit: { nodes: Array<{ id: string, actor: string, actorName: string | null, action: string, at: string, before: unknown, after: unknown }>, pageInfo: { hasNextPage: boolean } } };

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
export const MoodRowFragmentDoc = new TypedDocumentString(`
    fragment MoodRow on Mood {
  id
  names {
    en
    ru
  }
  words
  match
  genres {
    kind
    genre
    weight
  }
  tags {
    tag
    weight
  }
  sound {
    fact
    from
    to
    weight
  }
  version
  updatedAt
  coverage {
    kind
    titles
    scored
    fitting
  }
}
    `, {"fragmentName":"MoodRow"}) as unknown as TypedDocumentString<MoodRowFragment, unknown>;
export const MoodsDocument = new TypedDocumentString(`
    query Moods {
  moods {
    ...MoodRow
  }
}
    fragment MoodRow on Mood {
  id
  names {
    en
    ru
  }
  words
  match
  genres {
    kind
    genre
    weight
  }
  tags {
    tag
    weight
  }
  sound {
    fact
    from
    to
    weight
  }
  version
  updatedAt
  coverage {
    kind
    titles
    scored
    fitting
  }
}`) as unknown as TypedDocumentString<MoodsQuery, MoodsQueryVariables>;
export const SaveMoodDocument = new TypedDocumentString(`
    mutation SaveMood($input: SaveMoodInput!) {
  saveMood(input: $input) {
    mood {
      ...MoodRow
    }
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment MoodRow on Mood {
  id
  names {
    en
    ru
  }
  words
  match
  genres {
    kind
    genre
    weight
  }
  tags {
    tag
    weight
  }
  sound {
    fact
    from
    to
    weight
  }
  version
  updatedAt
  coverage {
    kind
    titles
    scored
    fitting
  }
}`) as unknown as TypedDocumentString<SaveMoodMutation, SaveMoodMutationVariables>;
export const RemoveMoodDocument = new TypedDocumentString(`
    mutation RemoveMood($id: ID!, $version: Int!) {
  removeMood(id: $id, version: $version) {
    removed
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMoodMutation, RemoveMoodMutationVariables>;
export const MoodPreviewDocument = new TypedDocumentString(`
    query MoodPreview($input: SaveMoodInput!) {
  moodPreview(input: $input, perKind: 5) {
    coverage {
      kind
      titles
      scored
      fitting
    }
    titles {
      score
      title {
        id
        name
        kind
        year
        posterUrl
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoodPreviewQuery, MoodPreviewQueryVariables>;
export const MoodGenresDocument = new TypedDocumentString(`
    query MoodGenres {
  genres {
    kind
    genre
    titles
  }
}
    `) as unknown as TypedDocumentString<MoodGenresQuery, MoodGenresQueryVariables>;
export const WithoutLengthDocument = new TypedDocumentString(`
    query WithoutLength {
  titles(filter: {missing: [LENGTH]}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<WithoutLengthQuery, WithoutLengthQueryVariables>;
export const MoodHistoryDocument = new TypedDocumentString(`
    query MoodHistory($id: ID!) {
  audit(filter: {entity: "mood", entityId: $id}, first: 20) {
    nodes {
      id
      actor
      actorName
      action
      at
      before
      after
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<MoodHistoryQuery, MoodHistoryQueryVariables>;