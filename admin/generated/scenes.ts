/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A scene of a title as it shall be. */
export type DescribedSceneInput = {
  /** Where it begins, in seconds from the beginning of the title; none, as `toSeconds`: it is not known. */
  fromSeconds?: number | null | undefined;
  /** Which of its scenes; none: a new one. */
  id?: string | null | undefined;
  /** What is seen or said: 1 to 40 keywords of 1 to 60 characters. */
  keywords: Array<string>;
  /** Where it ends: after it begins, within the title. */
  toSeconds?: number | null | undefined;
};

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

/** The described scenes of a title, whole: those that are left out are taken away. */
export type SaveScenesInput = {
  /** At most 200; they may overlap. */
  scenes: Array<DescribedSceneInput>;
  /** The title, by our id or an external one. */
  titleId: string;
  /** The `scenesVersion` they were read at; 0 where there were none. */
  version?: number;
};

/** What is being watched, and by whom. Something must say it: keywords, a title, or a person’s past. */
export type SceneRecommendationsInput = {
  /** Where, in seconds from its beginning. */
  atSeconds?: number | null | undefined;
  /** How many, 1 to 50. */
  first?: number;
  /** What is seen, where you know it better: at most 40 keywords of 1 to 60 characters. */
  keywords?: Array<string> | null | undefined;
  /** What is being watched; it is never in the answer. */
  titleId?: string | null | undefined;
  /** For whom, by our id or an external one; only for callers who may name others. None: the viewer. */
  userId?: string | null | undefined;
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

export type NamedThemeFragment = { score: number, theme: { id: string, names: { en: string } } };

export type SavedSceneFragment = { id: string, fromSeconds: number | null, toSeconds: number | null, keywords: Array<string> };

export type TitleScenesQueryVariables = Exact<{
  id: string;
}>;


export type TitleScenesQuery = { title: { id: string, seconds: number | null, scenesVersion: number, themes: Array<{ score: number, theme: { id: string, names: { en: string } } }>, describedScenes: Array<{ id: string, fromSeconds: number | null, toSeconds: number | null, keywords: Array<string> }>, audience: { mostWatched: Array<{ from: number, to: number, plays: number }> } | null } | null };

export type ScenePreviewQueryVariables = Exact<{
  titleId?: string | null | undefined;
  keywords: Array<string> | string;
}>;


export type ScenePreviewQuery = { scenePreview: Array<{ score: number, theme: { id: string, names: { en: string } } }> };

export type SaveScenesMutationVariables = Exact<{
  input: SaveScenesInput;
}>;


export type SaveScenesMutation = { saveScenes: { version: number | null, scenes: Array<{ id: string, fromSeconds: number | null, toSeconds: number | null, keywords: Array<string> }> | null, userErrors: Array<{ code: ErrorCode, field: string | null, message: string, expected: string | null }> } };

export type ThemesQueryVariables = Exact<{ [key: string]: never; }>;


export type ThemesQuery = { themes: Array<{ id: string, keywords: Array<string>, genres: Array<string>, names: { en: string, ru: string } }> };

export type TriedKeywordsQueryVariables = Exact<{
  input: SceneRecommendationsInput;
}>;


export type TriedKeywordsQuery = { sceneRecommendations: { id: string, themes: Array<{ score: number, theme: { id: string, names: { en: string } } }>, items: Array<{ matched: number, title: { id: string, kind: TitleKind, name: string, year: number | null } }> } };

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
export const NamedThemeFragmentDoc = new TypedDocumentString(`
    fragment NamedTheme on FoundTheme {
  score
  theme {
    id
    names {
      en
    }
  }
}
    `, {"fragmentName":"NamedTheme"}) as unknown as TypedDocumentString<NamedThemeFragment, unknown>;
export const SavedSceneFragmentDoc = new TypedDocumentString(`
    fragment SavedScene on DescribedScene {
  id
  fromSeconds
  toSeconds
  keywords
}
    `, {"fragmentName":"SavedScene"}) as unknown as TypedDocumentString<SavedSceneFragment, unknown>;
export const TitleScenesDocument = new TypedDocumentString(`
    query TitleScenes($id: ID!) {
  title(id: $id) {
    id
    seconds
    scenesVersion
    themes {
      ...NamedTheme
    }
    describedScenes {
      ...SavedScene
    }
    audience {
      mostWatched {
        from
        to
        plays
      }
    }
  }
}
    fragment NamedTheme on FoundTheme {
  score
  theme {
    id
    names {
      en
    }
  }
}
fragment SavedScene on DescribedScene {
  id
  fromSeconds
  toSeconds
  keywords
}`) as unknown as TypedDocumentString<TitleScenesQuery, TitleScenesQueryVariables>;
export const ScenePreviewDocument = new TypedDocumentString(`
    query ScenePreview($titleId: ID, $keywords: [String!]!) {
  scenePreview(titleId: $titleId, keywords: $keywords) {
    ...NamedTheme
  }
}
    fragment NamedTheme on FoundTheme {
  score
  theme {
    id
    names {
      en
    }
  }
}`) as unknown as TypedDocumentString<ScenePreviewQuery, ScenePreviewQueryVariables>;
export const SaveScenesDocument = new TypedDocumentString(`
    mutation SaveScenes($input: SaveScenesInput!) {
  saveScenes(input: $input) {
    scenes {
      ...SavedScene
    }
    version
    userErrors {
      code
      field
      message
      expected
    }
  }
}
    fragment SavedScene on DescribedScene {
  id
  fromSeconds
  toSeconds
  keywords
}`) as unknown as TypedDocumentString<SaveScenesMutation, SaveScenesMutationVariables>;
export const ThemesDocument = new TypedDocumentString(`
    query Themes {
  themes {
    id
    names {
      en
      ru
    }
    keywords
    genres
  }
}
    `) as unknown as TypedDocumentString<ThemesQuery, ThemesQueryVariables>;
export const TriedKeywordsDocument = new TypedDocumentString(`
    query TriedKeywords($input: SceneRecommendationsInput!) {
  sceneRecommendations(input: $input) {
    id
    themes {
      ...NamedTheme
    }
    items {
      matched
      title {
        id
        kind
        name
        year
      }
    }
  }
}
    fragment NamedTheme on FoundTheme {
  score
  theme {
    id
    names {
      en
    }
  }
}`) as unknown as TypedDocumentString<TriedKeywordsQuery, TriedKeywordsQueryVariables>;